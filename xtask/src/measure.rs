//! `cargo xtask gallery`, `shots`, `guide`, `bench` and `wander`: how it looks, how fast it is, and what it bears.

use crate::setup;
use crate::step::{Outcome, build, command, root, step, step_with, target};
use std::path::PathBuf;

/// Compares the window with the design's boxes and writes pictures to `target/shots/`: of all themes in English, or of the
/// theme, language, size and looks that are named.
///
/// # Errors
/// The first step that failed; also where a box is too far off.
pub fn shots(how: &[&str]) -> Outcome {
    setup::packages(&[setup::BUILD, setup::TEST])?;
    setup::page()?;
    build()?;
    let folder = target().join("shots").display().to_string();
    let shots = target().join("debug/shots").display().to_string();
    step("compare and take pictures", &[&[shots.as_str(), &folder], how].concat())
}

/// Makes the pictures of the guide anew: those of the window, of slides and of posters.
///
/// # Errors
/// The first step that failed.
pub fn guide() -> Outcome {
    setup::packages(&[setup::BUILD, setup::TEST])?;
    setup::page()?;
    build()?;
    let guide = target().join("debug/guide").display().to_string();
    step("take the guide's pictures", &[&guide, "docs/guide"])
}

/// Makes every view of many maps in every format, with contact sheets to look at.
///
/// # Errors
/// The first step that failed; also where a map could not become a file.
pub fn gallery(how: &[&str]) -> Outcome {
    setup::packages(&[setup::BUILD])?;
    step("build the gallery", &["cargo", "build", "--release", "-p", "pipeline-tests", "--bin", "gallery"])?;
    let folder = target().join("gallery").display().to_string();
    let gallery = target().join("release/gallery").display().to_string();
    step("make and look at everything", &[&[gallery.as_str(), &folder], how].concat())
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
    setup::packages(&[setup::BUILD, setup::TEST, setup::BROWSER])?;
    setup::page()?;
    let tools = target().join("bench-tools");
    if !tools.join("bin/resvg").exists() {
        let folder = tools.display().to_string();
        step(
            "install resvg",
            &["cargo", "install", "resvg", "--version", RESVG, "--locked", "--root", &folder],
        )?;
    }
    let peers = peers()?;
    step("build the page", &["npm", "--prefix", "ui", "run", "--silent", "build"])?;
    step(
        "build the app",
        &["cargo", "build", "--release", "-p", "desire-path", "-p", "cli", "-p", "pipeline-tests"],
    )?;
    let programs = target().join("release");
    let mut bench = command(&[&programs.join("bench").display().to_string()]);
    bench.env("BENCH_TOOLS", tools.join("bin")).env("BENCH_PROGRAMS", &programs).current_dir(root());
    bench.env("DESIRE_PATH_BIN", programs.join("desire-path")).env("BENCH_PEERS", peers);
    step_with("measure", &mut bench)
}

/// What the page of the other whiteboards is built from. They are no part of the product: nothing of them is committed,
/// and they are installed for the bench alone.
const PEERS: &[&str] =
    &["tldraw@5.4.2", "@excalidraw/excalidraw@0.18.1", "react@18.3.1", "react-dom@18.3.1", "vite@8"];

/// Builds the page in which the bench pans other whiteboards; the folder that it is in.
fn peers() -> Outcome<PathBuf> {
    let folder = target().join("bench-peers");
    let built = folder.join("dist");
    if built.join("index.html").exists() {
        return Ok(built);
    }
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(problem)?;
    for file in ["index.html", "main.js"] {
        std::fs::copy(root().join("tests/peers").join(file), folder.join(file)).map_err(problem)?;
    }
    std::fs::write(folder.join("package.json"), "{}").map_err(problem)?;
    let mut install = command(&[&["npm", "install", "--no-audit", "--no-fund", "--silent"], PEERS].concat());
    step_with("install the peers' packages", install.current_dir(&folder))?;
    let mut build =
        command(&["npx", "vite", "build", "--base", "./", "--target", "esnext", "--logLevel", "error"]);
    step_with("build the peers' page", build.current_dir(&folder))?;
    Ok(built)
}
