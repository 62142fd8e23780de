//! Slides: their order and words, their floors, nothing outside and nothing over anything else.

mod full;
mod mirrored;
mod names;

use journey::{Card, Document, Fields, Gap, Id, Lane, LaneKind, Map, Stage, Template, edit, sample};
use layout::{Density, Layouter, Options, Placed, Point, Prim, Rect, Role, Slide, TextPrim, Theme};

fn ids() -> impl journey::NewIds {
    let mut last = 0;
    move || {
        last += 1;
        Id::from_u128(last)
    }
}

fn document() -> Document {
    sample(&mut ids())
}

fn options(document: &Document, density: Density) -> Options {
    Options { map: document.maps_in_order()[0].id, density, ..Options::default() }
}

fn slides(document: &Document, density: Density) -> Vec<Slide> {
    Layouter::new().slides(document, &options(document, density)).expect("there is a map")
}

fn add<T: journey::Record>(document: &mut Document, record: &T) {
    journey::Edit::add(record, edit::Place::Last)
        .apply(document, journey::Stamp::default())
        .expect("the record fits");
}

/// A map of a language with stages of these names and the lanes that slides tell.
fn map(language: &str, stages: &[&str]) -> Document {
    let mut document = Document::new(Id::from_u128(1));
    let own = Map { id: Id::from_u128(2), title: "Map".into(), language: language.into(), ..Map::default() };
    add(&mut document, &own);
    for (at, name) in stages.iter().enumerate() {
        let id = Id::from_u128(100 + at as u128);
        add(&mut document, &Stage { id, map: own.id, name: (*name).into(), ..Stage::default() });
    }
    for (at, kind) in
        [LaneKind::Actions, LaneKind::PainPoints, LaneKind::Opportunities].into_iter().enumerate()
    {
        let lane = Lane { id: Id::from_u128(50 + at as u128), map: own.id, kind, ..Lane::default() };
        add(&mut document, &lane);
    }
    document
}

fn card(document: &mut Document, lane: u128, text: &str, severity: Option<i64>) {
    let (id, stage) = (Id::from_u128(1000 + document.cards.len() as u128), Id::from_u128(100));
    let mut fields = Fields::new();
    if let Some(severity) = severity {
        fields.insert("severity".into(), severity.into());
    }
    let lane = Id::from_u128(50 + lane);
    add(document, &Card { id, lane, stage, to_stage: stage, text: text.into(), fields, ..Card::default() });
}

fn texts(placed: &Placed<'_>) -> Vec<(Rect, TextPrim)> {
    let of = |prim: &Prim| match prim {
        Prim::Text(text) => {
            let at = placed.at + text.origin;
            let left = text.lines.iter().map(|line| line.x).fold(f64::MAX, f64::min);
            let right = text.lines.iter().map(|line| line.x + line.width).fold(0.0, f64::max);
            let height = text.lines.last().map_or(0.0, |line| line.y + line.height);
            Some((Rect::new(at.x + left, at.y, right - left, height), text.clone()))
        }
        _ => None,
    };
    placed.node.prims.iter().filter_map(of).collect()
}

/// Every block of words on a slide, with its place.
fn words(slide: &Slide) -> Vec<(Rect, TextPrim)> {
    slide.scene.reading_order().iter().flat_map(texts).collect()
}

fn said(slide: &Slide) -> Vec<String> {
    words(slide).into_iter().map(|(_, text)| text.text.replace('\u{ad}', "")).collect()
}

fn overlap(a: Rect, b: Rect) -> bool {
    a.x + 1.0 < b.right() && b.x + 1.0 < a.right() && a.y + 1.0 < b.bottom() && b.y + 1.0 < a.bottom()
}

/// What holds for every slide of every map.
fn sound(slide: &Slide, floor: f64) {
    let name = &slide.name;
    let all = words(slide);
    for (place, text) in &all {
        assert!(
            text.spans.iter().all(|span| span.style.size >= floor),
            "{name}: “{}” is below {floor}",
            text.text
        );
        // A label may reach a little into the margin, never over the edge of the slide.
        let inside =
            place.x >= 86.0 && place.right() <= 1834.0 && place.y >= 40.0 && place.bottom() <= 1070.0;
        assert!(inside, "{name}: “{}” leaves the slide at {place:?}", text.text);
        for line in &text.lines {
            let (before, after) = text.text.split_at(line.end as usize);
            let is_letter =
                |own: Option<char>| own.is_some_and(|own| own.is_alphabetic() && own < '\u{2e80}');
            let torn = !line.hyphen && is_letter(before.chars().last()) && is_letter(after.chars().next());
            assert!(!torn, "{name}: “{before}” and “{after}” are one word");
        }
    }
    for (at, (place, text)) in all.iter().enumerate() {
        for (other, words) in &all[..at] {
            assert!(!overlap(*place, *other), "{name}: “{}” lies on “{}”", text.text, words.text);
        }
    }
    for placed in slide.scene.reading_order().iter().filter(|placed| placed.node.role == Role::Card) {
        let card = Rect::of(placed.node.size).moved(placed.at).grown(0.01);
        for (place, text) in texts(placed) {
            let held = place.x >= card.x && place.right() <= card.right() && place.bottom() <= card.bottom();
            assert!(held, "{name}: “{}” leaves its card: {place:?} {card:?}", text.text);
        }
    }
    assert!(slide.scene.node(&slide.places.title).is_some(), "{name} has no title");
}

#[test]
fn the_sample_becomes_ten_slides() {
    let slides = slides(&document(), Density::Normal);
    let names: Vec<&str> = slides.iter().map(|slide| slide.name.as_str()).collect();
    let expected = [
        "01-overview",
        "02-awareness",
        "03-research",
        "04-consideration",
        "05-decision",
        "06-purchase",
        "07-post-purchase",
        "08-loyalty-and-advocacy",
        "09-gaps",
        "10-action-plan",
    ];
    assert_eq!(names, expected);
    assert_eq!(slides[0].title, "Buyers stall most at Decision");
    assert_eq!(slides[8].title, "Three places where buyers get lost");
    assert_eq!(slides[9].title, "Start with five things, two of them quick wins");
    let decision = said(&slides[4]);
    for words in [
        "Stage 4 of 7. Select supplier",
        "Lowest point of the journey",
        "What Marie does",
        "“We asked for a demo last week. Anyone there?”",
        "severe, 8 votes",
        "Quick win. Sales, by 12 December",
    ] {
        assert!(decision.iter().any(|text| text == words), "{words} is missing in {decision:?}");
    }
}

#[test]
fn the_headline_is_what_somebody_wrote_and_what_was_found_where_nobody_did() {
    let mut document = document();
    let map = document.maps_in_order()[0].id;
    let own = "Confidence breaks while buyers wait for us to answer";
    let set = |document: &mut Document, value: Option<&str>| {
        let (table, field) = (journey::Table::Map, "headline".into());
        let edit = journey::Edit::Set { table, id: map, field, value: value.into() };
        edit.apply(document, journey::Stamp::default()).expect("maps have a headline");
    };
    set(&mut document, Some(own));
    let told = slides(&document, Density::Normal);
    told.iter().for_each(|slide| sound(slide, 24.0));
    assert_eq!(told[0].title, own);
    assert!(said(&told[0]).iter().any(|words| words == own));
    // However long it is, it stays above the curve.
    let long = "Confidence breaks while buyers wait ".repeat(12);
    set(&mut document, Some(&long));
    for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        slides(&document, density).iter().for_each(|slide| sound(slide, floor));
    }
    set(&mut document, None);
    assert_eq!(slides(&document, Density::Normal)[0].title, "Buyers stall most at Decision");
}

#[test]
fn words_stay_inside_apart_and_large_enough() {
    for density in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        for template in Template::ALL {
            let document = template.document(&mut ids(), "en");
            slides(&document, density.0).iter().for_each(|slide| sound(slide, density.1));
        }
        slides(&document(), density.0).iter().for_each(|slide| sound(slide, density.1));
    }
}

#[test]
fn a_long_journey_is_split_at_its_largest_gap() {
    let names: Vec<String> = (1..=9).map(|at| format!("Stage {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut document = map("en", &names);
    for (at, severity) in [(2, 2), (5, 5)] {
        let gap = Gap {
            id: Id::from_u128(500 + at),
            stage: Id::from_u128(100 + at),
            title: format!("Gap {at}"),
            severity: Some(severity),
            ..Gap::default()
        };
        add(&mut document, &gap);
    }
    let slides = slides(&document, Density::Normal);
    slides.iter().for_each(|slide| sound(slide, 24.0));
    let overviews: Vec<Vec<String>> =
        slides.iter().filter(|slide| slide.name.ends_with("overview")).map(said).collect();
    assert_eq!(overviews.len(), 2);
    assert!(overviews[0].contains(&"Stage 6".to_owned()) && !overviews[0].contains(&"Stage 7".to_owned()));
    assert!(overviews[1].contains(&"Stage 7 to Stage 9".to_owned()), "{:?}", overviews[1]);
}

#[test]
fn the_trail_is_glued_to_its_rings() {
    let slides = slides(&document(), Density::Normal);
    let glued = |ends: usize| {
        let nodes = slides[0].scene.nodes.values();
        let lines = nodes.flat_map(|node| &node.prims).filter_map(|prim| match prim {
            Prim::Connector(line) => Some(usize::from(line.from.is_some()) + usize::from(line.to.is_some())),
            _ => None,
        });
        lines.filter(|found| *found == ends).count()
    };
    // Three gaps and the end leave one end free each.
    assert_eq!((glued(2), glued(1), glued(0)), (3, 4, 0));
    for node in slides[0].scene.nodes.values() {
        for prim in &node.prims {
            if let Prim::Connector(line) = prim {
                assert!(line.from.iter().chain(&line.to).all(|end| slides[0].scene.node(end).is_some()));
            }
        }
    }
}

#[test]
fn a_presentation_begins_with_a_cover_that_has_no_number() {
    let (sample, empty) = (document(), map("en", &[]));
    let mut long = document();
    let own = long.maps.values_mut().next().unwrap();
    (own.title, own.scenario) = ("A very long way ".repeat(20), "In many words ".repeat(40));
    for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
        for document in [&sample, &empty, &long] {
            let plain = slides(document, density);
            let options = Options { cover: true, ..options(document, density) };
            let slides = Layouter::new().slides(document, &options).unwrap();
            slides.iter().for_each(|slide| sound(slide, floor));
            assert_eq!((slides[0].name.as_str(), slides.len()), ("00-cover", plain.len() + 1));
            assert_eq!(slides[0].scene.node(&slides[0].places.number), None);
            assert_eq!(slides[1..], plain[..], "the others are as they are without it");
        }
    }
}

#[test]
fn a_stage_is_lit_on_its_curve_in_every_look() {
    let document = document();
    for (theme, contrast) in Theme::ALL.into_iter().flat_map(|theme| {
        [layout::Contrast::Normal, layout::Contrast::Strong].map(|contrast| (theme, contrast))
    }) {
        let options = Options { theme, contrast, ..options(&document, Density::Projector) };
        let slides = Layouter::new().slides(&document, &options).unwrap();
        let ground = layout::Paint::Solid(slides[4].scene.background);
        let lit = slides[4].scene.nodes.values().find(|node| node.key.0.starts_with("lit/")).unwrap();
        let Prim::Rect(band) = &lit.prims[0] else { panic!("{:?}", lit.prims[0]) };
        let stroke = band.stroke.as_ref().map(|stroke| &stroke.paint);
        let paints = [band.fill.as_ref(), stroke];
        assert!(paints.into_iter().flatten().any(|paint| *paint != ground), "{theme:?} {contrast:?}");
    }
}

#[test]
fn a_caption_tells_whether_a_stage_feels_better_than_the_one_before() {
    let slides = slides(&document(), Density::Normal);
    let captions: Vec<String> = slides[1..8]
        .iter()
        .map(|slide| {
            said(slide).into_iter().find(|text| text.starts_with("Spirits") || text.contains("point of"))
        })
        .map(|found| found.expect("a caption"))
        .collect();
    assert_eq!(
        captions,
        [
            "Spirits rise here",
            "Spirits rise here",
            "Spirits fall here",
            "Lowest point of the journey",
            "Spirits rise here",
            // It is a dip: lower than before, though the curve leaves it upwards.
            "Spirits fall here",
            "Highest point of the journey",
        ]
    );
}

#[test]
fn nothing_at_all_still_makes_a_deck() {
    for stages in [&[][..], &["One"]] {
        let document = map("en", stages);
        let slides = slides(&document, Density::Normal);
        slides.iter().for_each(|slide| sound(slide, 24.0));
        assert_eq!(slides.len(), 2 + stages.len());
        assert_eq!(slides[0].title, "Map");
        assert_eq!(slides.last().unwrap().title, "Nothing is planned yet");
    }
}

#[test]
fn other_scripts_stay_in_their_places() {
    let arabic = map("ar", &["التعرف على المشكلة", "البحث عن الحلول", "القرار"]);
    let japanese = map("ja", &["課題に気づく", "情報を集める", "比較検討する段階", "決定"]);
    for mut document in [arabic, japanese] {
        let text = document.stages.values().next().unwrap().name.repeat(3);
        (0..3).for_each(|lane| card(&mut document, lane, &text, None));
        slides(&document, Density::Normal).iter().for_each(|slide| sound(slide, 24.0));
    }
}

#[test]
fn themes_change_colours_alone_and_twice_is_the_same() {
    let document = document();
    let light = slides(&document, Density::Normal);
    assert_eq!(light, slides(&document, Density::Normal));
    let dark = Options { theme: Theme::Dark, ..options(&document, Density::Normal) };
    let dark = Layouter::new().slides(&document, &dark).unwrap();
    for (light, dark) in light.iter().zip(&dark) {
        let places = |slide: &Slide| -> Vec<(Point, String)> {
            slide.scene.reading_order().iter().map(|placed| (placed.at, placed.node.text.clone())).collect()
        };
        assert_eq!(places(light), places(dark));
        assert_ne!(light.scene.background, dark.scene.background);
    }
}
