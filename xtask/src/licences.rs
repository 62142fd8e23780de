//! `cargo xtask licences`: who made what the programs are built from, and under which terms. The window shows the list.

use crate::step::{Outcome, command, root};
use crate::texts;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Where the list lies, and the texts, which packages and the window take from there.
const LIST: &str = "docs/licences.md";
const TEXTS: &str = "docs/licence-texts.txt";

/// What is bundled besides code.
const BESIDES: &str = "\
| Inter | 4 | OFL-1.1 |
| Noto Sans Arabic, Hebrew, Symbols 2 |  | OFL-1.1 |
| Twemoji (drawings) |  | CC-BY-4.0 |
";

/// What lies in the page's bundle, from its lock file: lines of name, version and licence.
const OF_THE_PAGE: &str = "
const lock = require('./ui/package-lock.json');
for (const [place, part] of Object.entries(lock.packages))
  if (place && !part.dev && !part.optional && !part.devOptional)
    console.log([place.replace(/.*node_modules\\//, ''), part.version, part.license ?? 'MIT', place].join('|'));
";

/// Writes the list and the texts anew.
///
/// # Errors
/// Where cargo or Node.js cannot tell what there is, or a part comes under terms that are not allowed.
pub fn write() -> Outcome {
    let (list, texts) = list()?;
    for (name, content) in [(LIST, list), (TEXTS, texts)] {
        std::fs::write(root().join(name), content).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// Finds out whether list and texts are those of today, and all terms are allowed.
///
/// # Errors
/// Where they are not, in a sentence.
pub fn check() -> Outcome {
    println!("── licences");
    let (list, texts) = list()?;
    for (name, content) in [(LIST, list), (TEXTS, texts)] {
        if std::fs::read_to_string(root().join(name)).unwrap_or_default() != content {
            return Err(format!("{name} is not what the lock files say: run `cargo xtask licences`"));
        }
    }
    Ok(())
}

/// A part of the product that others made.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    pub name: String,
    pub version: String,
    pub licence: String,
    /// Where its files lie on this computer.
    pub folder: PathBuf,
}

/// All code that the programs and the page are built from.
fn parts() -> Outcome<BTreeSet<Part>> {
    let crates = ["cargo", "tree", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}|{l}"];
    let crates = said(&[&crates[..], &["-p", "desire-path", "-p", "cli"]].concat())?;
    let mut parts = BTreeSet::new();
    for line in crates.lines().filter(|line| !line.contains(&format!("({}", root().display()))) {
        let line = line.trim_end_matches(" (*)");
        let (part, licence) = line.split_once('|').unwrap_or((line, ""));
        let mut words = part.split(' ');
        if let (Some(name), Some(version)) = (words.next().filter(|name| !name.is_empty()), words.next()) {
            let (name, version) = (name.to_owned(), version.trim_start_matches('v').to_owned());
            let folder = texts::folder_of_crate(&name, &version)?;
            parts.insert(Part { name, version, licence: licence.to_owned(), folder });
        }
    }
    for line in said(&["node", "-e", OF_THE_PAGE])?.lines() {
        let mut words = line.split('|').map(str::to_owned);
        if let (Some(name), Some(version), Some(licence), Some(place)) =
            (words.next(), words.next(), words.next(), words.next())
        {
            parts.insert(Part { name, version, licence, folder: root().join("ui").join(place) });
        }
    }
    Ok(parts)
}

/// The list, and the texts of its licences.
fn list() -> Outcome<(String, String)> {
    let allowed = allowed()?;
    let mut text = String::from(
        "# What Desire Path is built from\n\nWritten by `cargo xtask licences`. The program itself: MIT or Apache-2.0.\n\n\
         | Part | Version | Licence |\n|---|---|---|\n",
    );
    text.push_str(BESIDES);
    let parts = parts()?;
    for Part { name, version, licence, .. } in &parts {
        if !is_allowed(licence, &allowed) {
            return Err(format!("{name} {version} comes under {licence:?}, which is not allowed"));
        }
        let _ = writeln!(text, "| {name} | {version} | {licence} |");
    }
    Ok((text, texts::of(&parts)?))
}

/// The terms under which a part may be in the product: those that `deny.toml` names.
fn allowed() -> Outcome<Vec<String>> {
    let place = root().join("deny.toml");
    let text = std::fs::read_to_string(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    let list = text.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once(']'));
    let (list, _) = list.ok_or("deny.toml names no licences")?;
    Ok(list.split('"').skip(1).step_by(2).map(str::to_owned).collect())
}

/// Whether a licence expression offers terms that are allowed; of several, one is enough.
fn is_allowed(licence: &str, allowed: &[String]) -> bool {
    licence
        .replace(['(', ')'], "")
        .replace('/', " OR ")
        .split(" OR ")
        .any(|terms| terms.split(" AND ").all(|term| allowed.iter().any(|one| one == term.trim())))
}

fn said(words: &[&str]) -> Outcome<String> {
    let output = command(words).output().map_err(|error| format!("cannot start {}: {error}", words[0]))?;
    if !output.status.success() {
        return Err(format!("{} ended with {}", words.join(" "), output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{allowed, is_allowed};

    #[test]
    fn one_of_several_terms_is_enough_all_of_joined_ones_are_needed() {
        let allowed = allowed().expect("deny.toml");
        for licence in
            ["MIT", "Unlicense/MIT", "GPL-3.0 OR Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"]
        {
            assert!(is_allowed(licence, &allowed), "{licence}");
        }
        for licence in ["", "GPL-3.0", "MIT AND GPL-3.0", "LGPL-2.1-or-later"] {
            assert!(!is_allowed(licence, &allowed), "{licence}");
        }
    }
}
