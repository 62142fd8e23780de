//! German: why a map could not be drawn or a picture not be made, and what a picture could not hold. These stand within
//! a sentence or follow the name of a file: they begin small and have no point.

pub(super) static SENTENCES: &[(&str, &str)] = &[
    ("layout.no-map", "die Map ist nicht im Dokument"),
    (
        "layout.unknown_paper",
        "es gibt kein Papier „{0}“; bekannt sind a4, a3, a2, a1, a0, letter, tabloid oder ein Maß wie 300x200mm oder 11x8.5in",
    ),
    ("layout.paper_size", "erwartet: Papier mit Seiten von {1} bis {2} mm, gefunden: „{0}“"),
    ("render.no_extent", "erwartet: eine Map mit Breite und Höhe, gefunden: {0:number} × {1:number}"),
    ("render.too_far", "erwartet: alles bis 1.000.000 Einheiten von der Ecke, weiter draußen liegt {0}"),
    ("render.not_positive", "erwartet: {0:quantity} über 0, gefunden: {1:number}"),
    (
        "render.too_many_pixels",
        "erwartet: ein Bild von höchstens {2} × {2} Pixeln, gefunden: {0:number} × {1:number}; einen kleineren Maßstab wählen",
    ),
    (
        "render.page_too_large",
        "erwartet: eine Seite von höchstens {2} × {2} mm, gefunden: {0} × {1} mm; ein Papierformat wählen",
    ),
    (
        "render.no_room_on_paper",
        "erwartet: Ränder, die auf dem Papier Platz lassen, gefunden: {0:number} × {1:number} mm dazwischen",
    ),
    ("render.no_face", "erwartet: die Datei jeder Schrift, für {0} fehlt sie"),
    ("render.output", "das Bild ließ sich nicht schreiben: {0}"),
    ("render.not_for", "{0}-Dateien enthalten Folien"),
    ("render.stopped", "es wurde abgebrochen"),
    ("render.pdf", "das PDF ließ sich nicht erstellen: {0}"),
    ("quantity.scale", "ein Maßstab"),
    ("quantity.width", "eine Breite"),
    ("quantity.resolution", "eine Auflösung"),
    ("quantity.paper_width", "eine Papierbreite"),
    ("quantity.paper_height", "eine Papierhöhe"),
    ("deck.not_a_deck", "erwartet wurde eine PowerPoint-Präsentation (.pptx), dies ist eine andere Datei"),
    (
        "deck.protected",
        "erwartet wurde eine offene .pptx-Präsentation, diese hat ein Kennwort oder das alte Format .ppt; als .pptx ohne Kennwort speichern",
    ),
    (
        "deck.other_kind",
        "erwartet wurde eine gewöhnliche .pptx-Präsentation, dies ist {0:deck_kind}; zuerst als PowerPoint-Präsentation (.pptx) speichern",
    ),
    (
        "deck.signed",
        "die Präsentation ist signiert, und jede Änderung würde die Signatur brechen; zuerst eine Kopie ohne Signatur speichern",
    ),
    ("deck.damaged", "die Präsentation ist beschädigt: {0:deck_fault} ({1})"),
    ("deck.too_large", "der Teil {0} der Präsentation ist zu groß zum Lesen"),
    ("deck_kind.a deck with macros", "eine Präsentation mit Makros"),
    ("deck_kind.a template", "eine Vorlage"),
    ("deck_kind.a slide show", "eine Bildschirmpräsentation"),
    ("deck_kind.a text document", "ein Textdokument"),
    ("deck_kind.a spreadsheet", "eine Tabelle"),
    ("deck_kind.a deck of the strict kind of the format", "eine Präsentation der strengen Art des Formats"),
    ("deck_fault.a part is missing", "ein Teil fehlt"),
    ("deck_fault.a part cannot be unpacked", "ein Teil lässt sich nicht entpacken"),
    ("deck_fault.a part is not text", "ein Teil ist kein Text"),
    ("deck_fault.a part is not well-formed", "ein Teil ist nicht wohlgeformt"),
    ("deck_fault.the deck has no master", "der Folienmaster fehlt"),
    ("deck_fault.the slides have no extent", "die Folien haben keine Größe"),
    ("deck_fault.the list of slides leads nowhere", "die Liste der Folien führt ins Leere"),
    (
        "warning.unreadable_image",
        "das Bild {0} ließ sich nicht lesen ({1:picture_fault}); sein Platz ist leer",
    ),
    (
        "warning.plain_pdf",
        "keine Schrift hat ein Zeichen für „{0}“ (U+{1}); das PDF ist daher ein einfaches, das weder PDF/UA noch PDF/A beansprucht",
    ),
    (
        "warning.smaller_page",
        "PDF-Programme zeigen Seiten bis 5.080 mm; die Map erscheint daher in {0} % ihrer Größe",
    ),
    (
        "warning.not_accessible",
        "das PDF ist ein einfaches, das weder PDF/UA noch PDF/A beansprucht: {0:pdf_fault}",
    ),
    ("picture_fault.the map does not hold it", "die Map enthält es nicht"),
    (
        "pdf_fault.the licence of a font forbids to embed it",
        "die Lizenz einer Schrift verbietet das Einbetten",
    ),
    ("pdf_fault.a glyph stands for no character", "eine Glyphe steht für kein Zeichen"),
    ("pdf_fault.the map has no title", "die Map hat keinen Titel"),
    ("pdf_fault.the map has no language", "die Map hat keine Sprache"),
    ("pdf_fault.a text is longer than 32,767 bytes", "ein Text ist länger als 32.767 Bytes"),
];
