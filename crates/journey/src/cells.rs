//! A map as it is read: what lies in its cells, in order. Finding, the outline and the Markdown export read it so.

use crate::{Card, Document, Feeling, Id, in_order};
use std::collections::HashMap;

/// A lane and a stage.
type Cell = (Id, Id);

/// What lies in the cells of a document. Made by looking at every card once, not once a cell.
#[derive(Debug, Default)]
pub struct Cells<'a> {
    cards: HashMap<Cell, Vec<&'a Card>>,
    feelings: HashMap<Cell, Vec<&'a Feeling>>,
}

impl<'a> Cells<'a> {
    /// All cells of all maps.
    pub fn of(document: &'a Document) -> Self {
        Self::in_stages(document, |_| true)
    }

    /// The cells of some stages.
    pub fn in_stages(document: &'a Document, wanted: impl Fn(Id) -> bool) -> Self {
        let cards = document.cards.values().filter(|card| wanted(card.stage));
        let mut feelings: Vec<&Feeling> =
            document.feelings.values().filter(|feeling| wanted(feeling.stage)).collect();
        feelings.sort_by(|a, b| a.position.total_cmp(&b.position).then(a.id.cmp(&b.id)));
        let mut cells = Self::default();
        for card in in_order(cards, |card| &card.order) {
            cells.cards.entry((card.lane, card.stage)).or_default().push(card);
        }
        for feeling in feelings {
            cells.feelings.entry((feeling.lane, feeling.stage)).or_default().push(feeling);
        }
        cells
    }

    /// The cards that begin in a cell, top to bottom.
    pub fn cards(&self, lane: Id, stage: Id) -> &[&'a Card] {
        self.cards.get(&(lane, stage)).map_or(&[], Vec::as_slice)
    }

    /// The points of the curves in a cell, as they follow on one another.
    pub fn feelings(&self, lane: Id, stage: Id) -> &[&'a Feeling] {
        self.feelings.get(&(lane, stage)).map_or(&[], Vec::as_slice)
    }
}
