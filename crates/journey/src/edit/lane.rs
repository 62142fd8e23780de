//! Moving lanes.

use super::{Place, place};
use crate::{Draft, EditError, Family, Id, Lane, Zone};

/// Moves a lane, also to the other zone.
pub(super) fn move_lane(draft: &mut Draft, id: Id, zone: Zone, place: Place) -> Result<(), EditError> {
    let mut map = Id::default();
    draft.update(id, |lane: &mut Lane| {
        lane.zone = zone;
        map = lane.map;
        Ok(())
    })?;
    place::settle(draft, Family::Lanes(map, zone), &[id], place)
}
