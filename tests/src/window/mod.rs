//! The window under test: a desk of its own (screen, window manager, bus, folders) and a driver that plays the person.

mod app;
mod desk;
mod driver;
mod http;
mod measure;
mod peers;
mod picture;
mod wander;

pub use app::App;
pub use desk::{Desk, program};
pub use driver::{Driver, Element, Failed, Hand, key};
pub use measure::{Frames, first_paint, frames_while_panning, key_until, keys_to_paint};
pub use peers::peer_frames;
pub use picture::{Difference, View, differences};
pub use wander::{Walk, Wanderer};
