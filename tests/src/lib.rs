//! The whole pipeline under test; see `tests/README.md`.

pub mod deck;
pub mod decks;
pub mod hand;
pub mod journeys;
pub mod looks;
pub mod maps;
pub mod office;
pub mod pdf;
pub mod sheet;
pub mod storyboard;
pub mod window;

/// The sample map, with the same ids each time.
pub fn sample() -> journey::Document {
    journey::sample(&mut ids())
}

/// New ids, the same each time.
pub fn ids() -> impl FnMut() -> journey::Id {
    let mut last = 0;
    move || {
        last += 1;
        journey::Id::from_u128(last)
    }
}
