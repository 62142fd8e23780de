//! Writing the open map in another format.

use super::document::away;
use super::scene::ThemeName;
use crate::dialogs::{self, Kind};
use crate::problem::Problem;
use crate::session::{LANGUAGE, file_name};
use crate::shell::Shell;
use journey::{Document, Id};
use layout::{Layouter, Options};
use render::{pdf, png, svg};
use serde::{Deserialize, Serialize};
use std::path::Path;
use tauri::{AppHandle, Manager};

/// A format that a map can leave as, named by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// A picture.
    Png,
    /// A document to read and print.
    Pdf,
    /// A drawing.
    Svg,
    /// All that the file holds.
    Json,
    /// The outline.
    Md,
    /// A Mermaid journey.
    Mmd,
}

impl Format {
    const fn kind(self) -> Kind {
        match self {
            Self::Png => Kind { name: "PNG picture", extension: "png" },
            Self::Pdf => Kind { name: "PDF document", extension: "pdf" },
            Self::Svg => Kind { name: "SVG drawing", extension: "svg" },
            Self::Json => Kind { name: "JSON", extension: "json" },
            Self::Md => Kind { name: "Markdown outline", extension: "md" },
            Self::Mmd => Kind { name: "Mermaid journey", extension: "mmd" },
        }
    }
}

/// What an export came to.
#[derive(Serialize)]
pub struct Exported {
    file_name: String,
    warnings: Vec<String>,
}

/// Asks for a place and writes the map there.
#[tauri::command]
pub async fn export(app: AppHandle, format: Format, theme: ThemeName) -> Result<Option<Exported>, Problem> {
    let shell = app.state::<Shell>();
    // The map as it is now: edits go on while it is being written.
    let (document, map, title, folder) = shell.with(|open| {
        let folder = open.path().and_then(Path::parent).map(Path::to_owned);
        Ok((open.document().clone(), open.map(), open.title(), folder))
    })?;
    let kind = format.kind();
    let name = dialogs::file_name(&title, kind.extension);
    let Some(path) = dialogs::save(&app, "Export the map", folder.as_deref(), &name, kind).await else {
        return Ok(None);
    };
    away(app.clone(), move |_, _| {
        let (bytes, warnings) = written(&document, map, format, theme)?;
        // The dialog has asked before it gave a name that is taken.
        store::write_atomically(&path, &bytes, true)?;
        Ok(Some(Exported { file_name: file_name(&path), warnings }))
    })
    .await
}

/// The bytes of a format, and what it could not hold.
fn written(
    document: &Document,
    map: Id,
    format: Format,
    theme: ThemeName,
) -> Result<(Vec<u8>, Vec<String>), Problem> {
    let text = |written: exchange::Written| {
        let warnings = written.left_out.iter().map(|left| format!("{}.", left.what)).collect();
        (written.text.into_bytes(), warnings)
    };
    // Texts hold several maps, pictures the one that is shown.
    let all: Vec<Id> = document.maps_in_order().iter().map(|map| map.id).collect();
    Ok(match format {
        Format::Json => text(exchange::json::write(document)),
        Format::Md => text(exchange::markdown::write(document, &all)),
        Format::Mmd => text(exchange::mermaid::write(document, &all)),
        Format::Png | Format::Pdf | Format::Svg => {
            let options =
                Options { map, theme: theme.into(), language: LANGUAGE.to_owned(), ..Options::default() };
            let scene = Layouter::new().layout(document, &options)?;
            let mut bytes = Vec::new();
            let warnings = match format {
                Format::Png => png::write(&scene, &png_options(), &mut bytes)?,
                Format::Pdf => pdf::write(&scene, &pdf::PdfOptions::default(), &mut bytes)?,
                _ => svg::write(&scene, &svg::SvgOptions::default(), &mut bytes)?,
            };
            (bytes, warnings.iter().map(ToString::to_string).collect())
        }
    })
}

/// Twice as sharp as the screen at 100 %, so that it stands a projector and a zoom.
fn png_options() -> png::PngOptions {
    png::PngOptions { extent: png::Extent::Scale(2.0), ..png::PngOptions::default() }
}
