//! From pages to files: the bytes of each format, the same as the command line makes.

use super::Snapshot;
use super::pages::{Drawing, Page, pdf_page};
use super::watch::Watch;
use super::wish::{Format, View, Wish};
use crate::problem::Problem;
use journey::Id;
use layout::{Scene, Slide};
use render::png::{Extent, PngOptions};
use render::{RenderError, Warnings, pdf, pptx, svg};
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
pub fn is_folder(wish: &Wish) -> bool {
    wish.view == View::Slides && wish.format.is_picture() && wish.only.is_none()
}

/// Makes an export.
///
/// # Errors
/// Where a painter refuses, or the work was stopped.
pub fn make(from: &Snapshot, wish: &Wish, pages: &[Page], watch: &Watch<'_>) -> Result<Made, Problem> {
    if wish.format.is_text() {
        return text(from, wish.format);
    }
    let chosen: Vec<&Page> = match wish.only {
        Some(at) => pages.get(at).into_iter().collect(),
        None => pages.iter().collect(),
    };
    if chosen.is_empty() {
        return Err(Problem::new("export.no_pages", "No page is left.", "Choose what goes on the pages."));
    }
    let mut warnings = BTreeSet::new();
    let files = match wish.format {
        Format::Png | Format::Svg => pictures(wish, &chosen, watch, &mut warnings)?,
        Format::Pdf => {
            watch.begin(0, 1)?;
            let scenes: Vec<&Scene> = chosen.iter().map(|page| page.scene()).collect();
            // A map has its own title, a deck that of the map.
            let title = (wish.view == View::Slides).then(|| own_title(from));
            let created = Some(from.changed_at);
            let options =
                pdf::PdfOptions { page: pdf_page(wish), created, title, ..pdf::PdfOptions::default() };
            let mut bytes = watch.bytes();
            warn(&mut warnings, watch, pdf::write_pages(&scenes, &options, &mut bytes))?;
            Files::One(bytes.into_inner())
        }
        Format::Pptx => {
            watch.begin(0, 1)?;
            let slides: Vec<Slide> = chosen.iter().filter_map(|page| slide(page, wish.notes)).collect();
            let options = pptx::PptxOptions { title: Some(own_title(from)), created: Some(from.changed_at) };
            let mut bytes = watch.bytes();
            warn(&mut warnings, watch, pptx::write(&slides, &options, &mut bytes))?;
            Files::One(bytes.into_inner())
        }
        Format::Json | Format::Md | Format::Mmd => return text(from, wish.format),
    };
    watch.go_on()?;
    Ok(Made { files, warnings })
}

/// The map's title as it is in the file; documents may have none.
fn own_title(from: &Snapshot) -> String {
    from.document.maps.get(&from.map).map(|map| map.title.clone()).unwrap_or_default()
}

/// A slide for a deck, with what the speaker says or without.
fn slide(page: &Page, notes: bool) -> Option<Slide> {
    let Drawing::Slide(slide) = &page.drawing else { return None };
    let mut slide = slide.clone();
    if !notes {
        slide.notes.clear();
    }
    Some(slide)
}

/// A picture of each page.
fn pictures(
    wish: &Wish,
    pages: &[&Page],
    watch: &Watch<'_>,
    warnings: &mut BTreeSet<String>,
) -> Result<Files, Problem> {
    let mut files = Vec::with_capacity(pages.len());
    for (at, page) in pages.iter().enumerate() {
        watch.begin(at, pages.len())?;
        let mut bytes = watch.bytes();
        let done = if wish.format == Format::Svg {
            svg::write(page.scene(), &svg::SvgOptions::default(), &mut bytes)
        } else {
            let extent = match wish.view {
                View::Slides => Extent::Width(wish.slide_width()),
                View::Canvas => Extent::Scale(wish.scale()),
            };
            render::png::write(page.scene(), &PngOptions { extent, ..PngOptions::default() }, &mut bytes)
        };
        warn(warnings, watch, done)?;
        files.push((format!("{}.{}", page.name(), wish.format.kind().extension), bytes.into_inner()));
    }
    if !is_folder(wish)
        && let Some((_, bytes)) = files.pop()
    {
        return Ok(Files::One(bytes));
    }
    Ok(Files::Several(files))
}

/// Keeps what a painter warned of; what it failed with is the person's own doing where they stopped it.
fn warn(
    warnings: &mut BTreeSet<String>,
    watch: &Watch<'_>,
    done: Result<Warnings, RenderError>,
) -> Result<(), Problem> {
    watch.go_on()?;
    warnings.extend(done?.iter().map(|warning| sentence(&warning.to_string())));
    Ok(())
}

/// A phrase as a sentence.
fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

/// Words: texts hold all maps of a file.
fn text(from: &Snapshot, format: Format) -> Result<Made, Problem> {
    let all: Vec<Id> = from.document.maps_in_order().iter().map(|map| map.id).collect();
    let written = match format {
        Format::Md => exchange::markdown::write(&from.document, &all),
        Format::Mmd => exchange::mermaid::write(&from.document, &all),
        _ => exchange::json::write(&from.document),
    };
    let warnings = written.left_out.iter().map(|left| sentence(&left.what)).collect();
    Ok(Made { files: Files::One(written.text.into_bytes()), warnings })
}
