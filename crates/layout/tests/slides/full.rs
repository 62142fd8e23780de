//! Slides that have more to tell than they hold: names, cards and gaps of very many words.

use super::*;

#[test]
fn whoever_says_very_much_stays_on_the_slide() {
    let long =
        "Compares what each supplier says with what the others have said and writes it down ".repeat(9);
    let mut document = document();
    for card in document.cards.values_mut() {
        card.text = long.clone();
    }
    for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        slides(&document, density).iter().for_each(|slide| sound(slide, floor));
    }
    let thoughts: Vec<Id> =
        document.lanes.values().filter(|lane| lane.kind == LaneKind::Thoughts).map(|lane| lane.id).collect();
    for card in document.cards.values_mut().filter(|card| !thoughts.contains(&card.lane)) {
        card.text = "Compares what each supplier says with what the others have said, line by line".into();
    }
    for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        slides(&document, density).iter().for_each(|slide| sound(slide, floor));
    }
}

#[test]
fn gaps_that_find_no_room_in_the_legend_are_counted_on_the_slide() {
    let mut document = document();
    for gap in document.gaps.values_mut() {
        gap.title = "From one department to another one, and back".repeat(2);
        gap.detail = "a detail of many words that takes more room than a line has ".repeat(3);
        gap.plug = "a plug that has to be explained in as many words as this ".repeat(4);
    }
    for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        let slides = slides(&document, density);
        slides.iter().for_each(|slide| sound(slide, floor));
        assert!(said(&slides[0]).iter().any(|words| words.starts_with("and ")), "{:?}", said(&slides[0]));
        let lowest = slides
            .iter()
            .flat_map(|slide| slide.scene.reading_order())
            .filter(|placed| placed.node.role == Role::Card);
        let bottom = lowest.map(|placed| placed.at.y + placed.node.size.h).fold(0.0, f64::max);
        assert!(bottom <= 1012.0, "a card ends at {bottom}");
    }
}

#[test]
fn a_name_of_many_letters_leaves_the_actions_their_place() {
    let name = |words: &str| {
        let mut document = document();
        document.people.values_mut().for_each(|person| person.name = words.into());
        for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
            slides(&document, density).iter().for_each(|slide| sound(slide, floor));
        }
        said(&slides(&document, Density::Normal)[4])
    };
    let has = |said: Vec<String>, words: &str| assert!(said.iter().any(|own| own == words), "{said:?}");
    has(name("Marie Curie"), "What Marie Curie does");
    has(name("Marie of the committee for new machines"), "What Marie does");
    has(name("Donaudampfschifffahrtsgesellschaftskapitänswitwe"), "What buyers do");
}

#[test]
fn what_finds_no_room_is_counted() {
    let mut document = map("en", &["Only"]);
    for at in 0..9 {
        card(&mut document, 0, &format!("Does the thing number {at}"), None);
        let long =
            "A pain that takes so many words that its card becomes higher than all the others on this slide";
        card(&mut document, 1, long, Some(at % 5 + 1));
        card(&mut document, 2, &format!("Idea {at}"), None);
    }
    for (density, floor, counts) in [
        (Density::Normal, 24.0, ["and 5 more", "and 8 more", "and 6 more"]),
        (Density::Projector, 36.0, ["and 6 more", "and 8 more", "and 7 more"]),
    ] {
        let slides = slides(&document, density);
        slides.iter().for_each(|slide| sound(slide, floor));
        let said = said(&slides[1]);
        for count in counts {
            assert!(said.iter().any(|text| text == count), "{count} in {said:?}");
        }
    }
}

#[test]
fn a_long_german_name_is_hyphenated_and_held_by_its_column() {
    let long = "Datenschutzfolgenabschätzungsverantwortlichkeitsübertragung";
    assert_eq!(long.chars().count(), 59);
    let mut document = map("de", &[long, "Bedarf", "Auswahl", "Vertrag", "Betrieb", "Service", "Erneuerung"]);
    card(&mut document, 1, &format!("{long} fehlt"), Some(5));
    for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        let slides = slides(&document, density);
        slides.iter().for_each(|slide| sound(slide, floor));
        let all = words(&slides[0]);
        let (place, name) =
            all.iter().find(|(_, text)| text.text.replace('\u{ad}', "") == long).expect("the name");
        assert!(name.lines.len() > 1 && name.lines[0].hyphen);
        let columns = if density == Density::Normal { 7.0 } else { 3.0 };
        assert!(place.w <= 1728.0 / columns, "{place:?}");
    }
}
