//! Versions: naming a state, going back to it as one step, and looking at it as a copy. Nothing is ever lost on the way.

mod sample;

use sample::{Desk, add_card, add_image, document, id, remove_card, set_text, stamp, text};
use store::{OpenDocument, StoreError};

/// The names of the versions, newest first, with the changes since.
fn listed(open: &OpenDocument) -> Vec<(String, Option<u32>)> {
    open.versions().unwrap().into_iter().map(|version| (version.name, version.since)).collect()
}

/// Everything but the versions.
fn map_of(document: &journey::Document) -> journey::Document {
    let mut map = document.clone();
    map.versions.clear();
    map.blobs.clear();
    map
}

fn edited(desk: &Desk) -> OpenDocument {
    let mut open = desk.store.create(document()).unwrap().document;
    open.apply(&add_card(10, "first"), stamp(1)).unwrap();
    open.apply(&add_card(11, "stays until later"), stamp(2)).unwrap();
    open.name_version(id(70), "First draft", stamp(3)).unwrap();
    open
}

#[test]
fn going_back_is_one_step_and_undo_comes_forward_again() {
    let desk = Desk::new();
    let mut open = edited(&desk);
    let first = map_of(open.document());
    open.apply(&set_text(10, "second"), stamp(4)).unwrap();
    open.apply(&remove_card(11), stamp(5)).unwrap();
    open.apply(&add_card(12, "new"), stamp(6)).unwrap();
    assert_eq!(listed(&open), [("First draft".into(), Some(3))]);
    let today = open.document().clone();

    open.go_back(id(70), (id(71), "Before going back"), stamp(7)).unwrap().expect("its state is there");
    assert_eq!(map_of(open.document()), first);
    assert_eq!(listed(&open), [("Before going back".into(), Some(1)), ("First draft".into(), Some(4))]);
    // What was there before going back is on the list, too.
    assert_eq!(map_of(&open.version(id(71)).unwrap().unwrap()), map_of(&today));

    open.undo(stamp(8)).unwrap().expect("one step");
    assert_eq!(*open.document(), today);
    open.redo(stamp(9)).unwrap().expect("one step");
    assert_eq!(map_of(open.document()), first);
    open.go_back(id(71), (id(72), "Again"), stamp(10)).unwrap().expect("its state is there");
    assert_eq!(map_of(open.document()), map_of(&today));
}

#[test]
fn versions_outlive_restarts_copies_and_more_edits_than_undo_knows() {
    let desk = Desk::new();
    let file = desk.file("map.journey");
    let mut open = desk.store.create(document()).unwrap().document;
    open.apply(&add_image(50, b"the bytes of a picture"), stamp(1)).unwrap();
    open.name_version(id(70), "With the picture", stamp(2)).unwrap();
    let first = map_of(open.document());
    let remove =
        journey::Edit::Remove { records: vec![journey::RecordId::new(journey::Table::Image, id(50))] };
    open.apply(&remove, stamp(3)).unwrap();
    open.apply(&add_card(10, "0"), stamp(4)).unwrap();
    for number in 1..=520 {
        open.apply(&set_text(10, &number.to_string()), stamp(10 + number)).unwrap();
    }
    open.save_as(&file, false).unwrap();
    assert_eq!(open.close().code(), "saved");

    let mut open = desk.store.open(&file).unwrap().document;
    assert_eq!(listed(&open), [("With the picture".into(), Some(522))]);
    open.go_back(id(70), (id(71), "Before"), stamp(900)).unwrap().expect("its state is there");
    assert_eq!(map_of(open.document()), first);
    assert_eq!(open.document().blobs.len(), 1, "the picture came back with its bytes");
    assert_eq!(open.close().code(), "saved");
    let mut open = desk.store.open(&file).unwrap().document;
    assert_eq!(open.document().blobs.len(), 1);
    open.undo(stamp(901)).unwrap().expect("also after a restart");
    assert_eq!(text(open.document(), 10), "520");
}

#[test]
fn naming_while_somebody_types_names_what_is_typed_so_far() {
    let desk = Desk::new();
    let mut open = edited(&desk);
    open.amend(&set_text(10, "half"), "typing", stamp(4)).unwrap();
    open.name_version(id(71), "Half", stamp(5)).unwrap();
    open.amend(&set_text(10, "half and more"), "typing", stamp(6)).unwrap();
    assert_eq!(listed(&open)[0], ("Half".into(), Some(1)));
    assert_eq!(text(&open.version(id(71)).unwrap().unwrap(), 10), "half");
}

#[test]
fn going_back_to_what_is_there_already_changes_nothing() {
    let desk = Desk::new();
    let mut open = edited(&desk);
    let before = open.document().clone();
    assert!(open.go_back(id(70), (id(71), "Before"), stamp(4)).unwrap().unwrap().is_empty());
    assert_eq!(*open.document(), before);
    assert_eq!(open.undo_label().map(|label| &*label.key), Some("edit.version.add"));
}

#[test]
fn a_version_whose_state_is_elsewhere_is_listed_and_not_gone_back_to() {
    let desk = Desk::new();
    let file = desk.file("map.journey");
    // A file that was written in one go has the names of versions and no log.
    store::export_file(edited(&desk).document(), &file, false).unwrap();
    let mut open = desk.store.open(&file).unwrap().document;
    let before = open.document().clone();
    assert_eq!(listed(&open), [("First draft".into(), None)]);
    assert!(open.version(id(70)).unwrap().is_none());
    assert!(open.go_back(id(70), (id(71), "Before"), stamp(9)).unwrap().is_none());
    assert!(open.go_back(id(99), (id(71), "Before"), stamp(9)).unwrap().is_none());
    assert_eq!(*open.document(), before);
}

#[test]
fn what_is_open_for_reading_only_stays_as_it_is() {
    let desk = Desk::new();
    let file = desk.file("map.journey");
    let mut open = edited(&desk);
    open.save_as(&file, false).unwrap();
    let mut second = desk.store.open(&file).unwrap().document;
    assert!(second.read_only().is_some());
    assert_eq!(listed(&second), [("First draft".into(), None)]);
    assert!(matches!(second.name_version(id(72), "x", stamp(9)), Err(StoreError::ReadOnly { .. })));
    assert!(second.go_back(id(70), (id(71), "Before"), stamp(9)).unwrap().is_none());
}
