//! A gap breaks the way: dots on the trail and on the curve, a disc on the curve, the capsule over its boundary. None of
//! it is told by colour alone.

use journey::{Document, Gap, Id};
use layout::{Layouter, NodeKey, Options, Paint, Point, Prim, Rect, Scene, Theme, Width};

fn sample() -> (Document, Scene, Vec<(Gap, f64)>) {
    let mut last = 0_u128;
    let document = journey::sample(&mut || {
        last += 1;
        Id::from_u128(last)
    });
    let map = document.maps.values().next().unwrap().id;
    let options = Options { map, width: Width::Fit(1600.0), ..Options::default() };
    let scene = Layouter::new().layout(&document, &options).unwrap();
    let boundary = |gap: &Gap| scene.place(&NodeKey::new(format!("stage/{}", gap.stage))).unwrap().right();
    let gaps = document.gaps.values().map(|gap| (gap.clone(), boundary(gap))).collect();
    (document, scene, gaps)
}

/// The places of all shapes that are filled with a colour, below the nodes whose keys begin so.
fn filled(scene: &Scene, prefix: &str, color: layout::Color) -> Vec<Rect> {
    let inside = |at: &layout::Placed<'_>| {
        let mut key = Some(&at.node.key);
        while let Some(now) = key {
            if now.to_string().starts_with(prefix) {
                return true;
            }
            key = scene.node(now).and_then(|node| node.parent.as_ref());
        }
        false
    };
    let mut found = Vec::new();
    for placed in scene.paint_order().iter().filter(|placed| inside(placed)) {
        for prim in &placed.node.prims {
            let fill = match prim {
                Prim::Path(path) => path.fill.clone(),
                Prim::Rect(rect) => rect.fill.clone(),
                Prim::Connector(_) | Prim::Text(_) | Prim::Image(_) | Prim::ClipPush(_) | Prim::ClipPop => {
                    None
                }
            };
            if fill == Some(Paint::Solid(color)) {
                found.extend(prim.ink().map(|ink| ink.moved(Point::new(placed.at.x, placed.at.y))));
            }
        }
    }
    found
}

#[test]
fn a_gap_shows_dots_on_the_trail_and_the_curve_a_disc_and_a_capsule_over_its_boundary() {
    let (_, scene, gaps) = sample();
    let palette = Theme::Light.palette();
    assert_eq!(gaps.len(), 3);
    let (trail, curve) = (filled(&scene, "trail/", palette.gap), filled(&scene, "curve/", palette.gap));
    let discs = filled(&scene, "lane/", palette.gap_fill);
    assert_eq!((trail.len(), curve.len()), (3, 3), "one row of dots each");
    for (gap, x) in gaps {
        let over = |row: &&Rect| row.x < x && row.right() > x && row.x >= x - 40.0;
        assert!(trail.iter().any(|row| over(&row)), "{}: dots on the trail, {trail:?} at {x}", gap.title);
        assert!(
            curve.iter().any(|row| over(&row) && row.x >= x - 37.0 && row.right() <= x + 37.0),
            "{}: dots on the curve, {curve:?} at {x}",
            gap.title
        );
        let disc = |at: &&Rect| (at.x + at.w / 2.0 - x).abs() <= 1.0 && (at.w - 24.0).abs() < 0.5;
        assert!(discs.iter().any(|at| disc(&at)), "{}: a disc on the curve, {discs:?} at {x}", gap.title);
        let capsule = scene.place(&NodeKey::new(format!("gap/{}", gap.id))).unwrap();
        assert!((capsule.x + capsule.w / 2.0 - x).abs() <= 1.0, "{}: {capsule:?} at {x}", gap.title);
    }
}

#[test]
fn pains_gaps_and_opportunities_differ_without_colour() {
    let (document, scene, _) = sample();
    // What is left of a card without its colours and words: how its edges are drawn and how many shapes lie in it.
    let shape = |key: String| {
        let node = scene.node(&NodeKey::new(key.as_str())).unwrap_or_else(|| panic!("no node {key}"));
        let mut prims: Vec<&Prim> = node.prims.iter().collect();
        prims.extend(node.children.iter().flat_map(|child| &scene.node(child).unwrap().prims));
        let dashed = prims.iter().any(|prim| match prim {
            Prim::Rect(rect) => rect.stroke.as_ref().is_some_and(|stroke| !stroke.dash.is_empty()),
            Prim::Path(path) => path.stroke.as_ref().is_some_and(|stroke| !stroke.dash.is_empty()),
            Prim::Connector(_) | Prim::Text(_) | Prim::Image(_) | Prim::ClipPush(_) | Prim::ClipPop => false,
        });
        // The five bars of a severity are 11 wide and 4 high.
        let bars = prims
            .iter()
            .filter_map(|prim| prim.ink())
            .filter(|ink| (ink.h - 4.0).abs() < 0.5 && ink.w > 10.0)
            .count();
        (dashed, bars > 0)
    };
    let of = |kind: journey::LaneKind| {
        let lane = document.lanes.values().find(|lane| lane.kind == kind).unwrap().id;
        let cards = document.cards.values().filter(move |card| card.lane == lane);
        cards.map(|card| shape(format!("card/{}", card.id))).collect::<Vec<_>>()
    };
    assert!(of(journey::LaneKind::PainPoints).iter().all(|shape| *shape == (false, true)), "bars");
    assert!(of(journey::LaneKind::Opportunities).iter().all(|shape| *shape == (false, false)), "neither");
    for gap in document.gaps.values() {
        assert!(shape(format!("gap/{}", gap.id)).0, "{}: dashes", gap.title);
    }
}
