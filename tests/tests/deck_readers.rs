//! Decks read by Microsoft's Open XML SDK: nothing is wrong in any part, and mistakes put in on purpose are seen.

use layout::{Density, Theme};
use pipeline_tests::decks::{deck, document, files, refreshed, rich, slides};
use pipeline_tests::hand::Files;
use pipeline_tests::{maps, office};

#[test]
fn every_part_of_every_deck_is_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let (light, dark) = (Theme::Light, Theme::Dark);
    let (normal, projector) = (Density::Normal, Density::Projector);
    let sample = slides(&document(), light, normal);
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
            ("into-saved", refreshed(saved, &slides(&rich(), light, normal))),
        ],
    );
    office::expect_valid("Office2007", &decks);
    office::expect_valid("Microsoft365", &decks[2..3]);
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
