//! The feet of cards: signs that mean different things do not look alike.

#[allow(dead_code, reason = "other tests make the other maps")]
#[path = "../../../tests/src/maps.rs"]
mod maps;

use layout::{Color, Layouter, NodeKey, Options, Paint, Prim, Rect};

#[test]
fn a_tag_is_no_bar_of_severity() {
    let document = maps::every_kind();
    let map = document.maps_in_order()[0].id;
    let scene = Layouter::new().layout(&document, &Options { map, ..Options::default() }).expect("a Scene");
    let mut tagged = 0;
    for card in document.cards.values().filter(|card| !card.tags.is_empty()) {
        let color = Color::from_css(&document.tags[&card.tags[0]].color).expect("a colour");
        let Some(node) = scene.node(&NodeKey::new(format!("card/{}", card.id))) else { continue };
        let filled: Vec<(Rect, Option<Paint>)> = node
            .prims
            .iter()
            .filter_map(|prim| match prim {
                Prim::Rect(own) => Some((own.rect, own.fill.clone())),
                _ => None,
            })
            .collect();
        let Some((own, _)) = filled.iter().find(|(_, fill)| *fill == Some(Paint::Solid(color))) else {
            continue;
        };
        tagged += 1;
        assert_eq!(own.w, own.h, "a tag is a square");
        let bars = filled.iter().filter(|(rect, _)| rect.h == 4.0).count();
        assert_eq!(bars, if card.fields.contains_key("severity") { 5 } else { 0 }, "{}", card.text);
    }
    assert!(tagged > 1, "cards with tags are drawn");
}
