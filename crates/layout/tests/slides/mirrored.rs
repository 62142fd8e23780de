//! Slides of maps that are read from right to left: what they would be otherwise, in a mirror.

use super::*;
use layout::{Align, NodeKey, Prim, Segment};
use std::collections::BTreeMap;

/// The sample as if it were written in a language; its words stay English.
fn sample_in(language: &str) -> Document {
    let mut document = document();
    document.maps.values_mut().for_each(|map| map.language = language.into());
    document
}

/// Every node with its place.
fn places(slide: &Slide) -> BTreeMap<NodeKey, Rect> {
    let placed = slide.scene.reading_order();
    placed.iter().map(|own| (own.node.key.clone(), Rect::of(own.node.size).moved(own.at))).collect()
}

#[test]
fn everything_lies_where_a_mirror_shows_it() {
    for density in [Density::Normal, Density::Projector] {
        let (usual, turned) = (slides(&sample_in("en"), density), slides(&sample_in("he"), density));
        assert_eq!(usual.len(), turned.len());
        for (usual, turned) in usual.iter().zip(&turned) {
            assert!(turned.from_right && !usual.from_right);
            let (before, after) = (places(usual), places(turned));
            assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
            for (key, place) in &before {
                let own = after[key];
                assert!(
                    (own.x - (1920.0 - place.right())).abs() <= 1.0,
                    "{}: {key} {place:?} {own:?}",
                    usual.name
                );
                assert_eq!((own.y, own.w, own.h), (place.y, place.w, place.h), "{key}");
            }
            sound(turned, if density == Density::Normal { 24.0 } else { 36.0 });
        }
    }
}

#[test]
fn words_and_symbols_are_read_as_usual() {
    let (usual, turned) =
        (slides(&sample_in("en"), Density::Normal), slides(&sample_in("he"), Density::Normal));
    for (usual, turned) in usual.iter().zip(&turned) {
        for ((before, first), (after, second)) in words(usual).iter().zip(&words(turned)) {
            assert_eq!(first.text, second.text);
            // Every line's ink changes its side as a whole; its glyphs keep their order.
            assert!(
                (after.x - (1920.0 - before.right())).abs() < 1.0,
                "{}: {before:?} {after:?}",
                first.text
            );
            let turned = match first.align {
                Align::Start => Align::End,
                Align::Center => Align::Center,
                Align::End => Align::Start,
            };
            assert_eq!(second.align, turned, "{}", first.text);
            for (one, other) in first.lines.iter().zip(&second.lines) {
                let glyphs = |line: &layout::TextLine| -> Vec<f64> {
                    let all = line.runs.iter().flat_map(|run| &run.glyphs);
                    all.map(|glyph| ((glyph.x - line.x) * 100.0).round() / 100.0).collect()
                };
                assert_eq!(glyphs(one), glyphs(other), "{}", first.text);
            }
        }
    }
    // The heading's symbol, from its own left edge on.
    let outline = |slides: &[Slide]| -> Vec<(i64, i64)> {
        let node = slides[4].scene.node(&NodeKey::new(format!("does/{}", slides[4].identity.map))).unwrap();
        let Some(Prim::Path(path)) = node.prims.first() else { panic!("a heading begins with its symbol") };
        let ends = path.segments.iter().filter_map(|segment| match segment {
            Segment::Move(to) | Segment::Line(to) | Segment::Cubic(_, _, to) => Some(*to),
            Segment::Close => None,
        });
        let ends: Vec<Point> = ends.collect();
        let left = ends.iter().map(|end| end.x).fold(f64::MAX, f64::min);
        ends.iter()
            .map(|end| (((end.x - left) * 100.0).round() as i64, (end.y * 100.0).round() as i64))
            .collect()
    };
    assert_eq!(outline(&usual), outline(&turned));
}

#[test]
fn the_way_goes_from_right_to_left_by_language_or_by_the_words() {
    let stages = ["التعرف على المشكلة", "البحث عن الحلول", "القرار"];
    for (language, stages, from_right) in [
        ("ar", &stages[..], true),
        ("fa-IR", &["CRM", "ERP"], true),
        ("en", &stages[..], true),
        ("en", &["One", "Two"], false),
    ] {
        let slides = slides(&map(language, stages), Density::Normal);
        let at = |stage: u128| {
            slides[0].scene.place(&NodeKey::new(format!("stage/{}", Id::from_u128(stage)))).unwrap()
        };
        assert_eq!(at(100).x > at(101).x, from_right, "{language} {stages:?}");
        assert!(slides.iter().all(|slide| slide.from_right == from_right));
        slides.iter().for_each(|slide| sound(slide, 24.0));
    }
}

#[test]
fn posters_are_turned_the_canvas_is_not() {
    use layout::{PageOptions, Paper, View};
    let stages = |language: &str, view: View, tile: Option<Paper>| {
        let document = sample_in(language);
        let layout = Options { view, ..options(&document, Density::Normal) };
        let made = Layouter::new()
            .pages(&document, &PageOptions { layout, tile, ..PageOptions::default() })
            .unwrap();
        let layout::Pages::Sheets { sheets, .. } = made else { panic!("sheets") };
        let of = |scene: &layout::Scene| -> Vec<Rect> {
            let placed = scene.reading_order();
            let stages = placed.iter().filter(|own| own.node.role == Role::Stage);
            stages.map(|own| Rect::of(own.node.size).moved(own.at)).collect()
        };
        sheets.iter().map(|sheet| (sheet.scene.size.w, of(&sheet.scene))).collect::<Vec<_>>()
    };
    let (usual, turned) = (stages("en", View::Poster, None), stages("he", View::Poster, None));
    assert_eq!(usual[0].1.len(), 7);
    for (before, after) in usual[0].1.iter().zip(&turned[0].1) {
        assert!((after.x - (usual[0].0 - before.right())).abs() <= 1.0, "{before:?} {after:?}");
    }
    let (usual, turned) =
        (stages("en", View::Poster, Some(Paper::A4)), stages("he", View::Poster, Some(Paper::A4)));
    let counts =
        |tiles: &[(f64, Vec<Rect>)]| tiles.iter().map(|(_, stages)| stages.len()).collect::<Vec<_>>();
    assert_eq!(counts(&usual).len(), counts(&turned).len());
    assert_eq!(stages("en", View::Canvas, None), stages("he", View::Canvas, None));
}

#[test]
fn labels_at_an_edge_grow_away_from_it_in_a_wider_face() {
    // Of a label the larger part of its growth at least stays within the margins of a slide.
    const MORE: f64 = 0.2;
    for (language, label) in [("ar", "التسعير غير واضح للجميع"), ("en", "Prices are not clear to all")]
    {
        let mut document = document();
        document.maps.values_mut().for_each(|map| map.language = language.into());
        document.feelings.values_mut().for_each(|feeling| feeling.label = label.into());
        let mut at_edges = 0;
        for density in [Density::Normal, Density::Projector] {
            for slide in slides(&document, density) {
                for placed in slide.scene.reading_order() {
                    if !placed.node.key.0.starts_with("label/") {
                        continue;
                    }
                    for (place, text) in texts(&placed) {
                        let more = MORE * place.w;
                        let (left, right) = match text.align {
                            Align::Center => (more / 2.0, more / 2.0),
                            _ if text.begins_right() => (more, 0.0),
                            _ => (0.0, more),
                        };
                        let held = place.x - left >= 86.0 && place.right() + right <= 1834.0;
                        assert!(held, "{language} {}: {place:?} {:?}", slide.name, text.align);
                        at_edges += usize::from(place.x - more < 86.0 || place.right() + more > 1834.0);
                    }
                }
            }
        }
        assert!(at_edges > 1, "{language}: {at_edges}");
    }
}
