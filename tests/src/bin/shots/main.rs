//! Compares the window with the boxes of the design, and takes a picture of each of its looks, light and dark.
//!
//! `shots FOLDER [light|dark] [PART OF A NAME …]` prints each box's offset in px and writes the pictures into the folder;
//! with parts of names it takes only the pictures whose names have one of them. It ends with status 1 where a box is off by more than the
//! tolerance that `tests/anchors.json` names, or where a look could not be reached.

mod boxes;

use pipeline_tests::looks::{all, visit};
use std::path::PathBuf;
use std::process::ExitCode;

/// The themes in which the window is looked at.
const THEMES: [&str; 2] = ["light", "dark"];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "target/shots".into()));
    let (themes, parts): (Vec<String>, Vec<String>) = args.partition(|word| THEMES.contains(&word.as_str()));
    std::fs::create_dir_all(&folder).expect("the folder for pictures");
    let far = if parts.is_empty() { boxes::boxes(&folder) } else { 0 };
    let mut looks = all();
    looks.retain(|look| parts.is_empty() || parts.iter().any(|part| look.name.contains(part.as_str())));
    let mut missed = 0;
    let themes = THEMES.iter().filter(|theme| themes.is_empty() || themes.iter().any(|one| one == **theme));
    let mut taken = 0;
    for theme in themes {
        let failed = visit(&looks, theme, |stand, look| {
            stand.picture(&folder.join(format!("{}-{theme}.png", look.name)));
        });
        for (name, why) in &failed {
            println!("✗ {name}, {theme}: {why}");
        }
        missed += failed.len();
        taken += looks.len() - failed.len();
    }
    println!("{} pictures: {}", taken, folder.display());
    if far + missed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
