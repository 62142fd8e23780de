//! The Scene as a flat list with the rows that each thing can ink, so that a band draws only what it shows.

use layout::{
    ClipPrim, ConnectorPrim, GlyphRun, ImagePrim, PathPrim, Point, Prim, Rect, RectPrim, Scene, TextPrim,
};

/// One thing to draw.
#[derive(Clone, Copy)]
pub(super) enum Drawing<'a> {
    Rect(&'a RectPrim),
    Path(&'a PathPrim),
    Connector(&'a ConnectorPrim),
    Run(&'a GlyphRun),
    Image(&'a ImagePrim),
    ClipPush(&'a ClipPrim),
    ClipPop,
}

/// A thing with its place, in units of the Scene.
pub(super) struct Item<'a> {
    pub drawing: Drawing<'a>,
    /// The origin of its frame.
    pub at: Point,
    /// The first row that it can ink.
    pub top: f64,
    /// The last one.
    pub bottom: f64,
}

/// Everything in paint order.
pub(super) fn items(scene: &Scene) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    for placed in scene.paint_order() {
        let at = placed.at;
        let mut open = 0_usize;
        let mut add = |drawing, at: Point, ink: Rect| {
            items.push(Item { drawing, at, top: at.y + ink.y, bottom: at.y + ink.bottom() });
        };
        for prim in &placed.node.prims {
            match prim {
                Prim::Rect(prim) => add(Drawing::Rect(prim), at, prim.ink()),
                Prim::Path(prim) => add(Drawing::Path(prim), at, prim.ink()),
                Prim::Connector(prim) => add(Drawing::Connector(prim), at, prim.ink()),
                Prim::Text(prim) => {
                    for run in runs(prim) {
                        add(Drawing::Run(run), at + prim.origin, run_ink(run));
                    }
                }
                Prim::Image(prim) => add(Drawing::Image(prim), at, prim.rect),
                Prim::ClipPush(clip) => {
                    open += 1;
                    add(Drawing::ClipPush(clip), at, clip.rect);
                }
                Prim::ClipPop => {
                    // A pop without a push of its own node would end somebody else's clip.
                    if open > 0 {
                        open -= 1;
                        add(Drawing::ClipPop, at, Rect::default());
                    }
                }
            }
        }
        for _ in 0..open {
            add(Drawing::ClipPop, at, Rect::default());
        }
    }
    items
}

fn runs(prim: &TextPrim) -> impl Iterator<Item = &GlyphRun> {
    prim.lines.iter().flat_map(|line| &line.runs)
}

/// What a run can ink: glyphs reach at most two sizes above and one and a half below their origins.
fn run_ink(run: &GlyphRun) -> Rect {
    let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
    for glyph in &run.glyphs {
        top = top.min(glyph.y - 2.0 * run.size);
        bottom = bottom.max(glyph.y + 1.5 * run.size);
    }
    if top > bottom { Rect::default() } else { Rect::new(0.0, top, 0.0, bottom - top) }
}
