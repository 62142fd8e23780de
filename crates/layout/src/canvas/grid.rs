//! What the lanes are laid on: the stages as columns, and the gaps between them.

use super::columns::Columns;
use crate::options::Width;
use journey::{Document, Gap, Id, Stage};
use std::collections::HashMap;

/// The stages of a map as columns.
pub struct Grid {
    /// The stages, left to right.
    pub stages: Vec<Id>,
    /// Where they lie.
    pub columns: Columns,
    at: HashMap<Id, usize>,
}

impl Grid {
    /// The columns of a map's stages, none narrower than `least`.
    pub fn new(stages: &[&Stage], width: Width, least: f64) -> Self {
        let widths: Vec<f64> = stages.iter().map(|stage| stage.width).collect();
        Self {
            stages: stages.iter().map(|stage| stage.id).collect(),
            columns: Columns::new(&widths, width, least),
            at: stages.iter().enumerate().map(|(at, stage)| (stage.id, at)).collect(),
        }
    }

    /// The column of a stage.
    pub fn column(&self, stage: Id) -> Option<usize> {
        self.at.get(&stage).copied()
    }

    /// The gaps after each stage but the last, whose gaps are kept and not drawn.
    pub fn gaps<'a>(&self, document: &'a Document) -> Vec<Vec<&'a Gap>> {
        let mut found: Vec<Vec<&Gap>> = vec![Vec::new(); self.stages.len().saturating_sub(1)];
        for gap in document.gaps.values() {
            if let Some(here) = self.column(gap.stage).and_then(|at| found.get_mut(at)) {
                here.push(gap);
            }
        }
        for here in &mut found {
            here.sort_by(|a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
        }
        found
    }
}
