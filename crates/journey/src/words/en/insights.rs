//! English: what the map works out by itself.

pub(super) static SENTENCES: &[(&str, &str)] = &[
    ("insight.friction", "Severity {1:number} × 1 vote | Severity {1:number} × {0} votes"),
    ("insight.friction.not-rated", "Not rated yet: say how severe it is, from 1 to 5."),
    ("insight.friction.sum", "Rated: one | Sum of {0} that are rated"),
    ("insight.friction.no-pain", "No rated pain point here: add one and say how severe it is."),
    ("insight.friction.no-gap", "No rated gap after this stage."),
    ("insight.quick-win", "Quick win"),
    ("insight.big-bet", "Big bet"),
    ("insight.fill-in", "Fill-in"),
    ("insight.think-twice", "Think twice"),
];
