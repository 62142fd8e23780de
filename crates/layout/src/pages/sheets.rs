//! The pages of a canvas and of a poster.

use super::include::of_zone;
use super::legible::Legibility;
use super::{PageOptions, Pages, PaperPage};
use crate::canvas::Context;
use crate::layouter::Layouter;
use crate::options::Part;
use crate::options::{LayoutError, Lens, Options, View};
use crate::paper::{MARGIN_MM, MM_PER_INCH, Paper};
use crate::poster::{Poster, Wish, poster as poster_of, tiles};
use journey::{Document, Phrase, Zone, words};

/// Units of a Scene in an inch.
const UNITS_PER_INCH: f64 = 96.0;

/// A canvas is one page: as large as its map, or fitted to a paper.
pub(super) fn canvas(
    layouter: &Layouter,
    document: &Document,
    options: &PageOptions,
) -> Result<Pages, LayoutError> {
    let document = options.include.of(document);
    let scene = layouter.layout(&document, &header(options))?;
    let own = |units: f64| units / UNITS_PER_INCH * MM_PER_INCH;
    let (paper, margin_mm) = match options.paper {
        Some(paper) => (paper, MARGIN_MM),
        None => (Paper { w_mm: own(scene.size.w), h_mm: own(scene.size.h) }, 0.0),
    };
    let title = words::say(&Phrase::new("page.canvas"), options.layout.language_in(&document));
    let sheets = vec![PaperPage {
        scene,
        name: "canvas".into(),
        title,
        paper,
        margin_mm,
        is_on_paper: options.paper.is_some(),
    }];
    Ok(Pages::Sheets { sheets, legibility: None })
}

/// The options with or without the map's header.
fn header(options: &PageOptions) -> Options {
    let lens = if options.include.header { options.layout.lens } else { Lens::Hidden };
    Options { lens, ..options.layout.clone() }
}

/// A poster is one sheet, or one for each zone, or each of those in tiles; gaps and plan may follow.
pub(super) fn poster(
    layouter: &Layouter,
    document: &Document,
    options: &PageOptions,
) -> Result<Pages, LayoutError> {
    let paper = options.paper.unwrap_or(Paper::A3);
    let map = options.layout.map;
    let language = options.layout.language_in(document);
    let own = options.include.of(document);
    let parts: Vec<(String, String, Document)> = if options.zones_apart {
        let zones = [(Zone::Experience, "experience"), (Zone::Insight, "insight")];
        let is_shown = |zone: Zone| own.lanes_of(map).iter().any(|lane| lane.zone == zone && !lane.hidden);
        zones
            .into_iter()
            .filter(|(zone, _)| is_shown(*zone))
            .map(|(zone, name)| {
                (name.to_owned(), words::word("zone", name, language), of_zone(&own, map, zone))
            })
            .collect()
    } else {
        Vec::new()
    };
    let title = words::say(&Phrase::new("page.poster"), language);
    let whole = || vec![("poster".to_owned(), title, own.clone().into_owned())];
    let parts = if parts.is_empty() { whole() } else { parts };

    let (mut sheets, mut legibility) = (Vec::new(), None::<Legibility>);
    for (name, title, document) in &parts {
        let wish = Wish {
            document,
            options: Options { view: View::Poster, ..header(options) },
            paper,
            key: options.include.key,
            fills: !options.include.cards,
        };
        let Some(made) = poster_of(layouter, &wish) else { return Err(LayoutError::NoMap(map)) };
        let found = Legibility::of(layouter, &wish, &made, options.tile.is_none());
        if legibility.as_ref().is_none_or(|known| found.smallest_pt < known.smallest_pt) {
            legibility = Some(found);
        }
        put(layouter, &wish, made, options.tile, (name, title), &mut sheets);
    }
    extra(layouter, document, options, paper, &mut sheets)?;
    number(&mut sheets);
    Ok(Pages::Sheets { sheets, legibility })
}

/// Adds a poster, whole or in tiles.
fn put(
    layouter: &Layouter,
    wish: &Wish<'_>,
    made: Poster,
    tile: Option<Paper>,
    (name, title): (&str, &str),
    sheets: &mut Vec<PaperPage>,
) {
    let Some(tile) = tile else {
        sheets.push(PaperPage {
            scene: made.scene,
            name: name.to_owned(),
            title: title.to_owned(),
            paper: wish.paper,
            margin_mm: 0.0,
            is_on_paper: true,
        });
        return;
    };
    let Some(map) = wish.document.maps.get(&wish.options.map) else { return };
    // What stands in the margins keeps its size whatever the poster's.
    let options = Options { view: View::Canvas, ..wish.options.clone() };
    let cx = Context::new(wish.document, map, &options, &layouter.shaper);
    let (paper, cut) = tiles(&cx, &made, tile);
    let count = cut.len();
    for (at, tile) in cut.into_iter().enumerate() {
        let phrase = Phrase::new("poster.tile").with(at + 1).with(count).with(tile.row).with(tile.column);
        sheets.push(PaperPage {
            scene: tile.scene,
            name: format!("{name}-{}-{}", tile.row, tile.column),
            title: cx.say(&phrase),
            paper,
            margin_mm: 0.0,
            is_on_paper: true,
        });
    }
}

/// The slides that were asked for behind the poster, fitted to its paper.
fn extra(
    layouter: &Layouter,
    document: &Document,
    options: &PageOptions,
    paper: Paper,
    sheets: &mut Vec<PaperPage>,
) -> Result<(), LayoutError> {
    let include = &options.include;
    if !include.gaps && !include.plan {
        return Ok(());
    }
    let paper = options.tile.map_or(paper, Paper::lying);
    let slides = layouter.slides(document, &Options { view: View::Slides, ..options.layout.clone() })?;
    for slide in slides {
        let wanted = match slide.part {
            Part::Gaps => include.gaps,
            Part::Plan => include.plan,
            Part::Cover | Part::Overview | Part::Stages => false,
        };
        if wanted {
            let name = slide.name.split_once('-').map_or("slide", |(_, name)| name).to_owned();
            sheets.push(PaperPage {
                scene: slide.scene,
                name,
                title: slide.title,
                paper,
                margin_mm: MARGIN_MM,
                is_on_paper: true,
            });
        }
    }
    Ok(())
}

/// Numbers the names where there are several.
fn number(sheets: &mut [PaperPage]) {
    if sheets.len() < 2 {
        return;
    }
    let digits = sheets.len().to_string().len().max(2);
    for (at, sheet) in sheets.iter_mut().enumerate() {
        sheet.name = format!("{:0digits$}-{}", at + 1, sheet.name);
    }
}
