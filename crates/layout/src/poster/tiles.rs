//! Tiles: a poster on sheets of an office printer, to be cut and glued. Each shows a little of the next one again; marks
//! in the margins say where to cut, and a line which sheet it is.

use super::cuts::cuts;
use super::{Poster, fit::PT_PER_MM};
use crate::canvas::branch::{Branch, key};
use crate::canvas::{Context, draw};
use crate::geometry::{Point, Rect, Size};
use crate::paint::Stroke;
use crate::paper::{MARGIN_MM, Paper};
use crate::scene::{ClipPrim, Node, NodeKey, Placed, Prim, Role, Scene};
use crate::type_roles;
use journey::{Phrase, Table};
use std::collections::HashMap;
use std::sync::Arc;

/// How much of the next tile each shows, in millimetres.
const OVERLAP_MM: f64 = 10.0;
/// Length of a mark, and from the printed area to it, in millimetres.
const MARK_MM: (f64, f64) = (4.0, 1.5);
/// Thickness of a mark, in millimetres.
const THICK_MM: f64 = 0.2;
/// Size of the line that says which sheet it is, in points.
const LABEL_PT: f64 = 8.0;

/// One tile of a poster.
pub(crate) struct Tile {
    /// The whole sheet.
    pub scene: Scene,
    /// From 1.
    pub row: usize,
    /// From 1.
    pub column: usize,
}

/// A poster cut to sheets of this paper, row by row; which way the sheets lie is chosen for the fewest of them.
pub(crate) fn tiles(cx: &Context<'_>, poster: &Poster, paper: Paper) -> (Paper, Vec<Tile>) {
    let along = |paper: Paper| {
        let plan = Plan::new(poster, paper);
        (plan.x.len() - 1) * (plan.y.len() - 1)
    };
    let paper = if along(paper.upright()) < along(paper.lying()) { paper.upright() } else { paper.lying() };
    let plan = Plan::new(poster, paper);
    let (columns, rows) = (plan.x.len() - 1, plan.y.len() - 1);
    let placed = poster.scene.reading_order();
    let mut found = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let scene = plan.tile(cx, poster, &placed, row, column);
            found.push(Tile { scene, row: row + 1, column: column + 1 });
        }
    }
    (paper, found)
}

/// Where the cuts lie, in units of the poster.
struct Plan {
    x: Vec<f64>,
    y: Vec<f64>,
    /// The size of a sheet, its margin, and how much of the next one it shows.
    sheet: Size,
    margin: f64,
    overlap: f64,
    mm: f64,
}

impl Plan {
    fn new(poster: &Poster, paper: Paper) -> Self {
        let mm = poster.mm;
        let sheet = Size::new(paper.w_mm / mm, paper.h_mm / mm);
        // Whole units, so that a tile's pixels are those of the whole poster.
        let (margin, overlap) = ((MARGIN_MM / mm).ceil(), (OVERLAP_MM / mm).round().max(1.0));
        let window = |side: f64| (side - 2.0 * margin - 1.0).max(2.0 * overlap);
        // Nobody prints the white around a map.
        let Rect { x, y, w, h } = poster.area;
        let along = |from: f64, all: f64, window: f64, borders: &[f64]| -> Vec<f64> {
            let borders: Vec<f64> = borders.iter().map(|border| border - from).collect();
            cuts(all, window, overlap, &borders).into_iter().map(|cut| cut + from).collect()
        };
        Self {
            x: along(x, w, window(sheet.w), &poster.borders.x),
            y: along(y, h, window(sheet.h), &poster.borders.y),
            sheet,
            margin,
            overlap,
            mm,
        }
    }

    /// What a tile shows of the poster: from its cut to the next one, and the overlap.
    fn window(&self, row: usize, column: usize) -> Rect {
        let (left, top) = (self.x[column], self.y[row]);
        let (right, bottom) = (self.x[column + 1] + self.overlap, self.y[row + 1] + self.overlap);
        let (end_x, end_y) = (self.x[self.x.len() - 1], self.y[self.y.len() - 1]);
        Rect::new(left, top, right.min(end_x) - left, bottom.min(end_y) - top)
    }

    fn tile(
        &self,
        cx: &Context<'_>,
        poster: &Poster,
        placed: &[Placed<'_>],
        row: usize,
        column: usize,
    ) -> Scene {
        let whole = &poster.scene;
        let window = self.window(row, column);
        let corner = Point::new(self.margin - window.x, self.margin - window.y);
        let mut nodes = cropped(whole, placed, window);
        let root = key("tile", format!("{}/{}/{}", cx.map.id, row + 1, column + 1));
        let marks = self.marks(cx, window, row, column);
        let own = Branch::new(root.clone(), Role::Map, Rect::of(self.sheet))
            .of(Table::Map, cx.map.id)
            .says(cx.map.title.clone())
            .holds([marks]);
        own.flatten(None, &mut |node| {
            nodes.insert(node.key.clone(), Arc::new(node));
        });
        if let Some(poster_root) = nodes.get_mut(&whole.root) {
            let poster_root = Arc::make_mut(poster_root);
            poster_root.parent = Some(root.clone());
            poster_root.origin = corner;
            poster_root.role = Role::Group;
        }
        if let Some(own) = nodes.get_mut(&root) {
            Arc::make_mut(own).children.insert(0, whole.root.clone());
        }
        Scene { size: self.sheet, root, nodes, notices: Vec::new(), ..whole.clone() }
    }

    /// Marks for cutting, and which sheet it is.
    fn marks(&self, cx: &Context<'_>, window: Rect, row: usize, column: usize) -> Branch {
        let ink = cx.palette.ink2;
        let (length, away) = (MARK_MM.0 / self.mm, MARK_MM.1 / self.mm);
        let stroke = || Stroke::new(ink, THICK_MM / self.mm);
        let (left, top) = (self.margin, self.margin);
        let (right, bottom) = (left + window.w, top + window.h);
        // The edges of what is this tile's alone.
        let xs = [left, left + self.x[column + 1] - self.x[column]];
        let ys = [top, top + self.y[row + 1] - self.y[row]];
        let mut prims: Vec<Prim> = Vec::new();
        for x in xs {
            for (from, to) in [(top - away, top - away - length), (bottom + away, bottom + away + length)] {
                prims.push(draw::line(&[Point::new(x, from), Point::new(x, to)], stroke()));
            }
        }
        for y in ys {
            for (from, to) in [(left - away, left - away - length), (right + away, right + away + length)] {
                prims.push(draw::line(&[Point::new(from, y), Point::new(to, y)], stroke()));
            }
        }
        let (columns, rows) = (self.x.len() - 1, self.y.len() - 1);
        let phrase = Phrase::new("poster.tile")
            .with(row * columns + column + 1)
            .with(rows * columns)
            .with(row + 1)
            .with(column + 1);
        let said = cx.say(&phrase);
        let size = LABEL_PT / PT_PER_MM / self.mm;
        let style =
            crate::scene::TextStyle { size, line_height: size * 1.4, ..type_roles::SMALLEST.style(ink) };
        let block = cx.line(&format!("{said} · {}", cx.map.title), style);
        let block =
            if block.size.w > window.w - 4.0 * length { cx.fitted(&said, style, window.w) } else { block };
        let at = Point::new(left + 2.0 * length, bottom + away + (length - block.size.h) / 2.0);
        prims.push(draw::text(&block, at));
        Branch::new(key("tilemarks", cx.map.id), Role::Text, Rect::of(self.sheet)).says(said).draws(prims)
    }
}

/// The nodes that ink anything within a window, cut to it where they reach beyond.
fn cropped(scene: &Scene, placed: &[Placed<'_>], window: Rect) -> HashMap<NodeKey, Arc<Node>> {
    let mut kept: HashMap<NodeKey, Arc<Node>> = HashMap::new();
    // From the last to the first, so that a node knows whether anything in it was kept.
    for placed in placed.iter().rev() {
        let node = placed.node;
        let inks = node.prims.iter().filter_map(Prim::ink).reduce(|all, one| all.with(&one));
        let inks = inks.map(|inks| inks.moved(placed.at)).filter(|inks| inks.meets(&window));
        let children: Vec<NodeKey> =
            node.children.iter().filter(|key| kept.contains_key(key)).cloned().collect();
        if inks.is_none() && children.is_empty() && node.key != scene.root {
            continue;
        }
        let prims = match inks {
            None => Vec::new(),
            Some(inks) if window.holds(&inks) => node.prims.clone(),
            Some(_) => {
                let rect = window.moved(Point::default() - placed.at);
                let clip = Prim::ClipPush(ClipPrim { rect, radius: 0.0 });
                let mut prims = Vec::with_capacity(node.prims.len() + 2);
                prims.push(clip);
                prims.extend(node.prims.iter().cloned());
                prims.push(Prim::ClipPop);
                prims
            }
        };
        kept.insert(node.key.clone(), Arc::new(Node { prims, children, ..node.clone() }));
    }
    kept
}
