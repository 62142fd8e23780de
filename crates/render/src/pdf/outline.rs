//! The outline: the stages of a map, the titles of slides.

use super::page::Frame;
use krilla::destination::XyzDestination;
use krilla::geom;
use krilla::outline::{Outline, OutlineNode};
use layout::{Point, Role, Scene};

/// Of one page its stages, or its title where there are none; of several pages their titles.
pub(super) fn outline(pages: &[(&Scene, Frame)]) -> Outline {
    let mut outline = Outline::new();
    let entry = |page: usize, frame: Frame, at: Point, text: &str| {
        let at = frame.place(at);
        let place = geom::Point::from_xy(at.x as f32, at.y as f32);
        OutlineNode::new(text.to_owned(), XyzDestination::new(page, place))
    };
    if let [(scene, frame)] = pages {
        for placed in scene.reading_order().iter().filter(|placed| placed.node.role == Role::Stage) {
            // The name; the job and the duration stand below it.
            let name = placed.node.text.lines().next().unwrap_or_default();
            outline.push_child(entry(0, *frame, placed.at, name));
        }
        if scene.nodes.values().any(|node| node.role == Role::Stage) {
            return outline;
        }
    }
    for (at, (scene, frame)) in pages.iter().enumerate() {
        outline.push_child(entry(at, *frame, Point::default(), &scene.title));
    }
    outline
}
