//! Building a document from nothing, for the templates and the sample: ids from the caller, orders one after the other.

use crate::*;
use serde_json::Value;
use std::collections::HashMap;

/// A document with one map that is being built.
pub(crate) struct Builder<'a> {
    ids: &'a mut dyn NewIds,
    /// The last order given out among the siblings of a family.
    last: HashMap<Family, Order>,
    /// What there is so far.
    pub document: Document,
    /// Its map.
    pub map: Id,
    /// The map's language.
    language: &'static str,
}

impl<'a> Builder<'a> {
    /// A document with an empty map of a title, in a language that we speak or else in English.
    pub fn new(ids: &'a mut dyn NewIds, title: &str, language: &str) -> Self {
        let document = Document::new(ids.next_id());
        let language = words::spoken(language).unwrap_or("en");
        let mut builder = Self { ids, last: HashMap::new(), document, map: Id::default(), language };
        builder.map =
            builder.put(|id| Map { id, title: title.into(), language: language.into(), ..Map::default() });
        builder
    }

    /// Puts a record in, after its siblings.
    pub fn put<T: Record>(&mut self, make: impl FnOnce(Id) -> T) -> Id {
        let id = self.ids.next_id();
        T::of_mut(&mut self.document).insert(id, make(id));
        if let Some((family, _)) = family::of(&self.document, RecordId::new(T::TABLE, id)) {
            let order = Order::between(self.last.get(&family), None);
            self.last.insert(family, order.clone());
            family::set_order(&mut self.document, T::TABLE, id, order);
        }
        id
    }

    /// Puts a lane in, with its kind's name and zone.
    pub fn lane(&mut self, kind: LaneKind) -> Id {
        let (map, name) = (self.map, words::lane_title(kind, self.language));
        self.put(|id| Lane { id, map, kind, name, zone: kind.zone().unwrap_or_default(), ..Lane::default() })
    }

    /// Puts a card in one stage in, with fields of its kind.
    pub fn card(&mut self, lane: Id, stage: Id, text: &str, fields: &[(&str, Value)]) -> Id {
        let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        self.put(|id| Card { id, lane, stage, to_stage: stage, text: text.into(), fields, ..Card::default() })
    }

    /// Puts a path between two stages in.
    pub fn path(&mut self, kind: PathKind, from: Id, to: Id, label: &str) -> Id {
        let map = self.map;
        let stage = |id| Some(RecordId::new(Table::Stage, id));
        self.put(|id| Path {
            id,
            map,
            kind,
            from: stage(from),
            to: stage(to),
            label: label.into(),
            ..Path::default()
        })
    }
}
