//! The whole canvas: header and sheets stacked, and what is remembered of them between two changes.

use super::branch::{Branch, key};
use super::cards;
use super::context::Context;
use super::gaps;
use super::grid::Grid;
use super::header::Header;
use super::lanes::{Fittings, Row};
use super::lens;
use super::metrics::{BOTTOM, SHEET_GAP, SIDE, TOP};
use crate::geometry::{Point, Rect, Size};
use crate::paint::Stroke;
use crate::scene::{NodeKey, Prim, RectPrim, Role, SceneImage};
use crate::theme::radius;
use journey::{Card, Gap, Id, Lane, LaneKind, Stage, Table, Zone};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A sheet with its rows.
pub struct Sheet {
    /// Which of the two.
    zone: Zone,
    /// Its node's name.
    pub key: NodeKey,
    /// Its rows, top to bottom.
    pub rows: Vec<Row>,
    /// Where it lies.
    pub y: f64,
    /// Its height.
    pub height: f64,
}

/// What is remembered of a canvas between two changes.
pub struct Canvas {
    /// The stages as columns.
    pub grid: Grid,
    /// The sheets that have rows.
    pub sheets: Vec<Sheet>,
    /// The lanes that are shown: on which sheet, and which row.
    pub rows: HashMap<Id, (usize, usize)>,
    /// Cards that something outside of their row depends on: ends of paths.
    pub referred: HashSet<Id>,
    /// The boundaries with gaps: stage, place.
    broken: Vec<(Id, f64)>,
    header_end: f64,
}

impl Canvas {
    /// Lays out a map: what is to be remembered, and the tree of nodes.
    pub fn new(cx: &Context<'_>) -> (Self, Branch) {
        let stages: Vec<&Stage> = cx.document.stages_of(cx.map.id);
        let grid = Grid::new(&stages, cx.options.width, cx.narrowest_stage());
        let gaps = grid.gaps(cx.document);
        let sheet_width = grid.columns.sheet;
        let lens_place = Rect::new(SIDE, TOP, sheet_width, lens::height(cx.options.lens));
        let lens = lens::branch(cx, lens_place);
        let header = Header::new(cx, &grid, &stages);
        let header_end = lens_place.bottom() + header.height;
        let header = header.branch(cx, &grid, &gaps, Point::new(SIDE, lens_place.bottom()));

        let (sheets, fittings) = sheets(cx, &grid, &gaps);
        let broken = gaps
            .iter()
            .enumerate()
            .filter(|(_, gaps)| !gaps.is_empty())
            .map(|(at, _)| (grid.stages[at], SIDE + grid.columns.right(at)))
            .collect();
        let mut canvas =
            Self { grid, sheets, rows: HashMap::new(), referred: referred(cx), broken, header_end };
        for (at_sheet, sheet) in canvas.sheets.iter().enumerate() {
            for (at_row, row) in sheet.rows.iter().enumerate() {
                canvas.rows.insert(row.lane, (at_sheet, at_row));
            }
        }
        canvas.stack();

        let mut branches = vec![lens, header];
        for (sheet, fittings) in canvas.sheets.iter_mut().zip(fittings) {
            let place = Rect::new(SIDE, sheet.y, sheet_width, sheet.height);
            let rows: Vec<Branch> = sheet
                .rows
                .iter_mut()
                .zip(fittings)
                .map(|(row, (lane, fittings))| row.branch(cx, &canvas.grid, lane, fittings))
                .collect();
            let zone = cx.word("zone", zone_name(sheet.zone));
            branches.push(
                Branch::new(sheet.key.clone(), Role::Group, place)
                    .alt(zone)
                    .draws([sheet_prim(cx, Size::new(place.w, place.h))])
                    .holds(rows),
            );
        }
        branches.extend(canvas.gap_lines(cx));
        let size = canvas.size();
        let root = Branch::new(root_key(cx.map.id), Role::Map, Rect::of(size))
            .of(Table::Map, cx.map.id)
            .says(cx.map.title.clone())
            .holds(branches);
        (canvas, root)
    }

    /// Stacks rows and sheets anew.
    pub fn stack(&mut self) {
        let mut y = self.header_end;
        for sheet in &mut self.sheets {
            // Rows lie on whole units; what is left over is not added up.
            sheet.y = f64::round(y);
            let mut row_y = 0.0;
            for row in &mut sheet.rows {
                row.y = f64::round(row_y);
                row_y += row.height;
            }
            sheet.height = f64::round(row_y);
            y += row_y + SHEET_GAP;
        }
    }

    /// The whole extent.
    pub fn size(&self) -> Size {
        let end = self.sheets.last().map_or(self.header_end, |sheet| sheet.y + sheet.height);
        Size::new(self.grid.columns.sheet + 2.0 * SIDE, end + BOTTOM)
    }

    /// The dashed lines of gaps, through the sheets down to the first capsules.
    pub fn gap_lines(&self, cx: &Context<'_>) -> Vec<Branch> {
        let capsules = self.sheets.iter().find_map(|sheet| {
            let is_gaps = |row: &&Row| {
                !row.is_collapsed()
                    && cx.document.lanes.get(&row.lane).is_some_and(|lane| lane.kind == LaneKind::Gaps)
            };
            let row = sheet.rows.iter().find(is_gaps)?;
            Some(sheet.y + row.y + row.content_top())
        });
        let parts: Vec<(f64, f64)> = self
            .sheets
            .iter()
            .map(|sheet| (sheet.y, (sheet.y + sheet.height).min(capsules.unwrap_or(f64::MAX))))
            .filter(|(from, to)| to > from)
            .collect();
        self.broken.iter().map(|(stage, x)| gaps::line(cx, *stage, *x, &parts)).collect()
    }
}

/// The name of a map's root node.
pub fn root_key(map: Id) -> NodeKey {
    key("map", map)
}

fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::Experience => "experience",
        Zone::Insight => "insight",
    }
}

type LanesAndFittings<'a> = Vec<Vec<(&'a Lane, Fittings)>>;

fn sheets<'a>(cx: &Context<'a>, grid: &Grid, gaps: &[Vec<&Gap>]) -> (Vec<Sheet>, LanesAndFittings<'a>) {
    let mut by_lane: HashMap<Id, Vec<&Card>> = HashMap::new();
    for card in cx.document.cards.values() {
        by_lane.entry(card.lane).or_default().push(card);
    }
    let (mut sheets, mut all) = (Vec::<Sheet>::new(), LanesAndFittings::new());
    for lane in cx.document.lanes_of(cx.map.id).into_iter().filter(|lane| !lane.hidden) {
        if sheets.last().is_none_or(|sheet| sheet.zone != lane.zone) {
            let key = NodeKey::new(format!("sheet/{}/{}", zone_name(lane.zone), cx.map.id));
            sheets.push(Sheet { zone: lane.zone, key, rows: Vec::new(), y: 0.0, height: 0.0 });
            all.push(Vec::new());
        }
        let (Some(sheet), Some(fitted)) = (sheets.last_mut(), all.last_mut()) else { continue };
        let cards = by_lane.get(&lane.id).map_or(&[][..], Vec::as_slice);
        let (row, fittings) = Row::new(cx, grid, lane, sheet.rows.is_empty(), gaps, cards);
        sheet.rows.push(row);
        fitted.push((lane, fittings));
    }
    (sheets, all)
}

/// A sheet: its edge lies just outside of it, so that lanes reach from side to side.
pub fn sheet_prim(cx: &Context<'_>, size: Size) -> Prim {
    Prim::Rect(RectPrim {
        rect: Rect::of(size).grown(0.5),
        radius: radius::SHEET + 0.5,
        fill: Some(cx.palette.sheet.into()),
        stroke: Some(Stroke::new(cx.edge_of_sheets(), 1.0)),
    })
}

fn referred(cx: &Context<'_>) -> HashSet<Id> {
    let of_map = cx.document.paths.values().filter(|path| path.map == cx.map.id);
    of_map
        .flat_map(|path| [path.from, path.to])
        .flatten()
        .filter(|record| record.table == Table::Card)
        .map(|record| record.id)
        .collect()
}

/// The pictures that the cards of a map show, sorted by hash.
pub fn images(cx: &Context<'_>) -> Vec<SceneImage> {
    let lanes: BTreeSet<Id> = cx
        .document
        .lanes
        .values()
        .filter(|lane| {
            lane.map == cx.map.id && lane.kind == LaneKind::Image && !lane.hidden && !lane.collapsed
        })
        .map(|lane| lane.id)
        .collect();
    if lanes.is_empty() {
        return Vec::new();
    }
    let shown = cx.document.cards.values().filter(|card| lanes.contains(&card.lane));
    let found: BTreeMap<String, SceneImage> =
        shown.filter_map(|card| cards::picture(cx, card)).map(|image| (image.hash.clone(), image)).collect();
    found.into_values().collect()
}
