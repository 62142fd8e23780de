//! `cargo xtask test`: everything that must hold before a change lands.

use crate::deny;
use crate::licences;
use crate::setup;
use crate::step::{Outcome, build, step};

/// The tests that start the real window; each finds itself a display.
const WINDOW: &[&str] = &[
    "--test",
    "window",
    "--test",
    "window_assistance",
    "--test",
    "window_disk",
    "--test",
    "window_faults",
    "--test",
    "window_inspector",
    "--test",
    "window_log",
    "--test",
    "window_looks",
    "--test",
    "window_maps",
    "--test",
    "window_menus",
    "--test",
    "window_offline",
    "--test",
    "window_outline",
    "--test",
    "window_overlays",
    "--test",
    "window_picture",
    "--test",
    "window_pointer",
    "--test",
    "window_several",
    "--test",
    "window_showing",
    "--test",
    "window_text",
    "--test",
    "window_typing",
];

/// The tests that open decks in other programs.
const OFFICE: &[&str] = &["--test", "deck_office", "--test", "deck_readers"];

/// The tests that read decks by python-pptx, where it could be installed.
const PYTHON: &[&str] = &["--test", "deck_python"];

/// The tests that open drawings in a browser.
const BROWSER: &[&str] = &["--test", "svg_browser"];

/// Sets up what is missing and runs every check: the quick ones first.
///
/// # Errors
/// The first check that failed, in a sentence.
pub fn test() -> Outcome {
    setup::packages(&[setup::BUILD, setup::TEST, setup::BROWSER])?;
    setup::page()?;
    let has_python = setup::readers()?;
    licences::check()?;
    deny::install()?;
    deny::check()?;
    step("format of the Rust code", &["cargo", "fmt", "--all", "--check"])?;
    step("lints and format of the page", &["npm", "--prefix", "ui", "run", "--silent", "lint"])?;
    step("types of the page", &["npm", "--prefix", "ui", "run", "--silent", "check"])?;
    step("tests of the page", &["npm", "--prefix", "ui", "run", "--silent", "test"])?;
    build()?;
    step(
        "lints of the Rust code",
        &["cargo", "clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    )?;
    step("tests of the crates", &["cargo", "test", "--workspace"])?;
    // One after the other: each has a display and a web view of its own, and two cores are not enough for several.
    let words = ["cargo", "test", "--workspace", "--features", "pipeline-tests/window"];
    step("tests of the window", &[&words, WINDOW, &["--", "--test-threads", "1"]].concat())?;
    let words = ["cargo", "test", "--workspace", "--features", "pipeline-tests/office"];
    step("tests of decks in other programs", &[&words, OFFICE].concat())?;
    if has_python {
        let words = ["cargo", "test", "--workspace", "--features", "pipeline-tests/python"];
        step("tests of decks in python-pptx", &[&words, PYTHON].concat())?;
    }
    let words = ["cargo", "test", "--workspace", "--features", "pipeline-tests/browser"];
    step("tests of drawings in Chromium", &[&words, BROWSER].concat())
}
