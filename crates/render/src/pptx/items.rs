//! What a node draws, as the things that become shapes, and what these are called.

use super::shape::hull;
use super::text::{Lie, bounds};
use layout::{
    ConnectorPrim, ImagePrim, Node, PathPrim, Point, Prim, Rect, RectPrim, Role, Segment, TextPrim,
};

/// The longest name of a shape.
const NAME: usize = 120;

/// One thing of a node that becomes one shape.
pub(super) enum Item<'a> {
    Rect(&'a RectPrim, Vec<TextPrim>, Lie),
    Path(&'a PathPrim),
    Connector(&'a ConnectorPrim),
    Text(TextPrim),
    Image(&'a ImagePrim),
}

/// The things of a node; words go into the last box before them that holds them. What stands beside the last of them
/// stays there in any face: such words hang from below.
pub(super) fn items(node: &Node) -> Vec<Item<'_>> {
    let mut found: Vec<Item<'_>> = Vec::new();
    for prim in &node.prims {
        match prim {
            Prim::Rect(prim) => found.push(Item::Rect(prim, Vec::new(), Lie::Flow)),
            Prim::Path(prim) => found.push(Item::Path(prim)),
            Prim::Connector(prim) => found.push(Item::Connector(prim)),
            Prim::Image(prim) => found.push(Item::Image(prim)),
            Prim::Text(text) => {
                let words = bounds(text);
                let holds = |rect: Rect| {
                    let around = rect.grown(1.0);
                    around.x <= words.x
                        && around.y <= words.y
                        && around.right() >= words.right()
                        && around.bottom() >= words.bottom()
                };
                let holder = found.iter_mut().rev().find_map(|item| match item {
                    Item::Rect(prim, texts, _) if holds(prim.rect) => Some(texts),
                    _ => None,
                });
                match holder {
                    Some(texts) => texts.push(text.clone()),
                    None => found.push(Item::Text(text.clone())),
                }
            }
            // Slides cut nothing off.
            Prim::ClipPush(_) | Prim::ClipPop => {}
        }
    }
    for at in 0..found.len() {
        let (before, rest) = found.split_at_mut(at + 1);
        if let Some(Item::Rect(prim, texts, lie)) = before.last_mut()
            && rest.iter().any(|other| stands_below(other, prim.rect, texts))
        {
            *lie = Lie::Hang;
        }
    }
    found
}

/// Whether something stands in a box below the first of its words.
fn stands_below(other: &Item<'_>, within: Rect, texts: &[TextPrim]) -> bool {
    let Some(first) = texts.first() else { return false };
    let own = other.extent();
    own.y >= bounds(first).bottom()
        && own.bottom() <= within.bottom()
        && own.x >= within.x
        && own.right() <= within.right()
}

impl Item<'_> {
    /// The box around it, without the thickness of lines.
    pub(super) fn extent(&self) -> Rect {
        match self {
            Self::Rect(prim, ..) => prim.rect,
            Self::Path(prim) => hull(&prim.segments),
            Self::Connector(prim) => hull(&prim.segments),
            Self::Image(prim) => prim.rect,
            Self::Text(text) => bounds(text),
        }
    }
}

/// What a shape is called: its kind and its words.
pub(super) fn name(node: &Node) -> String {
    let words = if node.alt.is_empty() { &node.text } else { &node.alt };
    if words.trim().is_empty() || node.role == Role::Decoration {
        return part_name(node);
    }
    words.chars().take(NAME).collect::<String>().replace('\n', " ")
}

/// What a part of a drawing is called: the kind of thing that its node is.
pub(super) fn part_name(node: &Node) -> String {
    let kind = node.key.0.split('/').next().unwrap_or_default();
    let mut letters = kind.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A block of words at another place.
pub(super) fn moved(text: &TextPrim, by: Point) -> TextPrim {
    TextPrim { origin: text.origin + by, ..text.clone() }
}

/// A step of a path at another place.
pub(super) fn moved_segment(segment: Segment, by: Point) -> Segment {
    match segment {
        Segment::Move(to) => Segment::Move(to + by),
        Segment::Line(to) => Segment::Line(to + by),
        Segment::Cubic(one, two, to) => Segment::Cubic(one + by, two + by, to + by),
        Segment::Close => Segment::Close,
    }
}

/// The box around two boxes.
pub(super) fn union(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect::new(x, y, a.right().max(b.right()) - x, a.bottom().max(b.bottom()) - y)
}
