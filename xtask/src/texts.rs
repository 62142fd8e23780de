//! The texts of all licences of what is bundled, each once, with the parts that come under it.

use crate::licences::Part;
use crate::step::{Outcome, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What begins a text: behind it stand the parts that it is about. The window looks for the same.
const HEAD: &str = "======== ";

/// Texts of what is bundled besides code: the parts, and where their text lies.
const BESIDES: &[(&str, &str)] = &[
    ("Desire Path", "LICENSE-MIT"),
    ("Desire Path", "LICENSE-APACHE"),
    ("Inter 4", "crates/layout/fonts/Inter-OFL.txt"),
    ("Noto Sans Arabic, Hebrew, Symbols 2", "crates/layout/fonts/Inter-OFL.txt"),
    ("Twemoji (drawings)", "crates/layout/fonts/Twemoji-LICENSE.txt"),
];

/// Where a crate's files lie, as cargo unpacked them.
///
/// # Errors
/// Where they do not.
pub fn folder_of_crate(name: &str, version: &str) -> Outcome<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    let registries = std::fs::read_dir(&sources).into_iter().flatten().flatten();
    let mut places = registries.map(|registry| registry.path().join(format!("{name}-{version}")));
    places
        .find(|place| place.is_dir())
        .ok_or_else(|| format!("{name} {version} is not unpacked: run `cargo fetch`"))
}

/// All texts.
///
/// # Errors
/// Where a part has none, and no other part has the text of its terms.
pub fn of(parts: &BTreeSet<Part>) -> Outcome<String> {
    // By their words without regard to breaks of lines: the same text is set in many widths.
    let mut texts: BTreeMap<String, (String, BTreeSet<String>)> = BTreeMap::new();
    let mut add = |part: String, text: String| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        texts.entry(words).or_insert_with(|| (text, BTreeSet::new())).1.insert(part);
    };
    for (part, place) in BESIDES {
        let text =
            std::fs::read_to_string(root().join(place)).map_err(|error| format!("{place}: {error}"))?;
        add((*part).to_owned(), text);
    }
    let mut without = Vec::new();
    for part in parts {
        let found = own(part);
        if found.is_empty() {
            without.push(part);
        }
        for text in found {
            add(format!("{} {}", part.name, part.version), text);
        }
    }
    let mut all = String::from(
        "The licences of what Desire Path is built from, and its own. Written by `cargo xtask licences`.\n\n\
         These parts bring no text of their own. Their terms are those of their names below: MIT, Apache-2.0 and others.\n\n",
    );
    for part in without {
        let _ = writeln!(all, "{} {}: {}", part.name, part.version, part.licence);
    }
    let mut texts: Vec<_> = texts.into_values().collect();
    texts.sort_by(|one, other| one.1.first().cmp(&other.1.first()).then_with(|| one.0.cmp(&other.0)));
    for (text, parts) in texts {
        let parts: Vec<String> = parts.into_iter().collect();
        let _ = write!(all, "\n{HEAD}{}\n\n{}\n", parts.join(" · "), text.trim());
    }
    Ok(all)
}

/// The texts that a part brings. Of several terms to choose from it is MIT's where that is among them, with notices.
fn own(part: &Part) -> Vec<String> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(&part.folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && is_text_of_terms(path))
        .collect();
    files.sort();
    let chosen = part.licence.contains(" OR ") || part.licence.contains('/');
    let is_mit = |path: &PathBuf| upper(path).contains("MIT");
    if chosen && !part.licence.contains(" AND ") && files.iter().any(is_mit) {
        files.retain(|path| is_mit(path) || upper(path).starts_with("NOTICE"));
    }
    let read = files.iter().filter_map(|path| std::fs::read(path).ok());
    read.map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n")).collect()
}

fn upper(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_uppercase()
}

fn is_text_of_terms(path: &Path) -> bool {
    let name = upper(path);
    let code = [".RS", ".JS", ".TS", ".HTML", ".TOML", ".JSON"];
    ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE", "COPYRIGHT"]
        .iter()
        .any(|start| name.starts_with(start))
        && !code.iter().any(|ending| name.ends_with(ending))
}
