//! From pages to files: the bytes of each format, the same as the command line makes.

use super::pages::leaving;
use super::wish::{Format, View, Wish};
use super::{Snapshot, Stop, cancelled};
use crate::language::say;
use crate::problem::Problem;
use journey::{Id, Phrase, words};
use layout::{PageView, Pages};
use render::RenderError;
use render::export::{ExportOptions, Pixels, Step};
use render::svg::{SvgOptions, TextForm};
use std::collections::BTreeSet;

/// What an export consists of.
#[derive(Debug)]
pub enum Files {
    /// One file.
    One(Vec<u8>),
    /// Several, by their names, for a folder.
    Several(Vec<(String, Vec<u8>)>),
}

impl Files {
    /// How many bytes they have.
    pub fn size(&self) -> usize {
        match self {
            Self::One(bytes) => bytes.len(),
            Self::Several(files) => files.iter().map(|(_, bytes)| bytes.len()).sum(),
        }
    }
}

/// An export, and what it could not hold.
#[derive(Debug)]
pub struct Made {
    /// The files.
    pub files: Files,
    /// What a format could not hold, a sentence each.
    pub warnings: BTreeSet<String>,
}

/// Whether the wish leads to a folder of pictures.
pub fn is_folder(wish: &Wish, pages: &Pages) -> bool {
    wish.only.is_none() && wish.format.is_picture() && pages.each().len() > 1
}

/// How many pixels an export draws; none for what has no pixels.
pub fn pixels(pages: &Pages, wish: &Wish) -> f64 {
    if wish.format != Format::Png {
        return 0.0;
    }
    let of = |page: &PageView<'_>| {
        let size = page.scene.size;
        let scale = match wish.view {
            View::Canvas => wish.scale(),
            View::Slides => f64::from(wish.slide_width()) / size.w,
            View::Poster => wish.dpi() / 72.0 * page.pt_per_unit(),
        };
        size.w * size.h * scale * scale
    };
    let one = |(at, page): (usize, &PageView<'_>)| match wish.only {
        Some(only) if only != at => 0.0,
        _ => of(page),
    };
    pages.each().iter().enumerate().map(one).sum()
}

/// Makes an export. `tell` hears of each page, and of the same one again while it is drawn.
///
/// # Errors
/// Where a painter refuses, or the work was stopped.
pub fn make(
    from: &Snapshot,
    wish: &Wish,
    pages: &Pages,
    stop: &Stop,
    tell: &dyn Fn(Step),
) -> Result<Made, Problem> {
    let format = match wish.format {
        Format::Png => render::export::Format::Png,
        Format::Pdf => render::export::Format::Pdf,
        Format::Svg => render::export::Format::Svg,
        Format::Pptx => render::export::Format::Pptx,
        Format::Json | Format::Md | Format::Mmd => return Ok(text(from, wish.format)),
    };
    let chosen = leaving(pages, wish);
    if chosen.each().is_empty() {
        return Err(Problem::said("export.no_pages", &[]));
    }
    let first = from.maps(wish).first().and_then(|map| from.document.maps.get(map));
    let own_title = first.map(|map| map.title.clone()).unwrap_or_default();
    let options = ExportOptions {
        format,
        pixels: match wish.view {
            View::Canvas => Pixels::Scale(wish.scale()),
            View::Slides => Pixels::Width(wish.slide_width()),
            View::Poster => Pixels::Dpi(wish.dpi()),
        },
        svg: SvgOptions {
            text: if wish.outlines { TextForm::Outlines } else { TextForm::Words },
            ..SvgOptions::default()
        },
        created: Some(from.changed_at),
        // A deck is called as its map, not as its first slide.
        title: (wish.view == View::Slides).then_some(own_title),
        ..ExportOptions::default()
    };
    let mut begun = None;
    let mut go_on = |step: Step| {
        if begun != Some(step) {
            begun = Some(step);
            tell(step);
        }
        !stop.is_stopped()
    };
    let made = render::export::export(&chosen, &options, &mut go_on).map_err(|error| match error {
        RenderError::Stopped => cancelled(),
        error => error.into(),
    })?;
    if stop.is_stopped() {
        return Err(cancelled());
    }
    let told = made.warnings.iter().map(render::Warning::told);
    let warnings = told.map(|(key, args)| sentence(&Phrase { key, args })).collect();
    let mut files: Vec<(String, Vec<u8>)> =
        made.files.into_iter().map(|file| (file.name, file.bytes)).collect();
    if !is_folder(wish, pages)
        && let Some((_, bytes)) = files.pop()
    {
        return Ok(Made { files: Files::One(bytes), warnings });
    }
    Ok(Made { files: Files::Several(files), warnings })
}

/// A phrase as a sentence.
fn sentence(phrase: &Phrase) -> String {
    format!("{}.", words::capital(say(phrase).trim_end_matches('.')))
}

/// Words: texts hold all maps of a file.
fn text(from: &Snapshot, format: Format) -> Made {
    let all: Vec<Id> = from.document.maps_in_order().iter().map(|map| map.id).collect();
    let written = match format {
        Format::Md => exchange::markdown::write(&from.document, &all),
        Format::Mmd => exchange::mermaid::write(&from.document, &all),
        _ => exchange::json::write(&from.document),
    };
    let warnings = written.left_out.iter().map(|left| sentence(&left.what)).collect();
    Made { files: Files::One(written.text.into_bytes()), warnings }
}
