//! `cargo xtask run`: from a fresh clone to the sample map on the screen.

use crate::setup;
use crate::step::{Outcome, build, command, root, step, step_with, target};

/// Builds everything and opens the sample map; without a display, makes its file and its pictures.
///
/// # Errors
/// The first step that failed, in a sentence.
pub fn run() -> Outcome {
    setup::packages(&[setup::BUILD])?;
    setup::page()?;
    build()?;

    let demo = target().join("demo");
    std::fs::create_dir_all(&demo).map_err(|error| format!("{}: {error}", demo.display()))?;
    let programs = target().join("debug");
    let journey = programs.join("journey").display().to_string();
    let file = demo.join("seven-phases.journey");
    let map = file.display().to_string();

    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if !has_display && cfg!(target_os = "linux") {
        println!(
            "There is no display here, so the sample map goes to {}.",
            demo.strip_prefix(root()).unwrap_or(&demo).display()
        );
        step("make seven-phases.journey", &[&journey, "new", "--sample", &map, "--force"])?;
        for picture in ["seven-phases.png", "seven-phases.pdf"] {
            let out = demo.join(picture).display().to_string();
            step(&format!("export {picture}"), &[&journey, "export", &map, &out, "--force"])?;
        }
        return Ok(());
    }
    if !file.exists() {
        step("make the sample map", &[&journey, "new", "--sample", &map])?;
    }
    let app = programs.join("desire-path").display().to_string();
    step_with("open the sample map", &mut command(&[&app, &map]))
}
