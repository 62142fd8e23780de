//! From a Scene to pictures and decks: PNG, PDF, SVG and PPTX. [`export`] makes the files of whole [`layout::Pages`].
//!
//! Four painters with one shape each: `write(scene, options, output)` is the front door, and inside a painter the same
//! file names do the same job: `shape` for rectangles, paths, connectors and clips, `text` for glyphs, `image` for
//! pictures. A painter decides nothing: places, colours, line breaks and glyphs are settled in the Scene. The same
//! Scene and options give the same bytes.

mod check;
mod date;
mod error;
mod geometry;
mod link;
mod picture;
mod warning;

pub mod clean;
pub mod export;
pub mod intake;
pub mod pdf;
pub mod png;
pub mod pptx;
pub mod svg;

pub use error::RenderError;
pub use warning::{Warning, Warnings};
