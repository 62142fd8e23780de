//! The outline of a map as Markdown, both ways: headings are stages, sub-headings lanes, bullets cards.
//!
//! What does not fit the words stands in braces at the end of the line: `{severity 5, team Sales, measured}`. A stage,
//! a card or a gap is named by its place: `4` is the fourth stage, `4/Pain points/2` the second card of that lane in
//! it, `gap 3/1` the first gap after the third stage. The words that are not people’s own are in the map’s language; any
//! language of ours is read.

mod attributes;
mod read;
mod write;

pub use read::read;
pub use write::write;

use journey::{LaneKind, Zone};

fn home_zone(kind: LaneKind) -> Zone {
    kind.zone().unwrap_or_default()
}
