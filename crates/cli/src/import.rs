//! `journey import`: a text becomes a map file.

use crate::arguments::Import;
use crate::language::{said, say};
use crate::outcome::{Outcome, Problem};
use crate::source::{self, new_ids};
use exchange::{Read, ReadError, json, markdown, mermaid};
use std::path::Path;

/// The endings that can be read.
const KNOWN: &str = ".mmd, .md, .json";

/// Makes a map file from a text. What was left out is told on stderr.
pub(crate) fn import(arguments: &Import) -> Outcome {
    let input = &arguments.input;
    let reader = reader_of(input)?;
    source::expect_journey(&arguments.out)?;
    source::expect_free(&arguments.out, arguments.force)?;
    let bytes = std::fs::read(input).map_err(|error| Problem::of_reading(input, &error))?;
    let mut read = reader(&bytes).map_err(|error| Problem::of_file(input, say(&error.phrase())))?;
    if let Some(fault) = journey::check(&read.document).first() {
        return Err(Problem::of_file(input, say(&fault.phrase)));
    }
    let stem = input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    for map in read.document.maps.values_mut().filter(|map| map.title.is_empty()) {
        map.title.clone_from(&stem);
    }
    for left in &read.left_out {
        eprintln!("{}", say(&left.phrase()));
    }
    source::write_journey(&read.document, &arguments.out, arguments.force)
}

type Reader = fn(&[u8]) -> Result<Read, ReadError>;

fn reader_of(path: &Path) -> Result<Reader, Problem> {
    match source::ending(path).as_str() {
        "mmd" | "mermaid" => Ok(|bytes| mermaid::read(bytes, &mut new_ids())),
        "md" | "markdown" => Ok(read_markdown),
        "json" => Ok(json::read),
        other => Err(Problem::Usage(said("cli.no-import", &[&other, &KNOWN]))),
    }
}

/// A Markdown file is an outline, unless journey diagrams are fenced in it.
fn read_markdown(bytes: &[u8]) -> Result<Read, ReadError> {
    let text = exchange::text_of(bytes)?;
    let fenced = text.lines().any(|line| {
        let line = line.trim_start();
        (line.starts_with("```") || line.starts_with("~~~"))
            && line.trim_start_matches(['`', '~', ' ', '{', '.']).starts_with("mermaid")
    });
    if fenced && let Ok(read) = mermaid::read(bytes, &mut new_ids()) {
        return Ok(read);
    }
    markdown::read(bytes, &mut new_ids())
}
