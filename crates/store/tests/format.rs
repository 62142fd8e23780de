//! What `docs/file-format.md` says is so: each of its queries runs with the stock `sqlite3` command, each table and
//! column stands in it, and files of every released format open for ever.

mod sample;

use journey::{Edit, Table};
use sample::{Desk, add_card, stamp};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use store::SaveState;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn document() -> String {
    std::fs::read_to_string(root().join("docs/file-format.md")).unwrap()
}

/// The `sql` fences of the page.
fn queries(page: &str) -> Vec<String> {
    page.split("```sql\n").skip(1).map(|rest| rest.split("```").next().unwrap().trim().to_owned()).collect()
}

fn sqlite3(file: &Path, sql: &str) -> String {
    let mut command = Command::new("sqlite3");
    command.args(["-batch", "-bail", "-header", "-readonly"]).arg(file).arg(sql);
    let output = command.output().unwrap_or_else(|error| {
        panic!("the sqlite3 command is needed to test docs/file-format.md (Debian: apt-get install sqlite3): {error}")
    });
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaints.is_empty(), "{sql}\n{complaints}");
    String::from_utf8(output.stdout).unwrap()
}

/// A published file in which every query finds something.
fn published(desk: &Desk) -> PathBuf {
    let path = desk.file("sample.journey");
    let mut open = desk.store.create(sample::one_of_each()).unwrap().document;
    open.apply(&sample::add_card(500, "one"), stamp(1)).unwrap();
    open.apply(&sample::set_text(500, "two"), stamp(2)).unwrap();
    open.save_as(&path, false).unwrap();
    assert!(matches!(open.close(), SaveState::Saved { .. }));
    path
}

#[test]
fn every_query_of_the_page_runs_and_finds_something() {
    let desk = Desk::new();
    let file = published(&desk);
    let queries = queries(&document());
    assert!(queries.len() >= 10, "{}", queries.len());
    for query in &queries {
        let found = sqlite3(&file, query);
        assert!(found.lines().count() >= 2, "nothing found by\n{query}\n{found}");
    }
}

#[test]
fn the_queries_say_what_the_page_promises() {
    let desk = Desk::new();
    let file = published(&desk);
    let page = document();
    let queries = queries(&page);
    let find = |words: &str| {
        let query = queries.iter().find(|query| query.contains(words));
        sqlite3(&file, query.unwrap_or_else(|| panic!("no query with {words:?}")))
    };
    assert_eq!(find("pragma_application_id"), "application_id|user_version\n44504A31|2\n");
    assert_eq!(find("severity * max"), "text|severity|votes\nWaits|5|8\n");
    assert_eq!(find("json_each(gap.causes)"), "title|cause\nBudget|time\nBudget|silo\n");
    assert_eq!(find("FROM answer"), "opportunity|problem\nAnswer|Waits\n");
    assert!(find("'$.before.'").contains("|card|text|one|two\n"));
    assert!(page.contains(&format!("{:#X}", store::schema::APPLICATION_ID)));
    assert!(page.contains(&format!("| `user_version` | the format, now `{}` |", store::schema::FORMAT)));
}

#[test]
fn every_table_and_every_column_is_described() {
    let page = document();
    let row = |table: &str| {
        let start = format!("| `{table}` |");
        page.lines()
            .find(|line| line.starts_with(&start))
            .unwrap_or_else(|| panic!("{table} is not described"))
    };
    for table in Table::ALL {
        let line = row(table.name());
        for field in table.fields().iter().filter(|field| *field != "id" && *field != "extra") {
            assert!(line.contains(&format!("`{field}`")), "{}.{field} is not described", table.name());
        }
    }
    for (table, columns) in [
        ("document", &["id", "revision", "extra"][..]),
        ("blob", &["hash", "bytes"]),
        ("change", &["seq", "id", "at", "author", "label", "undoes", "records"]),
    ] {
        for column in columns {
            assert!(row(table).contains(&format!("`{column}`")), "{table}.{column} is not described");
        }
    }
}

#[test]
fn a_file_of_each_format_opens_for_ever() {
    for format in 1..=store::schema::FORMAT {
        opens(format);
    }
}

fn opens(format: u32) {
    let desk = Desk::new();
    let path = desk.file("old.journey");
    let bytes = std::fs::read(root().join(format!("tests/fixtures/v{format}.journey"))).unwrap();
    let header = store::schema::Header::read(&bytes).unwrap();
    assert_eq!((header.application_id, header.user_version, header.journal), (0x4450_4A31, format, [1, 1]));
    std::fs::write(&path, &bytes).unwrap();
    let contents = store::read_contents(&path).unwrap();
    assert_eq!((contents.read_only, contents.notices.len()), (None, 0));
    let document = contents.document;
    assert_eq!(document.maps.values().next().unwrap().title, "From first search to advocate");
    assert_eq!((document.stages.len(), document.images.len()), (7, 0));
    let card = document.cards.values().find(|card| card.text == "Asks two colleagues").unwrap();
    assert_eq!(card.votes, 3);
    assert_eq!(journey::check(&document), []);

    let mut open = desk.store.open(&path).unwrap().document;
    assert_eq!(open.document(), &document);
    let (card, undo) = (card.id, open.undo(stamp(1)).unwrap().unwrap());
    assert_eq!(undo.left, []);
    assert_eq!(open.document().cards[&card].votes, 0);
    open.redo(stamp(2)).unwrap().unwrap();
    open.redo(stamp(3)).unwrap().unwrap();
    let picture = open.document().images.values().next().unwrap();
    assert!(open.document().blobs.contains_key(&picture.hash), "redo brings the picture back with its bytes");
    assert!(matches!(open.close(), SaveState::Saved { .. }));
    let saved = std::fs::read(&path).unwrap();
    assert_eq!(store::schema::Header::read(&saved).unwrap().user_version, store::schema::FORMAT);
}

#[test]
fn a_draft_of_format_1_goes_on() {
    let desk = Desk::new();
    let mut open = desk.store.create(sample::document()).unwrap().document;
    open.apply(&add_card(101, "x"), stamp(1)).unwrap();
    drop(open);
    let draft = desk.store.drafts().remove(0);
    let database = desk.folder.path().join("data/work").join(format!("{}.db", draft.token));
    let older = rusqlite::Connection::open(&database).unwrap();
    older.execute_batch("ALTER TABLE map DROP COLUMN headline; PRAGMA user_version = 1;").unwrap();
    older.close().unwrap();
    assert_eq!(desk.store.drafts(), std::slice::from_ref(&draft));
    let mut open = desk.store.open_draft(&draft.token).unwrap().document;
    assert_eq!(sample::text(open.document(), 101), "x");
    let map = open.document().maps_in_order()[0].id;
    let edit = Edit::Set { table: Table::Map, id: map, field: "headline".into(), value: json!("It stalls") };
    open.apply(&edit, stamp(2)).unwrap();
    drop(open);
    let open = desk.store.open_draft(&draft.token).unwrap().document;
    assert_eq!(open.document().maps[&map].headline, "It stalls");
}
