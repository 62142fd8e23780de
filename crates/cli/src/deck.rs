//! `journey export --view slides`: a map becomes a deck, as pictures in a folder or as one file.

use crate::arguments::Export;
use crate::export::{Format, options, tell};
use crate::outcome::{Outcome, Problem};
use crate::{folder, source};
use journey::{Document, Map};
use layout::{Layouter, Scene, Slide};
use render::pdf::{Margins, Page, PdfOptions};
use render::png::{Extent, PngOptions};
use render::pptx::PptxOptions;
use render::svg::SvgOptions;
use render::{RenderError, Warnings};
use std::collections::BTreeSet;

/// A page of a deck: 13.333 × 7.5 in.
const PAGE: Page = Page::Paper { w_mm: 960.0 / 72.0 * 25.4, h_mm: 7.5 * 25.4, margins: Margins::all(0.0) };

/// Refuses, before any work, to replace what nobody said may go.
pub(crate) fn expect_free(arguments: &Export, format: Format) -> Outcome {
    match format {
        Format::Png | Format::Svg => folder::expect_free(&arguments.out, arguments.force),
        _ => source::expect_free(&arguments.out, arguments.force),
    }
}

/// Makes the deck of the maps, one after the other where the format holds several.
pub(crate) fn export(
    arguments: &Export,
    format: Format,
    document: &Document,
    maps: &[&Map],
    changed_at: i64,
) -> Outcome {
    let layouter = Layouter::new();
    let maps = if matches!(format, Format::Png | Format::Svg) { &maps[..1] } else { maps };
    let mut slides: Vec<Slide> = Vec::new();
    for map in maps {
        let made = layouter.slides(document, &options(arguments, map));
        slides.extend(made.map_err(|error| Problem::Failed(error.to_string()))?);
    }
    let notices: BTreeSet<_> = slides.iter().flat_map(|slide| &slide.scene.notices).collect();
    notices.into_iter().for_each(tell);
    let failed = |error: RenderError| Problem::of_file(&arguments.out, error);
    match format {
        Format::Png | Format::Svg => {
            let mut files = Vec::new();
            for slide in &slides {
                let mut bytes = Vec::new();
                warn(&picture(arguments, format, &slide.scene, &mut bytes).map_err(failed)?);
                let ending = if format == Format::Png { "png" } else { "svg" };
                files.push((format!("{}.{ending}", slide.name), bytes));
            }
            folder::write(&files, &arguments.out, arguments.force)
        }
        Format::Pdf => {
            let mut bytes = Vec::new();
            let scenes: Vec<&Scene> = slides.iter().map(|slide| &slide.scene).collect();
            let title = maps.first().map(|map| map.title.clone());
            let options =
                PdfOptions { page: PAGE, created: Some(changed_at / 1000), title, ..PdfOptions::default() };
            warn(&render::pdf::write_pages(&scenes, &options, &mut bytes).map_err(failed)?);
            source::write(&bytes, &arguments.out, arguments.force)
        }
        Format::Pptx => {
            let mut bytes = Vec::new();
            let title = maps.first().map(|map| map.title.clone());
            let options = PptxOptions { title, created: Some(changed_at / 1000) };
            warn(&render::pptx::write(&slides, &options, &mut bytes).map_err(failed)?);
            source::write(&bytes, &arguments.out, arguments.force)
        }
        Format::Json | Format::Markdown | Format::Mermaid => {
            Err(Problem::Usage("slides go to .pptx, .pdf, .png and .svg files".into()))
        }
    }
}

fn picture(
    arguments: &Export,
    format: Format,
    scene: &Scene,
    bytes: &mut Vec<u8>,
) -> Result<Warnings, RenderError> {
    if format == Format::Svg {
        return render::svg::write(scene, &SvgOptions::default(), bytes);
    }
    let extent = match (arguments.width, arguments.scale, arguments.dpi) {
        (Some(width), _, _) => Extent::Width(width),
        (None, Some(scale), _) => Extent::Scale(scale),
        // A slide is 13.333 in wide.
        (None, None, Some(dpi)) => Extent::Scale(dpi * 40.0 / 3.0 / scene.size.w),
        (None, None, None) => Extent::Scale(1.0),
    };
    render::png::write(scene, &PngOptions { extent, dpi: arguments.dpi, ..PngOptions::default() }, bytes)
}

fn warn(warnings: &Warnings) {
    warnings.iter().for_each(|warning| eprintln!("{warning}"));
}
