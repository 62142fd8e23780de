//! Random edits of a document: every sort, sensible ones and ones that must be refused.

use journey::edit::Place;
use journey::*;
use serde_json::{Value, json};

/// A small generator of random numbers (xorshift64*), so that a run can be repeated from its number alone.
pub struct Chance(u64);

impl Chance {
    /// A generator that always gives the same numbers for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    /// A number below another one.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// Whether something that happens in so many of a hundred cases happens.
    pub fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn of<T: Clone>(&mut self, list: &[T]) -> T {
        let at = self.below(list.len());
        list[at].clone()
    }

    fn id(&mut self) -> Id {
        Id::from_u128(u128::from(self.next()) << 60 | u128::from(self.next()))
    }

    /// A record of a table; now and then one that is not there.
    fn any(&mut self, document: &Document, table: Table) -> Id {
        let ids = document.ids(table);
        if ids.is_empty() || self.percent(2) { self.id() } else { self.of(&ids) }
    }

    fn record(&mut self, document: &Document, tables: &[Table]) -> RecordId {
        let table = self.of(tables);
        RecordId::new(table, self.any(document, table))
    }

    fn place(&mut self, document: &Document, table: Table) -> Place {
        match self.below(6) {
            0 => Place::First,
            1 => Place::Before(self.any(document, table)),
            2 => Place::After(self.any(document, table)),
            _ => Place::Last,
        }
    }

    fn records(&mut self, document: &Document) -> Vec<RecordId> {
        let tables = [Table::Card, Table::Card, Table::Gap, Table::Feeling, Table::Stage];
        (0..=self.below(3)).map(|_| self.record(document, &tables)).collect()
    }

    fn cards(&mut self, document: &Document) -> Vec<Id> {
        (0..=self.below(4)).map(|_| self.any(document, Table::Card)).collect()
    }
}

/// The sort of an edit.
pub fn name(edit: &Edit) -> &'static str {
    match edit {
        Edit::Together { .. } => "together",
        Edit::Add { .. } => "add",
        Edit::Set { .. } => "set",
        Edit::Reorder { .. } => "reorder",
        Edit::MoveLane { .. } => "move lane",
        Edit::MoveCards { .. } => "move cards",
        Edit::SpanCard { .. } => "span card",
        Edit::StretchCards { .. } => "stretch cards",
        Edit::Rate { .. } => "rate",
        Edit::Vote { .. } => "vote",
        Edit::NextEvidence { .. } => "next evidence",
        Edit::MoveGap { .. } => "move gap",
        Edit::MoveFeeling { .. } => "move feeling",
        Edit::Duplicate { .. } => "duplicate",
        Edit::Remove { .. } => "remove",
        Edit::AddImage { .. } => "add image",
    }
}

/// A random edit of a document.
pub fn random_edit(chance: &mut Chance, document: &Document) -> Edit {
    let records: usize = Table::ALL.iter().map(|table| document.count(*table)).sum();
    // Documents stay small, so that looking at all of each after every edit is quick.
    if records > 200 && chance.percent(30) {
        return remove(chance, document, Table::ALL);
    }
    match chance.below(26) {
        0 => {
            let edits = (0..chance.below(4)).map(|_| random_edit(chance, document)).collect();
            let label = chance.percent(20).then(|| Phrase::new("edit.nothing"));
            Edit::Together { label, edits }
        }
        1..=6 => add(chance, document),
        7..=11 => set(chance, document),
        12 => {
            let table = chance.of(Table::ALL);
            Edit::Reorder { table, id: chance.any(document, table), place: chance.place(document, table) }
        }
        13 => Edit::Reorder {
            table: Table::Stage,
            id: chance.any(document, Table::Stage),
            place: chance.place(document, Table::Stage),
        },
        14 => Edit::MoveLane {
            id: chance.any(document, Table::Lane),
            zone: chance.of(&[Zone::Experience, Zone::Insight]),
            place: chance.place(document, Table::Lane),
        },
        15 | 16 => {
            let cards = chance.cards(document);
            let map = cards.first().and_then(|card| document.map_of(RecordId::new(Table::Card, *card)));
            let lanes = map.map(|map| document.lanes_of(map)).unwrap_or_default();
            let lane = if lanes.is_empty() || chance.percent(5) {
                chance.any(document, Table::Lane)
            } else {
                lanes[chance.below(lanes.len())].id
            };
            let stage = stage_beside(chance, document, lane);
            Edit::MoveCards { cards, lane, stage, place: chance.place(document, Table::Card) }
        }
        17 => {
            let id = chance.any(document, Table::Card);
            let lane = document.cards.get(&id).map(|card| card.lane).unwrap_or_default();
            let stage = stage_beside(chance, document, lane);
            Edit::SpanCard { id, stage, to_stage: stage_beside(chance, document, lane) }
        }
        18 => Edit::MoveGap {
            id: chance.any(document, Table::Gap),
            stage: chance.any(document, Table::Stage),
            place: chance.place(document, Table::Gap),
        },
        19 => Edit::MoveFeeling {
            id: chance.any(document, Table::Feeling),
            stage: chance.any(document, Table::Stage),
            position: chance.of(&[0.0, 0.3, 0.5, 1.0, 1.1]),
            value: chance.of(&[-2.0, -1.55, 0.0, 1.0, 2.0, 2.5, f64::NAN]),
        },
        20 => {
            let image = Image {
                id: chance.id(),
                hash: chance.of(&["a".repeat(64), "b".repeat(64), "no hash".into()]),
                media_type: chance.of(&["image/png", "image/jpeg", "text/html"]).into(),
                width: chance.of(&[1, 300, 0]),
                height: 20,
                ..Image::default()
            };
            Edit::AddImage { image, bytes: vec![1, 2, 3] }
        }
        21 => {
            let table = if chance.percent(80) {
                chance.of(&[Table::Map, Table::Stage, Table::Lane, Table::Card, Table::Gap])
            } else {
                chance.of(Table::ALL)
            };
            let copy = if chance.percent(3) { chance.any(document, table) } else { chance.id() };
            Edit::Duplicate { table, id: chance.any(document, table), copy }
        }
        22 => Edit::StretchCards { cards: chance.cards(document), by: chance.of(&[-3, -1, 1, 2, i32::MAX]) },
        23 => Edit::Rate { records: chance.records(document), rating: chance.of(&[0, 1, 3, 5, 5, 6]) },
        24 if chance.percent(50) => Edit::Vote {
            records: chance.records(document),
            votes: chance.of(&[-1, 1, 1, i32::MIN, i32::MAX]),
        },
        24 => Edit::NextEvidence { records: chance.records(document) },
        _ => remove(chance, document, &[Table::Card, Table::Feeling, Table::Gap, Table::Tag, Table::Step]),
    }
}

fn remove(chance: &mut Chance, document: &Document, tables: &[Table]) -> Edit {
    let records = (0..=chance.below(2)).map(|_| chance.record(document, tables)).collect();
    Edit::Remove { records }
}

/// What a map is mostly made of.
const CONTENT: &[Table] = &[
    Table::Stage,
    Table::Lane,
    Table::Card,
    Table::Card,
    Table::Card,
    Table::Feeling,
    Table::Gap,
    Table::Step,
    Table::Path,
    Table::Answer,
    Table::Person,
    Table::Cast,
    Table::Approval,
];

/// Adds a record whose references mostly point at something that fits.
fn add(chance: &mut Chance, document: &Document) -> Edit {
    let table = if chance.percent(50) { chance.of(CONTENT) } else { chance.of(Table::ALL) };
    let any = |chance: &mut Chance, table| json!(chance.any(document, table));
    let lanes = |wanted: &dyn Fn(LaneKind) -> bool| -> Vec<Id> {
        document.lanes.values().filter(|lane| wanted(lane.kind)).map(|lane| lane.id).collect()
    };
    let mut fields = json!({ "id": chance.id() });
    match table {
        Table::Map => {
            if document.maps.len() < 3 {
                fields["title"] = json!("Another map");
            } else {
                fields["language"] = json!("");
            }
        }
        Table::Cast => {
            fields["map"] = any(chance, Table::Map);
            fields["person"] = any(chance, Table::Person);
            if chance.percent(50) {
                fields["primary"] = json!(chance.percent(50));
            }
        }
        Table::Stage | Table::Action | Table::Round => fields["map"] = any(chance, Table::Map),
        Table::Step | Table::Gap => fields["stage"] = any(chance, Table::Stage),
        Table::Lane => {
            fields["map"] = any(chance, Table::Map);
            fields["kind"] = json!(chance.of(LaneKind::ALL));
        }
        Table::Card => {
            let lanes = lanes(&LaneKind::holds_cards);
            let lane = if lanes.is_empty() { chance.id() } else { chance.of(&lanes) };
            fields["lane"] = json!(lane);
            let mut ends = [stage_beside(chance, document, lane), stage_beside(chance, document, lane)];
            if chance.percent(90) {
                ends.sort_by_key(|id| document.stages.get(id).map(|stage| stage.order.clone()));
            }
            fields["stage"] = json!(ends[0]);
            if chance.percent(40) {
                fields["to_stage"] = json!(ends[1]);
            }
            fields["text"] = json!(chance.of(&["", "A card", "Zwei\r\nZeilen\u{7}"]));
        }
        Table::Feeling => {
            let lanes = lanes(&LaneKind::is_curve);
            fields["lane"] =
                if lanes.is_empty() { any(chance, Table::Lane) } else { json!(chance.of(&lanes)) };
            fields["stage"] = any(chance, Table::Stage);
            fields["value"] = json!(chance.of(&[-1.0, 0.5, 2.0]));
        }
        Table::Path => {
            fields["map"] = any(chance, Table::Map);
            fields["from"] = json!(chance.record(document, &[Table::Stage, Table::Card]));
            fields["to"] = json!(chance.record(document, &[Table::Stage, Table::Card]));
        }
        Table::Answer => {
            let of_kind = |kind| -> Vec<Id> {
                let lanes = lanes(&|own| own == kind);
                document
                    .cards
                    .values()
                    .filter(|card| lanes.contains(&card.lane))
                    .map(|card| card.id)
                    .collect()
            };
            let (opportunities, pains) = (of_kind(LaneKind::Opportunities), of_kind(LaneKind::PainPoints));
            if !opportunities.is_empty() && !pains.is_empty() {
                fields["opportunity"] = json!(chance.of(&opportunities));
                fields["problem"] = json!(RecordId::new(Table::Card, chance.of(&pains)));
            }
        }
        Table::Involvement => {
            fields["person"] = any(chance, Table::Person);
            fields["stage"] = any(chance, Table::Stage);
            fields["kind"] = json!(chance.of(InvolvementKind::ALL));
        }
        Table::Approval => fields["about"] = json!(chance.record(document, &[Table::Stage, Table::Card])),
        Table::Comment | Table::Dismissal => fields["about"] = json!(chance.record(document, Table::ALL)),
        Table::Team | Table::Tag | Table::Image | Table::Person | Table::Evidence | Table::Version => {}
    }
    if chance.percent(5) {
        fields["nonsense"] = json!(1);
    }
    let Value::Object(fields) = fields else { unreachable!("it was made as an object") };
    Edit::Add { table, fields, place: chance.place(document, table) }
}

/// A stage, mostly of the map of a lane.
fn stage_beside(chance: &mut Chance, document: &Document, lane: Id) -> Id {
    let map = document.lanes.get(&lane).map(|lane| lane.map);
    let stages = map.map(|map| document.stages_of(map)).unwrap_or_default();
    if stages.is_empty() || chance.percent(5) {
        chance.any(document, Table::Stage)
    } else {
        let at = chance.below(stages.len());
        stages[at].id
    }
}

/// Sets any field: to what another record of the table holds, to the id of something, or to any value at all.
fn set(chance: &mut Chance, document: &Document) -> Edit {
    let there: Vec<Table> = Table::ALL.iter().copied().filter(|table| document.count(*table) > 0).collect();
    let table = chance.of(&there);
    let id = chance.any(document, table);
    let mut field = chance.of(&table.fields());
    if table == Table::Card && chance.percent(60) {
        let kind =
            document.cards.get(&id).and_then(|card| document.lanes.get(&card.lane)).map(|lane| lane.kind);
        let names = kind.unwrap_or_default().fields();
        let name = if names.is_empty() { "severity" } else { chance.of(names).name };
        field = format!("fields.{name}");
    }
    let other = chance.any(document, table);
    let other = document.fields(table, other).and_then(|fields| fields.get(&field).cloned());
    let value = match (other, chance.below(4)) {
        (Some(other), 0) => other,
        (_, 1) => {
            let record = chance.record(document, Table::ALL);
            chance.of(&[json!(record.id), json!([record.id]), json!(record)])
        }
        _ => chance.of(&VALUES.map(|text| serde_json::from_str(text).expect("a value is JSON"))),
    };
    Edit::Set { table, id, field, value }
}

/// Values of every type, one of every choice.
const VALUES: [&str; 36] = [
    "null",
    "true",
    "false",
    "0",
    "1",
    "3",
    "5",
    "6",
    "-1",
    "0.5",
    "-1.5",
    "200",
    "481",
    "\"\"",
    "\"text\"",
    "\"a\\r\\nb\"",
    "\"#2b5fd9\"",
    "\"red\"",
    "\"2026-11-21\"",
    "\"2026-13-01\"",
    "\"2027-03\"",
    "\"future\"",
    "\"agreed\"",
    "\"human\"",
    "\"idea\"",
    "\"observed\"",
    "\"waiting\"",
    "\"crm\"",
    "[]",
    "[\"#2b5fd9\"]",
    "[\"time\",\"silo\"]",
    "[\"time\",\"time\"]",
    "{\"from\":1,\"to\":2,\"unit\":\"week\"}",
    "{\"from\":3,\"to\":2,\"unit\":\"week\"}",
    "{\"span\":{\"from\":1,\"to\":1,\"unit\":\"day\"}}",
    "[[\"2026-11-21\",4]]",
];
