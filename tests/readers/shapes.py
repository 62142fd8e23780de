"""What python-pptx sees in a deck: python shapes.py DECK prints a JSON array of slides, each an array of shapes."""

import json
import sys

from pptx import Presentation
from pptx.enum.dml import MSO_FILL


def solid(fill):
    return fill.type == MSO_FILL.SOLID


def shapes(parent):
    for shape in parent.shapes:
        if hasattr(shape, "shapes"):
            yield from shapes(shape)
            continue
        yield {
            "name": shape.name,
            "words": shape.text_frame.text if shape.has_text_frame else "",
            "title": shape.is_placeholder and "TITLE" in str(shape.placeholder_format.type),
            "picture": hasattr(shape, "image"),
            "fill": hasattr(shape, "fill") and solid(shape.fill),
            "line": hasattr(shape, "line") and solid(shape.line.fill),
        }


deck = Presentation(sys.argv[1])
print(json.dumps([list(shapes(slide)) for slide in deck.slides]))
