//! Edits, undo and typing: memory and working copy say the same, also after a restart.

mod sample;

use journey::{Edit, Table};
use sample::{Desk, add_card, document, set_text, stamp};
use serde_json::json;
use store::{SaveState, StoreError};

#[test]
fn a_draft_becomes_a_file_and_opens_again_as_it_was() {
    let desk = Desk::new();
    let mut open = desk.store.create(document()).unwrap().document;
    assert!(matches!(open.save_state(), SaveState::Kept { .. }));
    open.apply(&add_card(101, "first"), stamp(1)).unwrap();
    let path = desk.file("a.journey");
    open.save_as(&path, false).unwrap();
    assert!(matches!(open.save_state(), SaveState::Saved { .. }));
    open.apply(&add_card(102, "second"), stamp(2)).unwrap();
    assert!(matches!(open.save_state(), SaveState::Saving { waiting: 1, .. }));
    let before = open.document().clone();
    assert!(matches!(open.close(), SaveState::Saved { .. }));
    assert_eq!(desk.working_copies(), 0, "everything is in the file");
    assert_eq!(store::read_file(&path).unwrap(), before);
    let again = desk.store.open(&path).unwrap();
    assert_eq!(again.document.document(), &before);
    assert!(!again.recovered);
    assert_eq!(again.document.undo_label().map(|label| label.key.clone()), Some("edit.card.add".to_owned()));
}

#[test]
fn a_headline_stays_with_its_file_and_can_be_taken_back() {
    let desk = Desk::new();
    let path = desk.file("a.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    open.save_as(&path, false).unwrap();
    let map = open.document().maps_in_order()[0].id;
    let (table, field) = (Table::Map, "headline".into());
    let edit = Edit::Set { table, id: map, field, value: json!("It stalls while they wait") };
    open.apply(&edit, stamp(1)).unwrap();
    open.close();
    open = desk.store.open(&path).unwrap().document;
    assert_eq!(open.document().maps[&map].headline, "It stalls while they wait");
    open.undo(stamp(2)).unwrap().unwrap();
    assert_eq!(open.document().maps[&map].headline, "");
    open.redo(stamp(3)).unwrap().unwrap();
    open.close();
    assert_eq!(store::read_file(&path).unwrap().maps[&map].headline, "It stalls while they wait");
}

#[test]
fn undo_and_redo_go_on_after_a_restart() {
    let desk = Desk::new();
    let path = desk.file("a.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    open.save_as(&path, false).unwrap();
    let mut states = vec![open.document().clone()];
    for at in 0..6 {
        let edit = if at % 2 == 0 { add_card(200 + at, "new") } else { set_text(200 + at - 1, "changed") };
        open.apply(&edit, stamp(at + 1)).unwrap();
        states.push(open.document().clone());
    }
    let mut next = 100;
    let mut at = 6;
    // Back to the start and forth again, with a restart between any two steps.
    for step in [-1, -1, 1, -1, -1, -1, 1, 1, -1, -1, -1, 1, 1, 1, 1, 1_i32] {
        open.close();
        open = desk.store.open(&path).unwrap().document;
        assert_eq!(open.document(), &states[at]);
        next += 1;
        let done = if step < 0 { open.undo(stamp(next)) } else { open.redo(stamp(next)) }.unwrap().unwrap();
        assert!(done.left.is_empty());
        at = at.checked_add_signed(step as isize).unwrap();
        assert_eq!(open.document(), &states[at], "step {next}");
        assert_eq!(open.undo_label().is_some(), at > 0);
        assert_eq!(open.redo_label().is_some(), at < 6);
    }
    assert!(open.redo(stamp(999)).unwrap().is_none());
}

#[test]
fn typing_is_one_change_that_grows() {
    let desk = Desk::new();
    let path = desk.file("a.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    open.save_as(&path, false).unwrap();
    open.apply(&add_card(101, ""), stamp(1)).unwrap();
    let empty = open.document().clone();
    for (at, text) in ["T", "Ty", "Typ", "Typed"].into_iter().enumerate() {
        open.amend(&set_text(101, text), "box", stamp(10 + at as u128)).unwrap();
        if at == 1 {
            // Publishing in the middle does not cut the step in two.
            assert!(matches!(open.publish(), SaveState::Saved { .. }));
            assert_eq!(open.waiting(), 0);
        }
    }
    assert_eq!(open.waiting(), 1);
    let typed = open.document().clone();
    drop(open);
    let mut open = desk.store.open(&path).unwrap();
    assert!(open.recovered);
    assert_eq!(open.document.document(), &typed);
    open.document.undo(stamp(50)).unwrap().unwrap();
    assert_eq!(open.document.document(), &empty);
    open.document.redo(stamp(51)).unwrap().unwrap();
    assert_eq!(open.document.document(), &typed);
    // Another session is another step, and so is what comes after its end.
    open.document.amend(&set_text(101, "a"), "other", stamp(52)).unwrap();
    open.document.end_typing("other");
    open.document.amend(&set_text(101, "ab"), "other", stamp(53)).unwrap();
    open.document.undo(stamp(54)).unwrap().unwrap();
    assert_eq!(sample::text(open.document.document(), 101), "a");
    // The end of a session comes late where somebody types fast: the one that has begun meanwhile goes on.
    open.document.amend(&set_text(101, "b"), "first", stamp(55)).unwrap();
    open.document.amend(&set_text(101, "bc"), "second", stamp(56)).unwrap();
    open.document.end_typing("first");
    open.document.amend(&set_text(101, "bcd"), "second", stamp(57)).unwrap();
    open.document.undo(stamp(58)).unwrap().unwrap();
    assert_eq!(sample::text(open.document.document(), 101), "b");
}

#[test]
fn typing_that_comes_to_nothing_leaves_no_step() {
    let desk = Desk::new();
    let mut open = desk.store.create(document()).unwrap().document;
    open.apply(&add_card(101, "as it was"), stamp(1)).unwrap();
    open.amend(&set_text(101, "as it wasn't"), "box", stamp(2)).unwrap();
    open.amend(&set_text(101, "as it was"), "box", stamp(3)).unwrap();
    assert_eq!(open.undo_label().unwrap().key, "edit.card.add");
    assert_eq!(open.waiting(), 1);
    open.amend(&set_text(101, "anew"), "box", stamp(4)).unwrap();
    open.undo(stamp(5)).unwrap().unwrap();
    assert_eq!(sample::text(open.document(), 101), "as it was");
}

#[test]
fn a_refused_edit_changes_neither_memory_nor_file() {
    let desk = Desk::new();
    let path = desk.file("a.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    open.save_as(&path, false).unwrap();
    let before = open.document().clone();
    let edit = Edit::Together { label: None, edits: vec![add_card(101, "x"), set_text(999, "nobody")] };
    let error = open.apply(&edit, stamp(1)).unwrap_err();
    assert_eq!(error.code(), "edit.not-there");
    assert_eq!(open.document(), &before);
    assert_eq!(open.waiting(), 0);
    assert!(open.undo_label().is_none());
}

#[test]
fn an_edit_that_the_working_copy_refuses_is_taken_out_of_memory_again() {
    let desk = Desk::new();
    let mut open = desk.store.create(document()).unwrap().document;
    open.apply(&add_card(101, "one"), stamp(1)).unwrap();
    let before = open.document().clone();
    // The same stamp twice: the log knows each Change once, so that the commit fails after the Edit went through.
    let error = open.apply(&set_text(101, "two"), stamp(1)).unwrap_err();
    assert_eq!(error.code(), "file.io");
    assert_eq!(open.document(), &before);
    let error = open.apply(&sample::add_image(103, b"picture"), stamp(1)).unwrap_err();
    assert_eq!(error.code(), "file.io");
    assert_eq!(open.document(), &before);
    open.apply(&set_text(101, "three"), stamp(2)).unwrap();
    assert_eq!(sample::text(open.document(), 101), "three");
}

#[test]
fn pictures_are_stored_once_by_their_hash() {
    let desk = Desk::new();
    let path = desk.file("a.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    for id in [103, 104] {
        open.apply(&sample::add_image(id, b"the same picture"), stamp(id)).unwrap();
    }
    open.save_as(&path, false).unwrap();
    let before = open.document().clone();
    open.close();
    let sqlite = rusqlite::Connection::open(&path).unwrap();
    let blobs: i64 = sqlite.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
    assert_eq!(blobs, 1);
    assert_eq!(store::read_file(&path).unwrap(), before);
    sqlite.execute("UPDATE blob SET bytes = x'00'", []).unwrap();
    drop(sqlite);
    assert!(matches!(store::read_file(&path), Err(StoreError::Damaged { .. })));
}

#[test]
fn a_removed_picture_comes_back_by_undo_also_after_a_restart() {
    let desk = Desk::new();
    let path = desk.file("a.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    open.save_as(&path, false).unwrap();
    open.apply(&sample::add_image(103, b"picture"), stamp(1)).unwrap();
    let with_picture = open.document().clone();
    let remove = journey::RecordId::new(Table::Image, sample::id(103));
    open.apply(&Edit::Remove { records: vec![remove] }, stamp(2)).unwrap();
    for _ in 0..2 {
        open.close();
        open = desk.store.open(&path).unwrap().document;
    }
    open.undo(stamp(3)).unwrap().unwrap();
    assert_eq!(open.document(), &with_picture);
    open.close();
    assert_eq!(store::read_file(&path).unwrap(), with_picture);
}

#[test]
fn a_picture_under_a_wrong_hash_is_refused() {
    let desk = Desk::new();
    let mut open = desk.store.create(document()).unwrap().document;
    let Edit::AddImage { image, .. } = sample::add_image(103, b"picture") else { unreachable!() };
    let before = open.document().clone();
    let error = open.apply(&Edit::AddImage { image, bytes: b"another".into() }, stamp(1)).unwrap_err();
    assert_eq!(error.code(), "file.io");
    assert_eq!(open.document(), &before);
}

#[test]
fn every_table_comes_back_as_it_was() {
    let desk = Desk::new();
    let document = sample::one_of_each();
    for table in Table::ALL {
        assert!(document.count(*table) > 0, "{}", table.name());
    }
    let path = desk.file("all.journey");
    store::export_file(&document, &path, false).unwrap();
    assert_eq!(store::read_file(&path).unwrap(), document);
    let open = desk.store.open(&path).unwrap().document;
    assert_eq!(open.document(), &document);
    drop(open);
    let refused = store::export_file(&document, &path, false).unwrap_err();
    assert_eq!(refused.code(), "file.exists");
    let first = std::fs::read(&path).unwrap();
    store::export_file(&document, &path, true).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), first, "the same document, the same bytes");
    assert_eq!(desk.names(), ["all.journey"]);
}

#[test]
fn numbers_texts_and_unknown_fields_come_back_exactly() {
    let desk = Desk::new();
    let mut document = document();
    let fields = json!({
        "id": sample::id(150), "lane": sample::id(3), "stage": sample::id(2), "to_stage": sample::id(2), "order": "V",
        "text": "zwölf\n\u{202e}\u{0}\"'; DROP TABLE card; --", "votes": u32::MAX,
        "fields": {"severity": 5, "a": [1, 2.5, null, true, {"b": "c"}]}, "extra": {"z": 1, "a": 0.1, "n": -1.0e-300},
    });
    let serde_json::Value::Object(fields) = fields else { unreachable!() };
    document.put_fields(Table::Card, fields).unwrap();
    document.extra.insert("later".into(), json!({"x": [1]}));
    let path = desk.file("odd.journey");
    store::export_file(&document, &path, false).unwrap();
    assert_eq!(store::read_file(&path).unwrap(), document);
}
