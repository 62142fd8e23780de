//! With strong contrast everything that is written can be read, and what is full stays apart from what is empty.

#[path = "../../../tests/src/maps.rs"]
mod maps;

use journey::{Document, Id};
use layout::{
    Color, Contrast, Layouter, Options, PageOptions, Paint, Point, Prim, Rect, Scene, Theme, View, Width,
};

fn sample() -> Document {
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    journey::sample_in(&mut ids, "en")
}

/// WCAG 2 contrast.
fn contrast(one: Color, other: Color) -> f64 {
    let luminance = |color: Color| {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour over another.
fn over(above: Color, below: Color) -> Color {
    let share = f64::from(above.a) / 255.0;
    let mixed =
        |one: u8, other: u8| (f64::from(one) * share + f64::from(other) * (1.0 - share)).round() as u8;
    Color { r: mixed(above.r, below.r), g: mixed(above.g, below.g), b: mixed(above.b, below.b), a: 255 }
}

/// Every text whose ground does not let it be read.
fn unreadable(scene: &Scene) -> Vec<String> {
    let (mut grounds, mut found): (Vec<(Rect, Color)>, Vec<String>) = (Vec::new(), Vec::new());
    for placed in scene.paint_order() {
        for prim in &placed.node.prims {
            match prim {
                Prim::Rect(rect) => {
                    if let Some(Paint::Solid(color)) = rect.fill {
                        grounds.push((rect.rect.moved(placed.at), color));
                    }
                }
                Prim::Text(text) => {
                    for line in &text.lines {
                        let middle = Point::new(line.x + line.width / 2.0, line.y + line.height / 2.0);
                        let middle = placed.at + text.origin + middle;
                        let lies_on = |rect: &Rect| {
                            (rect.x..=rect.right()).contains(&middle.x)
                                && (rect.y..=rect.bottom()).contains(&middle.y)
                        };
                        let ground = grounds
                            .iter()
                            .filter(|(rect, _)| lies_on(rect))
                            .fold(scene.background, |below, (_, color)| over(*color, below));
                        for run in &line.runs {
                            let reached = contrast(over(run.color, ground), ground);
                            if reached < 4.5 {
                                found.push(format!(
                                    "{} in {}: {reached:.2}, {} on {}",
                                    text.text,
                                    placed.node.key,
                                    run.color.to_css(),
                                    ground.to_css()
                                ));
                            }
                        }
                    }
                }
                Prim::Path(_) | Prim::Connector(_) | Prim::Image(_) | Prim::ClipPush(_) | Prim::ClipPop => {}
            }
        }
    }
    found
}

#[test]
fn everything_that_is_written_can_be_read() {
    let of_all_sorts = [
        sample(),
        maps::every_kind(),
        maps::of_size(6, 10, 3),
        maps::arabic(),
        maps::japanese(),
        maps::empty(),
        maps::long(),
    ];
    for document in of_all_sorts {
        let map = document.maps_in_order()[0].id;
        for theme in Theme::ALL {
            let contrast = Contrast::Strong;
            for (view, width) in [
                (View::Canvas, Width::Natural),
                (View::Canvas, Width::Fit(1280.0)),
                (View::Poster, Width::Natural),
            ] {
                let options = Options { map, view, width, theme, contrast, ..Options::default() };
                let scene = Layouter::new().layout(&document, &options).expect("a Scene");
                assert_eq!(unreadable(&scene), Vec::<String>::new(), "{theme:?} {view:?}");
            }
            let layout = Options { map, view: View::Slides, theme, contrast, ..Options::default() };
            let options = PageOptions { layout, ..PageOptions::default() };
            let pages = Layouter::new().pages(&document, &options).expect("slides");
            for page in pages.each() {
                assert_eq!(unreadable(page.scene), Vec::<String>::new(), "{theme:?} slides");
            }
        }
    }
}

/// The bars and dots of each card: how many are as full as the first, and how many are not.
fn bars(scene: &Scene, size: (f64, f64)) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for node in scene.nodes.values() {
        let shapes: Vec<_> = node
            .prims
            .iter()
            .filter_map(|prim| match prim {
                Prim::Rect(rect) => Some(rect),
                _ => None,
            })
            .filter(|rect| {
                // With its edge as large as without one.
                let edge = rect.stroke.as_ref().map_or(0.0, |stroke| stroke.width);
                (rect.rect.w + edge, rect.rect.h + edge) == size
            })
            .collect();
        if shapes.len() == 5 {
            let full =
                shapes.iter().filter(|rect| rect.fill == shapes[0].fill && rect.stroke.is_none()).count();
            found.push((full, shapes.len() - full));
        }
    }
    found.sort_unstable();
    found
}

#[test]
fn bars_of_severity_and_dots_of_maturity_say_as_much_as_without_it() {
    let document = maps::every_kind();
    let map = document.maps_in_order()[0].id;
    for theme in Theme::ALL {
        let scene = |contrast| {
            let options = Options { map, theme, contrast, ..Options::default() };
            Layouter::new().layout(&document, &options).expect("a Scene")
        };
        let (normal, strong) = (scene(Contrast::Normal), scene(Contrast::Strong));
        for size in [(11.0, 4.0), (8.0, 8.0)] {
            let said = bars(&strong, size);
            assert!(said.iter().any(|(full, empty)| *full > 0 && *empty > 0), "{size:?} {said:?}");
            assert_eq!(said, bars(&normal, size), "{theme:?}");
        }
        let slides = |contrast| {
            let layout = Options { map, view: View::Slides, theme, contrast, ..Options::default() };
            let options = PageOptions { layout, ..PageOptions::default() };
            let pages = Layouter::new().pages(&document, &options).expect("slides");
            pages.each().iter().flat_map(|page| bars(page.scene, (26.0, 9.0))).collect::<Vec<_>>()
        };
        let said = slides(Contrast::Strong);
        assert!(said.iter().any(|(full, empty)| *full > 0 && *empty > 0), "{said:?}");
        assert_eq!(said, slides(Contrast::Normal), "{theme:?}");
    }
}
