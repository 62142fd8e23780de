//! What a card over several stages loses when a stage goes out of it: nobody asked for that, so it is told.

use crate::{Change, Document, Fields, Id, Order, Table};
use std::collections::{HashMap, HashSet};

/// How many cards lie over fewer stages after a Change, because stages were moved or removed; the document is the one
/// after it. Cards that went, and those that somebody made shorter, do not count.
pub fn shortened(change: &Change, document: &Document) -> usize {
    let was: Vec<(Id, &Fields)> = before(change, Table::Stage).collect();
    if !was.iter().any(|(_, fields)| fields.contains_key("order")) {
        return 0;
    }
    let now = document.stages.values().map(|stage| (stage.map, stage.order.clone(), stage.id));
    let is = positions(now.clone());
    let new: HashSet<Id> =
        change.records.iter().filter(|record| record.before.is_none()).map(|record| record.id).collect();
    let mut stages: HashMap<Id, (Id, Order)> =
        now.filter(|(.., id)| !new.contains(id)).map(|(map, order, id)| (id, (map, order))).collect();
    for (id, fields) in was {
        let Some(order) = fields.get("order").and_then(|order| Order::parse(order.as_str()?)) else {
            continue;
        };
        let map = field(fields, "map").or_else(|| Some(stages.get(&id)?.0));
        if let Some(map) = map {
            stages.insert(id, (map, order));
        }
    }
    let was = positions(stages.into_iter().map(|(id, (map, order))| (map, order, id)));
    let ends: HashMap<Id, &Fields> = before(change, Table::Card).collect();
    let reach = |at: &HashMap<Id, usize>, from, to| Some(at.get(&to)?.saturating_sub(*at.get(&from)?));
    let cards = document.cards.values().filter(|card| !new.contains(&card.id));
    let shorter = cards.filter(|card| {
        let end = |name, now| ends.get(&card.id).and_then(|fields| field(fields, name)).unwrap_or(now);
        let had = reach(&was, end("stage", card.stage), end("to_stage", card.to_stage));
        had > reach(&is, card.stage, card.to_stage)
    });
    shorter.count()
}

/// The records of a table that were there before, with the fields that are others now.
fn before(change: &Change, table: Table) -> impl Iterator<Item = (Id, &Fields)> {
    let own = change.records.iter().filter(move |record| record.table == table);
    own.filter_map(|record| Some((record.id, record.before.as_ref()?)))
}

fn field(fields: &Fields, name: &str) -> Option<Id> {
    fields.get(name)?.as_str()?.parse().ok()
}

/// Where each stage stands; those of a map stand side by side.
fn positions(stages: impl Iterator<Item = (Id, Order, Id)>) -> HashMap<Id, usize> {
    let mut stages: Vec<_> = stages.collect();
    stages.sort();
    stages.into_iter().enumerate().map(|(at, (.., id))| (id, at)).collect()
}
