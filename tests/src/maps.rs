//! Maps for tests and benches: of any size, in Arabic, very long. The same arguments give the same map.

use journey::{
    Card, Cast, Cause, Document, Feeling, Fields, Gap, Id, Lane, LaneKind, Map, Order, Person, Stage, Zone,
};
use serde_json::json;
use std::collections::BTreeMap;

/// Kinds of lanes in the order in which a map of a given size gets them; a larger map begins again.
const KINDS: [LaneKind; 10] = [
    LaneKind::Actions,
    LaneKind::Touchpoints,
    LaneKind::Thoughts,
    LaneKind::Goals,
    LaneKind::Questions,
    LaneKind::PainPoints,
    LaneKind::Opportunities,
    LaneKind::Measures,
    LaneKind::Backstage,
    LaneKind::Content,
];

/// Texts of cards, short and long in turn.
const ENGLISH: [&str; 6] = [
    "Requests a demo or trial",
    "Waits too long for feedback on a demo request",
    "Compares features and prices",
    "Answer demo requests within one day, also in holidays and at the end of a quarter",
    "Pricing is unclear",
    "Slow, stock replies from customer service",
];

const ARABIC: [&str; 6] = [
    "يطلب عرضًا تجريبيًا",
    "ينتظر طويلًا ردًّا على طلب العرض التجريبي",
    "يقارن الميزات والأسعار",
    "الرد على طلبات العرض خلال يوم واحد",
    "التسعير غير واضح (Pricing)",
    "ردود بطيئة ونمطية من خدمة العملاء",
];

/// A map of `stages` × `lanes` cells with `cards` cards each.
pub fn of_size(stages: usize, lanes: usize, cards: usize) -> Document {
    Maker::new("en", &ENGLISH).map("A map of any size", stages, lanes, cards)
}

/// A map in Arabic: 6 stages, 6 lanes, 2 cards in each cell.
pub fn arabic() -> Document {
    Maker::new("ar", &ARABIC).map("من البحث الأول إلى التوصية", 6, 6, 2)
}

/// A long map: 30 stages, 8 lanes, one card in each cell.
pub fn long() -> Document {
    Maker::new("en", &ENGLISH).map("A long way", 30, 8, 1)
}

struct Maker {
    document: Document,
    language: &'static str,
    texts: &'static [&'static str],
    last: u128,
}

impl Maker {
    fn new(language: &'static str, texts: &'static [&'static str]) -> Self {
        Self { document: Document::new(Id::from_u128(1)), language, texts, last: 1 }
    }

    fn id(&mut self) -> Id {
        self.last += 1;
        Id::from_u128(self.last)
    }

    fn map(mut self, title: &str, stages: usize, lanes: usize, cards: usize) -> Document {
        let map = self.id();
        self.document.maps.insert(
            map,
            Map {
                id: map,
                order: Order::between(None, None),
                title: title.into(),
                language: self.language.into(),
                ..Map::default()
            },
        );
        let person = self.id();
        let name = self.texts[0].split(' ').next().unwrap_or_default().to_owned();
        self.document.people.insert(person, Person { id: person, name, ..Person::default() });
        let cast = self.id();
        let part = Cast {
            id: cast,
            map,
            person,
            order: Order::between(None, None),
            primary: true,
            ..Cast::default()
        };
        self.document.cast.insert(cast, part);

        let stage_ids = self.stages(map, stages);
        self.curve(map, person, &stage_ids);
        for (at, order) in Order::spread(None, None, lanes).into_iter().enumerate() {
            self.lane(map, KINDS[at % KINDS.len()], order, &stage_ids, cards);
        }
        self.document
    }

    fn stages(&mut self, map: Id, count: usize) -> Vec<Id> {
        let orders = Order::spread(None, None, count);
        let ids: Vec<Id> = orders
            .into_iter()
            .enumerate()
            .map(|(at, order)| {
                let id = self.id();
                let name = if self.language == "ar" {
                    format!("المرحلة {}", at + 1)
                } else {
                    format!("Stage {}", at + 1)
                };
                self.document.stages.insert(id, Stage { id, map, order, name, ..Stage::default() });
                id
            })
            .collect();
        for stage in ids.iter().skip(1).step_by(4) {
            let id = self.id();
            let gap = Gap {
                id,
                stage: *stage,
                order: Order::between(None, None),
                causes: vec![Cause::Time],
                title: self.texts[4].into(),
                ..Gap::default()
            };
            self.document.gaps.insert(id, gap);
        }
        ids
    }

    fn curve(&mut self, map: Id, person: Id, stages: &[Id]) {
        let lane = self.id();
        let record = Lane {
            id: lane,
            map,
            order: Order::between(None, Some(&Order::between(None, None))),
            kind: LaneKind::Emotions,
            name: LaneKind::Emotions.title().into(),
            zone: Zone::Experience,
            ..Lane::default()
        };
        self.document.lanes.insert(lane, record);
        for (at, stage) in stages.iter().enumerate() {
            let id = self.id();
            let feeling = Feeling {
                id,
                lane,
                stage: *stage,
                position: 0.5,
                person: Some(person),
                value: [0.5, 1.5, -0.5, -1.5, 1.0][at % 5],
                label: if at % 2 == 0 { String::new() } else { self.texts[4].into() },
                ..Feeling::default()
            };
            self.document.feelings.insert(id, feeling);
        }
    }

    fn lane(&mut self, map: Id, kind: LaneKind, order: Order, stages: &[Id], cards: usize) {
        let lane = self.id();
        let zone = kind.zone().unwrap_or_default();
        let name = kind.title().to_owned();
        self.document.lanes.insert(lane, Lane { id: lane, map, order, kind, name, zone, ..Lane::default() });
        let orders = Order::spread(None, None, cards);
        let mut made: BTreeMap<Id, Card> = BTreeMap::new();
        for stage in stages {
            for order in &orders {
                let id = self.id();
                let at = id.as_u128() as usize;
                let fields = match kind {
                    LaneKind::PainPoints => json!({"severity": 1 + at % 5}),
                    LaneKind::Opportunities => json!({"impact": 1 + at % 5, "effort": 1 + at % 4}),
                    _ => json!({}),
                };
                let card = Card {
                    id,
                    lane,
                    stage: *stage,
                    to_stage: *stage,
                    order: order.clone(),
                    text: format!("{} {}", self.texts[at % self.texts.len()], at % 97),
                    votes: (at % 4) as u32,
                    fields: fields.as_object().cloned().unwrap_or_else(Fields::new),
                    ..Card::default()
                };
                made.insert(id, card);
            }
        }
        self.document.cards.extend(made);
    }
}
