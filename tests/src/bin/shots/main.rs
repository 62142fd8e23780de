//! Compares the window with the boxes of the design, takes a picture of each of its looks, light and dark, and asks
//! axe-core what is wrong in it.
//!
//! `shots FOLDER [light|dark] [en|de] [1280x720] [PART OF A NAME …]` prints each box's offset in px and writes the pictures into the folder;
//! with parts of names it takes only the pictures whose names have one of them. It ends with status 1 where a box is off by more than the
//! tolerance that `tests/anchors.json` names, where a look could not be reached, or where axe-core found something.

mod boxes;

use pipeline_tests::looks::{all, at_size, visit};
use std::path::PathBuf;
use std::process::ExitCode;

/// The languages in which the window is looked at; English where none is named.
const LANGUAGES: [&str; 2] = ["en", "de"];

/// The themes in which the window is looked at.
const THEMES: [&str; 2] = ["light", "dark"];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "target/shots".into()));
    let (languages, args): (Vec<String>, Vec<String>) =
        args.partition(|word| LANGUAGES.contains(&word.as_str()));
    let (themes, parts): (Vec<String>, Vec<String>) =
        args.into_iter().partition(|word| THEMES.contains(&word.as_str()));
    let (sizes, parts): (Vec<String>, Vec<String>) = parts.into_iter().partition(|word| size(word).is_some());
    let size = sizes.first().and_then(|word| size(word));
    let languages = LANGUAGES.iter().filter(|own| languages.iter().any(|one| one == **own));
    let languages: Vec<&'static str> = languages.copied().collect();
    let languages = if languages.is_empty() { vec!["en"] } else { languages };
    // Whoever takes the picture works in a folder of its own.
    let folder = std::path::absolute(folder).expect("a folder");
    std::fs::create_dir_all(&folder).expect("the folder for pictures");
    let far = if parts.is_empty() && size.is_none() && languages.contains(&"en") {
        boxes::boxes(&folder)
    } else {
        0
    };
    let mut looks = all();
    looks.retain(|look| parts.is_empty() || parts.iter().any(|part| look.name.contains(part.as_str())));
    if let Some(size) = size {
        at_size(&mut looks, size);
    }
    let mut missed = 0;
    let themes = THEMES.iter().filter(|theme| themes.is_empty() || themes.iter().any(|one| one == **theme));
    let (mut taken, mut wrong) = (0, 0);
    for (theme, language) in themes.flat_map(|theme| languages.iter().map(move |own| (theme, *own))) {
        let tail = if language == "en" { String::new() } else { format!("-{language}") };
        let failed = visit(&looks, theme, language, |stand, look| {
            stand.picture(&folder.join(format!("{}-{theme}{tail}.png", look.name)));
            for violation in stand.violations() {
                println!("✗ {}, {theme}, {language}: {violation}", look.name);
                wrong += 1;
            }
        });
        for (name, why) in &failed {
            println!("✗ {name}, {theme}, {language}: {why}");
        }
        missed += failed.len();
        taken += looks.len() - failed.len();
    }
    println!("{} pictures: {}", taken, folder.display());
    if far + missed + wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The size of a page that a word says: `1280x720`.
fn size(word: &str) -> Option<(u32, u32)> {
    let (width, height) = word.split_once('x')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}
