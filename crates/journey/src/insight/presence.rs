//! The share of the journey that is spent with a supplier.

use crate::{Document, Id, Phrase, Presence};

/// The share that buyers spend with all their suppliers together [Backward]; shown beside a map's own.
pub const MARK: f64 = 0.17;

/// The share of the journey that is spent with a supplier, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// 0–1; none while something is missing.
    pub value: Option<f64>,
    /// How it came about, or what to enter.
    pub why: Phrase,
}

/// The share of a map. Stages count by their effort; where none is entered they count alike.
pub fn share_with_supplier(document: &Document, map: Id) -> Share {
    let stages = document.stages_of(map);
    let unknown = |why: Phrase| Share { value: None, why };
    if stages.is_empty() {
        return unknown(Phrase::new("insight.no-stage"));
    }
    if let Some(stage) = stages.iter().find(|stage| stage.presence.is_none()) {
        return unknown(Phrase::new("insight.share.no-presence").with(&stage.name));
    }
    let any = stages.iter().any(|stage| stage.effort.is_some());
    if let Some(stage) = stages.iter().find(|stage| any && stage.effort.is_none()) {
        return unknown(Phrase::new("insight.share.no-effort").with(&stage.name));
    }
    let effort = |with: bool| -> f64 {
        let counted = stages.iter().filter(|stage| !with || stage.presence == Some(Presence::WithSupplier));
        counted.map(|stage| stage.effort.unwrap_or(1.0)).sum()
    };
    let (with, all) = (effort(true), effort(false));
    if all <= 0.0 {
        return unknown(Phrase::new("insight.share.nothing"));
    }
    let share = with / all;
    let percent = (share * 100.0).round();
    Share { value: Some(share), why: Phrase::new("insight.share").with(percent).with((MARK * 100.0).round()) }
}
