//! Decks read by others: Microsoft's Open XML SDK finds nothing wrong in any part, python-pptx sees every card once.

use journey::{Document, Id, LaneKind, sample};
use layout::{Density, Layouter, Options, Slide, Theme};
use pipeline_tests::hand::Files;
use pipeline_tests::{maps, office};
use render::pptx::PptxOptions;
use render::pptx::refresh::Deck;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn document() -> Document {
    let mut last = 0;
    sample(&mut || {
        last += 1;
        Id::from_u128(last)
    })
}

fn slides(document: &Document, theme: Theme, density: Density) -> Vec<Slide> {
    let map = document.maps_in_order()[0].id;
    let language = document.maps_in_order()[0].language.clone();
    let options = Options { map, theme, density, language, ..Options::default() };
    Layouter::new().slides(document, &options).expect("there is a map")
}

fn deck(slides: &[Slide]) -> Vec<u8> {
    let mut bytes = Vec::new();
    render::pptx::write(slides, &PptxOptions::default(), &mut bytes).expect("a deck");
    bytes
}

fn refreshed(into: Vec<u8>, slides: &[Slide]) -> Vec<u8> {
    let mut bytes = Vec::new();
    Deck::read(into).expect("a deck").refresh(slides, &mut bytes).expect("refreshed");
    bytes
}

/// The sample with all that a deck can hold: logo, colours, notes, evidence, links.
fn rich() -> Document {
    let mut document = document();
    let mut png = Vec::new();
    let dot = image::RgbaImage::from_pixel(40, 10, image::Rgba([10, 20, 30, 255]));
    dot.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).expect("a PNG");
    let logo = journey::Image {
        id: Id::from_u128(7000),
        media_type: "image/png".into(),
        width: 40,
        height: 10,
        alt: "Our logo".into(),
        hash: "ab".repeat(32),
        ..journey::Image::default()
    };
    document.blobs.insert(logo.hash.clone(), std::sync::Arc::new(png));
    for map in document.maps.values_mut() {
        map.logo = Some(logo.id);
        map.brand_colors = vec!["#123456".into(), "#ffcc00".into()];
    }
    document.images.insert(logo.id, logo);
    for card in document.cards.values_mut() {
        card.note = "Said by three of five\nand by <one> & more".into();
    }
    document
}

/// Writes decks into a folder.
fn files(folder: &Path, decks: Vec<(&str, Vec<u8>)>) -> Vec<PathBuf> {
    let write = |(name, bytes): (&str, Vec<u8>)| {
        let path = folder.join(format!("{name}.pptx"));
        std::fs::write(&path, bytes).expect("a file");
        path
    };
    decks.into_iter().map(write).collect()
}

#[test]
fn every_part_of_every_deck_is_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let (light, dark) = (Theme::Light, Theme::Dark);
    let (normal, projector) = (Density::Normal, Density::Projector);
    let sample = slides(&document(), light, normal);
    let company = folder.path().join("company.pptx");
    office::python("company.py", &company);
    let company = std::fs::read(company).expect("a deck");
    let mut worked_on = Files::of(&deck(&sample));
    worked_on.add_slide(3, "Our own", "slideLayout1.xml");
    worked_on.give_theme();
    let (decision, words) = (worked_on.slide_with("severe, 8 votes"), ">Negotiates price and terms<");
    worked_on.replace(&decision, words, ">Haggles<");
    let saved = files(folder.path(), vec![("by-hand", worked_on.deck())]);
    assert_eq!(saved.len(), 1);
    let saved = std::fs::read(office::convert(folder.path(), "by-hand.pptx", "pptx")).expect("a deck");
    let decks = files(
        folder.path(),
        vec![
            ("sample", deck(&sample)),
            ("projector", deck(&slides(&document(), dark, projector))),
            ("rich", deck(&slides(&rich(), dark, normal))),
            ("every-kind", deck(&slides(&maps::every_kind(), light, normal))),
            ("arabic", deck(&slides(&maps::arabic(), light, normal))),
            ("japanese", deck(&slides(&maps::japanese(), light, projector))),
            ("empty", deck(&slides(&maps::empty(), light, normal))),
            ("into-ours", refreshed(worked_on.deck(), &slides(&rich(), light, projector))),
            ("into-company", refreshed(company, &slides(&rich(), light, normal))),
            ("into-saved", refreshed(saved, &slides(&rich(), light, normal))),
        ],
    );
    let expect_valid = |version: &str, decks: &[PathBuf]| {
        for (found, deck) in office::findings(version, decks).into_iter().zip(decks) {
            assert!(found.is_empty(), "{version} {}:\n{}", deck.display(), found.join("\n"));
        }
    };
    expect_valid("Office2007", &decks);
    expect_valid("Microsoft365", &decks[2..3]);
}

#[test]
fn the_validator_sees_what_is_wrong() {
    let folder = tempfile::tempdir().expect("a folder");
    // A small deck keeps this quick.
    let whole = deck(&slides(&maps::of_size(1, 7, 1), Theme::Light, Density::Normal));
    let slide = "ppt/slides/slide2.xml";
    let mistakes = [
        // An attribute that has to be there, an order, a value, a name, a number twice; in a slide and elsewhere.
        (slide, "<a:off x=", "<a:off y2="),
        (slide, "<a:lnSpc>", "<a:buNone/><a:lnSpc>"),
        (slide, "prst=\"roundRect\"", "prst=\"roundish\""),
        (slide, "<p:clrMapOvr>", "<p:own/><p:clrMapOvr>"),
        ("ppt/theme/theme1.xml", "<a:accent2>", "<a:accent7/><a:accent2>"),
        ("ppt/slideMasters/slideMaster1.xml", "bg1=\"lt1\"", "bg1=\"white\""),
        ("ppt/presentation.xml", "<p:sldSz cx=\"12192000\"", "<p:sldSz cx=\"12\""),
    ];
    let broken = mistakes.iter().enumerate().map(|(at, (name, from, to))| {
        let mut files = Files::of(&whole);
        files.replace(name, from, to);
        let path = folder.path().join(format!("{at}.pptx"));
        std::fs::write(&path, files.deck()).expect("a file");
        path
    });
    let found = office::findings("Office2007", &broken.collect::<Vec<_>>());
    for (found, (name, _, mistake)) in found.iter().zip(&mistakes) {
        let is_seen = found.iter().any(|line| line.contains(&format!("/{name}")));
        assert!(is_seen, "{mistake}: {found:?}");
    }
}

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
        // Cards with a border: one shape, named by kind and words, that has fill, line and the words themselves.
        let mut count = 0;
        for (kind, called) in [(LaneKind::PainPoints, "Pain point"), (LaneKind::Opportunities, "Opportunity")]
        {
            let lanes: BTreeSet<Id> =
                document.lanes.values().filter(|lane| lane.kind == kind).map(|lane| lane.id).collect();
            for card in document.cards.values().filter(|card| lanes.contains(&card.lane)) {
                let name = format!("{called}: {}", card.text);
                let own: Vec<&&Shape> = all.iter().filter(|shape| shape.name == name).collect();
                assert_eq!(own.len(), 1, "{name}");
                assert!(own[0].fill && own[0].line, "{name}");
                assert_eq!(own[0].words.lines().next(), Some(card.text.as_str()));
                count += 1;
            }
        }
        assert!(count >= 10);
        // What people do and what they say stands without a border, as the design has it: one shape each, too.
        for kind in [LaneKind::Actions, LaneKind::Thoughts] {
            let lanes: BTreeSet<Id> =
                document.lanes.values().filter(|lane| lane.kind == kind).map(|lane| lane.id).collect();
            for card in document.cards.values().filter(|card| lanes.contains(&card.lane)) {
                let own = all.iter().filter(|shape| shape.words.trim_matches(['“', '”']) == card.text);
                assert_eq!(own.count(), 1, "{}", card.text);
            }
        }
    }
}
