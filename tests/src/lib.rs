//! The whole pipeline under test; see `tests/README.md`.

pub mod maps;
pub mod window;
