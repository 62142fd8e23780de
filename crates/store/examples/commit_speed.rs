//! Measures what `cargo xtask bench` shows of the store: commits, opening and publishing, for a map of 10,000 cards.
//!
//! `cargo run --release -p store --example commit_speed [FOLDER]` prints one line a figure: name, median and 95th
//! percentile in milliseconds. The folder decides which disk is measured.

use journey::edit::Place;
use journey::{Document, Edit, Fields, Id, Stamp, Table};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Instant;
use store::Store;

const STAGES: u128 = 20;
const LANES: u128 = 20;
const CARDS: u128 = 25;
const COMMITS: usize = 400;
const OPENINGS: usize = 7;

fn fields(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    }
}

fn id(table: u128, number: u128) -> Id {
    Id::from_u128((table << 64) + number + 1)
}

/// 20 stages × 20 lanes × 25 cards.
fn large() -> Result<Document, serde_json::Error> {
    let mut document = Document::new(id(0, 0));
    let mut put = |table, value| document.put_fields(table, fields(value));
    put(Table::Map, json!({"id": id(1, 0), "order": "V", "title": "Large"}))?;
    let orders = journey::Order::spread(None, None, 30);
    for at in 0..STAGES {
        let order = orders[at as usize].as_str();
        put(
            Table::Stage,
            json!({"id": id(2, at), "map": id(1, 0), "order": order, "name": format!("Stage {at}")}),
        )?;
    }
    for at in 0..LANES {
        let order = orders[at as usize].as_str();
        put(
            Table::Lane,
            json!({"id": id(3, at), "map": id(1, 0), "order": order, "kind": "actions", "name": format!("Lane {at}")}),
        )?;
    }
    for number in 0..STAGES * LANES * CARDS {
        let (stage, lane, at) = (number % STAGES, number / STAGES % LANES, number / STAGES / LANES);
        put(
            Table::Card,
            json!({"id": id(4, number), "lane": id(3, lane), "stage": id(2, stage), "to_stage": id(2, stage),
                "order": orders[at as usize].as_str(), "text": format!("Card {number} waits too long for feedback on a demo"),
                "evidence": "observed", "votes": number % 7, "fields": {"source": "interview"}}),
        )?;
    }
    Ok(document)
}

fn tell(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    println!("{name}\t{:.2}\t{:.2}", at(0.5), at(0.95));
}

fn milliseconds(
    work: impl FnOnce() -> Result<(), Box<dyn std::error::Error>>,
) -> Result<f64, Box<dyn std::error::Error>> {
    let start = Instant::now();
    work()?;
    Ok(start.elapsed().as_secs_f64() * 1000.0)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let folder = folder.join(format!("journey-commit-speed-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let result = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    result
}

fn measure(folder: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let document = large()?;
    let path = folder.join("large.journey");
    let store = Store::new(&folder.join("data"))?;
    let mut times = Vec::new();
    for _ in 0..OPENINGS {
        times.push(milliseconds(|| Ok(store::export_file(&document, &path, true)?))?);
    }
    tell("write a file of 10,000 cards", times);

    let mut times = Vec::new();
    for _ in 0..OPENINGS {
        times.push(milliseconds(|| {
            assert_eq!(store::read_file(&path)?.cards.len(), document.cards.len());
            Ok(())
        })?);
    }
    tell("read a file of 10,000 cards", times);

    let mut times = Vec::new();
    for _ in 0..OPENINGS {
        let start = Instant::now();
        let open = store.open(&path)?;
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        open.document.close();
    }
    tell("open a file of 10,000 cards for editing", times);

    let mut open = store.open(&path)?.document;
    let mut next = 0;
    let mut stamp = || {
        next += 1;
        Stamp { change: id(9, next), at: next as i64, author: String::new() }
    };
    let (mut texts, mut typing, mut adds) = (Vec::new(), Vec::new(), Vec::new());
    for number in 0..COMMITS {
        let card = id(4, (number as u128 * 7919) % (STAGES * LANES * CARDS));
        let text = |words: String| Edit::Set {
            table: Table::Card,
            id: card,
            field: "text".into(),
            value: words.into(),
        };
        let edit = text(format!("Changed {number}"));
        let at = stamp();
        texts.push(milliseconds(|| open.apply(&edit, at).map(|_| ()).map_err(Into::into))?);
        let edit = text(format!("Typed {number}"));
        let at = stamp();
        typing.push(milliseconds(|| open.amend(&edit, "box", at).map(|_| ()).map_err(Into::into))?);
        let added = fields(
            json!({"id": id(5, number as u128), "lane": id(3, 0), "stage": id(2, 0), "text": "Added"}),
        );
        let edit = Edit::Add { table: Table::Card, fields: added, place: Place::Last };
        let at = stamp();
        adds.push(milliseconds(|| open.apply(&edit, at).map(|_| ()).map_err(Into::into))?);
    }
    tell("commit a changed text", texts);
    tell("commit a keystroke", typing);
    tell("commit a new card", adds);

    // What the disk itself takes to make 8 KB durable: no commit can be faster.
    let mut floor = Vec::new();
    let mut file = std::fs::File::create(folder.join("floor"))?;
    for _ in 0..COMMITS {
        floor.push(milliseconds(|| {
            std::io::Write::write_all(&mut file, &[0; 8192])?;
            Ok(file.sync_data()?)
        })?);
    }
    tell("(the disk alone: 8 KB and fdatasync)", floor);

    let mut times = Vec::new();
    for number in 0..OPENINGS {
        let words = format!("Published {number}").into();
        let edit = Edit::Set { table: Table::Card, id: id(4, 0), field: "text".into(), value: words };
        let at = stamp();
        open.apply(&edit, at)?;
        times.push(milliseconds(|| {
            assert_eq!(open.publish().code(), "saved");
            Ok(())
        })?);
    }
    tell("publish a file of 10,000 cards", times);
    println!("size of the file in KB\t{}", std::fs::metadata(&path)?.len() / 1024);
    open.close();
    Ok(())
}
