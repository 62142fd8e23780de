//! Journeys as people write them down: a long purchase with a committee, a small service, and one of very long words.

use journey::Document;

/// The outlines by their names.
const OUTLINES: [(&str, &str); 3] = [
    ("packaging-line", include_str!("../fixtures/journeys/packaging-line.md")),
    ("bicycle-repair", include_str!("../fixtures/journeys/bicycle-repair.md")),
    ("gruppenversicherung", include_str!("../fixtures/journeys/gruppenversicherung.md")),
];

/// All of them, with the same ids each time.
///
/// # Panics
/// Where something in an outline is not understood.
pub fn all() -> Vec<(&'static str, Document)> {
    OUTLINES.into_iter().map(|(name, text)| (name, document(name, text))).collect()
}

fn document(name: &str, text: &str) -> Document {
    let read = exchange::markdown::read(text.as_bytes(), &mut crate::ids());
    let read = read.unwrap_or_else(|problem| panic!("{name}: {problem}"));
    assert!(read.left_out.is_empty(), "{name}: {:?}", read.left_out);
    read.document
}
