//! The canvas: a whole map as a table with a trail.

pub(crate) mod branch;
mod cards;
mod columns;
pub(crate) mod context;
pub(crate) mod curve;
pub(crate) mod draw;
pub(crate) mod gaps;
mod grid;
mod header;
mod lanes;
mod lens;
pub(crate) mod metrics;
mod packing;
mod paths;
mod sheets;
mod trail;

pub(crate) use branch::Branch;
pub(crate) use cards::{Foot, Item, picture, scene_image, touchpoint_symbol};
pub(crate) use context::Context;
pub(crate) use sheets::{Canvas, images, root_key, sheet_prim};
