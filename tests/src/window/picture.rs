//! Whether the window shows what a picture of the same Scene shows: node by node, ink by ink.

use image::RgbImage;
use layout::{NodeKey, Rect, Scene};
use std::collections::HashMap;

/// A channel that is off by more than this is off to anyone who looks closely.
pub const OFF: u8 = 48;
/// A channel that is off by more than this is plainly wrong.
pub const WRONG: u8 = 96;
/// How far from its ground a pixel is ink.
const INK: u8 = 24;
/// Fewer pixels of ink say nothing: one edge that falls between two pixels is off by half.
const LEAST_INK: usize = 40;

/// How one node's ink differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The node.
    pub key: NodeKey,
    /// How many pixels of ink it has, in either picture.
    pub ink: usize,
    /// Share of them that are off by more than [`OFF`].
    pub off: f64,
    /// Share of them that are off by more than [`WRONG`].
    pub wrong: f64,
}

impl Difference {
    /// Whether the two pictures agree on this node.
    pub fn agrees(&self) -> bool {
        self.off <= 0.25 && self.wrong <= 0.01
    }
}

/// Where the Scene lies on the screen.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The left edge of the Scene on the screen, in pixels.
    pub x: i64,
    /// The upper edge of the Scene on the screen, in pixels.
    pub y: i64,
    /// Pixels for one unit of the Scene.
    pub zoom: f64,
    /// The part of the screen that shows the Scene and nothing else, in pixels.
    pub clear: Rect,
}

/// Compares the ink of every node that lies whole in the clear part of the screen. `drawn` is the Scene at the view's
/// zoom, `screen` the whole screen. A node's ink is its own: what lies in its children is theirs.
pub fn differences(scene: &Scene, drawn: &RgbImage, screen: &RgbImage, view: View) -> Vec<Difference> {
    let order = scene.reading_order();
    let boxes: HashMap<&NodeKey, Rect> =
        order.iter().map(|placed| (&placed.node.key, Rect::of(placed.node.size).moved(placed.at))).collect();
    let mut found = Vec::new();
    for placed in &order {
        let own = pixels(boxes[&placed.node.key], view.zoom);
        let on_screen = (own.0 + view.x, own.1 + view.y, own.2 + view.x, own.3 + view.y);
        let clear = pixels(view.clear, 1.0);
        let inside = on_screen.0 >= clear.0
            && on_screen.1 >= clear.1
            && on_screen.2 <= clear.2
            && on_screen.3 <= clear.3
            && own.2 <= i64::from(drawn.width())
            && own.3 <= i64::from(drawn.height());
        if !inside || placed.node.prims.is_empty() {
            continue;
        }
        let theirs: Vec<_> =
            placed.node.children.iter().filter_map(|key| Some(pixels(*boxes.get(key)?, view.zoom))).collect();
        let places: Vec<(i64, i64)> = (own.1..own.3)
            .flat_map(|y| (own.0..own.2).map(move |x| (x, y)))
            .filter(|(x, y)| {
                !theirs.iter().any(|one| (one.0..one.2).contains(x) && (one.1..one.3).contains(y))
            })
            .collect();
        if let Some(difference) = of_node(&placed.node.key, &places, drawn, screen, view) {
            found.push(difference);
        }
    }
    found
}

fn of_node(
    key: &NodeKey,
    places: &[(i64, i64)],
    drawn: &RgbImage,
    screen: &RgbImage,
    view: View,
) -> Option<Difference> {
    let at = |image: &RgbImage, x: i64, y: i64| image.get_pixel(x as u32, y as u32).0;
    let mut colors: HashMap<[u8; 3], usize> = HashMap::new();
    for (x, y) in places {
        *colors.entry(at(drawn, *x, *y)).or_default() += 1;
    }
    let ground = colors.into_iter().max_by_key(|(color, count)| (*count, *color))?.0;
    let (mut ink, mut off, mut wrong) = (0, 0, 0);
    for (x, y) in places {
        let (ours, theirs) = (at(drawn, *x, *y), at(screen, x + view.x, y + view.y));
        if apart(ours, ground).max(apart(theirs, ground)) <= INK {
            continue;
        }
        ink += 1;
        let by = apart(ours, theirs);
        off += usize::from(by > OFF);
        wrong += usize::from(by > WRONG);
    }
    let share = |count: usize| count as f64 / ink as f64;
    (ink >= LEAST_INK).then(|| Difference { key: key.clone(), ink, off: share(off), wrong: share(wrong) })
}

/// The pixels that a box covers whole: left, upper, right and lower edge.
fn pixels(rect: Rect, zoom: f64) -> (i64, i64, i64, i64) {
    let edge = |at: f64| (at * zoom).round() as i64;
    (edge(rect.x), edge(rect.y), edge(rect.right()), edge(rect.bottom()))
}

/// How far two colours are apart in the channel in which they are furthest apart.
fn apart(a: [u8; 3], b: [u8; 3]) -> u8 {
    a.into_iter().zip(b).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}
