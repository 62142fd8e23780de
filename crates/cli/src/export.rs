//! `journey export` and `journey show`: a map file becomes a picture or a text.

use crate::arguments::{Export, Show, View};
use crate::language::{said, say};
use crate::outcome::{Outcome, Problem};
use crate::{pages, source};
use exchange::{Written, json, markdown, mermaid};
use journey::{Document, Edit, Id, Map, RecordId, Stamp, Table};
use render::export::Format as Pages;

/// What can be made.
#[derive(Clone, Copy, PartialEq)]
enum Format {
    Pages(Pages),
    Json,
    Markdown,
    Mermaid,
}

fn format_of(arguments: &Export) -> Result<Format, Problem> {
    match source::ending(&arguments.out).as_str() {
        "png" => Ok(Format::Pages(Pages::Png)),
        "pdf" => Ok(Format::Pages(Pages::Pdf)),
        "svg" => Ok(Format::Pages(Pages::Svg)),
        "pptx" => Ok(Format::Pages(Pages::Pptx)),
        "json" => Ok(Format::Json),
        "md" => Ok(Format::Markdown),
        "mmd" => Ok(Format::Mermaid),
        other => {
            let known = ".png, .pdf, .svg, .pptx, .json, .md, .mmd";
            Err(Problem::Usage(said("cli.no-export", &[&other, &known])))
        }
    }
}

/// Makes a picture or a text. What was left out is told on stderr.
pub(crate) fn export(arguments: &Export) -> Outcome {
    let format = format_of(arguments)?;
    let is_deck = format == Format::Pages(Pages::Pptx);
    let view = arguments.view.unwrap_or(if is_deck { View::Slides } else { View::Canvas });
    if let Format::Pages(format) = format {
        pages::check(arguments, view, format)?;
    } else if view == View::Slides {
        return Err(Problem::Usage(said("cli.slides-to", &[])));
    } else if view == View::Poster {
        return Err(Problem::Usage(said("cli.posters-to", &[])));
    }
    if arguments.into.is_some() && !is_deck {
        return Err(Problem::Usage(said("cli.into-deck", &[])));
    }
    // Only pictures may turn out to be several and to need a folder.
    if !matches!(format, Format::Pages(Pages::Png | Pages::Svg)) {
        source::expect_free(&arguments.out, arguments.force)?;
    }
    let contents = source::read(&arguments.input)?;
    let document = &contents.document;
    let maps = source::maps(document, arguments.map.as_deref())?;
    // A file that nobody edited yet is as old as its document.
    let changed_at = contents.changed_at.unwrap_or(document.id.made_at());
    let bytes = match format {
        Format::Json => written(json::write(&only(document, &maps))),
        Format::Markdown => written(markdown::write(document, &ids(&maps))),
        Format::Mermaid => written(mermaid::write(document, &ids(&maps))),
        Format::Pages(format) => {
            return pages::export(arguments, view, format, document, &maps, changed_at);
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
        eprintln!("{}", say(&left.phrase()));
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
