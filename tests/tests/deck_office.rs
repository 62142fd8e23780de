//! Decks opened by LibreOffice on a computer without Inter: all pages, and every card's words inside of its shape.

use journey::{Document, Id, LaneKind, sample};
use layout::{Density, Layouter, Options, Rect, Role, Slide};
use render::pptx::PptxOptions;
use std::path::Path;
use std::process::Command;

/// Points of the page for a unit of a slide.
const POINTS: f64 = 0.5;

fn document() -> Document {
    let mut last = 0;
    sample(&mut || {
        last += 1;
        Id::from_u128(last)
    })
}

/// A word on a page, and where it stands, in units of a slide.
struct Word {
    text: String,
    place: Rect,
}

/// The deck's pages as LibreOffice draws them, word by word.
fn pages(slides: &[Slide], folder: &Path) -> Vec<Vec<Word>> {
    let mut bytes = Vec::new();
    render::pptx::write(slides, &PptxOptions::default(), &mut bytes).expect("a deck");
    std::fs::write(folder.join("deck.pptx"), bytes).expect("a file");
    // Inter may be installed here and would hide what happens without it.
    let fonts = "<?xml version=\"1.0\"?><fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>\
        <pattern><patelt name=\"family\"><string>Inter</string></patelt></pattern>\
        <pattern><patelt name=\"family\"><string>Inter Display</string></patelt></pattern>\
        </rejectfont></selectfont></fontconfig>";
    std::fs::write(folder.join("fonts.conf"), fonts).expect("a file");
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
        .args(["--headless", "--convert-to", "pdf", "deck.pptx"])
        .env("FONTCONFIG_FILE", folder.join("fonts.conf"))
        .current_dir(folder)
        .output()
        .expect("LibreOffice runs");
    assert!(folder.join("deck.pdf").exists(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = Command::new("pdftotext").args(["-bbox", "deck.pdf", "-"]).current_dir(folder).output();
    let told = String::from_utf8(told.expect("pdftotext runs").stdout).expect("text");
    told.split("<page ").skip(1).map(|page| page.split("<word ").skip(1).filter_map(word).collect()).collect()
}

/// A word as pdftotext writes it: `xMin="…" yMin="…" xMax="…" yMax="…">text</word>`.
fn word(text: &str) -> Option<Word> {
    let number = |name: &str| -> Option<f64> {
        let rest = text.split_once(&format!("{name}=\""))?.1;
        Some(rest.split_once('"')?.0.parse::<f64>().ok()? / POINTS)
    };
    let (x, y, right, bottom) = (number("xMin")?, number("yMin")?, number("xMax")?, number("yMax")?);
    let words = text.split_once('>')?.1.split_once("</word>")?.0;
    let words = words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    Some(Word { text: words, place: Rect::new(x, y, right - x, bottom - y) })
}

/// The letters and figures of words, since another face breaks lines elsewhere.
fn letters(text: &str) -> String {
    text.chars().filter(|own| own.is_alphanumeric()).collect()
}

/// Every card's words stand inside of its shape, and nothing leaves the slide.
fn check(slides: &[Slide]) {
    let folder = tempfile::tempdir().expect("a folder");
    let pages = pages(slides, folder.path());
    assert_eq!(pages.len(), slides.len());
    let mut cards = 0;
    for (slide, page) in slides.iter().zip(&pages) {
        for word in page {
            let (place, text) = (word.place, &word.text);
            let inside =
                place.x >= 0.0 && place.right() <= 1920.0 && place.y >= 0.0 && place.bottom() <= 1080.0;
            assert!(inside, "{}: “{text}” leaves the slide: {place:?}", slide.name);
        }
        for placed in slide.scene.reading_order().iter().filter(|placed| placed.node.role == Role::Card) {
            let card = Rect::of(placed.node.size).moved(placed.at).grown(1.0);
            let within = page.iter().filter(|word| {
                let place = word.place;
                place.x >= card.x
                    && place.right() <= card.right()
                    && place.y >= card.y
                    && place.bottom() <= card.bottom()
            });
            let found: String = within.map(|word| letters(&word.text)).collect();
            assert_eq!(found, letters(&placed.node.text), "{}", slide.name);
            cards += 1;
        }
    }
    assert!(cards > 0);
}

#[test]
fn the_sample_reads_the_same_without_our_face() {
    let document = document();
    let map = document.maps_in_order()[0].id;
    for density in [Density::Normal, Density::Projector] {
        let options = Options { map, density, ..Options::default() };
        check(&Layouter::new().slides(&document, &options).expect("there is a map"));
    }
}

#[test]
fn long_german_words_stay_in_their_shapes() {
    let mut document = document();
    document.maps.values_mut().for_each(|map| map.language = "de".into());
    let lanes: Vec<Id> = [LaneKind::PainPoints, LaneKind::Opportunities]
        .into_iter()
        .filter_map(|kind| document.lanes.values().find(|lane| lane.kind == kind).map(|lane| lane.id))
        .collect();
    for card in document.cards.values_mut().filter(|card| lanes.contains(&card.lane)) {
        card.text =
            "Kraftfahrzeughaftpflichtversicherungsvergleichsportal antwortet den Einkaufsabteilungen zu spät"
                .into();
    }
    let options = Options { map: document.maps_in_order()[0].id, ..Options::default() };
    check(&Layouter::new().slides(&document, &options).expect("there is a map"));
}
