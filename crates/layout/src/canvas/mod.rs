//! The canvas: a whole map as a table with a trail.

mod branch;
mod cards;
mod columns;
mod context;
mod curve;
mod draw;
mod gaps;
mod grid;
mod header;
mod lanes;
mod lens;
mod metrics;
mod packing;
mod paths;
mod sheets;
mod trail;

pub(crate) use branch::Branch;
pub(crate) use cards::picture;
pub(crate) use context::Context;
pub(crate) use sheets::{Canvas, images, root_key, sheet_prim};
