//! A row: a lane with its label, its cells and its cards, and where each card lies.
//!
//! A row remembers the place and height of every card, so that one changed card costs the setting of that card and the
//! adding up of its row, and nothing of the other rows.

use super::label::{Label, label};
use super::{Furniture, Pads, curve_height, folded, furniture, pads};
use crate::canvas::branch::{Branch, key, key_of_two};
use crate::canvas::cards;
use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::canvas::grid::Grid;
use crate::canvas::metrics::{CARD_GAP, CARD_INSET, LANE_COLLAPSED, LANE_PAD, LINE, LINE_BELOW, NAME_INSET};
use crate::geometry::{Point, Rect};
use crate::paint::Stroke;
use crate::scene::{Layer, Node, NodeKey, Prim, Role};
use crate::type_roles;
use journey::{Card, Gap, Id, Lane, LaneKind, LineBelow, Order, Table};

/// A card in its row.
pub struct Slot {
    /// The card.
    pub card: Id,
    /// Its node's name.
    pub key: NodeKey,
    order: Order,
    /// The columns that it spans.
    pub from: usize,
    to: usize,
    height: f64,
    /// Where it lies in the cell in which it begins.
    pub origin: Point,
    /// Its node, from when it was made until it is handed out.
    fresh: Option<Node>,
    /// Whether it has another place than when that was last asked for.
    moved: bool,
}

impl Slot {
    /// The card's node, if it was made anew since it was last asked for.
    pub fn take_fresh(&mut self) -> Option<Node> {
        let mut node = self.fresh.take()?;
        node.origin = self.origin;
        self.moved = false;
        Some(node)
    }

    /// Whether the card has moved since that was last asked for.
    pub fn take_moved(&mut self) -> bool {
        std::mem::take(&mut self.moved)
    }

    fn settle(&mut self, origin: Point) {
        self.moved |= self.origin != origin;
        self.origin = origin;
    }
}

/// A cell of a row.
pub struct Cell {
    /// Its node's name.
    pub key: NodeKey,
    furniture: Vec<NodeKey>,
    lead: f64,
}

/// A row of the map.
pub struct Row {
    /// The lane.
    pub lane: Id,
    kind: LaneKind,
    collapsed: bool,
    first: bool,
    line_below: LineBelow,
    own_height: Option<f64>,
    /// The names of its node and its label's.
    pub key: NodeKey,
    /// The name of its label's node.
    pub label: NodeKey,
    label_end: f64,
    pads: Pads,
    /// Its cells, left to right.
    pub cells: Vec<Cell>,
    /// Its cards: by stage, then by order.
    pub slots: Vec<Slot>,
    /// Its height.
    pub height: f64,
    /// Where it lies on its sheet.
    pub y: f64,
}

/// What a row shows beside its cards, from when the row is made until its nodes are.
pub struct Fittings {
    furniture: Furniture,
    label: Label,
}

impl Row {
    /// The row of a lane with these cards, placed.
    pub fn new(
        cx: &Context<'_>,
        grid: &Grid,
        lane: &Lane,
        first: bool,
        gaps: &[Vec<&Gap>],
        cards: &[&Card],
    ) -> (Self, Fittings) {
        let line = if first { 0.0 } else { LINE };
        let label = label(cx, lane, grid.columns.labels, line, cards.len());
        let furniture = if lane.collapsed {
            Furniture::default()
        } else {
            furniture(cx, grid, lane, gaps, first, label.end)
        };
        let cells = grid
            .stages
            .iter()
            .enumerate()
            .map(|(at, stage)| Cell {
                key: key_of_two("cell", lane.id, stage),
                furniture: furniture
                    .cells
                    .get(at)
                    .into_iter()
                    .flatten()
                    .map(|it| it.node.key.clone())
                    .collect(),
                lead: furniture.leads.get(at).copied().unwrap_or(0.0),
            })
            .collect();
        let mut row = Self {
            lane: lane.id,
            kind: lane.kind,
            collapsed: lane.collapsed,
            first,
            line_below: lane.line_below,
            own_height: if lane.kind.is_curve() { Some(curve_height(lane)) } else { lane.height },
            key: key("lane", lane.id),
            label: key("label", lane.id),
            label_end: label.end,
            pads: pads(cx, lane.kind),
            cells,
            slots: Vec::with_capacity(cards.len()),
            height: 0.0,
            y: 0.0,
        };
        for card in cards {
            if let Some(slot) = row.slot(cx, grid, card) {
                row.slots.push(slot);
            }
        }
        row.slots.sort_by(|a, b| a.rank().cmp(&b.rank()));
        row.place(cx, grid);
        (row, Fittings { furniture, label })
    }

    /// Whether it is folded to its label; then a changed count changes the label and the other bars too.
    pub fn is_collapsed(&self) -> bool {
        self.collapsed
    }

    /// Takes a card out, if it is there.
    pub fn remove(&mut self, card: Id) -> Option<Slot> {
        let at = self.slots.iter().position(|slot| slot.card == card)?;
        Some(self.slots.remove(at))
    }

    /// Puts a card in, made anew, with so much room below it, and tells its column; none where its stage is not on the map.
    pub fn insert(&mut self, cx: &Context<'_>, grid: &Grid, card: &Card, foot: f64) -> Option<usize> {
        let mut slot = self.slot(cx, grid, card)?;
        slot.height += foot;
        let (at, from) = (self.slots.partition_point(|other| other.rank() < slot.rank()), slot.from);
        self.slots.insert(at, slot);
        Some(from)
    }

    fn slot(&self, cx: &Context<'_>, grid: &Grid, card: &Card) -> Option<Slot> {
        let from = grid.column(card.stage)?;
        // A span that a newer map broke off lies where it begins.
        let to = grid.column(card.to_stage).filter(|to| *to >= from).unwrap_or(from);
        let node = if self.collapsed {
            None
        } else {
            let width = grid.columns.right(to) - grid.columns.lefts[from] - 2.0 * CARD_INSET;
            Some(cards::node(cx, card, self.kind, width))
        };
        Some(Slot {
            card: card.id,
            key: node.as_ref().map_or_else(|| key("card", card.id), |node| node.key.clone()),
            order: card.order.clone(),
            from,
            to,
            height: node.as_ref().map_or(folded::HEIGHT, |node| node.size.h),
            origin: Point::default(),
            fresh: node,
            moved: false,
        })
    }

    /// Gives every card its place and the row its height.
    pub fn place(&mut self, cx: &Context<'_>, grid: &Grid) {
        if self.collapsed {
            self.fold(cx, grid);
            return;
        }
        let top = self.content_top();
        let mut ends: Vec<f64> = self.cells.iter().map(|cell| cell.lead).collect();
        // What reaches into a column from one before it, from where to where. A column's own cards fill the room above.
        let mut taken: Vec<Vec<(f64, f64)>> = vec![Vec::new(); ends.len()];
        for slot in &mut self.slots {
            let end = ends[slot.from..=slot.to].iter().copied().fold(0.0, f64::max);
            let mut y = if end > 0.0 { end + CARD_GAP } else { 0.0 };
            while let Some(below) = in_the_way(&taken[slot.from..=slot.to], y, slot.height) {
                y = below + CARD_GAP;
            }
            slot.settle(Point::new(CARD_INSET, top + y).whole());
            let foot = y + slot.height;
            ends[slot.from] = foot;
            taken[slot.from + 1..=slot.to].iter_mut().for_each(|column| column.push((y, foot)));
        }
        let reaching = taken.into_iter().flatten().map(|(_, foot)| foot);
        let content = ends.into_iter().chain(reaching).fold(self.pads.least, f64::max);
        let natural = if self.kind.is_curve() {
            // The scale of a curve lane reaches from edge to edge of the height that was set.
            content
        } else {
            top + content + self.pads.bottom
        };
        let height = natural.max(self.label_end + LANE_PAD).max(self.own_height.unwrap_or(0.0));
        self.height = height + self.band();
    }

    fn fold(&mut self, cx: &Context<'_>, grid: &Grid) {
        self.height = LANE_COLLAPSED + self.band();
        let mut counts = vec![0_usize; self.cells.len()];
        for slot in &self.slots {
            counts[slot.from] += 1;
        }
        let mut placed = vec![0_usize; self.cells.len()];
        for slot in &mut self.slots {
            let (width, step) = folded::bars(counts[slot.from], grid.columns.widths[slot.from]);
            let x = NAME_INSET + step * placed[slot.from] as f64;
            placed[slot.from] += 1;
            slot.settle(Point::new(x, (LANE_COLLAPSED - folded::HEIGHT) / 2.0).whole());
            if let Some(card) = cx.document.cards.get(&slot.card) {
                slot.fresh = Some(folded::bar(cx, card, self.kind, width));
            }
        }
    }

    /// From the lane's upper edge to what it holds.
    pub fn content_top(&self) -> f64 {
        self.line() + self.pads.top
    }

    fn line(&self) -> f64 {
        if self.first { 0.0 } else { LINE }
    }

    fn band(&self) -> f64 {
        match self.line_below {
            LineBelow::None => 0.0,
            LineBelow::Interaction | LineBelow::Visibility => LINE_BELOW,
        }
    }

    /// The box of the lane's own node.
    pub fn rect(&self, grid: &Grid) -> Rect {
        Rect::new(0.0, self.y, grid.columns.sheet, self.height)
    }

    /// What the lane's own node draws: the line above it, and the line of interaction or visibility below.
    pub fn lane_prims(&self, cx: &Context<'_>, grid: &Grid) -> Vec<Prim> {
        let mut prims = Vec::new();
        let width = grid.columns.sheet;
        if !self.first {
            prims.push(draw::fill(Rect::new(0.0, 0.0, width, LINE), 0.0, cx.palette.line));
        }
        let below = match self.line_below {
            LineBelow::None => return prims,
            LineBelow::Interaction => "canvas.line.interaction",
            LineBelow::Visibility => "canvas.line.visibility",
        };
        let y = self.height - LINE_BELOW / 2.0 - 1.0;
        let words = cx.fitted(
            &cx.words(below),
            type_roles::SMALLEST.style(cx.palette.ink3),
            grid.columns.labels - 24.0,
        );
        let left = crate::canvas::metrics::EDGE;
        prims.push(draw::text(&words, Point::new(left, y - words.size.h / 2.0)));
        let ends = [Point::new(left + words.size.w + 8.0, y), Point::new(width, y)];
        prims.push(draw::line(&ends, Stroke::new(cx.palette.control, 1.0).dashed([6.0, 4.0])));
        prims
    }

    /// The nodes in a cell, in reading order.
    pub fn children(&self, column: usize) -> Vec<NodeKey> {
        let own = self.slots.partition_point(|slot| slot.from < column)
            ..self.slots.partition_point(|slot| slot.from <= column);
        let cell = &self.cells[column];
        cell.furniture.iter().chain(self.slots[own].iter().map(|slot| &slot.key)).cloned().collect()
    }

    /// The box of a cell, in the lane's frame.
    pub fn cell_rect(&self, grid: &Grid, column: usize) -> Rect {
        Rect::new(grid.columns.lefts[column], 0.0, grid.columns.widths[column], self.height)
    }

    /// All nodes of the row.
    pub fn branch(&mut self, cx: &Context<'_>, grid: &Grid, lane: &Lane, fittings: Fittings) -> Branch {
        let Fittings { furniture, label } = fittings;
        let mut cells: Vec<Branch> = Vec::with_capacity(self.cells.len());
        let mut held = furniture.cells.into_iter();
        for column in 0..self.cells.len() {
            let spoken = cx.document.stages.get(&grid.stages[column]).map_or("", |stage| &stage.name);
            cells.push(
                Branch::new(self.cells[column].key.clone(), Role::Cell, self.cell_rect(grid, column))
                    .alt(format!("{}, {spoken}", lane.name))
                    .holds(held.next().unwrap_or_default()),
            );
        }
        for slot in &mut self.slots {
            if let Some(node) = slot.take_fresh() {
                cells[slot.from].branches.push(Branch { node, branches: Vec::new() });
            }
        }
        let label_place = Rect::new(0.0, 0.0, grid.columns.labels, self.height);
        let label = Branch::new(self.label.clone(), Role::LaneLabel, label_place)
            .on(Layer::Label)
            .of(Table::Lane, lane.id)
            .says(lane.name.clone())
            .draws(label.prims)
            .draws(furniture.label_prims)
            .holds(furniture.label);
        Branch::new(self.key.clone(), Role::Lane, self.rect(grid))
            .of(Table::Lane, lane.id)
            .draws(self.lane_prims(cx, grid))
            .holds([label])
            .holds(furniture.figures)
            .holds(cells)
            .holds(furniture.over)
    }
}

/// The lower edge of something that leaves no room in these columns for so high a card at `y`; none where there is room.
fn in_the_way(columns: &[Vec<(f64, f64)>], y: f64, height: f64) -> Option<f64> {
    let meets = |(top, foot): &&(f64, f64)| y < foot + CARD_GAP && *top < y + height + CARD_GAP;
    columns.iter().flatten().filter(meets).map(|(_, foot)| *foot).reduce(f64::max)
}

impl Slot {
    fn rank(&self) -> (usize, &Order, Id) {
        (self.from, &self.order, self.card)
    }
}
