//! How fast posters are made.

use super::{CHROMIUM, options, process, program, row, share, timed};
use journey::Document;
use layout::{Layouter, Options, PageOptions, Paper, View};
use render::export::{ExportOptions, Format, export};
use std::path::Path;

/// An A0 of twelve stages and 360 cards: from the map to the bytes of its PDF, and as a whole process beside Chromium.
pub fn all(document: &Document, folder: &Path) {
    let layout = Options { view: View::Poster, ..options(document) };
    let wish = PageOptions { layout, paper: Paper::parse("a0").ok(), ..PageOptions::default() };
    let mut times = timed(9, || {
        let pages = Layouter::new().pages(document, &wish).expect("pages");
        let options = ExportOptions { format: Format::Pdf, created: Some(0), ..ExportOptions::default() };
        export(&pages, &options, &mut |_| true).expect("a PDF");
    });
    row(
        "PDF of an A0 poster of 360 cards, from the map on",
        &format!("{:.0} ms", share(&mut times, 0.5)),
        "≤ 100 ms",
    );

    let path = |name: &str| folder.join(name).display().to_string();
    let journey =
        program("BENCH_PROGRAMS", "journey").expect("the journey command was built").display().to_string();
    let map = path("small.journey");
    let (pdf, svg) = (path("poster.pdf"), path("poster.svg"));
    let run = |out: &str, runs: usize| {
        process(&[&journey, "export", &map, out, "--view", "poster", "--paper", "a0", "--force"], runs)
    };
    run(&svg, 1);
    let ours = run(&pdf, 7);
    row("PDF of an A0 poster, whole process", &format!("{ours:.0} ms"), "");
    if let Some(chromium) = program("BENCH_TOOLS", "chromium") {
        let chromium = chromium.display().to_string();
        let (print, profile) =
            (format!("--print-to-pdf={}", path("peer.pdf")), format!("--user-data-dir={}", path("profile")));
        let url = format!("file://{svg}");
        let theirs = process(&[&[chromium.as_str()], &CHROMIUM[..], &[&profile, &print, &url]].concat(), 3);
        row("· headless Chromium's print", &format!("{theirs:.0} ms, {:.1}×", theirs / ours), "≥ 5×");
    }
}
