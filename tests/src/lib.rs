//! The whole pipeline under test; see `tests/README.md`.
