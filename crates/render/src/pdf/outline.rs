//! The outline: the stages, or the title where there are none.

use super::page::Frame;
use krilla::destination::XyzDestination;
use krilla::geom;
use krilla::outline::{Outline, OutlineNode};
use layout::{Placed, Role, Scene};

pub(super) fn outline(scene: &Scene, frame: Frame) -> Outline {
    let order = scene.reading_order();
    let entry = |placed: &Placed<'_>, text: &str| {
        let at = frame.place(placed.at);
        let place = geom::Point::from_xy(at.x as f32, at.y as f32);
        OutlineNode::new(text.to_owned(), XyzDestination::new(0, place))
    };
    let mut outline = Outline::new();
    let mut stages = order.iter().filter(|placed| placed.node.role == Role::Stage).peekable();
    if stages.peek().is_none() {
        for placed in order.iter().take(1) {
            outline.push_child(entry(placed, &scene.title));
        }
    }
    for placed in stages {
        // The name; the job and the duration stand below it.
        let name = placed.node.text.lines().next().unwrap_or_default();
        outline.push_child(entry(placed, name));
    }
    outline
}
