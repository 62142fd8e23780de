//! What can be undone and redone next: worked out from the log of Changes, so that it outlives a restart.

use crate::{Change, Id, Phrase};
use serde::{Deserialize, Serialize};

/// What the log knows of a Change, as far as undo and redo need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    /// The Change.
    pub id: Id,
    /// The Change that it takes back.
    pub undoes: Option<Id>,
    /// What the Undo menu calls it.
    pub label: Phrase,
}

impl From<&Change> for LogEntry {
    fn from(change: &Change) -> Self {
        Self { id: change.id, undoes: change.undoes, label: change.label.clone() }
    }
}

/// A step of undo or redo: the Change to take back next, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The Change. For a redo it is the undo that is taken back.
    pub change: Id,
    /// What the menu calls it.
    pub label: Phrase,
}

/// What can be undone and redone. A redo is the undo of an undo, so that the log only ever grows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// How many steps can be undone.
    pub const LIMIT: usize = 500;

    /// The history that a log tells, oldest entry first.
    pub fn from_log(log: impl IntoIterator<Item = LogEntry>) -> Self {
        let mut history = Self::default();
        for entry in log {
            history.push(entry);
        }
        history
    }

    /// Takes in what was just done. A Change that is none of undo and redo ends what could be redone.
    pub fn push(&mut self, entry: LogEntry) {
        let step = Step { change: entry.id, label: entry.label };
        // Mostly the last one; another one where a merge brought a Change in between.
        let place = |steps: &[Step]| steps.iter().rposition(|step| Some(step.change) == entry.undoes);
        if let Some(at) = place(&self.undo) {
            self.undo.remove(at);
            self.redo.push(step);
            return;
        }
        if let Some(at) = place(&self.redo) {
            self.redo.remove(at);
        } else {
            self.redo.clear();
        }
        self.undo.push(step);
        if self.undo.len() > Self::LIMIT {
            self.undo.remove(0);
        }
    }

    /// What undo takes back next.
    pub fn next_undo(&self) -> Option<&Step> {
        self.undo.last()
    }

    /// What redo brings back next: the undo to be taken back.
    pub fn next_redo(&self) -> Option<&Step> {
        self.redo.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> Id {
        Id::from_u128(number)
    }

    /// A log: each entry is its number, or `(number, undone number)`.
    fn entry(number: u128, undoes: u128) -> LogEntry {
        let undoes = (undoes > 0).then(|| id(undoes));
        LogEntry { id: id(number), undoes, label: Phrase::new(&format!("label {number}")) }
    }

    fn next(history: &History) -> (u128, u128) {
        let number = |step: Option<&Step>| step.map_or(0, |step| step.change.as_u128());
        (number(history.next_undo()), number(history.next_redo()))
    }

    #[test]
    fn undo_goes_back_step_by_step_and_redo_forth_again() {
        let mut history = History::default();
        let mut log = Vec::new();
        let steps = [
            // Three changes.
            (1, 0, (1, 0)),
            (2, 0, (2, 0)),
            (3, 0, (3, 0)),
            // Undo of 3, then of 2.
            (4, 3, (2, 4)),
            (5, 2, (1, 5)),
            // Redo of 2: it takes back the undo 5, and can itself be undone.
            (6, 5, (6, 4)),
            (7, 6, (1, 7)),
            (8, 7, (8, 4)),
            (9, 4, (9, 0)),
        ];
        for (number, undoes, expected) in steps {
            history.push(entry(number, undoes));
            log.push(entry(number, undoes));
            assert_eq!(next(&history), expected, "after {number}");
            assert_eq!(History::from_log(log.clone()), history, "reopened after {number}");
        }
    }

    #[test]
    fn a_new_change_ends_what_could_be_redone() {
        let history = History::from_log([entry(1, 0), entry(2, 0), entry(3, 2), entry(4, 0)]);
        assert_eq!(next(&history), (4, 0));
        assert_eq!(history.next_undo().unwrap().label, Phrase::new("label 4"));
    }

    #[test]
    fn five_hundred_steps_can_be_undone() {
        let mut history = History::from_log((1..=600).map(|number| entry(number, 0)));
        for undone in 0..500 {
            assert_eq!(next(&history).0, 600 - undone);
            history.push(entry(1000 + undone, 600 - undone));
        }
        assert_eq!(next(&history), (0, 1499));
    }
}
