//! Random edits, undos, redos, typing, publishing and restarts: file and memory are always the same document.

#[path = "../../journey/tests/drawn/random.rs"]
#[allow(dead_code)] // It serves other tests as well.
mod random;
mod sample;

use journey::{Document, Edit, Id};
use random::{Chance, random_edit};
use sample::{Desk, stamp};
use store::{OpenDocument, SaveState};

const RUNS: u64 = 4;
const STEPS: u128 = 300;

fn start(seed: u64) -> Document {
    let mut last = u128::from(seed) * 10_000;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    journey::sample(&mut ids)
}

/// An image comes with bytes of its own hash here, as from every caller that works it out.
fn with_true_hash(edit: Edit) -> Edit {
    match edit {
        Edit::AddImage { mut image, bytes } => {
            image.hash = store::sha256(&bytes);
            Edit::AddImage { image, bytes }
        }
        Edit::Together { label, edits } => {
            Edit::Together { label, edits: edits.into_iter().map(with_true_hash).collect() }
        }
        edit => edit,
    }
}

fn same(found: &Document, expected: &Document, what: &str) {
    let (mut found, mut expected) = (found.clone(), expected.clone());
    for document in [&mut found, &mut expected] {
        // Bytes that no image names any more stay for a while, for undo.
        let Document { blobs, images, .. } = document;
        blobs.retain(|hash, _| images.values().any(|image| image.hash == *hash));
    }
    assert!(found == expected, "{what}: {}", difference(&found, &expected));
}

fn difference(found: &Document, expected: &Document) -> String {
    for &table in journey::Table::ALL {
        let ids: std::collections::BTreeSet<Id> =
            found.ids(table).into_iter().chain(expected.ids(table)).collect();
        for id in ids {
            let (found, expected) = (found.fields(table, id), expected.fields(table, id));
            if found != expected {
                return format!("{} {id}: found {found:?}, expected {expected:?}", table.name());
            }
        }
    }
    "outside the tables".into()
}

#[test]
fn file_and_memory_are_the_same_document_after_anything() {
    let mut restarts = 0;
    let mut accepted = 0;
    for seed in 0..RUNS {
        let desk = Desk::new();
        let path = desk.file("random.journey");
        let mut open: OpenDocument = desk.store.create(start(seed)).unwrap().document;
        open.save_as(&path, false).unwrap();
        let mut chance = Chance::new(seed);
        for step in 0..STEPS {
            let what = format!("run {seed}, step {step}");
            match chance.below(100) {
                0..=7 => drop(open.undo(stamp(step + 1)).unwrap()),
                8..=13 => drop(open.redo(stamp(step + 1)).unwrap()),
                14..=15 => {
                    assert!(matches!(open.publish(), SaveState::Saved { .. }), "{what}");
                    same(&store::read_file(&path).unwrap(), open.document(), &what);
                }
                16..=18 => {
                    let before = open.document().clone();
                    let undo = open.undo_label().cloned();
                    let redo = open.redo_label().cloned();
                    let killed = chance.percent(50);
                    if killed {
                        drop(open);
                    } else {
                        assert!(matches!(open.close(), SaveState::Saved { .. }), "{what}");
                    }
                    open = desk.store.open(&path).unwrap().document;
                    same(open.document(), &before, &what);
                    assert_eq!(open.undo_label(), undo.as_ref(), "{what}");
                    assert_eq!(open.redo_label(), redo.as_ref(), "{what}");
                    restarts += 1;
                }
                kind => {
                    let edit = with_true_hash(random_edit(&mut chance, open.document()));
                    let before = open.document().clone();
                    let done = if kind < 60 {
                        open.apply(&edit, stamp(step + 1))
                    } else {
                        open.amend(&edit, "session", stamp(step + 1))
                    };
                    match done {
                        Ok(_) => accepted += 1,
                        Err(error) => {
                            assert!(error.code().starts_with("edit."), "{what}: {edit:?}: {error}");
                            assert!(*open.document() == before, "{what}: a trace of {edit:?}");
                        }
                    }
                }
            }
        }
        // All the way back: the document that it began with.
        let mut last = STEPS;
        while let Some(undone) = open
            .undo({
                last += 1;
                stamp(last)
            })
            .unwrap()
        {
            assert!(undone.left.is_empty(), "run {seed}: {:?}", undone.left);
        }
        same(open.document(), &start(seed), &format!("run {seed}, undone"));
    }
    assert!(restarts > 20 && accepted > 500, "{restarts} restarts, {accepted} edits");
}
