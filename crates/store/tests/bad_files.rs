//! Files that are not what they should be: one clear sentence each, the file as it was, nothing beside it.

mod sample;

use journey::words::say;
use rusqlite::Connection;
use sample::{Desk, add_card, stamp};
use std::fs;
use std::path::Path;
use store::{ReadOnly, SaveState, StoreError, schema};

/// A good file with some cards and a log.
fn good(desk: &Desk, name: &str) -> std::path::PathBuf {
    let path = desk.file(name);
    let mut open = desk.store.create(sample::one_of_each()).unwrap().document;
    open.save_as(&path, false).unwrap();
    for card in 0..40 {
        let edit = sample::add_card(500 + card, &format!("card {card} {}", "long text ".repeat(30)));
        open.apply(&edit, stamp(card)).unwrap();
    }
    assert!(matches!(open.close(), SaveState::Saved { .. }));
    path
}

/// Both ways of opening must refuse it with `code` and leave everything as it was.
fn refused(desk: &Desk, path: &Path, code: &str) {
    let before = fs::read(path).ok();
    let names = desk.names();
    let copies = desk.working_copies();
    for error in [desk.store.open(path).err(), store::read_file(path).err()] {
        let error = error.unwrap_or_else(|| panic!("{} was opened", path.display()));
        assert_eq!(error.code(), code, "{error}");
        one_sentence(&error);
    }
    assert_eq!(fs::read(path).ok(), before, "the file is as it was");
    assert_eq!(desk.names(), names, "nothing lies beside it");
    assert_eq!(desk.working_copies(), copies, "nor in the data folder");
}

fn one_sentence(error: &StoreError) {
    for text in [error.sentence("en"), say(&error.next_step(), "en")] {
        assert!(text.ends_with('.') && !text.contains('\n') && text.len() < 300, "{text}");
        assert!(text.starts_with(|first: char| !first.is_lowercase()) || error.path().is_some(), "{text}");
    }
    assert!(!error.to_string().ends_with('.'), "{error}");
}

fn change(path: &Path, sql: &str) {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA foreign_keys = 0").unwrap();
    connection.execute_batch(sql).unwrap();
}

#[test]
fn nothing_or_a_folder() {
    let desk = Desk::new();
    refused(&desk, &desk.file("missing.journey"), "file.missing");
    refused(&desk, &desk.file("no/folder/here.journey"), "file.missing");
    fs::create_dir(desk.file("folder.journey")).unwrap();
    refused(&desk, &desk.file("folder.journey"), "file.folder");
}

#[test]
fn other_content() {
    let desk = Desk::new();
    let mut noise = vec![0_u8; 50_000];
    let mut state = 1_u64;
    for byte in &mut noise {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *byte = (state >> 56) as u8;
    }
    let cases: [(&str, &[u8], &str, &str); 6] = [
        ("empty", b"", "file.empty", "empty"),
        ("text", "journey\n  title Übung\n".as_bytes(), "file.not-a-journey", "text"),
        ("noise", &noise, "file.not-a-journey", "other data"),
        ("zip", b"PK\x03\x04 and so on", "file.not-a-journey", "a zip file"),
        ("pdf", b"%PDF-1.7\n", "file.not-a-journey", "a PDF"),
        ("short", b"SQLite format 3\0and no more", "file.damaged", "damaged"),
    ];
    for (name, bytes, code, word) in cases {
        let path = desk.file(name);
        fs::write(&path, bytes).unwrap();
        refused(&desk, &path, code);
        assert!(store::read_file(&path).unwrap_err().sentence("en").contains(word), "{name}");
    }
}

#[test]
fn another_programs_database() {
    let desk = Desk::new();
    let path = desk.file("theirs.db");
    change(&path, "CREATE TABLE map (id); PRAGMA user_version = 1;");
    refused(&desk, &path, "file.not-a-journey");
    // Ours by its id, but of a format that never was.
    change(&path, &format!("PRAGMA application_id = {}; PRAGMA user_version = 0;", schema::APPLICATION_ID));
    refused(&desk, &path, "file.not-a-journey");
    // Ours by its id and format, but without our tables.
    change(&path, "PRAGMA user_version = 1;");
    refused(&desk, &path, "file.damaged");
}

#[test]
fn truncated_anywhere() {
    let desk = Desk::new();
    let whole = fs::read(good(&desk, "good.journey")).unwrap();
    let path = desk.file("cut.journey");
    for length in [99, 100, 511, 512, 4095, 4096, 4097, whole.len() / 3, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        refused(&desk, &path, "file.damaged");
    }
}

#[test]
fn a_zeroed_page_is_found_wherever_it_is() {
    let desk = Desk::new();
    let good = good(&desk, "good.journey");
    let whole = fs::read(&good).unwrap();
    let document = store::read_file(&good).unwrap();
    let path = desk.file("zeroed.journey");
    let pages = whole.len() / 4096;
    let mut found = 0;
    for page in 0..pages {
        let mut bytes = whole.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0);
        fs::write(&path, &bytes).unwrap();
        match store::read_file(&path) {
            Err(error) => {
                let expected = if page == 0 { "file.not-a-journey" } else { "file.damaged" };
                assert_eq!(error.code(), expected, "page {page}");
                found += 1;
            }
            // A page that holds nothing may be zero; the document must then be all there.
            Ok(read) => assert_eq!(read, document, "page {page}"),
        }
    }
    assert!(found + 3 >= pages, "only {found} of {pages}");
    let mut bytes = whole.clone();
    bytes[4096..8192].fill(0);
    fs::write(&path, &bytes).unwrap();
    refused(&desk, &path, "file.damaged");
}

#[test]
fn random_damage_ends_in_a_sentence_or_a_document() {
    let desk = Desk::new();
    let whole = fs::read(good(&desk, "good.journey")).unwrap();
    let path = desk.file("damaged.journey");
    let mut state = 7_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let mut refused = 0;
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..=next(40) {
            let at = next(bytes.len());
            bytes[at] = next(256) as u8;
        }
        fs::write(&path, &bytes).unwrap();
        if let Err(error) = store::read_file(&path) {
            one_sentence(&error);
            refused += 1;
        }
    }
    assert!(refused > 50, "{refused}");
    assert_eq!(desk.names(), ["damaged.journey", "good.journey"]);
}

#[test]
fn a_newer_format_opens_for_reading_only() {
    let desk = Desk::new();
    let path = good(&desk, "newer.journey");
    change(
        &path,
        "PRAGMA user_version = 3; ALTER TABLE card ADD COLUMN mood TEXT; CREATE TABLE moon (id TEXT);",
    );
    let before = fs::read(&path).unwrap();
    let mut open = desk.store.open(&path).unwrap();
    assert_eq!(open.read_only, Some(ReadOnly::NewerFormat));
    assert_eq!(open.document.document().cards.len(), 42);
    let error = open.document.apply(&add_card(900, "x"), stamp(900)).unwrap_err();
    assert_eq!(error.code(), "file.read-only");
    one_sentence(&error);
    assert_eq!(open.document.undo(stamp(901)).unwrap_err().code(), "file.read-only");
    assert!(matches!(open.document.save(), SaveState::Saved { .. }));
    open.document.close();
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(desk.working_copies(), 0);
    // Where its tables cannot be read it is refused.
    change(&path, "ALTER TABLE card DROP COLUMN text;");
    refused(&desk, &path, "file.newer-format");
}

#[test]
fn triggers_and_views_never_run_and_are_left_behind() {
    let desk = Desk::new();
    let path = good(&desk, "odd.journey");
    let clean = store::read_file(&path).unwrap();
    change(
        &path,
        "CREATE TRIGGER spy AFTER UPDATE ON card BEGIN DELETE FROM card; END;
         CREATE TRIGGER spy2 AFTER INSERT ON change BEGIN DELETE FROM change; END;
         CREATE VIEW everything AS SELECT * FROM card;",
    );
    let mut open = desk.store.open(&path).unwrap();
    assert_eq!(open.notices.len(), 1);
    assert_eq!(open.notices[0].code, "file.strangers");
    assert!(say(&open.notices[0].sentence, "en").contains("spy"), "{:?}", open.notices);
    assert_eq!(open.document.document(), &clean);
    open.document.apply(&sample::set_text(500, "x"), stamp(900)).unwrap();
    let edited = open.document.document().clone();
    assert!(matches!(open.document.close(), SaveState::Saved { .. }));
    assert_eq!(store::read_file(&path).unwrap(), edited);
    let left: i64 = Connection::open(&path)
        .unwrap()
        .query_row("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(left, 0);
}

#[test]
fn a_view_or_a_computed_column_under_our_name_is_refused() {
    let desk = Desk::new();
    let path = good(&desk, "view.journey");
    change(
        &path,
        "ALTER TABLE dismissal RENAME TO d; CREATE VIEW dismissal AS SELECT id, code, about, reason, extra FROM d;",
    );
    refused(&desk, &path, "file.damaged");
    let path = good(&desk, "computed.journey");
    change(
        &path,
        "DROP TABLE version; CREATE TABLE version (id TEXT, name TEXT AS (upper(id)), at, who, why, change, extra);",
    );
    refused(&desk, &path, "file.damaged");
}

#[test]
fn rows_that_no_record_can_be() {
    let desk = Desk::new();
    let cases = [
        "UPDATE card SET id = 'not an id' WHERE id = (SELECT min(id) FROM card)",
        "UPDATE card SET evidence = 'rumour'",
        "PRAGMA ignore_check_constraints = 1; UPDATE card SET fields = '{\"a\":'",
        "PRAGMA ignore_check_constraints = 1; UPDATE card SET people = '[] trailing'",
        "PRAGMA ignore_check_constraints = 1; UPDATE lane SET hidden = 2",
        "UPDATE card SET votes = -1",
        "UPDATE gap SET severity = 1000",
        "UPDATE stage SET duration = '{\"forever\": 1}'",
        "UPDATE map SET reviewed_on = '2026-02-30'",
        "UPDATE card SET text = CAST(x'ff41' AS TEXT)",
        "DELETE FROM lane",
        "UPDATE cast SET person = '00000000-0000-0000-0000-0000000000ff'",
        "UPDATE answer SET problem = '{\"table\": \"card\", \"id\": \"00000000-0000-0000-0000-0000000000ff\"}'",
        "UPDATE change SET id = 'x' WHERE seq = 1",
        "DELETE FROM document",
        "DROP TABLE comment",
    ];
    for (at, sql) in cases.into_iter().enumerate() {
        let path = good(&desk, &format!("{at}.journey"));
        change(&path, sql);
        refused(&desk, &path, "file.damaged");
    }
}

#[test]
fn faults_that_can_be_lived_with_are_told() {
    let desk = Desk::new();
    let path = good(&desk, "faults.journey");
    assert_eq!(store::read_contents(&path).unwrap().notices, []);
    change(&path, "UPDATE gap SET severity = 9");
    let open = desk.store.open(&path).unwrap();
    assert_eq!(open.notices.len(), 1, "{:?}", open.notices);
    assert_eq!(open.notices[0].code, "file.faults");
}

#[test]
fn a_file_that_another_program_is_writing() {
    let desk = Desk::new();
    let path = good(&desk, "busy.journey");
    let theirs = Connection::open(&path).unwrap();
    theirs.execute_batch("PRAGMA journal_mode = WAL; UPDATE map SET title = 'theirs'").unwrap();
    for error in [desk.store.open(&path).err().unwrap(), store::read_file(&path).unwrap_err()] {
        assert_eq!(error.code(), "file.half-written");
        one_sentence(&error);
    }
    drop(theirs);
    // Closed, it is a WAL database without a log: readable without leaving anything beside it.
    assert_eq!(store::read_file(&path).unwrap().maps[&sample::id(1)].title, "theirs");
    assert_eq!(desk.names(), ["busy.journey"]);
}
