//! How fast it is: a table of medians, with peers measured in the same run. `cargo xtask bench` sees to the programs.
//! `bench window` measures the window alone.

mod deck;
mod poster;
mod window;

use journey::{Document, Edit, Id, Stamp};
use layout::{CanvasView, Layouter, Options};
use pipeline_tests::maps;
use render::pdf::PdfOptions;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn main() {
    println!("| What | Measured | Reach |\n|---|---|---|");
    let folder = tempfile::tempdir().expect("a folder");
    if std::env::args().nth(1).as_deref() == Some("window") {
        return window::all(folder.path());
    }
    let (small, large) = (maps::of_size(12, 10, 3), maps::of_size(25, 20, 20));
    layouts(&small, "360 cards", "≤ 25 ms", "≤ 1 ms");
    deck::all(&small);
    layouts(&large, "10,000 cards", "≤ 700 ms", "≤ 2 ms");
    commits(&small, folder.path());
    open(&large, folder.path());
    pictures(&small, folder.path());
    documents(&small, folder.path());
    poster::all(&small, folder.path());
    window::all(folder.path());
}

fn row(what: &str, measured: &str, reach: &str) {
    println!("| {what} | {measured} | {reach} |");
}

/// The time below which a share (0–1) of the runs stayed, in milliseconds.
fn share(times: &mut [Duration], part: f64) -> f64 {
    times.sort();
    let at = ((times.len() as f64 - 1.0) * part).round() as usize;
    times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

fn timed(runs: usize, mut run: impl FnMut()) -> Vec<Duration> {
    (0..runs)
        .map(|_| {
            let begin = Instant::now();
            run();
            begin.elapsed()
        })
        .collect()
}

fn options(document: &Document) -> Options {
    let map = document.maps_in_order().first().map_or(Id::default(), |map| map.id);
    Options { map, ..Options::default() }
}

fn stamp(number: usize) -> Stamp {
    Stamp { change: Id::from_u128(u128::MAX - number as u128), at: number as i64, author: String::new() }
}

fn layouts(document: &Document, size: &str, cold_reach: &str, key_reach: &str) {
    let options = options(document);
    let mut cold = timed(7, || {
        Layouter::new().layout(document, &options).expect("a Scene");
    });
    row(&format!("Cold layout, {size}"), &format!("{:.1} ms", share(&mut cold, 0.5)), cold_reach);
    let mut document = document.clone();
    let mut view = CanvasView::open(Layouter::new(), &document, options).expect("a Scene");
    let cards: Vec<Id> = document.cards.keys().copied().collect();
    let (mut keys, mut moves) = (Vec::new(), Vec::new());
    for number in 0..400 {
        let card = cards[number * 7919 % cards.len()];
        let text = format!("{}a", document.cards[&card].text);
        let edit = Edit::set_text(card, &text);
        let change = edit.apply(&mut document, stamp(number)).expect("an edit");
        keys.extend(timed(1, || drop(view.update(&document, &change))));
        let other = document.cards[&cards[number * 104_729 % cards.len()]].clone();
        let edit = Edit::MoveCards {
            cards: vec![card],
            lane: other.lane,
            stage: other.stage,
            place: journey::edit::Place::First,
        };
        let change = edit.apply(&mut document, stamp(number)).expect("an edit");
        moves.extend(timed(1, || drop(view.update(&document, &change))));
    }
    row(&format!("Keystroke → patch, p95, {size}"), &format!("{:.2} ms", share(&mut keys, 0.95)), key_reach);
    row(
        &format!("Moved card → patch, p95, {size}"),
        &format!("{:.2} ms", share(&mut moves, 0.95)),
        key_reach,
    );
}

fn commits(document: &Document, folder: &Path) {
    let store = store::Store::new(&folder.join("work")).expect("a store");
    let mut open = store.create(document.clone()).expect("a working copy").document;
    let cards: Vec<Id> = document.cards.keys().copied().collect();
    let mut times = Vec::new();
    for number in 0..200 {
        let edit = Edit::set_text(cards[number % cards.len()], &format!("text {number}"));
        times.extend(timed(1, || drop(open.apply(&edit, stamp(number)).expect("a commit"))));
    }
    let mut disk = Vec::new();
    let mut file = std::fs::File::create(folder.join("disk")).expect("a file");
    for _ in 0..200 {
        disk.extend(timed(1, || {
            use std::io::Write;
            file.write_all(&[7; 8192]).and_then(|()| file.sync_data()).expect("the disk takes 8 KB");
        }));
    }
    let (p50, p95) = (share(&mut times, 0.5), share(&mut times, 0.95));
    row("One edit committed (WAL/FULL), p50 · p95", &format!("{p50:.2} · {p95:.2} ms"), "≤ 2 ms p95");
    let (p50, p95) = (share(&mut disk, 0.5), share(&mut disk, 0.95));
    row("· the disk alone: 8 KB and fdatasync", &format!("{p50:.2} · {p95:.2} ms"), "");
}

fn open(document: &Document, folder: &Path) {
    let file = folder.join("large.journey");
    store::export_file(document, &file, true).expect("a file");
    let store = store::Store::new(&folder.join("open")).expect("a store");
    let mut times = timed(5, || {
        let open = store.open(&file).expect("the file").document;
        let options = options(open.document());
        CanvasView::open(Layouter::new(), open.document(), options).expect("a Scene");
        open.close();
    });
    row(
        "Open a file of 10,000 cards to its Scene",
        &format!("{:.0} ms", share(&mut times, 0.5)),
        "≤ 1,000 ms",
    );
}

/// A program that the set-up built or installed; none where it is missing.
fn program(variable: &str, name: &str) -> Option<PathBuf> {
    let own = std::env::var_os(variable).map(|folder| PathBuf::from(folder).join(name));
    own.filter(|path| path.exists()).or_else(|| {
        let paths = std::env::var_os("PATH")?;
        std::env::split_paths(&paths).map(|folder| folder.join(name)).find(|path| path.exists())
    })
}

fn process(words: &[&str], runs: usize) -> f64 {
    let mut times = timed(runs, || {
        let mut command = Command::new(words[0]);
        let status = command
            .args(&words[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "{words:?}");
    });
    share(&mut times, 0.5)
}

/// How Chromium is started where it may touch nothing but the files it is given.
const CHROMIUM: [&str; 7] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn pictures(document: &Document, folder: &Path) {
    let path = |name: &str| folder.join(name).display().to_string();
    let map = path("small.journey");
    store::export_file(document, Path::new(&map), true).expect("a file");
    let journey =
        program("BENCH_PROGRAMS", "journey").expect("the journey command was built").display().to_string();
    let (svg, png) = (path("small.svg"), path("small.png"));
    // The peers know nothing of faces in a drawing.
    process(&[&journey, "export", &map, &svg, "--outlines", "--force"], 1);
    let ours = process(&[&journey, "export", &map, &png, "--force"], 7);
    row("PNG of 360 cards, whole process", &format!("{ours:.0} ms"), "");
    let told = |name: &str, theirs: Option<f64>, reach: &str| match theirs {
        Some(theirs) => row(&format!("· {name}"), &format!("{theirs:.0} ms, {:.1}×", theirs / ours), reach),
        None => row(&format!("· {name}"), "not installed", reach),
    };
    let run = |name: &str, words: &[&str], runs: usize| {
        let program = program("BENCH_TOOLS", name)?.display().to_string();
        Some(process(&[&[program.as_str()], words].concat(), runs))
    };
    let out = path("peer.png");
    told("resvg", run("resvg", &[&svg, &out], 5), "≥ 2×");
    told("rsvg-convert", run("rsvg-convert", &[&svg, "-o", &out], 5), "≥ 3×");
    let screenshot = format!("--screenshot={out}");
    let profile = format!("--user-data-dir={}", path("profile"));
    let url = format!("file://{svg}");
    let size = "--window-size=3100,2300";
    let words = [&CHROMIUM[..], &[&profile, size, &screenshot, &url]].concat();
    told("headless Chromium", run("chromium", &words, 3), "≥ 5×");
    let a0 = path("a0.png");
    let words = [journey.as_str(), "export", &map, &a0, "--paper", "a0", "--dpi", "300", "--force"];
    row("PNG of A0 at 300 dpi, whole process", &format!("{:.0} ms", process(&words, 3)), "");
    if let Some(peak) = peak_memory(&words) {
        row("· its peak memory", &format!("{peak:.0} MB"), "≤ 120 MB");
    }
}

/// The most memory that a program held, in MB, as the kernel tells while it runs (`VmHWM`).
fn peak_memory(words: &[&str]) -> Option<f64> {
    let mut child = Command::new(words[0]).args(&words[1..]).stderr(Stdio::null()).spawn().ok()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().ok()?.is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let found = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
        peak = found.map(|kb| kb / 1024.0).or(peak);
        std::thread::sleep(Duration::from_millis(1));
    }
    peak
}

fn documents(document: &Document, folder: &Path) {
    let scene = layout::layout(document, &options(document)).expect("a Scene");
    let pdf = |tagged: bool| {
        let mut times = timed(9, || {
            let options = PdfOptions { tagged, created: Some(0), ..PdfOptions::default() };
            render::pdf::write(&scene, &options, &mut Vec::new()).expect("a PDF");
        });
        share(&mut times, 0.5)
    };
    let (plain, tagged) = (pdf(false), pdf(true));
    row("Tagged PDF of 360 cards", &format!("{tagged:.0} ms, {:.2}× the untagged", tagged / plain), "≤ 1.5×");
    let path = |name: &str| folder.join(name).display().to_string();
    let journey =
        program("BENCH_PROGRAMS", "journey").expect("the journey command was built").display().to_string();
    let ours = process(&[&journey, "export", &path("small.journey"), &path("small.pdf"), "--force"], 7);
    row("PDF of 360 cards, whole process", &format!("{ours:.0} ms"), "");
    if let Some(chromium) = program("BENCH_TOOLS", "chromium") {
        let chromium = chromium.display().to_string();
        let (print, profile) =
            (format!("--print-to-pdf={}", path("peer.pdf")), format!("--user-data-dir={}", path("profile")));
        let url = format!("file://{}", path("small.svg"));
        let theirs = process(&[&[chromium.as_str()], &CHROMIUM[..], &[&profile, &print, &url]].concat(), 3);
        row("· headless Chromium's print", &format!("{theirs:.0} ms, {:.1}×", theirs / ours), "≥ 20×");
    }
}
