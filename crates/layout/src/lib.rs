//! From a journey map to a [`Scene`]: everything placed, every line of text broken.

mod canvas;
pub mod fonts;
pub mod geometry;
pub mod icons;
mod incremental;
mod layouter;
mod mirror;
pub mod options;
pub mod pages;
pub mod paint;
pub mod paper;
mod patching;
mod poster;
pub mod scene;
mod slides;
pub mod text;
pub mod theme;
pub mod type_roles;

pub use fonts::Fonts;
pub use geometry::{Point, Rect, Segment, Size};
pub use incremental::{CanvasView, Room};
pub use layouter::{Layouter, layout};
pub use options::{Density, LayoutError, Lens, Options, Part, View, Width};
pub use pages::{Include, Legibility, PageOptions, PageView, Pages, PaperPage, Remedy};
pub use paint::{Cap, Color, Join, Paint, Stop, Stroke};
pub use paper::{Paper, PaperError};
pub use scene::*;
pub use slides::{Identity, Slide};
pub use text::{Block, Shaper, TextRequest};
pub use theme::{Contrast, Palette, Theme};
