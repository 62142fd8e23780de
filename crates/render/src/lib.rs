//! From a Scene to pictures: PNG, PDF and SVG.
