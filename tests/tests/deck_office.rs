//! Decks opened by LibreOffice on a computer without Inter: all pages, and every card's words inside of its shape.

use journey::{Document, Id, LaneKind};
use layout::{Density, Layouter, Options, Placed, Prim, Rect, Role, Slide, Theme};
use pipeline_tests::hand::Files;
use pipeline_tests::{journeys, maps, office};
use render::pptx::PptxOptions;
use render::pptx::refresh::Deck;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Points of the page for a unit of a slide.
const POINTS: f64 = 0.5;

fn document() -> Document {
    pipeline_tests::sample()
}

/// A word on a page, and where it stands, in units of a slide.
struct Word {
    text: String,
    place: Rect,
}

/// The deck's pages as LibreOffice draws them, word by word, in the theme's face of this name.
fn pages(slides: &[Slide], folder: &Path, face: &str) -> Vec<Vec<Word>> {
    let mut bytes = Vec::new();
    render::pptx::write(slides, &PptxOptions::default(), &mut bytes).expect("a deck");
    let mut files = Files::of(&bytes);
    for (old, new) in [("\"Inter\"", face), ("\"Inter Display\"", face)] {
        files.replace("ppt/theme/theme1.xml", old, &format!("\"{new}\""));
    }
    std::fs::write(folder.join("deck.pptx"), files.deck()).expect("a file");
    let pdf = office::convert(folder, "deck.pptx", "pdf");
    let told = Command::new("pdftotext").arg("-bbox").arg(pdf).arg("-").output();
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
    let mut words = words.to_owned();
    for (name, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
        words = words.replace(name, sign);
    }
    Some(Word { text: words, place: Rect::new(x, y, right - x, bottom - y) })
}

/// The letters and figures of words, since another face breaks lines elsewhere.
fn letters(text: &str) -> String {
    text.chars().filter(|own| own.is_alphanumeric()).collect()
}

/// The words without Latin letters and figures in the middle of Arabic ones: LibreOffice's PDF says some ligatures by the number
/// of their glyph.
fn without_signs_of_glyphs(text: &str) -> String {
    let is_arabic = |own: char| ('\u{600}'..='\u{6ff}').contains(&own);
    text.chars().filter(|own| !(own.is_ascii_alphanumeric() && text.contains(is_arabic))).collect()
}

/// The first word beside the bars of severity of a card, and the last bar; none for other cards.
fn votes(placed: &Placed<'_>) -> Option<(String, Rect)> {
    let bars = placed.node.prims.iter().filter_map(|prim| match prim {
        Prim::Rect(own) => Some(own.rect.moved(placed.at)),
        _ => None,
    });
    let texts = placed.node.prims.iter().filter_map(Prim::as_text);
    let foot = texts.skip(1).last()?;
    Some((foot.text.split_whitespace().next()?.to_owned(), bars.skip(1).last()?))
}

/// What stands apart from Latin words in the middle of others.
const SIGNS: [char; 5] = ['.', ',', '?', '(', ')'];

/// Every word is whole on a page or broken where it is broken here, with its hyphen: no piece is another one than ours,
/// and all of ours are there.
fn broken_as_here(slide: &Slide, page: &[Word]) {
    let mut known = BTreeSet::new();
    for placed in slide.scene.reading_order() {
        for text in placed.node.prims.iter().filter_map(Prim::as_text) {
            known.extend(text.text.replace('\u{ad}', "").split_whitespace().flat_map(pieces));
            for line in &text.lines {
                let words = text.text[line.start as usize..line.end as usize].replace('\u{ad}', "");
                let words = if line.hyphen { format!("{words}-") } else { words };
                if line.hyphen {
                    let last = words.split_whitespace().next_back().unwrap_or_default();
                    let is_there = page.iter().any(|word| word.text == last);
                    assert!(is_there, "{}: no line ends in “{last}”", slide.name);
                }
                known.extend(words.split_whitespace().flat_map(pieces));
            }
        }
    }
    for word in page.iter().filter(|word| has_letters_that_stay_together(&word.text)) {
        let (name, text, place) = (&slide.name, word.text.as_str(), word.place);
        let plain = text.trim_matches(SIGNS);
        let is_known = [text, plain].into_iter().any(|own| known.contains(own));
        assert!(is_known, "{name}: “{text}” at {place:?} is broken elsewhere");
    }
}

/// A word, and what it falls into where it has hyphens of its own.
fn pieces(word: &str) -> Vec<String> {
    let parts: Vec<&str> = word.split_inclusive(['-', '–', '/']).collect();
    let ranges = (0..parts.len()).flat_map(|from| (from + 1..=parts.len()).map(move |to| from..to));
    let whole = ranges.map(|range| parts[range].concat());
    whole.flat_map(|own| [own.trim_matches(SIGNS).to_owned(), own]).collect()
}

/// Han and kana are broken anywhere; of Arabic words LibreOffice's PDF has other letters.
fn has_letters_that_stay_together(word: &str) -> bool {
    word.chars().all(|own| !own.is_alphabetic() || own < '\u{590}') && word.chars().any(char::is_alphabetic)
}

/// No two words of a page lie on each other.
fn apart(slide: &Slide, page: &[Word]) {
    // A face's ascent and descent are more than its line; the middle of a line is its own.
    let core = |word: &Word| {
        Rect::new(word.place.x, word.place.y + word.place.h * 0.4, word.place.w, word.place.h * 0.2)
    };
    for (at, word) in page.iter().enumerate() {
        for other in &page[..at] {
            let (one, two) = (core(word), core(other));
            let apart = one.x + 2.0 > two.right()
                || two.x + 2.0 > one.right()
                || one.y > two.bottom()
                || two.y > one.bottom();
            assert!(apart, "{}: “{}” lies on “{}” at {one:?}", slide.name, word.text, other.text);
        }
    }
}

/// Every card's words stand inside of its shape and beside its bars, and nothing leaves the slide.
fn check(slides: &[Slide]) {
    check_in(slides, "Inter");
}

/// The same in another face of the theme.
fn check_in(slides: &[Slide], face: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let pages = pages(slides, folder.path(), face);
    assert_eq!(pages.len(), slides.len());
    let mut cards = 0;
    for (slide, page) in slides.iter().zip(&pages) {
        broken_as_here(slide, page);
        apart(slide, page);
        for word in page {
            let (place, text) = (word.place, &word.text);
            let inside =
                place.x >= 0.0 && place.right() <= 1920.0 && place.y >= 0.0 && place.bottom() <= 1080.0;
            assert!(inside, "{}: “{text}” leaves the slide: {place:?}", slide.name);
        }
        for placed in slide.scene.reading_order().iter().filter(|placed| placed.node.role == Role::Card) {
            if let Some((votes, bar)) = votes(placed) {
                let level = |word: &&Word| {
                    let middle = |rect: Rect| rect.y + rect.h / 2.0;
                    let apart = word.place.x >= bar.right() + 5.0 || word.place.right() <= bar.x - 5.0;
                    word.text == votes && apart && (middle(word.place) - middle(bar)).abs() < bar.h
                };
                let beside = page.iter().find(level);
                assert!(beside.is_some(), "{}: “{votes}” is not beside its bars at {bar:?}", slide.name);
            }
            // A soft hyphen at the end of a line is not drawn, but counted to the width.
            let card = Rect::of(placed.node.size).moved(placed.at).grown(2.0);
            let within = page.iter().filter(|word| {
                let place = word.place;
                place.x >= card.x
                    && place.right() <= card.right()
                    && place.y >= card.y
                    && place.bottom() <= card.bottom()
            });
            let found: String = within.map(|word| letters(&without_signs_of_glyphs(&word.text))).collect();
            // Words from right to left are told as they stand on the page.
            let sorted = |words: &str| {
                let mut all: Vec<char> = words.chars().collect();
                all.sort_unstable();
                all.into_iter().collect::<String>()
            };
            let expected = &placed.node.text;
            assert_eq!(sorted(&found), sorted(&letters(expected)), "{} {card:?}: {expected}", slide.name);
            cards += 1;
        }
    }
    assert!(cards > 0);
}

#[test]
fn the_sample_reads_the_same_without_our_face_in_every_language() {
    for language in journey::words::languages() {
        let document = journey::sample_in(&mut pipeline_tests::ids(), language);
        let map = document.maps_in_order()[0].id;
        for density in [Density::Normal, Density::Projector] {
            println!("{language} {density:?}");
            let options = Options { map, density, ..Options::default() };
            check(&Layouter::new().slides(&document, &options).expect("there is a map"));
        }
    }
}

#[test]
fn journeys_of_every_kind_read_the_same_without_our_face() {
    for (name, document) in journeys::all() {
        let map = document.maps_in_order()[0];
        for (density, theme) in [(Density::Normal, Theme::Light), (Density::Projector, Theme::Dark)] {
            println!("{name} {density:?}");
            let options = Options { map: map.id, density, theme, ..Options::default() };
            check(&Layouter::new().slides(&document, &options).expect("there is a map"));
        }
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

#[test]
fn votes_stay_beside_their_bars_in_a_much_wider_face() {
    let document = document();
    let options = Options { map: document.maps_in_order()[0].id, ..Options::default() };
    let slides = Layouter::new().slides(&document, &options).expect("there is a map");
    check_in(&slides[4..5], "DejaVu Sans Mono");
}

#[test]
fn right_to_left_and_japanese_read_the_same_without_our_face() {
    for document in [maps::arabic(), maps::japanese(), maps::every_kind()] {
        let map = document.maps_in_order()[0];
        for density in [Density::Normal, Density::Projector] {
            let options = Options { map: map.id, density, ..Options::default() };
            check(&Layouter::new().slides(&document, &options).expect("there is a map"));
        }
    }
}

/// A deck that LibreOffice opened and saved.
fn saved(deck: &[u8], folder: &Path) -> Vec<u8> {
    std::fs::write(folder.join("deck.pptx"), deck).expect("a file");
    std::fs::read(office::convert(folder, "deck.pptx", "pptx")).expect("a deck")
}

#[test]
fn hands_work_survives_refreshes_with_libreoffice_in_between() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut document = document();
    let map = document.maps_in_order()[0].id;
    let options = Options { map, ..Options::default() };
    let slides = |document: &Document| Layouter::new().slides(document, &options).expect("there is a map");
    let mut first = Vec::new();
    render::pptx::write(&slides(&document), &PptxOptions::default(), &mut first).expect("a deck");
    let mut files = Files::of(&first);
    let own = ["Own title", "Own figures", "Own team", "Own dates", "Own end"];
    for (at, words) in [0, 2, 6, 12, 14].into_iter().zip(own) {
        files.add_slide(at, words, "slideLayout1.xml");
    }
    files.give_theme();
    let decision = files.slide_with("severe, 8 votes");
    files.replace(&decision, ">Negotiates price and terms<", ">Haggles for weeks<");
    let mut current = files.deck();
    for round in 1..=3 {
        current = saved(&current, folder.path());
        let card = document.cards.values_mut().find(|card| card.text.starts_with("Pric")).expect("the card");
        card.text = format!("Prices, round {round}");
        let mut bytes = Vec::new();
        let deck = Deck::read(current).expect("a deck");
        let done = deck.refresh(&slides(&document), &mut bytes).expect("refreshed");
        current = bytes;
        let counts = (done.replaced, done.added, done.removed);
        assert_eq!(counts, if round == 1 { (9, 1, 0) } else { (10, 0, 0) }, "round {round}: {:?}", done.kept);
        let kept: Vec<&str> = done.kept.iter().map(|own| own.title.as_str()).collect();
        assert_eq!(kept, ["Decision"], "round {round}");
        let files = Files::of(&current);
        let words = files.words();
        assert_eq!(words.len(), 16);
        let places: Vec<usize> =
            own.iter().filter_map(|own| words.iter().position(|words| words == own)).collect();
        assert_eq!(places, [0, 2, 6, 13, 15], "round {round}");
        let at = words.iter().position(|words| words.contains("Haggles for weeks")).expect("kept");
        assert!(words[at + 1].contains("Negotiates price and terms"));
        assert_eq!(words.iter().filter(|own| own.contains(&format!("Prices, round {round}"))).count(), 2);
        let pictures = files.0.values().filter(|bytes| bytes.starts_with(b"\x89PNG")).count();
        assert_eq!(pictures, 5, "round {round}");
        // The company's colour and face are still there.
        let themes = files.0.iter().filter(|(name, _)| name.starts_with("ppt/theme/theme"));
        let has = |words: &str| {
            themes.clone().any(|(_, own)| String::from_utf8_lossy(own).to_uppercase().contains(words))
        };
        assert!(has("C0FFEE"), "round {round}");
    }
}

#[test]
fn words_broken_on_slides_are_no_work_of_hands_after_libreoffice() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, document) = journeys::all().pop().expect("the journey of long words");
    let options = Options { map: document.maps_in_order()[0].id, ..Options::default() };
    let slides = Layouter::new().slides(&document, &options).expect("there is a map");
    let mut first = Vec::new();
    render::pptx::write(&slides, &PptxOptions::default(), &mut first).expect("a deck");
    assert!(Files::of(&first).text("ppt/slides/slide1.xml").contains("<a:br>"));
    let deck = Deck::read(saved(&first, folder.path())).expect("a deck");
    let done = deck.refresh(&slides, &mut Vec::new()).expect("refreshed");
    let counts = (done.replaced, done.added, done.removed);
    assert_eq!(counts, (slides.len(), 0, 0), "{:?}", done.kept);
}
