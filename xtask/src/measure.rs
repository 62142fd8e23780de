//! `cargo xtask shots`, `bench` and `wander`: how it looks, how fast it is, and what it bears.

use crate::setup;
use crate::step::{Outcome, build, root, step, target};

/// Compares the window with the design's boxes and writes pictures to `target/shots/`.
///
/// # Errors
/// The first step that failed; also where a box is too far off.
pub fn shots() -> Outcome {
    setup::packages(&[setup::BUILD, setup::TEST])?;
    setup::page()?;
    build()?;
    let folder = target().join("shots").display().to_string();
    let shots = target().join("debug/shots").display().to_string();
    step("compare and take pictures", &[&shots, &folder])
}

/// Uses the window at random until enough happened, takes all of it back, and tells what was reached.
///
/// # Errors
/// The first step that failed; also where something went wrong in the window.
pub fn wander(how_much: &[&str]) -> Outcome {
    setup::packages(&[setup::BUILD, setup::TEST])?;
    setup::page()?;
    build()?;
    let wander = target().join("debug/wander").display().to_string();
    step("use the window at random", &[&[wander.as_str()], how_much].concat())
}

/// The version of resvg's own program that the bench compares with.
const RESVG: &str = "0.49.0";

/// Measures everything in release, beside its peers in the same run, and prints a table.
///
/// # Errors
/// The first step that failed.
pub fn bench() -> Outcome {
    setup::packages(&[setup::BUILD, setup::TEST, &["chromium"]])?;
    setup::page()?;
    let tools = target().join("bench-tools");
    if !tools.join("bin/resvg").exists() {
        let folder = tools.display().to_string();
        step(
            "install resvg",
            &["cargo", "install", "resvg", "--version", RESVG, "--locked", "--root", &folder],
        )?;
    }
    step("build the page", &["npm", "--prefix", "ui", "run", "--silent", "build"])?;
    step(
        "build the app",
        &["cargo", "build", "--release", "-p", "desire-path", "-p", "cli", "-p", "pipeline-tests"],
    )?;
    let programs = target().join("release");
    let mut bench = crate::step::command(&[&programs.join("bench").display().to_string()]);
    bench.env("BENCH_TOOLS", tools.join("bin")).env("BENCH_PROGRAMS", &programs).current_dir(root());
    bench.env("DESIRE_PATH_BIN", programs.join("desire-path"));
    crate::step::step_with("measure", &mut bench)
}
