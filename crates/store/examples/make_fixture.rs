//! Makes the file that stands in `tests/fixtures` for the format that this program writes: the sample map with a past.
//!
//! `cargo run -p store --example make_fixture OUT.journey`, once for each released format; it is then kept for ever.

use journey::edit::Place;
use journey::{Edit, Fields, Id, Image, Stamp, Table};
use serde_json::{Value, json};
use std::path::PathBuf;
use store::{OpenDocument, Store, StoreError, Undone};

/// Undo or redo.
type Step = fn(&mut OpenDocument, Stamp) -> Result<Option<Undone>, StoreError>;

fn fields(value: Value) -> Fields {
    match value {
        Value::Object(fields) => fields,
        _ => Fields::new(),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out: PathBuf = std::env::args().nth(1).ok_or("expected the name of the file to make")?.into();
    let data = std::env::temp_dir().join(format!("journey-make-fixture-{}", std::process::id()));
    let store = Store::new(&data)?;
    let result = make(&store, &out);
    std::fs::remove_dir_all(&data)?;
    result
}

fn make(store: &Store, out: &std::path::Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    let document = journey::sample(&mut ids);
    let map = document.maps.keys().next().copied().ok_or("expected a map in the sample")?;
    let stage = document.stages_of(map)[0].id;
    let lane = document.lanes_of(map)[0].id;
    let card = ids();
    let image = ids();
    let bytes = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"/>".to_vec();
    let edits = [
        Edit::Add {
            table: Table::Card,
            fields: fields(json!({"id": card, "lane": lane, "stage": stage, "text": "Asks a colleague"})),
            place: Place::Last,
        },
        Edit::Set { table: Table::Card, id: card, field: "text".into(), value: "Asks two colleagues".into() },
        Edit::Set { table: Table::Card, id: card, field: "votes".into(), value: 3.into() },
        Edit::AddImage {
            image: Image {
                id: image,
                hash: store::sha256(&bytes),
                media_type: "image/svg+xml".into(),
                width: 8,
                height: 8,
                alt: "An empty square".into(),
                ..Image::default()
            },
            bytes,
        },
    ];
    let mut stamps = (1..).map(|number| Stamp {
        change: Id::from_u128((1 << 64) + number),
        at: 1_795_305_600_000 + 60_000 * number as i64,
        author: "Ada".into(),
    });
    let mut open = store.create(document)?.document;
    for edit in &edits {
        open.apply(edit, stamps.next().unwrap_or_default())?;
    }
    // Back and forth, with a step back at the end: the file knows something to redo.
    let steps: [Step; 5] =
        [OpenDocument::undo, OpenDocument::undo, OpenDocument::redo, OpenDocument::redo, OpenDocument::undo];
    for step in steps {
        step(&mut open, stamps.next().unwrap_or_default())?.ok_or("expected a step to take back")?;
    }
    open.save_as(out, true)?;
    open.close();
    Ok(())
}
