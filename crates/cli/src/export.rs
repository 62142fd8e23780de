//! `journey export` and `journey show`: a map file becomes a picture or a text.

use crate::arguments::{Density, Export, Show, Theme, View};
use crate::deck;
use crate::outcome::{Outcome, Problem};
use crate::paper::Paper;
use crate::source;
use exchange::{Written, json, markdown, mermaid};
use journey::{Document, Edit, Id, Map, RecordId, Stamp, Table};
use layout::{Options, Width};
use render::pdf::{Page, PdfOptions};
use render::png::{Extent, PngOptions};
use render::svg::SvgOptions;

/// What can be made.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Format {
    Png,
    Pdf,
    Svg,
    Pptx,
    Json,
    Markdown,
    Mermaid,
}

fn format_of(arguments: &Export) -> Result<Format, Problem> {
    match source::ending(&arguments.out).as_str() {
        "png" => Ok(Format::Png),
        "pdf" => Ok(Format::Pdf),
        "svg" => Ok(Format::Svg),
        "pptx" => Ok(Format::Pptx),
        "json" => Ok(Format::Json),
        "md" => Ok(Format::Markdown),
        "mmd" => Ok(Format::Mermaid),
        other => {
            let known = ".png, .pdf, .svg, .pptx, .json, .md, .mmd";
            Err(Problem::Usage(format!("cannot export “.{other}” files; known are {known}")))
        }
    }
}

/// Makes a picture or a text. What was left out is told on stderr.
pub(crate) fn export(arguments: &Export) -> Outcome {
    let format = format_of(arguments)?;
    let paper = arguments.paper.as_deref().map(Paper::parse).transpose()?;
    let view = arguments.view.unwrap_or(if format == Format::Pptx { View::Slides } else { View::Canvas });
    if format == Format::Pptx && view != View::Slides {
        return Err(Problem::Usage("a deck holds slides: leave --view out, or say --view slides".into()));
    }
    match view {
        View::Canvas => source::expect_free(&arguments.out, arguments.force)?,
        View::Slides => deck::expect_free(arguments, format)?,
    }
    let contents = source::read(&arguments.input)?;
    let document = &contents.document;
    let maps = source::maps(document, arguments.map.as_deref())?;
    // A file that nobody edited yet is as old as its document.
    let changed_at = contents.changed_at.unwrap_or(document.id.made_at());
    if view == View::Slides {
        return deck::export(arguments, format, document, &maps, changed_at);
    }
    let bytes = match format {
        Format::Json => written(json::write(&only(document, &maps))),
        Format::Markdown => written(markdown::write(document, &ids(&maps))),
        Format::Mermaid => written(mermaid::write(document, &ids(&maps))),
        Format::Png | Format::Pdf | Format::Svg | Format::Pptx => {
            let map = maps.first().ok_or_else(|| Problem::Failed("the file has no map".into()))?;
            picture(arguments, format, document, map, paper, changed_at)?
        }
    };
    source::write(&bytes, &arguments.out, arguments.force)
}

/// Prints the outline.
pub(crate) fn show(arguments: &Show) -> Outcome {
    let contents = source::read(&arguments.input)?;
    let maps = source::maps(&contents.document, arguments.map.as_deref())?;
    source::print(&markdown::write(&contents.document, &ids(&maps)).text)
}

fn ids(maps: &[&Map]) -> Vec<Id> {
    maps.iter().map(|map| map.id).collect()
}

fn written(written: Written) -> Vec<u8> {
    for left in &written.left_out {
        eprintln!("{left}");
    }
    written.text.into_bytes()
}

/// The document with these maps only.
fn only(document: &Document, maps: &[&Map]) -> Document {
    let mut document = document.clone();
    let others = document.maps.keys().filter(|id| !maps.iter().any(|map| map.id == **id));
    let records: Vec<RecordId> = others.map(|id| RecordId::new(Table::Map, *id)).collect();
    if !records.is_empty() {
        // Removing maps that are there is never refused; were it, the whole document goes out.
        let _ = Edit::Remove { records }.apply(&mut document, Stamp::default());
    }
    document
}

fn picture(
    arguments: &Export,
    format: Format,
    document: &Document,
    map: &Map,
    paper: Option<Paper>,
    changed_at: i64,
) -> Result<Vec<u8>, Problem> {
    let scene = layout::layout(document, &options(arguments, map))
        .map_err(|error| Problem::Failed(error.to_string()))?;
    scene.notices.iter().for_each(tell);
    let mut bytes = Vec::new();
    let failed = |error: render::RenderError| Problem::of_file(&arguments.out, error);
    let warnings = match format {
        Format::Png => {
            let dpi = arguments.dpi;
            let extent = match (arguments.width, arguments.scale, paper, dpi) {
                (Some(width), _, _, _) => Extent::Width(width),
                (None, Some(scale), _, _) => Extent::Scale(scale),
                (None, None, Some(paper), dpi) => paper.extent(scene.size, dpi.unwrap_or(300.0)),
                (None, None, None, Some(dpi)) => Extent::Scale(dpi / 96.0),
                (None, None, None, None) => Extent::Scale(1.0),
            };
            let dpi = dpi.or(paper.map(|_| 300.0));
            render::png::write(&scene, &PngOptions { extent, dpi, ..PngOptions::default() }, &mut bytes)
        }
        Format::Pdf => {
            let page = paper.map_or(Page::Map, Paper::page);
            let options = PdfOptions { page, created: Some(changed_at / 1000), ..PdfOptions::default() };
            render::pdf::write(&scene, &options, &mut bytes)
        }
        Format::Svg | Format::Pptx | Format::Json | Format::Markdown | Format::Mermaid => {
            render::svg::write(&scene, &SvgOptions::default(), &mut bytes)
        }
    }
    .map_err(failed)?;
    for warning in warnings.iter() {
        eprintln!("{warning}");
    }
    Ok(bytes)
}

/// What the words of the command ask of a layout.
pub(crate) fn options(arguments: &Export, map: &Map) -> Options {
    Options {
        map: map.id,
        theme: match arguments.theme {
            Theme::Light => layout::Theme::Light,
            Theme::Dark => layout::Theme::Dark,
        },
        width: arguments.fit.map_or(Width::Natural, Width::Fit),
        language: arguments.language.clone(),
        density: match arguments.density {
            Density::Normal => layout::Density::Normal,
            Density::Projector => layout::Density::Projector,
        },
        ..Options::default()
    }
}

/// Tells on stderr what a person should know of a layout.
pub(crate) fn tell(notice: &layout::Notice) {
    eprintln!("{}", layout_notice(notice));
}

fn layout_notice(notice: &layout::Notice) -> String {
    match notice {
        layout::Notice::MissingGlyph { character } => {
            format!(
                "no font has the character “{character}” (U+{:04X}); a box is drawn",
                u32::from(*character)
            )
        }
        layout::Notice::SystemFont { family } => {
            format!("the font {family} of this computer was used; elsewhere the text may look different")
        }
    }
}
