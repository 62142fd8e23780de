//! What every Scene of the canvas keeps, whatever the map: one tree, finite numbers, keys that name what they show.

#[path = "../../../tests/src/maps.rs"]
mod maps;

use journey::{Document, Id, Lane, LaneKind, Map, Order};
use layout::{Layouter, NodeKey, Options, Prim, Role, Scene, Segment, Theme, Width};
use std::collections::HashSet;

fn lay_out(document: &Document, width: Width, theme: Theme) -> Scene {
    let map = document.maps.values().next().unwrap().id;
    Layouter::new().layout(document, &Options { map, width, theme, ..Options::default() }).unwrap()
}

fn is_fine(scene: &Scene) {
    let order = scene.reading_order();
    assert_eq!(order.len(), scene.nodes.len(), "every node hangs on the one root, once");
    let mut seen = HashSet::new();
    for placed in &order {
        let node = placed.node;
        assert!(seen.insert(&node.key), "{} is there twice", node.key);
        for child in &node.children {
            assert_eq!(scene.node(child).unwrap().parent.as_ref(), Some(&node.key), "{child}");
        }
        let numbers = [node.origin.x, node.origin.y, node.size.w, node.size.h];
        assert!(numbers.iter().all(|number| number.is_finite()), "{} lies nowhere", node.key);
        assert!(node.size.w >= 0.0 && node.size.h >= 0.0, "{} has no size", node.key);
        for prim in &node.prims {
            finite(prim).unwrap_or_else(|what| panic!("{}: {what}", node.key));
        }
    }
}

fn finite(prim: &Prim) -> Result<(), String> {
    let fine = |numbers: &[f64]| {
        if numbers.iter().all(|number| number.is_finite()) { Ok(()) } else { Err(format!("{numbers:?}")) }
    };
    let path = |segments: &[Segment]| {
        if !matches!(segments.first(), Some(Segment::Move(_))) {
            return Err("a path begins in the air".to_owned());
        }
        segments.iter().try_for_each(|segment| match segment {
            Segment::Move(a) | Segment::Line(a) => fine(&[a.x, a.y]),
            Segment::Cubic(a, b, c) => fine(&[a.x, a.y, b.x, b.y, c.x, c.y]),
            Segment::Close => Ok(()),
        })
    };
    match prim {
        Prim::Rect(rect) => {
            fine(&[rect.rect.x, rect.rect.y, rect.radius])?;
            if rect.rect.w > 0.0 && rect.rect.h > 0.0 { Ok(()) } else { Err("an empty rectangle".into()) }
        }
        Prim::Path(drawn) => path(&drawn.segments),
        Prim::Connector(drawn) => path(&drawn.segments),
        Prim::Text(text) => fine(&[text.origin.x, text.origin.y, text.width]),
        Prim::Image(image) => fine(&[image.rect.w, image.rect.h]),
        Prim::ClipPush(clip) => fine(&[clip.rect.w, clip.rect.h]),
        Prim::ClipPop => Ok(()),
    }
}

#[test]
fn maps_of_all_sorts_give_fine_scenes() {
    let maps = [
        maps::every_kind(),
        maps::arabic(),
        maps::japanese(),
        maps::empty(),
        maps::long(),
        maps::of_size(3, 10, 2),
    ];
    for document in &maps {
        for width in [Width::Natural, Width::Fit(1366.0), Width::Fit(400.0)] {
            is_fine(&lay_out(document, width, Theme::Dark));
        }
    }
}

#[test]
fn every_card_lies_in_its_row_and_clear_of_the_others() {
    let document = maps::every_kind();
    let scene = lay_out(&document, Width::Fit(1600.0), Theme::Light);
    for lane in document.lanes.values().filter(|lane| !lane.collapsed) {
        let row = scene.place(&NodeKey::new(format!("lane/{}", lane.id))).unwrap();
        let cards: Vec<_> = document.cards.values().filter(|card| card.lane == lane.id).collect();
        let boxes: Vec<_> = cards
            .iter()
            .map(|card| scene.place(&NodeKey::new(format!("card/{}", card.id))).unwrap())
            .collect();
        for (at, one) in boxes.iter().enumerate() {
            assert!(one.y >= row.y && one.bottom() <= row.bottom(), "{} leaves its lane", cards[at].text);
            for other in &boxes[..at] {
                let clear = one.right() <= other.x
                    || other.right() <= one.x
                    || one.bottom() <= other.y
                    || other.bottom() <= one.y;
                assert!(clear, "{} lies over another card of {}", cards[at].text, lane.name);
            }
        }
    }
}

#[test]
fn an_empty_map_is_a_fine_scene() {
    let mut document = Document::new(Id::from_u128(1));
    let id = Id::from_u128(2);
    document.maps.insert(id, Map { id, ..Map::default() });
    is_fine(&lay_out(&document, Width::Natural, Theme::Light));

    let lane = Id::from_u128(3);
    let order = Order::between(None, None);
    let lane = Lane {
        id: lane,
        map: id,
        order,
        kind: LaneKind::Emotions,
        name: "Emotions".into(),
        ..Lane::default()
    };
    document.lanes.insert(lane.id, lane);
    let scene = lay_out(&document, Width::Fit(1600.0), Theme::Light);
    is_fine(&scene);
    assert_eq!(scene.size.w, 1600.0);
}

#[test]
fn a_card_of_five_thousand_characters_shows_all_or_is_clamped() {
    let mut document = maps::of_size(2, 1, 1);
    let card = *document.cards.keys().next().unwrap();
    document.cards.get_mut(&card).unwrap().text = "incomprehensibilities ".repeat(228);
    let map = document.maps.values().next().unwrap().id;
    let key = NodeKey::new(format!("card/{card}"));
    let layouter = Layouter::new();
    let whole = layouter.layout(&document, &Options { map, ..Options::default() }).unwrap();
    let clamped = Options { map, clamp_lines: Some(8), ..Options::default() };
    let clamped = layouter.layout(&document, &clamped).unwrap();
    assert_eq!(clamped.node(&key).unwrap().size.h, 8.0 * 18.0 + 18.0);
    assert!(whole.node(&key).unwrap().size.h > 2000.0);
    assert_eq!(whole.node(&key).unwrap().text, clamped.node(&key).unwrap().text);
}

#[test]
fn what_is_read_aloud_says_what_is_seen() {
    let document = maps::every_kind();
    let scene = lay_out(&document, Width::Natural, Theme::Light);
    let alt = |title: &str| {
        let card = document.cards.values().find(|card| card.text == title).unwrap();
        scene.node(&NodeKey::new(format!("card/{}", card.id))).unwrap().alt.clone()
    };
    let pain = "Waits too long for feedback on a demo request";
    let pains = document.cards.values().filter(|card| card.text == pain);
    let of_pains: Vec<_> = pains
        .filter(|card| document.lanes[&card.lane].kind == LaneKind::PainPoints)
        .map(|card| scene.node(&NodeKey::new(format!("card/{}", card.id))).unwrap().alt.clone())
        .collect();
    assert_eq!(of_pains, [format!("Pain point: {pain}, severity 5, 8 votes, hypothesis")]);
    assert_eq!(
        alt("Answer demo requests within one day"),
        "Opportunity: Answer demo requests within one day, Quick win, hypothesis"
    );
    let feelings: Vec<String> = scene
        .reading_order()
        .iter()
        .filter(|placed| placed.node.role == Role::Feeling)
        .map(|placed| placed.node.alt.clone())
        .collect();
    assert!(feelings.contains(&"Marie, Decision, −1.55, Left waiting".to_owned()), "{feelings:?}");
}

#[test]
fn a_very_long_name_leaves_scenario_and_goal_their_room_and_says_that_it_goes_on() {
    let mut document = maps::every_kind();
    document
        .people
        .values_mut()
        .for_each(|person| person.name = "Head of a very large department ".repeat(9));
    document.maps.values_mut().for_each(|map| map.scenario = "Replaces a supplier ".repeat(20));
    for width in [Width::Natural, Width::Fit(1600.0)] {
        let scene = lay_out(&document, width, Theme::Light);
        let map = document.maps.values().next().unwrap().id;
        for name in ["who", "scenario"] {
            let node = scene.node(&NodeKey::new(format!("{name}/{map}"))).unwrap_or_else(|| panic!("{name}"));
            let texts = node.prims.iter().filter_map(Prim::as_text);
            assert!(texts.clone().any(|text| text.text.ends_with('…')), "{name} {width:?}");
        }
        assert!(scene.node(&NodeKey::new(format!("goal/{map}"))).is_some(), "{width:?}");
    }
}
