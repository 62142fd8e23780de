//! What the map works out by itself. One definition each, the same in every view and export, and each says why.

mod friction;
mod quadrant;

pub use friction::{Friction, PainFriction, StageFriction, pains_by_friction, stage_frictions};
pub use quadrant::Quadrant;
