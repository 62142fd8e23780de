//! German: what stands on posters besides people's own words, and what is told of pages.

pub(super) static SENTENCES: &[(&str, &str)] = &[
    ("page.canvas", "Map"),
    ("page.poster", "Poster"),
    ("poster.key.gap", "Punkte: eine Lücke, in der Käufer verloren gehen können"),
    ("poster.key.human", "Persönlich"),
    ("poster.key.digital", "Digital"),
    ("poster.key.both", "Persönlich und digital"),
    ("poster.key.severity", "Schwere, 1 bis 5"),
    ("poster.key.votes", "Stimmen im Workshop"),
    ("poster.key.observed", "Beobachtet"),
    ("poster.key.measured", "Gemessen"),
    ("poster.key.version", "Version {0}"),
    ("poster.key.version_of", "Version {0}, {1}"),
    ("poster.tile", "Blatt {0} von {1}: Reihe {2}, Spalte {3}"),
    ("poster.smallest", "Die kleinste Schrift hat {0:number} pt."),
    ("poster.small", "Auf {1} sollten es mindestens {0} pt sein."),
    ("poster.remedy.paper", "{0} wählen."),
    ("poster.remedy.tiles", "1 Teil drucken. | {0} Teile drucken."),
    ("poster.remedy.lanes", "1 Ebene ausblenden. | {0} Ebenen ausblenden."),
    ("poster.remedy.paper_tiles", "{1} wählen oder 1 Teil drucken. | {1} wählen oder {0} Teile drucken."),
    (
        "poster.remedy.paper_lanes",
        "{1} wählen oder 1 Ebene ausblenden. | {1} wählen oder {0} Ebenen ausblenden.",
    ),
    (
        "poster.remedy.tiles_lanes",
        "{1} Teile drucken oder 1 Ebene ausblenden. | {1} Teile drucken oder {0} Ebenen ausblenden.",
    ),
];
