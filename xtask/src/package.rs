//! `cargo xtask package`: what people install on the system that it runs on, as `.deb` and `.rpm`, an installer, or a disk image.

use crate::setup;
use crate::step::{Outcome, command, root, step, step_with, target};

/// The bundler; it is no part of the product and is installed for this alone.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// Which packages a system gets, what they hold besides the window, and how its linker's output is made smaller.
struct System {
    config: &'static str,
    bundles: &'static str,
    /// What to leave out of the window's program, whose names of functions tell its log which way a panic came, and of
    /// the command line's; none where they are not in the programs anyway.
    strip: Option<[&'static str; 2]>,
}

const SYSTEM: System = if cfg!(target_os = "windows") {
    System { config: "windows.json", bundles: "nsis", strip: None }
} else if cfg!(target_os = "macos") {
    System { config: "macos.json", bundles: "app,dmg", strip: Some(["-S", "-x"]) }
} else {
    System { config: "linux.json", bundles: "deb,rpm", strip: Some(["--strip-debug", "--strip-unneeded"]) }
};

/// Makes the packages under `target/release/bundle/`.
///
/// # Errors
/// The first step that failed.
pub fn package() -> Outcome {
    setup::packages(&[setup::BUILD])?;
    setup::page()?;
    step("build the page", &["npm", "--prefix", "ui", "run", "--silent", "build"])?;
    let selection = ["--release", "-p", "desire-path", "-p", "cli"];
    step(
        "build the app and the command line",
        &[&["cargo", "build"], &selection[..], &["--bins", "--examples"]].concat(),
    )?;
    // Bundles take the programs as they lie there; the lines for panics would make them three times as large.
    for (program, how) in ["desire-path", "journey"].into_iter().zip(SYSTEM.strip.into_iter().flatten()) {
        let program = target().join("release").join(program).display().to_string();
        step("leave out what only helps to find mistakes", &["strip", how, &program])?;
    }
    let made = target().join("package");
    let manual = target().join("release/examples/manual").display().to_string();
    step("write manual pages and completions", &[&manual, &made.display().to_string()])?;
    let tools = target().join("package-tools");
    std::fs::create_dir_all(&tools).map_err(|error| format!("{}: {error}", tools.display()))?;
    std::fs::write(tools.join("package.json"), "{}")
        .map_err(|error| format!("{}: {error}", tools.display()))?;
    let mut install = command(&["npm", "install", "--no-audit", "--no-fund", "--silent", BUNDLER]);
    step_with("install the bundler", install.current_dir(&tools))?;
    // Of an earlier version, or of another name.
    let bundles = target().join("release/bundle");
    if bundles.exists() {
        std::fs::remove_dir_all(&bundles).map_err(|error| format!("{}: {error}", bundles.display()))?;
    }
    let bundler = tools.join("node_modules/.bin/tauri").display().to_string();
    let config = format!("src-tauri/packages/{}", SYSTEM.config);
    let mut bundle = command(&[&bundler, "bundle", "--bundles", SYSTEM.bundles, "--config", &config]);
    step_with("make the packages", bundle.current_dir(root()))?;
    println!("packages: {}", bundles.display());
    Ok(())
}
