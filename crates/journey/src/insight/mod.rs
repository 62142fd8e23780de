//! What the map works out by itself. One definition each, the same in every view and export, and each says why.

mod checks;
mod completeness;
mod course;
mod cycle;
mod disagreement;
mod friction;
mod headline;
mod impact;
mod plan;
mod presence;
mod proposed;
mod quadrant;
mod suggested;

pub use checks::{CODES, Finding, checks};
pub use completeness::{Completeness, Part, completeness};
pub use course::{Course, Spot};
pub use cycle::{CycleTime, cycle_time};
pub use disagreement::{Disagreement, TOLD_FROM, disagreements};
pub use friction::{Friction, PainFriction, StageFriction, pains_by_friction, stage_frictions};
pub use headline::{curve_in_short, gaps_headline, generated_headline, headline, lowest_feeling};
pub use impact::{Impact, impacts};
pub use plan::{PlanItem, plan};
pub use presence::{MARK, Share, share_with_supplier};
pub use proposed::{ProposedGap, proposed_gaps};
pub use quadrant::Quadrant;
pub use suggested::{FEWEST, Suggestion, opportunities, suggested_impacts};
