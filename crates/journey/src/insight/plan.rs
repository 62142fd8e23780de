//! The action plan in its order: quick wins first, then what brings most on the way ahead.

use super::quadrant::Quadrant;
use super::suggested::{opportunities, suggested_impacts};
use crate::{Action, ActionStatus, Card, Document, Id, in_order};
use std::collections::{HashMap, HashSet};

/// Something to be done: an action, or an opportunity that is rated and that nobody has planned yet.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanItem {
    /// The action; none for an opportunity without one.
    pub action: Option<Id>,
    /// The opportunity; none for an action that stands by itself.
    pub opportunity: Option<Id>,
    /// The typed impact, else the suggested one.
    pub impact: Option<f64>,
    /// The typed effort.
    pub effort: Option<f64>,
    /// Where it stands; none while impact or effort is missing.
    pub quadrant: Option<Quadrant>,
    /// The summed downstream impact of what it answers.
    pub answered: Option<f64>,
}

/// What is still to be done: by quadrant, then by downstream impact, then from left to right. Actions that are done or
/// dropped are left out; what has no quadrant comes last.
pub fn plan(document: &Document, map: Id) -> Vec<PlanItem> {
    let cards = opportunities(document, map);
    let place: HashMap<Id, usize> = cards.iter().enumerate().map(|(at, card)| (card.id, at)).collect();
    let suggestions: HashMap<Id, _> =
        suggested_impacts(document, map).into_iter().map(|own| (own.card, own)).collect();
    let item = |action: Option<&Action>, card: Option<&Card>| {
        let number = |field: &str| card.and_then(|card| card.fields.get(field)?.as_f64());
        let suggestion = card.and_then(|card| suggestions.get(&card.id));
        let suggested = suggestion.and_then(|own| own.impact).map(f64::from);
        let (impact, effort) = (number("impact").or(suggested), number("effort"));
        PlanItem {
            action: action.map(|action| action.id),
            opportunity: card.map(|card| card.id),
            impact,
            effort,
            quadrant: impact.zip(effort).map(|(impact, effort)| Quadrant::of(impact, effort)),
            answered: suggestion.and_then(|own| own.answered),
        }
    };
    let actions = in_order(document.actions.values().filter(|own| own.map == map), |own| &own.order);
    let planned: HashSet<Id> = actions.iter().filter_map(|own| own.opportunity).collect();
    let mut found: Vec<PlanItem> = actions
        .iter()
        .filter(|own| !matches!(own.status, ActionStatus::Done | ActionStatus::Dropped))
        .map(|own| item(Some(own), own.opportunity.and_then(|card| document.cards.get(&card))))
        .collect();
    let unplanned = cards.iter().filter(|card| !planned.contains(&card.id));
    found.extend(unplanned.map(|card| item(None, Some(card))).filter(|item| item.quadrant.is_some()));
    found.sort_by(|a, b| {
        let rank = |item: &PlanItem| (item.quadrant.is_none(), item.quadrant);
        let answered = |item: &PlanItem| item.answered.unwrap_or(f64::NEG_INFINITY);
        let at = |item: &PlanItem| item.opportunity.and_then(|card| place.get(&card)).copied();
        rank(a).cmp(&rank(b)).then(answered(b).total_cmp(&answered(a))).then(at(a).cmp(&at(b)))
    });
    found
}
