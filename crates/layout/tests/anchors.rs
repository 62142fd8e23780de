//! The sample map at fit width lies where the design's picture has it.

use journey::{Document, Id};
use layout::{Layouter, NodeKey, Options, Rect, Scene, Width};

/// Height of the window's top bar, above the Scene.
const TOP_BAR: f64 = 52.0;

fn sample() -> Document {
    let mut last = 0_u128;
    journey::sample(&mut || {
        last += 1;
        Id::from_u128(last)
    })
}

fn place(scene: &Scene, key: &str) -> Rect {
    scene.place(&NodeKey::new(key)).unwrap_or_else(|| panic!("there is no node {key}"))
}

/// The box of what the design calls `name`; none for what is the window's own.
fn found(document: &Document, scene: &Scene, name: &str) -> Option<Rect> {
    let map = document.maps.values().next().unwrap().id;
    let (sort, title) = name.split_once(": ").unwrap_or((name, ""));
    let key = match sort {
        "lens" => format!("lens/{map}"),
        "stage header" => format!("header/{map}"),
        "experience sheet" => format!("sheet/experience/{map}"),
        "insight sheet" => format!("sheet/insight/{map}"),
        "lane" => format!("lane/{}", document.lanes.values().find(|lane| lane.name == title).unwrap().id),
        "stage" => {
            format!("stage/{}", document.stages.values().find(|stage| stage.name == title).unwrap().id)
        }
        "card" => format!("card/{}", document.cards.values().find(|card| card.text == title).unwrap().id),
        "gap" => format!("gap/{}", document.gaps.values().find(|gap| gap.title == title).unwrap().id),
        _ => return None,
    };
    Some(place(scene, &key))
}

#[test]
fn the_sample_lies_where_the_picture_has_it() {
    let document = sample();
    let map = document.maps.values().next().unwrap().id;
    let options = Options { map, width: Width::Fit(1600.0), ..Options::default() };
    let scene = Layouter::new().layout(&document, &options).unwrap();
    assert_eq!(scene.size.w, 1600.0);

    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/anchors.json");
    let anchors: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut compared = 0;
    let mut off = Vec::new();
    for anchor in anchors["boxes"].as_array().unwrap() {
        let name = anchor["name"].as_str().unwrap();
        let Some(found) = found(&document, &scene, name) else { continue };
        compared += 1;
        let sides = [("x", found.x), ("y", found.y + TOP_BAR), ("w", found.w), ("h", found.h)];
        for (side, value) in sides {
            let wanted = anchor[side].as_f64().unwrap();
            if (value - wanted).abs() > 1.0 {
                off.push(format!("{name}: {side} is {value:.2}, wanted {wanted}"));
            }
        }
    }
    assert_eq!(compared, 47, "boxes of the Scene among the anchors");
    assert!(off.is_empty(), "{}", off.join("\n"));
}
