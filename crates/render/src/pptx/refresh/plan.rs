//! What becomes of each slide of a deck when slides are put into it.

/// A slide of the deck as it stands.
#[derive(Clone, Debug)]
pub(super) struct Seat {
    /// What of which map it shows, where it is ours.
    pub(super) ours: Option<(u64, u64)>,
    /// Whether it has to stay: it was changed by hand, or another part leads to it.
    pub(super) stays: bool,
}

/// One place of the deck as it will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The slide that stands there.
    Old(usize),
    /// The slide that stands there, made anew.
    Anew(usize, usize),
    /// A new slide.
    New(usize),
}

/// The deck's slides in their new order. Slides made by hand stay where they are; of those that we made each is made
/// anew in its place, or goes where the map has it no more. One that has to stay keeps its place and gets its new version
/// behind it. What is new comes behind the slide that comes before it in the map's own order.
pub(super) fn places(seats: &[Seat], new: &[(u64, u64)]) -> Vec<Place> {
    let is_of_these = |map: u64| new.iter().any(|own| own.0 == map);
    let mut places: Vec<Place> = Vec::new();
    for (at, seat) in seats.iter().enumerate() {
        match seat.ours {
            Some(ours) if is_of_these(ours.0) && !seat.stays => {
                places.extend(new.iter().position(|own| *own == ours).map(|slide| Place::Anew(at, slide)));
            }
            _ => places.push(Place::Old(at)),
        }
    }
    let shows = |place: &Place, slide: usize| match *place {
        Place::Old(at) => seats[at].ours == Some(new[slide]),
        Place::Anew(_, own) | Place::New(own) => own == slide,
    };
    for slide in 0..new.len() {
        let stands = |place: &Place| matches!(*place, Place::Anew(_, own) if own == slide);
        if places.iter().any(stands) {
            continue;
        }
        let last = |of: usize, places: &[Place]| places.iter().rposition(|place| shows(place, of));
        let behind = (0..=slide).rev().find_map(|before| last(before, &places));
        let at = behind.map(|at| at + 1).or_else(|| {
            (slide + 1..new.len()).find_map(|after| places.iter().position(|place| shows(place, after)))
        });
        places.insert(at.unwrap_or(places.len()), Place::New(slide));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A deck in a line: `h` by hand, letters ours, `!` behind one that was changed.
    fn seats(deck: &str) -> Vec<Seat> {
        let mut found: Vec<Seat> = Vec::new();
        for letter in deck.chars() {
            match letter {
                '!' => found.last_mut().expect("a slide").stays = true,
                'h' => found.push(Seat { ours: None, stays: false }),
                other => {
                    let map = u64::from(other.is_uppercase());
                    found.push(Seat { ours: Some((map, other.to_ascii_lowercase().into())), stays: false });
                }
            }
        }
        found
    }

    fn after(deck: &str, new: &str) -> String {
        let slides: Vec<(u64, u64)> = new.chars().map(|own| (0, own.into())).collect();
        let name = |at: usize| new.chars().nth(at).expect("a slide");
        let own = seats(deck);
        let old: Vec<char> = deck.chars().filter(|own| *own != '!').collect();
        let places = places(&own, &slides);
        let show = |place: &Place| match *place {
            Place::Old(at) if own[at].stays => format!("{}!", old[at]),
            Place::Old(at) => old[at].to_string(),
            Place::Anew(_, slide) => name(slide).to_string(),
            Place::New(slide) => format!("+{}", name(slide)),
        };
        places.iter().map(show).collect()
    }

    #[test]
    fn each_slide_has_its_place() {
        for (deck, new, expected) in [
            ("", "abc", "+a+b+c"),
            ("hh", "ab", "hh+a+b"),
            ("abc", "abc", "abc"),
            ("habhc", "abc", "habhc"),
            // In another order, and one twice.
            ("cbab", "abc", "cbab"),
            // Changed by hand: kept, and the new version behind it, but once only.
            ("ab!c", "abc", "ab!+bc"),
            ("ab!bc", "abc", "ab!bc"),
            // Gone from the map, gone from the deck, unless it was changed by hand.
            ("abch", "ac", "ach"),
            ("ab!ch", "ac", "ab!ch"),
            // New in the map.
            ("ahc", "abcd", "a+bhc+d"),
            ("hb", "ab", "h+ab"),
            // Of another map.
            ("aBhC", "ab", "a+bBhC"),
        ] {
            assert_eq!(after(deck, new), expected, "{deck} with {new}");
        }
    }
}
