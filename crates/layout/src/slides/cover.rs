//! The cover of a presentation: what the map is called, whose journey it is, and the path that it tells.

use super::metrics::{MARGIN, RIGHT, WIDTH};
use super::page::{Desk, Page};
use super::trail::{self, Columns};
use super::{notes, overview};
use crate::canvas::branch::key;
use crate::geometry::Point;
use crate::options::Part;
use journey::{Gap, Table};

/// Where the field of business stands, the title, and the trail.
const TOP: (f64, f64, f64) = (262.0, 318.0, 880.0);
/// Between the title and the sentences below it.
const STEP: f64 = 28.0;

/// The cover. It has no number.
pub fn page(desk: &Desk<'_>) -> Page {
    let cx = desk.cx;
    let (map, palette, sizes) = (cx.map, cx.palette, desk.sizes);
    let title =
        if map.title.trim().is_empty() { desk.words("template.blank_title") } else { map.title.clone() };
    let stages = cx.document.stages_of(map.id);
    let mut page = Page {
        about: "cover".into(),
        name: desk.words("slide.cover"),
        part: Part::Cover,
        stage: None,
        section: desk.words("slide.cover"),
        title: title.clone(),
        notes: notes::of_map(desk),
        branches: Vec::new(),
    };
    let block = desk.fitted(&title, sizes.stage_title.style(palette.ink), WIDTH, Some(3));
    let mut bottom = TOP.1 + block.size.h;
    page.branches
        .push(desk.text(key("title", map.id), &block, Point::new(MARGIN, TOP.1)).of(Table::Map, map.id));
    if !map.sector.trim().is_empty() {
        let block = desk.fitted(&map.sector, sizes.heading.style(palette.info), WIDTH, Some(1));
        page.branches.push(desk.text(key("place", map.id), &block, Point::new(MARGIN, TOP.0)));
    }
    let whose = overview::whose(desk, stages.len(), None);
    for (name, words) in [("subtitle", &whose), ("scenario", &map.scenario)] {
        if words.trim().is_empty() {
            continue;
        }
        let block = desk.fitted(words, sizes.subtitle.style(palette.ink2), WIDTH, Some(2));
        bottom += STEP;
        page.branches.push(desk.text(key(name, map.id), &block, Point::new(MARGIN, bottom)));
        bottom += block.size.h;
    }
    let gaps: Vec<Vec<&Gap>> = stages.iter().map(|stage| cx.document.gaps_after(stage.id)).collect();
    let columns = Columns {
        stages: &stages,
        gaps: &gaps,
        goes_on: false,
        left: MARGIN,
        width: (RIGHT - MARGIN) / stages.len().max(1) as f64,
    };
    page.branches.extend(trail::branches(desk, &columns, TOP.2));
    page
}
