//! Every painter against Scenes made by hand: pixels, golden pictures, and what independent readers say.

mod pdf;
mod pixels;
mod png;
mod scenes;
mod structure;
mod svg;
