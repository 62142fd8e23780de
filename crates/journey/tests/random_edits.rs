//! Ten thousand random edits, valid and invalid, of every sort: no rule is ever broken, a refused edit leaves no trace,
//! undoing everything gives back the very document, and redoing it the one at the end.

mod drawn;
#[path = "drawn/random.rs"]
mod random;

use journey::*;
use random::{Chance, random_edit};
use std::collections::BTreeMap;

const RUNS: u64 = 20;
const EDITS: u64 = 500;

fn start(run: u64) -> Document {
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Id::from_u128(last)
    };
    let template = run as usize % (Template::ALL.len() + 1);
    match Template::ALL.get(template) {
        Some(template) => template.document(&mut ids, "en"),
        None => sample(&mut ids),
    }
}

#[test]
fn ten_thousand_random_edits_keep_every_rule_and_can_all_be_taken_back() {
    let mut seen: BTreeMap<&'static str, (u32, u32)> = BTreeMap::new();
    for run in 0..RUNS {
        let mut chance = Chance::new(run);
        let start = start(run);
        let mut document = start.clone();
        let mut changes = Vec::new();
        for step in 0..EDITS {
            let edit = random_edit(&mut chance, &document);
            let before = document.clone();
            let counts = seen.entry(random::name(&edit)).or_default();
            match edit.apply(&mut document, drawn::stamp(u128::from(step) + 1)) {
                Ok(change) => {
                    counts.0 += 1;
                    assert_eq!(check(&document), [], "run {run}, step {step}: after {edit:?}");
                    let said = words::say(&change.label, "en");
                    assert!(said != change.label.key && !said.contains(['{', '}']), "{:?}", change.label);
                    let written = serde_json::to_string(&change).unwrap();
                    let read: Change = serde_json::from_str(&written).unwrap();
                    assert_eq!(read, change, "read back from the log");
                    changes.push(read);
                }
                Err(error) => {
                    counts.1 += 1;
                    let said = words::say(&error.phrase(), "en");
                    assert!(said != error.phrase().key, "no sentence for {:?}", error.phrase());
                    assert!(
                        document == before,
                        "run {run}, step {step}: a trace of {edit:?}, refused: {error}"
                    );
                }
            }
        }
        let end = document.clone();
        let mut undos = Vec::new();
        for change in changes.iter().rev() {
            let (undo, left) = change.undo(&mut document, drawn::stamp(1)).unwrap();
            assert_eq!(left, [], "run {run}: undo of {:?}", change.label);
            undos.push(undo);
        }
        // Bytes of images stay while a document is open.
        document.blobs = start.blobs.clone();
        assert!(document == start, "run {run}: undoing everything gives another document");
        for undo in undos.iter().rev() {
            let (_, left) = undo.undo(&mut document, drawn::stamp(1)).unwrap();
            assert_eq!(left, [], "run {run}: redo of {:?}", undo.label);
        }
        document.blobs = end.blobs.clone();
        assert!(document == end, "run {run}: redoing everything gives another document");
        let mut replayed = start.clone();
        for change in &changes {
            change.apply(&mut replayed).unwrap();
        }
        replayed.blobs = end.blobs.clone();
        assert!(replayed == end, "run {run}: replaying the log gives another document");
    }
    for (name, (accepted, refused)) in &seen {
        assert!(*accepted >= 20 && *refused >= 5, "{name}: {accepted} accepted, {refused} refused");
    }
    assert_eq!(seen.len(), 16, "{seen:?}");
}
