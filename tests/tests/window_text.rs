//! Widths of text in the window against the shaper's: what is typed over a card breaks where the card's lines do.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::edit::Place;
use journey::{Edit, Id, LaneKind, Stamp, Table};
use layout::{Layouter, Options, Prim};
use pipeline_tests::window::{App, Desk, key};
use serde_json::json;
use std::collections::HashMap;

/// Words that kern, that join, that carry marks, and that other scripts write.
const WORDS: &[&str] = &[
    "AVATAR",
    "Tomorrow",
    "office",
    "affliction",
    "Łódź",
    "naïve",
    "Zürich",
    "résumé",
    "1,114.50",
    "–17 %",
    "WAY",
    "Type",
    "fjord",
    "quote",
    "“So?”",
    "l’offre",
    "B2B",
    "e-mail",
    "(yes)",
    "Γνώση",
    "αγορά",
    "Выбор",
    "цена",
    "supplier",
    "ROI",
    "P&L",
    "jump",
    "Vary",
    "kg/m²",
    "→ next",
];

#[test]
fn two_hundred_strings_are_as_wide_as_the_shaper_says() {
    let mut ids = pipeline_tests::ids();
    let mut document =
        journey::template::Template::find("Seven phases").expect("a template").document(&mut ids, "en");
    let map = document.maps_in_order()[0].id;
    let stages: Vec<Id> = document.stages_of(map).iter().map(|stage| stage.id).collect();
    let lane =
        document.lanes_of(map).into_iter().find(|lane| lane.kind == LaneKind::Actions).expect("a lane").id;
    for at in 0..200_usize {
        // Two or three words each, no two strings alike.
        let [one, two, three] = [at % 30, (at / 30 + at * 7 + 3) % 30, (at * 11 + 5) % 30];
        let text = if at % 2 == 0 {
            format!("{} {}", WORDS[one], WORDS[two])
        } else {
            format!("{} {} {}", WORDS[one], WORDS[two], WORDS[three])
        };
        let fields = json!({ "id": ids(), "lane": lane, "stage": stages[at % stages.len()], "text": text });
        let serde_json::Value::Object(fields) = fields else { unreachable!("it is an object") };
        let edit = Edit::Add { table: Table::Card, fields, place: Place::Last };
        edit.apply(&mut document, Stamp { change: ids(), at: 0, author: String::new() }).expect("a card");
    }

    let desk = Desk::new(3000, 2600);
    let file = desk.home().join("words.journey");
    store::export_file(&document, &file, false).expect("a file");
    let app = App::start(&desk, &[&file]);
    app.size_page(3000, 2600);
    app.find("[data-key^='card/']");
    app.chord(&[key::CONTROL], '0');
    let scene = Layouter::new().layout(&document, &Options { map, ..Options::default() }).expect("a Scene");
    app.wait_until(
        "the natural size",
        "return Math.abs(document.querySelector('.scene-world').offsetWidth - args[0]) < 1.5",
        &[json!(scene.size.w)],
    );

    let script =
        "return [...document.querySelectorAll(\"[data-key^='card/']\")].map((card) => [card.dataset.key,
            [...card.querySelectorAll('.line')].map((line) => {
                const range = document.createRange();
                range.selectNodeContents(line);
                return range.getBoundingClientRect().width;
            })]);";
    let found = app.run(script, &[]);
    let widths: HashMap<&str, Vec<f64>> = found
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|card| {
            let lines = card[1].as_array()?.iter().filter_map(serde_json::Value::as_f64).collect();
            Some((card[0].as_str()?, lines))
        })
        .collect();
    let (mut compared, mut far) = (0, Vec::new());
    for (key, node) in scene.nodes.iter().filter(|(key, _)| key.0.starts_with("card/")) {
        let lines: Vec<_> = node
            .prims
            .iter()
            .filter_map(|prim| if let Prim::Text(text) = prim { Some(text) } else { None })
            .flat_map(|text| {
                text.lines.iter().map(|line| (&text.text[line.start as usize..line.end as usize], line.width))
            })
            .collect();
        let painted = &widths[&*key.0];
        assert_eq!(lines.len(), painted.len(), "{}: lines {lines:?}", node.text);
        for ((text, width), painted) in lines.iter().zip(painted) {
            compared += 1;
            if (width - painted).abs() > 0.05 {
                far.push(format!("“{text}”: the shaper says {width:.3}, the window {painted:.3}"));
            }
        }
    }
    assert!(compared >= 200, "only {compared} strings were compared");
    assert!(far.is_empty(), "{} of {compared} differ:\n{}", far.len(), far.join("\n"));
    app.quit();
}
