//! The stages of a map in their order: how far what happens at one of them reaches, and how often people pass it.

use crate::{Document, Id, PathKind, RecordId, Table};
use std::collections::HashMap;

/// The stages of a map in their order, with the revisits that lead through them.
pub struct Course {
    at: HashMap<Id, usize>,
    /// First and last stage of each revisit.
    revisits: Vec<(usize, usize)>,
}

/// A place where buyers are held up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At a stage, counted from 0.
    Stage(usize),
    /// Between this stage and the next one.
    After(usize),
}

impl Course {
    /// The course of a map.
    pub fn of(document: &Document, map: Id) -> Self {
        let stages = document.stages_of(map);
        let at: HashMap<Id, usize> = stages.iter().enumerate().map(|(at, stage)| (stage.id, at)).collect();
        let end = |end: Option<RecordId>| {
            let end = end?;
            let stage = match end.table {
                Table::Card => document.cards.get(&end.id)?.stage,
                _ => end.id,
            };
            at.get(&stage).copied()
        };
        let revisits = document
            .paths
            .values()
            .filter(|path| path.map == map && path.kind == PathKind::Revisit)
            .filter_map(|path| {
                let (from, to) = (end(path.from)?, end(path.to)?);
                Some((from.min(to), from.max(to)))
            })
            .collect();
        Self { at, revisits }
    }

    /// How many stages there are.
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Which stage it is, counted from 0; none for a stage of another map.
    pub fn column(&self, stage: Id) -> Option<usize> {
        self.at.get(&stage).copied()
    }

    /// How many stages feel what happens at a spot: its own and all later ones, after a stage only the later ones.
    pub fn reach(&self, spot: Spot) -> usize {
        match spot {
            Spot::Stage(at) => self.len().saturating_sub(at),
            Spot::After(at) => self.len().saturating_sub(at + 1),
        }
    }

    /// How often people come past a spot: once, and once more for every revisit that leads over it.
    pub fn passes(&self, spot: Spot) -> usize {
        let over = |(from, to): &&(usize, usize)| match spot {
            Spot::Stage(at) => (*from..=*to).contains(&at),
            Spot::After(at) => *from <= at && at < *to,
        };
        1 + self.revisits.iter().filter(over).count()
    }
}
