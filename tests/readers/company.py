"""A deck as a company has it, made by python-pptx: python company.py OUT."""

import sys

from pptx import Presentation

deck = Presentation()
for title in ("Who we are", "What we ask for"):
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = title
    slide.placeholders[1].text = "First\nSecond"
deck.slides[0].notes_slide.notes_text_frame.text = "Welcome them"
deck.save(sys.argv[1])
