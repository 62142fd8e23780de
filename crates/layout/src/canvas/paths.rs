//! Loops over the trail: the ways that people take other than straight on.

use super::branch::{Branch, key};
use super::context::Context;
use super::draw;
use super::grid::Grid;
use super::metrics::{EDGE, LEVEL, LEVELS_MAX, NODE_INSET, TRAIL_TO_LOOP};
use super::packing::{Interval, levels};
use crate::geometry::{Point, Rect, Segment};
use crate::paint::Stroke;
use crate::scene::{Prim, Role};
use crate::type_roles;
use journey::{Path, PathKind, Phrase, RecordId, Table, in_order};

/// Thickness of a loop.
const THICK: f64 = 1.5;
/// Radius of its corners.
const CORNER: f64 = 9.0;
/// From its ends to the trail.
const CLEAR: f64 = 10.0;
/// Between two ends on one node.
const BESIDE: f64 = 7.0;
/// Space on either side of a label in the line's break.
const BREAK: f64 = 9.0;
/// How far the arrow's arms reach out and up.
const ARM: (f64, f64) = (4.5, 5.5);
/// Length of the line of a path into or out of the map, before its label.
const STUB: f64 = 18.0;

/// One end of a loop.
#[derive(Clone, Copy)]
enum End {
    /// On the node of this column.
    Stage(usize),
    /// Outside of the map.
    Outside,
}

struct Drawn<'a> {
    path: &'a Path,
    from: End,
    to: End,
    /// Where its ends lie; for a path into or out of the map, the node and where its label ends.
    left: f64,
    right: f64,
    level: usize,
}

/// The loops of a map on their levels.
pub struct Loops<'a> {
    drawn: Vec<Drawn<'a>>,
    more: Vec<&'a Path>,
    /// How many levels there are to make room for.
    pub levels: usize,
}

impl<'a> Loops<'a> {
    /// The loops of a map, the longest on top.
    pub fn new(cx: &Context<'a>, grid: &Grid) -> Self {
        let of_map = cx.document.paths.values().filter(|path| path.map == cx.map.id);
        let mut drawn: Vec<Drawn<'a>> = in_order(of_map, |path| &path.order)
            .into_iter()
            .filter_map(|path| {
                let (from, to) = (end(cx, grid, path.from)?, end(cx, grid, path.to)?);
                match (from, to) {
                    (End::Stage(from), End::Stage(to)) if from == to => return None,
                    (End::Outside, End::Outside) => return None,
                    (End::Stage(_) | End::Outside, End::Stage(_) | End::Outside) => {}
                }
                Some(Drawn { path, from, to, left: 0.0, right: 0.0, level: 0 })
            })
            .collect();
        settle_ends(&mut drawn, grid);
        for one in &mut drawn {
            if !one.is_loop() {
                let label = cx.line(&one.path.label, type_roles::PATH_LABEL.style(cx.palette.info));
                one.right = one.left + STUB + BREAK + label.size.w;
            }
        }
        let intervals: Vec<Interval> =
            drawn.iter().map(|one| Interval { from: one.left, to: one.right }).collect();
        for (one, level) in drawn.iter_mut().zip(levels(&intervals)) {
            one.level = level;
        }
        let (drawn, more): (Vec<_>, Vec<_>) = drawn.into_iter().partition(|one| one.level < LEVELS_MAX);
        let levels = drawn.iter().map(|one| one.level + 1).max().unwrap_or(0);
        Self { drawn, more: more.into_iter().map(|one| one.path).collect(), levels }
    }

    /// The loops over a trail at this height.
    pub fn branches(&self, cx: &Context<'_>, trail: f64) -> Vec<Branch> {
        let mut branches: Vec<Branch> = self
            .drawn
            .iter()
            .map(|one| {
                let higher = self.drawn.iter().filter(|other| other.level > one.level);
                let posts: Vec<f64> = higher.flat_map(|other| other.posts()).collect();
                one.branch(cx, &posts, trail)
            })
            .collect();
        if !self.more.is_empty() {
            let more = cx.say(&Phrase::new("canvas.loops.more").with(self.more.len()));
            let block = cx.line(&more, type_roles::SMALLEST_STRONG.style(cx.palette.info));
            let top = trail - TRAIL_TO_LOOP - LEVEL * (self.levels as f64 - 1.0) - 9.0;
            let place = Rect::new(EDGE, top, block.size.w + 16.0, 18.0);
            let edge = (cx.palette.info_line, cx.options.contrast.edge());
            let names: Vec<String> = self.more.iter().map(|path| spoken(cx, path)).collect();
            branches.push(
                Branch::new(key("more-paths", cx.map.id), Role::Text, place)
                    .says(more)
                    .alt(names.join("; "))
                    .draws([
                        cx.soft(Rect::new(0.0, 0.0, place.w, 18.0), 9.0, cx.palette.info_soft, edge),
                        draw::text(&block, Point::new(8.0, 2.0)),
                    ]),
            );
        }
        branches
    }
}

fn end(cx: &Context<'_>, grid: &Grid, record: Option<RecordId>) -> Option<End> {
    let Some(record) = record else { return Some(End::Outside) };
    let stage = match record.table {
        Table::Stage => record.id,
        Table::Card => cx.document.cards.get(&record.id)?.stage,
        _ => return None,
    };
    grid.column(stage).map(End::Stage)
}

/// Gives each end its place on its node. Several ends on one node lie side by side, so ordered that no loop crosses
/// another: those that go left stand left, shorter ones first; those that go right stand right, longer ones first.
fn settle_ends(drawn: &mut [Drawn<'_>], grid: &Grid) {
    let columns = grid.stages.len() as i64;
    let mut on_node: Vec<Vec<(i64, usize, bool)>> = vec![Vec::new(); grid.stages.len()];
    for (at, one) in drawn.iter().enumerate() {
        let ends = match (one.from, one.to) {
            (End::Stage(from), End::Stage(to)) => [Some((from, to as i64)), Some((to, from as i64))],
            (End::Stage(only), End::Outside) | (End::Outside, End::Stage(only)) => {
                [Some((only, columns)), None]
            }
            (End::Outside, End::Outside) => [None, None],
        };
        for (side, (node, other)) in ends.into_iter().flatten().enumerate() {
            // Left-going ends rank by −1/length, right-going by length counted down: both rise from left to right.
            let distance = other - node as i64;
            let rank = if distance < 0 { -distance - 2 * columns } else { 2 * columns - distance };
            on_node[node].push((rank, at, side == 0));
        }
    }
    for (node, ends) in on_node.iter_mut().enumerate() {
        ends.sort_by_key(|(rank, at, _)| (*rank, *at));
        let middle = grid.columns.lefts[node] + NODE_INSET;
        let count = ends.len() as f64;
        for (place, (_, at, first)) in ends.iter().enumerate() {
            let x = middle + (place as f64 - (count - 1.0) / 2.0) * BESIDE;
            let one = &mut drawn[*at];
            let is_left = match (one.from, one.to) {
                (End::Stage(from), End::Stage(to)) => (from < to) == *first,
                (End::Stage(_), End::Outside)
                | (End::Outside, End::Stage(_))
                | (End::Outside, End::Outside) => true,
            };
            if is_left {
                one.left = x;
            } else {
                one.right = x;
            }
        }
    }
}

fn spoken(cx: &Context<'_>, path: &Path) -> String {
    let name = |record: Option<RecordId>| {
        let record = record?;
        match record.table {
            Table::Stage => cx.document.stages.get(&record.id).map(|stage| stage.name.clone()),
            Table::Card => cx.document.cards.get(&record.id).map(|card| card.text.clone()),
            _ => None,
        }
    };
    let outside = || cx.words("canvas.outside");
    let kind = cx.word("path_kind", kind_name(path.kind));
    let (from, to) = (name(path.from).unwrap_or_else(outside), name(path.to).unwrap_or_else(outside));
    let route = cx.say(&Phrase::new("canvas.path").with(kind).with(from).with(to));
    if path.label.is_empty() { route } else { format!("{route}: {}", path.label) }
}

fn kind_name(kind: PathKind) -> &'static str {
    match kind {
        PathKind::Revisit => "revisit",
        PathKind::Skip => "skip",
        PathKind::Detour => "detour",
        PathKind::Entry => "entry",
        PathKind::Exit => "exit",
        PathKind::Fallback => "fallback",
        PathKind::Feedback => "feedback",
        PathKind::Desire => "desire",
    }
}

impl Drawn<'_> {
    fn is_loop(&self) -> bool {
        matches!((self.from, self.to), (End::Stage(_), End::Stage(_)))
    }

    /// Where its lines stand on the trail.
    fn posts(&self) -> impl Iterator<Item = f64> {
        let right = self.is_loop().then_some(self.right);
        std::iter::once(self.left).chain(right)
    }

    /// Its node. `posts` is where loops above it come down through its level.
    fn branch(&self, cx: &Context<'_>, posts: &[f64], trail: f64) -> Branch {
        let level = trail - TRAIL_TO_LOOP - LEVEL * self.level as f64;
        let low = trail - CLEAR;
        let color = cx.palette.info.with_alpha(0.75);
        let dash: &[f64] = match self.path.kind {
            PathKind::Revisit | PathKind::Feedback | PathKind::Entry | PathKind::Exit => &[],
            PathKind::Skip | PathKind::Detour | PathKind::Fallback => &[6.0, 4.0],
            PathKind::Desire => &[2.0, 3.0],
        };
        let stroke = || Stroke::new(color, THICK).dashed(dash.to_vec());
        // The node's box: from the level's label to the arrow's tip, with room for the arms.
        let place =
            Rect::new(self.left - 6.0, level - 9.0, self.right - self.left + 12.0, low - level + 10.0);
        let at = |x: f64, y: f64| Point::new(x - place.x, y - place.y);
        let style = type_roles::PATH_LABEL.style(cx.palette.info);
        let mut prims: Vec<Prim> = Vec::new();
        if self.is_loop() {
            let (left, right) = (self.left, self.right);
            let room = right - left - 2.0 * (CORNER + BREAK + 6.0);
            let label = (!self.path.label.is_empty() && room > 24.0)
                .then(|| cx.fitted(&self.path.label, style, room));
            let half = label.as_ref().map_or(0.0, |label| label.size.w / 2.0 + BREAK);
            let middle = clear_middle(left + CORNER, right - CORNER, half, posts);
            match label {
                Some(label) => {
                    let sides = [(left, middle - half), (right, middle + half)];
                    for (x, end) in sides {
                        let points = [at(x, low), at(x, level), at(end, level)];
                        prims.push(draw::stroked(draw::rounded(&points, CORNER), stroke()));
                    }
                    prims.push(draw::text(
                        &label,
                        at(middle - label.size.w / 2.0, level - label.size.h / 2.0),
                    ));
                }
                None => {
                    let points = [at(left, low), at(left, level), at(right, level), at(right, low)];
                    prims.push(draw::stroked(draw::rounded(&points, CORNER), stroke()));
                }
            }
            let tip = match (self.from, self.to) {
                (End::Stage(from), End::Stage(to)) if to < from => left,
                _ => right,
            };
            prims.push(arrow_down(at(tip, low + 0.5), Stroke::new(color, THICK)));
        } else {
            let end = self.left + STUB;
            let points = [at(self.left, low), at(self.left, level), at(end, level)];
            prims.push(draw::stroked(draw::rounded(&points, CORNER), stroke()));
            let label = cx.line(&self.path.label, style);
            prims.push(draw::text(&label, at(end + BREAK, level - label.size.h / 2.0)));
            if matches!(self.to, End::Stage(_)) {
                prims.push(arrow_down(at(self.left, low + 0.5), Stroke::new(color, THICK)));
            } else {
                let tip = at(end + 2.0, level);
                let arms = [
                    Segment::Move(Point::new(tip.x - ARM.1, tip.y - ARM.0)),
                    Segment::Line(tip),
                    Segment::Line(Point::new(tip.x - ARM.1, tip.y + ARM.0)),
                ];
                prims.push(draw::stroked(arms.to_vec(), Stroke::new(color, THICK)));
            }
        }
        Branch::new(key("path", self.path.id), Role::Path, place)
            .of(Table::Path, self.path.id)
            .says(self.path.label.clone())
            .alt(spoken(cx, self.path))
            .draws(prims)
    }
}

/// The place nearest to the middle of a line where a label of this half width meets no post; the middle where there is
/// none.
fn clear_middle(left: f64, right: f64, half: f64, posts: &[f64]) -> f64 {
    let middle = f64::midpoint(left, right);
    let beside = posts.iter().flat_map(|post| [post - half, post + half]);
    let is_clear = |at: f64| {
        at - half >= left - 0.01
            && at + half <= right + 0.01
            && posts.iter().all(|post| (post - at).abs() >= half - 0.01)
    };
    let distance = |at: &f64| (at - middle).abs();
    std::iter::once(middle)
        .chain(beside)
        .filter(|at| is_clear(*at))
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        .unwrap_or(middle)
}

fn arrow_down(tip: Point, stroke: Stroke) -> Prim {
    let arms = [Point::new(tip.x - ARM.0, tip.y - ARM.1), tip, Point::new(tip.x + ARM.0, tip.y - ARM.1)];
    draw::line(&arms, stroke)
}

#[cfg(test)]
mod tests {
    use super::clear_middle;

    #[test]
    fn a_label_keeps_clear_of_what_comes_down_through_its_line() {
        assert_eq!(clear_middle(0.0, 300.0, 50.0, &[]), 150.0);
        assert_eq!(clear_middle(0.0, 300.0, 50.0, &[160.0]), 110.0);
        assert_eq!(clear_middle(0.0, 300.0, 50.0, &[150.0, 250.0]), 100.0);
        assert_eq!(clear_middle(0.0, 100.0, 50.0, &[50.0]), 50.0);
    }
}
