//! The sample map is shown whole in every language: on the canvas, however narrow, on slides and on posters.

use journey::{Document, Edit, Id, Stamp, Table, words};
use layout::{Layouter, NodeKey, Options, PageOptions, Prim, Scene, View, Width};

fn sample(language: &str) -> Document {
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    journey::sample_in(&mut ids, language)
}

/// The texts of a Scene that had to give way.
fn cut(scene: &Scene) -> Vec<String> {
    let prims = scene.nodes.values().flat_map(|node| &node.prims);
    let texts = prims.filter_map(|prim| match prim {
        Prim::Text(text) => Some(text.text.clone()),
        _ => None,
    });
    texts.filter(|text| text.ends_with('…')).collect()
}

#[test]
fn no_text_of_the_sample_gives_way_on_the_canvas_or_on_a_poster() {
    for language in words::languages() {
        let document = sample(language);
        let map = document.maps_in_order()[0].id;
        let ways = [
            (View::Canvas, Width::Natural),
            (View::Canvas, Width::Fit(1280.0)),
            (View::Poster, Width::Natural),
        ];
        for (view, width) in ways {
            let options = Options { map, view, width, ..Options::default() };
            let scene = Layouter::new().layout(&document, &options).expect("a Scene");
            assert_eq!(cut(&scene), Vec::<String>::new(), "{language} {view:?} {width:?}");
        }
    }
}

#[test]
fn no_text_of_the_sample_gives_way_on_slides() {
    for language in words::languages() {
        let document = sample(language);
        let map = document.maps_in_order()[0].id;
        let layout = Options { map, view: View::Slides, ..Options::default() };
        let options = PageOptions { layout, ..PageOptions::default() };
        let pages = Layouter::new().pages(&document, &options).expect("slides");
        for (at, page) in pages.each().iter().enumerate() {
            // The overview has two lines for each stage's worst pain, and two of the English ones are longer.
            if (language, at) == ("en", 0) {
                assert_eq!(cut(page.scene).len(), 2);
                continue;
            }
            assert_eq!(cut(page.scene), Vec::<String>::new(), "{language}, slide {}", at + 1);
        }
    }
}

#[test]
fn where_a_stage_is_narrow_its_duration_stands_below_its_job_and_stays_whole() {
    let document = sample("de");
    let map = document.maps_in_order()[0].id;
    let options = Options { map, width: Width::Fit(1280.0), ..Options::default() };
    let scene = Layouter::new().layout(&document, &options).expect("a Scene");
    let texts = scene.nodes.values().flat_map(|node| &node.prims).filter_map(Prim::as_text);
    let said: Vec<&str> = texts.map(|text| text.text.as_str()).collect();
    assert!(
        said.contains(&"Problem erkennen\n3–6 Wo.") && said.contains(&"Anbieter wählen · 5 Wo."),
        "{said:?}"
    );
}

/// As in the design's picture of structure.
#[test]
fn a_card_over_two_stages_lies_below_what_lies_above_it_and_leaves_no_hole() {
    let mut document = sample("en");
    let card = |document: &Document, text: &str| {
        document.cards.values().find(|card| card.text == text).expect("a card of the sample").clone()
    };
    let (long, beside) =
        (card(&document, "Negotiates price and terms"), card(&document, "Signs the contract"));
    let heights = |document: &Document| {
        let options = Options { map: document.maps_in_order()[0].id, ..Options::default() };
        let scene = Layouter::new().layout(document, &options).expect("a Scene");
        [long.id, beside.id].map(|id| scene.nodes[&NodeKey::new(format!("card/{id}"))].origin.y)
    };
    let before = heights(&document);
    let edit = Edit::SpanCard { id: long.id, stage: long.stage, to_stage: beside.stage };
    edit.apply(&mut document, Stamp::default()).expect("a longer card");
    assert_eq!(heights(&document), before);

    // What does not fit above goes below.
    let longer =
        "Signs the contract after legal, purchasing and the board have read all of its nine appendices";
    let edit = Edit::set(Table::Card, beside.id, "text", longer);
    edit.apply(&mut document, Stamp::default()).expect("another text");
    let [long, beside] = heights(&document);
    assert!(beside > long, "{beside} below {long}");
}
