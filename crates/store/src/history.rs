//! What can be undone and redone, worked out from the log alone, so that it outlives restarts.

use crate::log::LogRow;
use journey::{Change, Id, Phrase};
use std::collections::VecDeque;

/// How many steps back people can go.
pub const STEPS: usize = 500;

/// A Change that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) change: Id,
    pub(crate) label: Phrase,
}

/// The two stacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl History {
    /// From the log, oldest first.
    pub(crate) fn replay<'a>(rows: impl IntoIterator<Item = &'a LogRow>) -> Self {
        let mut history = Self::default();
        for row in rows {
            let label = serde_json::from_str(&row.label).unwrap_or_default();
            history.step(Step { change: row.id, label }, row.undoes);
        }
        history
    }

    /// One more Change.
    pub(crate) fn push(&mut self, change: &Change) {
        self.step(Step { change: change.id, label: change.label.clone() }, change.undoes);
    }

    fn step(&mut self, step: Step, undoes: Option<Id>) {
        if undoes.is_some() && self.done.back().map(|last| last.change) == undoes {
            self.done.pop_back();
            self.undone.push(step);
            return;
        }
        if undoes.is_some() && self.undone.last().map(|last| last.change) == undoes {
            self.undone.pop();
        } else {
            self.undone.clear();
        }
        self.done.push_back(step);
        if self.done.len() > STEPS {
            self.done.pop_front();
        }
    }

    /// Forgets the last Change: typing came to nothing.
    pub(crate) fn forget(&mut self, change: Id) {
        if self.done.back().is_some_and(|last| last.change == change) {
            self.done.pop_back();
        }
    }

    /// What undo would take back.
    pub(crate) fn undo(&self) -> Option<&Step> {
        self.done.back()
    }

    /// What redo would bring back: the undo that it takes back.
    pub(crate) fn redo(&self) -> Option<&Step> {
        self.undone.last()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(history: &mut History, change: u128, undoes: Option<u128>) {
        let step = Step { change: Id::from_u128(change), label: Phrase::default() };
        history.step(step, undoes.map(Id::from_u128));
    }

    fn next(history: &History) -> (Option<u128>, Option<u128>) {
        let id = |step: Option<&Step>| step.map(|step| step.change.as_u128());
        (id(history.undo()), id(history.redo()))
    }

    #[test]
    fn undo_and_redo_walk_the_same_path() {
        let mut history = History::default();
        at(&mut history, 1, None);
        at(&mut history, 2, None);
        assert_eq!(next(&history), (Some(2), None));
        at(&mut history, 3, Some(2));
        assert_eq!(next(&history), (Some(1), Some(3)));
        at(&mut history, 4, Some(1));
        assert_eq!(next(&history), (None, Some(4)));
        at(&mut history, 5, Some(4));
        assert_eq!(next(&history), (Some(5), Some(3)));
        at(&mut history, 6, Some(5));
        assert_eq!(next(&history), (None, Some(6)));
    }

    #[test]
    fn a_new_edit_ends_what_can_be_redone() {
        let mut history = History::default();
        at(&mut history, 1, None);
        at(&mut history, 2, Some(1));
        at(&mut history, 3, None);
        assert_eq!(next(&history), (Some(3), None));
    }

    #[test]
    fn no_more_steps_than_promised() {
        let mut history = History::default();
        for change in 1..=STEPS as u128 + 3 {
            at(&mut history, change, None);
        }
        assert_eq!(history.done.len(), STEPS);
        assert_eq!(history.done[0].change, Id::from_u128(4));
    }
}
