//! Uses the real window at random until enough happened: `wander [EVENTS] [EDITS] [SEED]`, by default 20,000 and 500.
//!
//! Chance does not open every door: afterwards it goes through every look of the window, each dialog and menu among them.
//! Ends with status 1 where something went wrong on the way, and tells what was reached.

use pipeline_tests::looks;
use pipeline_tests::window::{App, Desk, Wanderer};
use std::process::ExitCode;

/// What lies above the map, and what went wrong: a list of each.
const OPEN: &str = "
    const named = (one) => one.getAttribute('aria-label')
        ?? document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
    const open = [...document.querySelectorAll('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]')];
    return [open.map((one) => `${one.getAttribute('role')} ${named(one)}`),
        [...document.querySelectorAll('.toast.error')].map((one) => one.textContent)];";

fn main() -> ExitCode {
    let given: Vec<u64> = std::env::args().skip(1).filter_map(|number| number.parse().ok()).collect();
    let number = |at: usize, otherwise: u64| given.get(at).copied().unwrap_or(otherwise);
    let (events, edits, seed) = (number(0, 20_000), number(1, 500), number(2, 20_261_122));
    let desk = Desk::new(1700, 1100);
    let file = desk.home().join("wander.journey");
    let document = pipeline_tests::sample();
    store::export_file(&document, &file, true).expect("the map's file");
    let app = App::start(&desk, &[&file]);
    app.find("[data-key^='card/']");
    app.size_page(1440, 900);
    let begin = std::time::Instant::now();
    let walk = Wanderer::new(&app, &desk, &file, seed).walk(events as usize, edits as usize);
    app.quit();
    println!(
        "seed {seed}: {} events, {} edits, {} labels, {} rounds taken back, {:.0} s",
        walk.events,
        walk.edits,
        walk.labels.len(),
        walk.rounds,
        begin.elapsed().as_secs_f64()
    );
    println!("labels: {}", walk.labels.into_iter().collect::<Vec<_>>().join(" · "));
    println!("opened: {}", walk.opened.into_iter().collect::<Vec<_>>().join(" · "));
    let (all, mut wrong) = (looks::all(), Vec::new());
    let mut doors = std::collections::BTreeSet::new();
    let missed = looks::visit(&all, "light", "en", |stand, look| {
        let seen = stand.run(OPEN, &[]);
        let list = |at: usize| seen[at].as_array().into_iter().flatten().filter_map(|one| one.as_str());
        doors.extend(list(0).map(str::to_owned));
        // There somebody is refused something on purpose.
        if look.name != "toast-refused" {
            wrong.extend(list(1).map(|text| format!("{}: {text}", look.name)));
        }
    });
    wrong.extend(missed.into_iter().map(|(name, why)| format!("{name} was not reached: {why}")));
    println!("then each of {} looks, with {} dialogs, menus and lists", all.len(), doors.len());
    println!("{}", doors.into_iter().collect::<Vec<_>>().join(" · "));
    for one in &wrong {
        println!("✗ {one}");
    }
    if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
