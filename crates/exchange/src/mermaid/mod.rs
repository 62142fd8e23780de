//! Mermaid's `journey` diagrams, both ways.
//!
//! Syntax after Mermaid 11, `packages/mermaid/src/diagrams/user-journey/parser/journey.jison`, and its documentation
//! "User Journey Diagram". A section is a stage, a task an action, a task's score a feeling for each of its actors.
//! Characters that end a name in Mermaid are written as its entity codes (`#58;` for a colon), line breaks as `<br/>`.

mod entity;
mod read;
mod write;

pub use read::read;
pub use write::write;

/// Mermaid's own scale; a map's is wider where scores were.
const LOW: f64 = 1.0;
const HIGH: f64 = 5.0;

/// A name that is empty has to be written as something: a zero width space.
const EMPTY: char = '\u{200b}';
