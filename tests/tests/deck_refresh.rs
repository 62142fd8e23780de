//! Slides put into decks that people went on working with: what is ours is made anew, all the rest stays.

use journey::{Document, Edit, Id, RecordId, Stamp, Table};
use layout::{Layouter, Options, Slide, Theme};
use pipeline_tests::deck::{expect_whole, parts};
use pipeline_tests::hand::Files;
use render::pptx::PptxOptions;
use render::pptx::refresh::{Deck, DeckError, Kept, Refreshed};

fn document() -> Document {
    pipeline_tests::sample()
}

fn slides(document: &Document) -> Vec<Slide> {
    let map = document.maps_in_order()[0].id;
    Layouter::new().slides(document, &Options { map, ..Options::default() }).expect("there is a map")
}

fn deck(slides: &[Slide]) -> Vec<u8> {
    let mut bytes = Vec::new();
    render::pptx::write(slides, &PptxOptions::default(), &mut bytes).expect("a deck");
    bytes
}

/// Puts slides into a deck. Whatever comes out is whole.
fn refreshed(into: &[u8], slides: &[Slide]) -> (Vec<u8>, Refreshed) {
    let mut bytes = Vec::new();
    let done = Deck::read(into.to_vec()).expect("a deck").refresh(slides, &mut bytes).expect("refreshed");
    expect_whole(&parts(&bytes));
    (bytes, done)
}

/// The document with other words on a card.
fn reworded(mut document: Document, from: &str, to: &str) -> Document {
    let card = document.cards.values_mut().find(|card| card.text == from).expect("the card");
    card.text = to.into();
    document
}

const BY_HAND: [(usize, &str); 5] =
    [(0, "Own title"), (2, "Own figures"), (6, "Own team"), (12, "Own dates"), (14, "Own end")];

/// A deck that somebody went on working with: five slides of their own, another theme, one of ours retouched.
fn worked_on(slides: &[Slide]) -> Files {
    let mut files = Files::of(&deck(slides));
    for (at, words) in BY_HAND {
        files.add_slide(at, words, "slideLayout1.xml");
    }
    files.give_theme();
    let decision = files.slide_with("severe, 8 votes");
    files.replace(&decision, ">Negotiates price and terms<", ">Haggles for weeks<");
    files
}

/// The places of the slides made by hand, by their words.
fn own_places(files: &Files) -> Vec<usize> {
    let words = files.words();
    BY_HAND.iter().filter_map(|(_, own)| words.iter().position(|words| words == own)).collect()
}

#[test]
fn hands_work_survives_three_refreshes() {
    let mut document = document();
    let before = worked_on(&slides(&document));
    let mut current = before.deck();
    for round in 1..=3 {
        let was =
            if round == 1 { "Pricing is unclear".to_owned() } else { format!("Prices, round {}", round - 1) };
        let is = format!("Prices, round {round}");
        document = reworded(document, &was, &is);
        let (bytes, done) = refreshed(&current, &slides(&document));
        current = bytes;
        let files = Files::of(&current);
        let all = files.words();

        let counts = (done.replaced, done.added, done.removed);
        assert_eq!(counts, if round == 1 { (9, 1, 0) } else { (10, 0, 0) }, "round {round}");
        // Kept, and the new version right behind it, once.
        let kept =
            all.iter().position(|words| words.contains("Haggles for weeks")).expect("the retouched slide");
        let told = Kept { number: kept + 1, title: "Decision".into(), new: Some(kept + 2) };
        assert_eq!(done.kept, [told]);
        assert!(all[kept + 1].contains("Negotiates price and terms"));
        assert_eq!(all.len(), 16);
        assert_eq!(
            all.iter().filter(|words| words.contains(&is)).count(),
            2,
            "on the overview and its stage"
        );
        assert!(!all.iter().any(|words| words.contains(&was)));
        // Own slides: their order, their bytes, their pictures; the theme as the company has it.
        assert!(own_places(&files).is_sorted() && own_places(&files).len() == 5, "{:?}", own_places(&files));
        let own = ["100", "102", "106", "112", "114"];
        let mut names: Vec<String> = own.iter().map(|own| format!("ppt/slides/slide{own}.xml")).collect();
        names.extend(own.iter().map(|own| format!("ppt/media/own{own}.png")));
        names.extend(
            ["ppt/theme/theme1.xml", "ppt/slideMasters/slideMaster1.xml", "docProps/core.xml"]
                .map(String::from),
        );
        for name in names {
            assert_eq!(files.0.get(&name), before.0.get(&name), "{name}");
        }
    }
}

#[test]
fn a_deck_that_nobody_touched_is_made_anew_in_place() {
    let document = document();
    let slides = slides(&document);
    let first = deck(&slides);
    let (again, done) = refreshed(&first, &slides);
    assert_eq!((done.replaced, done.added, done.removed, done.kept.len()), (10, 0, 0, 0));
    let (first, again) = (Files::of(&first), Files::of(&again));
    assert_eq!(first.order(), again.order());
    for name in first.order() {
        assert_eq!(first.0[&name], again.0[&name], "{name}");
    }
    assert_eq!(first.text("ppt/presentation.xml").matches("p14:sldId ").count(), 10);
}

#[test]
fn stages_come_and_go_with_the_map() {
    let mut document = document();
    let first = deck(&slides(&document));
    let map = document.maps_in_order()[0].id;
    let stages: Vec<Id> = document.stages_of(map).iter().map(|stage| stage.id).collect();
    let records = vec![RecordId::new(Table::Stage, stages[2])];
    Edit::Remove { records }.apply(&mut document, Stamp::default()).expect("removed");
    let (less, done) = refreshed(&first, &slides(&document));
    assert_eq!((done.replaced, done.added, done.removed), (9, 0, 1));
    let files = Files::of(&less);
    assert_eq!(files.order().len(), 9);
    assert_eq!(files.text("ppt/presentation.xml").matches("p14:sldId ").count(), 9);
    let parts = files.0.keys().filter(|name| name.starts_with("ppt/slides/slide")).count();
    assert_eq!(parts, 9, "the part went with its slide");
    // And it comes back to its place.
    let whole = slides(&self::document());
    let (more, done) = refreshed(&less, &whole);
    assert_eq!((done.replaced, done.added, done.removed), (9, 1, 0));
    let words = Files::of(&more).words();
    assert!(words[3].contains("Narrows options"), "{}", words[3]);
    assert_eq!(Files::of(&more).text("ppt/presentation.xml").matches("p14:sldId ").count(), 10);
}

#[test]
fn every_kind_of_retouching_is_seen() {
    let slides = slides(&document());
    let first = deck(&slides);
    let touches: [(&str, &str); 9] = [
        (">Pricing is unclear<", ">Prices are unclear<"),
        // Moved by a point, made wider, turned.
        ("<a:off x=\"609600\" y=\"793750\"/>", "<a:off x=\"609600\" y=\"806450\"/>"),
        ("<a:ext cx=\"584200\"", "<a:ext cx=\"604200\""),
        (
            "<a:xfrm><a:off x=\"609600\" y=\"793750\"/>",
            "<a:xfrm rot=\"600000\"><a:off x=\"609600\" y=\"793750\"/>",
        ),
        // Other fill, other line, other letters.
        ("<a:schemeClr val=\"bg2\">", "<a:schemeClr val=\"accent1\">"),
        ("sz=\"1600\"", "sz=\"1800\""),
        ("i=\"1\"", "b=\"1\""),
        // A remark in the show.
        ("</p:clrMapOvr>", "</p:clrMapOvr><p:timing/>"),
        // A shape more.
        (
            "</p:spTree>",
            "<p:cxnSp><p:nvCxnSpPr><p:cNvPr id=\"900\" name=\"My line\"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>\
             <p:spPr/></p:cxnSp></p:spTree>",
        ),
    ];
    for (from, to) in touches {
        let mut files = Files::of(&first);
        let name = "ppt/slides/slide4.xml";
        files.replace(name, from, to);
        let touched = files.0[name].clone();
        let (bytes, done) = refreshed(&files.deck(), &slides);
        assert_eq!(done.kept.len(), 1, "{to}");
        assert!(Files::of(&bytes).0.values().any(|own| *own == touched), "{to}");
    }
    // What the speaker would say belongs to the slide.
    let mut document = document();
    document.cards.values_mut().find(|card| card.text == "Pricing is unclear").expect("it").note =
        "Mind this".into();
    let slides = self::slides(&document);
    let mut files = Files::of(&deck(&slides));
    let notes = files
        .0
        .keys()
        .find(|name| name.starts_with("ppt/notesSlides/n") && files.text(name).contains("Mind this"));
    let notes = notes.expect("the notes").clone();
    files.replace(&notes, "Mind this", "Ask them about this");
    let (_, done) = refreshed(&files.deck(), &slides);
    assert_eq!(done.kept.len(), 1);
}

#[test]
fn what_programs_do_when_they_save_is_no_retouching() {
    let slides = slides(&document());
    let mut files = Files::of(&deck(&slides));
    let mut is_cut = false;
    for name in files.order() {
        // Marks of the spelling checker cut words in two, ids are added, attributes change their order.
        let text = files.text(&name).replace("dirty=\"0\"", "dirty=\"0\" err=\"1\"");
        let look = "sz=\"1700\" dirty=\"0\" err=\"1\"><a:solidFill><a:schemeClr val=\"tx1\"></a:schemeClr></a:solidFill>\
             <a:latin typeface=\"+mn-lt\"/><a:ea typeface=\"+mn-ea\"/><a:cs typeface=\"+mn-cs\"/></a:rPr><a:t>";
        let cut = format!("{look}Pricing </a:t></a:r><a:r><a:rPr lang=\"en-US\" {look}");
        is_cut |= text.contains(&format!("{look}Pricing "));
        let text = text.replace(&format!("{look}Pricing "), &cut);
        let text = text.replace("<a:normAutofit/>", "<a:normAutofit fontScale=\"92500\"/>");
        let text = text.replace("<p:cSld name=", "<p:cSld xmlns:x=\"y\" name=");
        files.0.insert(name, text.into_bytes());
    }
    assert!(is_cut);
    let (_, done) = refreshed(&files.deck(), &slides);
    assert_eq!((done.replaced, done.kept), (10, vec![]));
}

#[test]
fn slides_of_another_map_and_of_another_file_stay() {
    let document = document();
    let first = slides(&document);
    let mut last = 5_000;
    let other = journey::sample(&mut || {
        last += 1;
        Id::from_u128(last)
    });
    let (both, done) = refreshed(&deck(&first), &slides(&other));
    assert_eq!((done.replaced, done.added, done.removed), (0, 10, 0));
    let (again, done) = refreshed(&both, &slides(&reworded(other, "Pricing is unclear", "Price?")));
    assert_eq!((done.replaced, done.added), (10, 0));
    let words = Files::of(&again).words();
    assert_eq!(words.iter().filter(|words| words.contains("Pricing is unclear")).count(), 2);
    assert_eq!(words.iter().filter(|words| words.contains("Price?")).count(), 2);
}

#[test]
fn a_slide_that_another_one_leads_to_stays() {
    let mut document = document();
    let mut files = Files::of(&deck(&slides(&document)));
    files.add_slide(10, "See there", "slideLayout1.xml");
    let name = "ppt/slides/_rels/slide110.xml.rels";
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide";
    let link = format!("<Relationship Id=\"rId9\" Type=\"{kind}\" Target=\"slide4.xml\"/></Relationships>");
    files.replace(name, "</Relationships>", &link);
    let map = document.maps_in_order()[0].id;
    let stage = document.stages_of(map)[2].id;
    let records = vec![RecordId::new(Table::Stage, stage)];
    Edit::Remove { records }.apply(&mut document, Stamp::default()).expect("removed");
    let (_, done) = refreshed(&files.deck(), &slides(&document));
    assert_eq!((done.replaced, done.removed), (9, 0));
    assert_eq!(done.kept, [Kept { number: 4, title: "Consideration".into(), new: None }]);
}

#[test]
fn a_dark_deck_says_so() {
    let document = document();
    let map = document.maps_in_order()[0].id;
    for theme in Theme::ALL {
        let options = Options { map, theme, ..Options::default() };
        let slides = Layouter::new().slides(&document, &options).expect("there is a map");
        let deck = Deck::read(deck(&slides)).expect("a deck");
        assert_eq!(deck.theme(), theme);
        assert!(deck.has_ours());
    }
}

#[test]
fn slides_fit_decks_of_another_extent() {
    let slides = slides(&document());
    let mut files = Files::of(&deck(&slides));
    for name in files.order().into_iter().skip(1) {
        files.replace(&name, "Desire Path, keep this", "Somebody's own");
    }
    files.replace("ppt/presentation.xml", "cx=\"12192000\" cy=\"6858000\"", "cx=\"9144000\" cy=\"6858000\"");
    let (bytes, _) = refreshed(&files.deck(), &slides);
    let text = Files::of(&bytes).text("ppt/slides/slide1.xml");
    let edges = text.split("<a:off x=\"").skip(1).filter_map(|rest| {
        let x: i64 = rest.split('"').next()?.parse().ok()?;
        let width: i64 = rest.split_once("cx=\"")?.1.split('"').next()?.parse().ok()?;
        Some(x + width)
    });
    let furthest = edges.max().expect("shapes");
    assert!((8_000_000..=9_144_000).contains(&furthest), "{furthest}");
}

#[test]
fn what_is_no_deck_is_refused_with_a_sentence() {
    let whole = deck(&slides(&document()));
    let files = || Files::of(&whole);
    let changed = |name: &str, from: &str, to: &str| {
        let mut files = files();
        files.replace(name, from, to);
        files.deck()
    };
    let without = |name: &str| {
        let mut files = files();
        files.0.remove(name);
        files.deck()
    };
    let types = "[Content_Types].xml";
    let main = "presentationml.presentation.main+xml";
    let head = "ppt/presentation.xml";
    let signature = "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/\
        digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>";
    for (bytes, code) in [
        (Vec::new(), "deck.not_a_deck"),
        (b"%PDF-1.7".to_vec(), "deck.not_a_deck"),
        (whole[..whole.len() / 2].to_vec(), "deck.not_a_deck"),
        (without(types), "deck.not_a_deck"),
        (without("_rels/.rels"), "deck.not_a_deck"),
        ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].to_vec(), "deck.protected"),
        (changed(types, main, "vnd.ms-powerpoint.presentation.macroEnabled.main+xml"), "deck.other_kind"),
        (changed(types, main, "presentationml.template.main+xml"), "deck.other_kind"),
        (changed(types, main, "wordprocessingml.document.main+xml"), "deck.other_kind"),
        (
            changed(
                head,
                "http://schemas.openxmlformats.org/presentationml/2006/main",
                "http://purl.oclc.org/ooxml/p",
            ),
            "deck.other_kind",
        ),
        (changed("_rels/.rels", "</Relationships>", signature), "deck.signed"),
        (without(head), "deck.damaged"),
        (without("ppt/slides/slide3.xml"), "deck.damaged"),
        (changed("ppt/slides/slide3.xml", "</p:cSld>", ""), "deck.damaged"),
        (changed(head, "r:id=\"rId4\"", "r:id=\"rId444\""), "deck.damaged"),
        (changed(head, "<p:sldSz cx=\"12192000\"", "<p:sldSz cx=\"0\""), "deck.damaged"),
        (changed(head, "<p:presentation", "<!DOCTYPE x><p:presentation"), "deck.damaged"),
    ] {
        let error = Deck::read(bytes).err().unwrap_or_else(|| panic!("{code} was taken"));
        assert_eq!(error.code(), code, "{error}");
        let sentence = error.to_string();
        assert!(sentence.len() > 20 && !sentence.contains('\n'), "{sentence}");
    }
}

#[test]
fn no_damage_makes_it_fall_over() {
    let slides = slides(&document());
    let whole = deck(&slides);
    // Every part gone, cut in half, or of other letters: refused or done, and never anything half.
    let files = Files::of(&whole);
    for name in files.0.keys() {
        let half = files.0[name].len() / 2;
        for bytes in [None, Some(files.0[name][..half].to_vec()), Some(b"\xff\xff words".to_vec())] {
            let mut files = Files::of(&whole);
            match bytes {
                Some(bytes) => files.0.insert(name.clone(), bytes),
                None => files.0.remove(name),
            };
            let mut to = Vec::new();
            let done = Deck::read(files.deck()).and_then(|deck| deck.refresh(&slides, &mut to));
            match done {
                Ok(_) => assert!(!to.is_empty()),
                Err(error) => {
                    assert!(to.is_empty() && !matches!(error, DeckError::Render(_)), "{name}: {error}")
                }
            }
        }
    }
}
