//! Decks and python-pptx: it sees every card once, and a deck that it made takes our slides.

use journey::{Card, Document, LaneKind};
use layout::{Density, Theme};
use pipeline_tests::decks::{deck, document, files, refreshed, rich, slides};
use pipeline_tests::office;
use serde::Deserialize;

/// A shape as python-pptx sees it.
#[derive(Deserialize)]
struct Shape {
    name: String,
    words: String,
    title: bool,
    picture: bool,
    fill: bool,
    line: bool,
}

/// The cards of a kind.
fn cards(document: &Document, kind: LaneKind) -> impl Iterator<Item = &Card> {
    let is_of_kind = move |card: &&Card| document.lanes.get(&card.lane).is_some_and(|lane| lane.kind == kind);
    document.cards.values().filter(is_of_kind)
}

#[test]
fn slides_go_into_a_deck_of_python_pptx() {
    let folder = tempfile::tempdir().expect("a folder");
    let company = folder.path().join("company.pptx");
    office::python("company.py", &company);
    let company = std::fs::read(company).expect("a deck");
    let into = refreshed(company, &slides(&rich(), Theme::Light, Density::Normal));
    office::expect_valid("Office2007", &files(folder.path(), vec![("into", into)]));
}

#[test]
fn python_pptx_lists_the_words_of_every_card_in_one_shape() {
    let folder = tempfile::tempdir().expect("a folder");
    for (document, theme, density) in
        [(document(), Theme::Light, Density::Normal), (document(), Theme::Dark, Density::Projector)]
    {
        let deck = files(folder.path(), vec![("deck", deck(&slides(&document, theme, density)))]);
        let told = office::python("shapes.py", &deck[0]);
        let slides: Vec<Vec<Shape>> = serde_json::from_slice(&told).expect("JSON");
        assert!(slides.iter().all(|own| own.iter().filter(|shape| shape.title).count() == 1));
        let all: Vec<&Shape> = slides.iter().flatten().collect();
        assert!(!all.iter().any(|shape| shape.picture));
        // Each is one shape, named by kind and words, that has fill, line and the words themselves.
        let mut count = 0;
        for (kind, called) in [
            (LaneKind::Actions, "Action"),
            (LaneKind::PainPoints, "Pain point"),
            (LaneKind::Opportunities, "Opportunity"),
        ] {
            for card in cards(&document, kind) {
                let name = format!("{called}: {}", card.text);
                let own: Vec<&&Shape> = all.iter().filter(|shape| shape.name == name).collect();
                assert_eq!(own.len(), 1, "{name}");
                assert!(own[0].fill && own[0].line, "{name}");
                assert_eq!(own[0].words.lines().next(), Some(card.text.as_str()));
                // The overview tells the worst pains once more.
                let told = slides[0].iter().filter(|shape| shape.words == card.text);
                assert!(told.into_iter().all(|shape| shape.fill && shape.line), "{name}");
                count += 1;
            }
        }
        assert!(count >= 20, "{count}");
        for gap in document.gaps.values() {
            let own: Vec<&&Shape> =
                all.iter().filter(|shape| shape.name == format!("Gap: {}", gap.title)).collect();
            assert_eq!(own.len(), 1, "{}", gap.title);
            assert!(own[0].fill && own[0].line && own[0].words.contains(&gap.detail), "{}", gap.title);
        }
        // What people say stands without a border, as the design has it: one shape each, too.
        for card in cards(&document, LaneKind::Thoughts) {
            let own = all.iter().filter(|shape| shape.words.trim_matches(['“', '”']) == card.text);
            assert_eq!(own.count(), 1, "{}", card.text);
        }
    }
}
