//! Takes the pictures of the guide: those of the window by its looks, those of slides and posters as `journey` exports
//! them. `cargo xtask guide` runs it; `guide FOLDER [NAME …]` takes those whose names begin so.

use pipeline_tests::looks::{Shown, all, visit};
use pipeline_tests::window::program;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// A picture of the window: its name, the look that it shows, and which part of it (width, height, x, y), else all.
const WINDOW: &[(&str, &str, Option<[u32; 4]>)] = &[
    ("home", "home", None),
    ("map", "spoken-1600x1000", None),
    ("card-typed", "card-being-typed", Some([900, 420, 560, 560])),
    ("card-selected", "card-selected", Some([1000, 350, 300, 650])),
    ("curve-point", "point-being-dragged", Some([900, 300, 480, 380])),
    ("outline", "outline-1600x1000", None),
    ("people", "people", Some([800, 1000, 800, 0])),
    ("find", "find-words", None),
    ("palette", "palette-words", Some([720, 520, 440, 140])),
    ("versions", "versions", Some([640, 400, 480, 320])),
    ("exporting", "export-slides", None),
    ("printing", "print", None),
    ("presenting", "present", None),
    ("presenting-room", "present-room", None),
];

/// The languages that the guide has pictures in, with their folders.
const LANGUAGES: [(&str, &str); 2] = [("en", ""), ("de", "de")];

/// Which of several pages a picture shows.
enum Page {
    /// The only one.
    Only,
    /// One of them, from 0.
    At(usize),
    /// All of them side by side, so many in a row.
    All(usize),
}

/// A picture that `journey` makes: its name, how it is exported, and which of several pages it is.
const EXPORTED: &[(&str, &[&str], Page)] = &[
    ("poster-a3", &["--view", "poster", "--paper", "a3", "--width", "1600"], Page::Only),
    ("poster-blank", &["--view", "poster", "--paper", "a0", "--blank-cards", "--width", "1000"], Page::Only),
    ("poster-tiles", &["--view", "poster", "--paper", "a2", "--tile", "a4", "--width", "420"], Page::All(3)),
    ("slide-overview", &["--view", "slides", "--width", "1280"], Page::At(0)),
    ("slide-stage", &["--view", "slides", "--width", "1280"], Page::At(4)),
    ("slide-plan", &["--view", "slides", "--width", "1280"], Page::At(9)),
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let folder = PathBuf::from(args.next().unwrap_or_else(|| "docs/guide".into()));
    let names: Vec<String> = args.collect();
    let wanted = |name: &str| names.is_empty() || names.iter().any(|part| name.starts_with(part.as_str()));
    let mut failed = 0;
    for (language, below) in LANGUAGES {
        // Programs at a desk are somewhere else.
        let folder = folder.join(below).canonicalize().expect("the folder of a language");
        let shown = chapters(&folder);
        let taken = |name: &str| wanted(name) && shown.contains(&format!("({name}.png)"));
        let mut looks = all();
        // People of a language see the sample in it.
        looks
            .iter_mut()
            .filter(|look| look.shown == Shown::Sample)
            .for_each(|look| look.shown = Shown::Spoken);
        looks.retain(|look| WINDOW.iter().any(|(name, of, _)| *of == look.name && taken(name)));
        let missed = visit(&looks, "light", language, |stand, look| {
            for (name, _, part) in WINDOW.iter().filter(|(_, of, _)| *of == look.name) {
                let taken = folder.join(format!("{name}.png"));
                stand.picture(&taken);
                small(&taken, *part);
            }
        });
        missed.iter().for_each(|(name, why)| println!("✗ {name}, {language}: {why}"));
        failed += missed.len();
        for (name, how, page) in EXPORTED.iter().filter(|(name, ..)| taken(name)) {
            let to = folder.join(format!("{name}.png"));
            exported(&to, language, how, page);
            small(&to, Some([0; 4]));
        }
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The words of all chapters in a folder: a picture that none of them shows is not taken.
fn chapters(folder: &Path) -> String {
    let files = std::fs::read_dir(folder).expect("the chapters").flatten().map(|entry| entry.path());
    let texts = files.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    texts.map(|path| std::fs::read_to_string(path).unwrap_or_default()).collect()
}

/// Makes a picture small enough to be read: a part of it as it is, or the whole at three quarters.
fn small(picture: &Path, part: Option<[u32; 4]>) {
    let mut convert = Command::new("convert");
    convert.arg(picture);
    match part {
        Some([0, ..]) => {}
        Some([width, height, x, y]) => {
            convert.args(["-crop", &format!("{width}x{height}+{x}+{y}"), "+repage"]);
        }
        None => {
            convert.args(["-resize", "75%"]);
        }
    }
    let done = convert.args(["-strip", "-dither", "None", "-colors", "200"]).arg(picture).status();
    assert!(done.is_ok_and(|status| status.success()), "ImageMagick makes {} small", picture.display());
}

fn exported(to: &Path, language: &str, how: &[&str], page: &Page) {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("map.journey");
    store::export_file(&journey::sample_in(&mut pipeline_tests::ids(), language), &map, false)
        .expect("the sample");
    let journey = program().expect("the window was built").with_file_name("journey");
    let made = folder.path().join("picture.png");
    let done = Command::new(journey).arg("export").args([&map, &made]).args(how).status();
    assert!(done.is_ok_and(|status| status.success()), "journey exports {}", to.display());
    let pages = || {
        let found = std::fs::read_dir(&made).expect("the folder of pages").flatten();
        let mut pages: Vec<PathBuf> = found.map(|entry| entry.path()).collect();
        pages.sort();
        pages
    };
    match page {
        Page::Only => std::fs::copy(made, to).map(drop).expect("the guide's picture"),
        Page::At(at) => std::fs::copy(&pages()[*at], to).map(drop).expect("the guide's picture"),
        Page::All(row) => {
            let done = Command::new("montage")
                .args(pages())
                .args(["-tile", &format!("{row}x"), "-geometry", "+10+10", "-background", "#b8b0a3"])
                .arg(to)
                .status();
            assert!(done.is_ok_and(|status| status.success()), "ImageMagick lays out {}", to.display());
        }
    }
}
