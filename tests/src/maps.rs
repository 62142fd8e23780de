//! Maps for tests and benches: of any size, in Arabic, in Japanese, very long. The same arguments give the same map.

use journey::{
    Approval, Card, Cast, Cause, Document, EvidenceLevel, Feeling, Fields, Gap, Id, Involvement,
    InvolvementKind, Lane, LaneKind, LineBelow, Map, Moment, Order, Path, PathKind, Person, RecordId, Stage,
    Step, Table, Tag, Zone,
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

const JAPANESE: [&str; 6] = [
    "デモを申し込む 🙋",
    "デモの返事を一週間も待たされる 😞⏳",
    "機能と価格を比べる",
    "一営業日以内にデモの申し込みに答える 🚀",
    "価格が分かりにくい",
    "サポートの返事が遅く、いつも同じ",
];

/// A map of `stages` × `lanes` cells with `cards` cards each.
pub fn of_size(stages: usize, lanes: usize, cards: usize) -> Document {
    Maker::new("en", &ENGLISH).map("A map of any size", stages, lanes, cards)
}

/// A map in Arabic: 6 stages, 6 lanes, 2 cards in each cell.
pub fn arabic() -> Document {
    Maker::new("ar", &ARABIC).map("من البحث الأول إلى التوصية", 6, 6, 2)
}

/// A map in Japanese with emoji: 6 stages, 7 lanes, 2 cards in each cell.
pub fn japanese() -> Document {
    Maker::new("ja", &JAPANESE).map("最初の検索からおすすめまで 🗾", 6, 7, 2)
}

/// A map without stages, lanes or cards.
pub fn empty() -> Document {
    let mut maker = Maker::new("en", &ENGLISH);
    let map = maker.id();
    let record = Map { id: map, order: Order::between(None, None), language: "en".into(), ..Map::default() };
    maker.document.maps.insert(map, record);
    maker.document
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
                let name = match self.language {
                    "ar" => format!("المرحلة {}", at + 1),
                    "ja" => format!("段階 {}", at + 1),
                    _ => format!("Stage {}", at + 1),
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

/// The sample with everything that it lacks: every kind of lane, acts, steps, many loops, a folded lane, a future curve,
/// people who decide, approvals, a card over several stages, cards with evidence and tags.
pub fn every_kind() -> Document {
    let mut last = 0;
    let document = journey::sample(&mut || {
        last += 1;
        Id::from_u128(last)
    });
    let mut maker = Maker { document, language: "en", texts: &ENGLISH, last: last + 1 };
    maker.enrich();
    maker.document
}

impl Maker {
    fn enrich(&mut self) {
        let Some(map) = self.document.maps.keys().next().copied() else { return };
        let stages: Vec<Id> = self.document.stages_of(map).iter().map(|stage| stage.id).collect();
        let people: Vec<Id> = self.document.people.keys().copied().collect();
        let orders = Order::spread(None, None, 40);

        for (at, stage) in stages.iter().enumerate() {
            let act =
                ["Acquaintance", "Acquaintance", "Reflection", "Decision", "Decision", "Loyalty", "Loyalty"];
            if let Some(stage) = self.document.stages.get_mut(stage) {
                stage.act = act[at % act.len()].into();
            }
        }
        for (at, name) in ["Look", "Ask", "Read"].into_iter().enumerate() {
            let id = self.id();
            let step = Step {
                id,
                stage: stages[1],
                order: orders[at].clone(),
                name: name.into(),
                ..Step::default()
            };
            self.document.steps.insert(id, step);
        }
        for (at, (from, to, kind)) in [
            (4, 2, PathKind::Revisit),
            (5, 1, PathKind::Fallback),
            (1, 5, PathKind::Skip),
            (0, 3, PathKind::Desire),
            (6, 2, PathKind::Detour),
        ]
        .into_iter()
        .enumerate()
        {
            let ends = [from, to].map(|at: usize| Some(RecordId::new(Table::Stage, stages[at])));
            self.path(map, ends, kind, &orders[10 + at]);
        }
        self.path(map, [Some(RecordId::new(Table::Stage, stages[3])), None], PathKind::Exit, &orders[20]);

        let tag = self.id();
        let record = Tag { id: tag, name: "Pilot".into(), color: "#3f6b74".into(), ..Tag::default() };
        self.document.tags.insert(tag, record);
        for (at, kind) in LaneKind::ALL.iter().enumerate() {
            if !self.document.lanes.values().any(|lane| lane.kind == *kind) {
                self.lane_of(map, *kind, &orders[at], &stages, tag, &people);
            }
        }
        for (at, person) in people.iter().take(3).enumerate() {
            let id = self.id();
            let kind = InvolvementKind::ALL[at];
            let involvement =
                Involvement { id, person: *person, stage: stages[3], kind, ..Involvement::default() };
            self.document.involvements.insert(id, involvement);
            let id = self.id();
            let approval = Approval {
                id,
                about: RecordId::new(Table::Stage, stages[4]),
                order: orders[at].clone(),
                approver: Some(*person),
                days: Some([2.0, 14.0, 5.0][at]),
                ..Approval::default()
            };
            self.document.approvals.insert(id, approval);
        }
        self.future(&stages);
        let long: Vec<Id> = self.document.cards.values().take(1).map(|card| card.id).collect();
        if let Some(card) = long.first().and_then(|card| self.document.cards.get_mut(card)) {
            card.to_stage = stages[2];
        }
    }

    fn path(&mut self, map: Id, [from, to]: [Option<RecordId>; 2], kind: PathKind, order: &Order) {
        let id = self.id();
        let label = format!("{kind:?} of the way");
        let path = Path { id, map, order: order.clone(), from, to, kind, label, ..Path::default() };
        self.document.paths.insert(id, path);
    }

    fn future(&mut self, stages: &[Id]) {
        let Some(first) = self.document.feelings.values().next().cloned() else { return };
        for (stage, value) in stages.iter().zip([0.4, 1.2, 1.0, 0.6, 1.1, 0.8, 1.8]) {
            let id = self.id();
            let feeling = Feeling {
                id,
                lane: first.lane,
                stage: *stage,
                position: 0.5,
                person: first.person,
                value,
                moment: Moment::Future,
                ..Feeling::default()
            };
            self.document.feelings.insert(id, feeling);
        }
    }

    fn lane_of(&mut self, map: Id, kind: LaneKind, order: &Order, stages: &[Id], tag: Id, people: &[Id]) {
        let id = self.id();
        let lane = Lane {
            id,
            map,
            order: order.clone(),
            kind,
            name: kind.title().into(),
            zone: kind.zone().unwrap_or_default(),
            collapsed: kind == LaneKind::Questions,
            line_below: if kind == LaneKind::Content { LineBelow::Interaction } else { LineBelow::None },
            ..Lane::default()
        };
        self.document.lanes.insert(id, lane);
        if !kind.holds_cards() {
            return;
        }
        for (at, stage) in stages.iter().enumerate().step_by(2) {
            let card = self.id();
            let fields = match kind {
                LaneKind::Goals => json!({"job": "Select supplier"}),
                LaneKind::Content => json!({"format": "Guide", "call_to_action": "Book a demo"}),
                LaneKind::InteractionModel => json!({"point": "value"}),
                LaneKind::Motivators => json!({"force": if at % 4 == 0 { "barrier" } else { "motivator" }}),
                LaneKind::Risks => json!({"mitigation": "Offer a trial"}),
                LaneKind::Measures => json!({"now": 12, "target": 20, "unit": "%", "trend": "up"}),
                LaneKind::Backstage => json!({"system": "crm", "data_link": "manual"}),
                LaneKind::Maturity => json!({"now": 2, "target": 4}),
                LaneKind::Statistic => json!({"value": "17 %", "source": "Gartner", "year": 2023}),
                _ => json!({}),
            };
            let record = Card {
                id: card,
                lane: id,
                stage: *stage,
                to_stage: *stage,
                order: Order::between(None, None),
                text: self.texts[at % self.texts.len()].into(),
                evidence: EvidenceLevel::ALL[at % 3],
                tags: if at == 2 { vec![tag] } else { Vec::new() },
                people: people.iter().take(at % 4).copied().collect(),
                fields: fields.as_object().cloned().unwrap_or_else(Fields::new),
                ..Card::default()
            };
            self.document.cards.insert(card, record);
        }
    }
}
