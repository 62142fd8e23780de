//! The whole pipeline under test; see `tests/README.md`.

pub mod deck;
pub mod decks;
pub mod hand;
pub mod looks;
pub mod maps;
pub mod office;
pub mod pdf;
pub mod sheet;
pub mod storyboard;
pub mod window;
