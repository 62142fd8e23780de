//! How long a layout from nothing and a keystroke take, at 360 and at 10,000 cards. Run it with `--release`.

#[path = "../../../tests/src/maps.rs"]
#[expect(dead_code, reason = "the bench needs maps by size alone")]
mod maps;

use journey::{Document, Edit, Id, Stamp, Table};
use layout::{CanvasView, Layouter, Options, Width};
use std::time::{Duration, Instant};

/// How many keystrokes are timed.
const KEYS: usize = 400;

fn main() {
    for (name, document) in [
        ("360 cards (12 × 10 × 3)", maps::of_size(12, 10, 3)),
        ("10,000 cards (25 × 20 × 20)", maps::of_size(25, 20, 20)),
    ] {
        measure(name, document);
    }
    for (name, document) in [("Arabic", maps::arabic()), ("30 stages", maps::long())] {
        let map = document.maps.values().next().map(|map| map.id).unwrap_or_default();
        let options = Options { map, width: Width::Fit(1366.0), ..Options::default() };
        let begin = Instant::now();
        let scene = Layouter::new().layout(&document, &options).expect("the map is there");
        println!("{name}: cold {:.1} ms, {} nodes", ms(begin.elapsed()), scene.nodes.len());
    }
}

fn measure(name: &str, mut document: Document) {
    let map = document.maps.values().next().map(|map| map.id).unwrap_or_default();
    let options = Options { map, ..Options::default() };
    let mut cold: Vec<Duration> = (0..5)
        .map(|_| {
            let layouter = Layouter::new();
            let begin = Instant::now();
            let scene = layouter.layout(&document, &options).expect("the map is there");
            let taken = begin.elapsed();
            assert!(!scene.nodes.is_empty());
            taken
        })
        .collect();
    cold.sort();

    let mut view = CanvasView::open(Layouter::new(), &document, options).expect("the map is there");
    let cards: Vec<Id> = document.ids(Table::Card);
    let (mut typed, mut moved) = (Vec::new(), Vec::new());
    let mut touched = 0;
    for key in 0..KEYS {
        let id = cards[key * 7919 % cards.len()];
        let text = format!("{} and {key} more words as they are typed", document.cards[&id].text);
        let edit = Edit::Set { table: Table::Card, id, field: "text".into(), value: text.into() };
        typed.push(timed(&mut view, &mut document, &edit, &mut touched));

        let to = &document.cards[&cards[key * 104_729 % cards.len()]];
        let (lane, stage) = (to.lane, to.stage);
        let edit = Edit::MoveCards { cards: vec![id], lane, stage, place: journey::edit::Place::First };
        moved.push(timed(&mut view, &mut document, &edit, &mut touched));
    }
    println!("{name}: cold {:.1} ms (median of 5)", ms(cold[2]));
    for (what, mut times) in [("keystroke", typed), ("moved card", moved)] {
        times.sort();
        println!("  {what}: median {:.3} ms, p95 {:.3} ms", ms(times[KEYS / 2]), ms(times[KEYS * 95 / 100]));
    }
    println!("  {:.1} nodes a patch", touched as f64 / (2 * KEYS) as f64);
}

fn timed(view: &mut CanvasView, document: &mut Document, edit: &Edit, touched: &mut usize) -> Duration {
    let change = edit.apply(document, Stamp::default()).expect("the card is there");
    let begin = Instant::now();
    let patch = view.update(document, &change);
    let taken = begin.elapsed();
    *touched += patch.changed.len() + patch.moved.len();
    taken
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
