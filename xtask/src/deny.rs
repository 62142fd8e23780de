//! cargo-deny in `cargo xtask test`: terms, bans, sources, and known weaknesses where the database of these can be had.

use crate::step::{Outcome, step, step_with, succeeds, target};
use std::path::PathBuf;

/// The version that is installed; it is no part of the product.
const VERSION: &str = "0.20.2";
/// Where the database of known weaknesses is to be had from; the way there leads through no registry.
const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";

fn tools() -> PathBuf {
    target().join("check-tools")
}

/// Installs cargo-deny. Not optimized: it looks at a thousand crates, and is built in a third of the time.
///
/// # Errors
/// Where it cannot be built.
pub fn install() -> Outcome {
    let program = tools().join("bin/cargo-deny").display().to_string();
    if succeeds(&[&program, "--version"]) {
        return Ok(());
    }
    let folder = tools().display().to_string();
    let words =
        ["cargo", "install", "cargo-deny", "--version", VERSION, "--locked", "--debug", "--root", &folder];
    let mut install = crate::step::command(&[&words[..], &["--no-default-features"]].concat());
    install.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TARGET_DIR", target().join("check-tools-build"));
    step_with("install cargo-deny", &mut install)?;
    // As large as the program itself many times over, and never needed again.
    let _ = std::fs::remove_dir_all(target().join("check-tools-build"));
    Ok(())
}

/// Checks what `deny.toml` says.
///
/// # Errors
/// Where something is not allowed; not where the database of known weaknesses cannot be had, which is told.
pub fn check() -> Outcome {
    let program = tools().join("bin/cargo-deny").display().to_string();
    // A build brings what this system needs; the programs are made for others too.
    step("fetch what is built on any system", &["cargo", "fetch", "--locked", "--quiet"])?;
    step(
        "terms, bans and sources of what is built",
        &[&program, "--offline", "check", "licenses", "bans", "sources"],
    )?;
    if !succeeds(&["git", "ls-remote", "--exit-code", "--quiet", ADVISORIES, "HEAD"]) {
        println!("── known weaknesses: NOT CHECKED, their database cannot be had from here");
        return Ok(());
    }
    step("known weaknesses", &[&program, "check", "advisories"])
}
