//! How quick the window is: its start, its frames while a map is panned, its keys; beside other whiteboards.

use crate::{program, row, share};
use journey::{Document, Id};
use pipeline_tests::maps;
use pipeline_tests::window::{
    App, Desk, Frames, first_paint, frames_while_panning, key, key_until, keys_to_paint, peer_frames,
};
use std::path::Path;
use std::time::Duration;

/// The element of the page that scrolls.
const CANVAS: &str = ".viewport";
/// What is typed while keys are timed.
const WORDS: &str = "a journey map is a table of stages and lanes";

/// All rows of the window.
pub fn all(folder: &Path) {
    first(folder);
    let keys = over(folder, "500 cards", &maps::of_size(10, 10, 5), "≤ 20 · ≤ 40 ms");
    row("Window: key pressed → painted text, p95", &format!("{:.0} ms", keys.quantile(0.95)), "≤ 33 ms");
    over(folder, "2,000 cards", &maps::of_size(20, 20, 5), "≤ 20 · ≤ 40 ms");
    lists(folder, "2,000 cards", &maps::of_size(20, 20, 5));
    let large = maps::of_size(30, 20, 9);
    lists(folder, "5,400 cards", &large);
    let keys = over(folder, "30 stages × 20 lanes × 5,400 cards", &large, "≤ 25 · ≤ 50 ms, none above 150");
    row("· key pressed → painted text, p95", &format!("{:.0} ms", keys.quantile(0.95)), "≤ 50 ms");
    if let Some(page) = program("BENCH_PEERS", "index.html").as_deref().and_then(Path::parent) {
        for peer in ["tldraw", "excalidraw"] {
            let desk = Desk::new(1600, 1000);
            let frames = peer_frames(&desk, page, peer, 5_400, 120);
            row(&format!("· {peer} with as many shapes in the same web view"), &told(&frames), "");
        }
    }
}

/// The list of commands over a map's cards, and finding among them.
fn lists(folder: &Path, name: &str, document: &Document) {
    let file = folder.join("listed.journey");
    store::export_file(document, &file, true).expect("a file");
    let desk = Desk::new(1600, 1000);
    let app = App::start(&desk, &[&file]);
    app.find("[data-key^='card/']");
    std::thread::sleep(Duration::from_millis(1500));
    let open = key_until(&app, &[key::CONTROL], 'k', "document.querySelector('[role=option]')");
    let keys = keys_to_paint(&app, "card of stage");
    row(&format!("Window: list of commands over {name}, opened"), &format!("{open:.0} ms"), "");
    row("· key → list, p95", &format!("{:.0} ms", keys.quantile(0.95)), "≤ 60 ms");
    app.chord(&[key::CONTROL], 'f');
    app.find("[role=search] input");
    let dimmed = "document.querySelector('.scene-world.filtering .hit')";
    let found = key_until(&app, &[], 'e', dimmed);
    row(&format!("Window: find in {name}, key → the others dimmed"), &format!("{found:.0} ms"), "");
    app.quit();
}

fn told(frames: &Frames) -> String {
    format!(
        "{:.0} · {:.0} ms, longest {:.0} ms",
        frames.quantile(0.5),
        frames.quantile(0.95),
        frames.quantile(1.0)
    )
}

fn first(folder: &Path) {
    let sample = folder.join("sample.journey");
    let mut last = 0_u128;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    store::export_file(&journey::sample(&mut ids), &sample, true).expect("a file");
    let mut starts: Vec<Duration> = (0..5)
        .map(|_| {
            let desk = Desk::new(1600, 1000);
            first_paint(&desk, &sample)
        })
        .collect();
    row(
        "Window: start to first paint of the sample",
        &format!("{:.0} ms", share(&mut starts, 0.5)),
        "≤ 800 ms",
    );
}

/// Pans over a map, and types into one of its cards; the times of the keys.
fn over(folder: &Path, name: &str, document: &Document, reach: &str) -> Frames {
    let file = folder.join("panned.journey");
    store::export_file(document, &file, true).expect("a file");
    let desk = Desk::new(1600, 1000);
    let app = App::start(&desk, &[&file]);
    app.size_page(1600, 1000);
    app.find("[data-key^='card/']");
    app.run("document.activeElement?.blur(); return true", &[]);
    std::thread::sleep(Duration::from_millis(1500));
    let frames = frames_while_panning(&app, CANVAS, 240);
    row(&format!("Window: panning {name}, p50 · p95"), &told(&frames), reach);
    app.run("document.querySelector(args[0]).scrollTo(0, 0); return true", &[CANVAS.into()]);
    std::thread::sleep(Duration::from_millis(800));
    let card = app.find("[data-key^='card/']");
    app.click(&card, 2);
    app.find("textarea");
    let keys = keys_to_paint(&app, WORDS);
    app.quit();
    keys
}
