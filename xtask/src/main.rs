//! `cargo xtask run | test | bench | gallery | shots | guide | wander | licences | package`: the set-up and the checks, in one place.
//!
//! It has no dependencies on purpose: on a fresh machine it starts within seconds and then tells what it does.

mod deny;
mod licences;
mod measure;
mod package;
mod run;
mod setup;
mod step;
mod test;
mod texts;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  run     set up what is missing, build page and app, open the sample map
          (without a display: make its .journey, PNG and PDF under target/demo/)
  test    set up what is missing, then every check: format, lints, Rust, page and window tests
  bench   measure in release, beside peers in the same run
  gallery make every view of many maps in every format, contact sheets under target/gallery/
  shots   compare the window with the design's boxes, write pictures to target/shots/: [light|dark] [en|de] [1280x720]
          [PART OF A NAME …]
  guide   take the pictures of docs/guide anew
  wander  use the window at random: [EVENTS [EDITS [SEED]]], by default 20000 500
  licences write docs/licences.md, what the programs are built from, and the texts of all licences beside it
  package make what people install on this system (.deb and .rpm here), under target/release/bundle/";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["run"] => run::run(),
        ["test"] => test::test(),
        ["bench"] => measure::bench(),
        ["gallery", rest @ ..] => measure::gallery(rest),
        ["shots", rest @ ..] => measure::shots(rest),
        ["guide"] => measure::guide(),
        ["licences"] => licences::write(),
        ["package"] => package::package(),
        ["wander", rest @ ..] => measure::wander(rest),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("xtask: {problem}");
            ExitCode::FAILURE
        }
    }
}
