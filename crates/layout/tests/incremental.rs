//! A view that follows random edits always shows what a layout from nothing shows, and its patches lead there.

use journey::edit::Place;
use journey::{Document, Edit, Fields, Id, RecordId, Stamp, Table};
use layout::{CanvasView, Layouter, Options, Scene, Width};
use serde_json::{Value, json};

/// Chance that is the same in every run (an LCG by Knuth).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }

    fn words(&mut self) -> String {
        const WORDS: [&str; 8] =
            ["waits", "for", "feedback", "procurement", "a", "demo", "incomprehensibility", "offer"];
        let count = self.roll(14);
        (0..count).map(|_| self.pick(&WORDS)).collect::<Vec<_>>().join(" ")
    }
}

struct Run {
    document: Document,
    dice: Dice,
    last: u128,
}

impl Run {
    fn new(seed: u64) -> Self {
        let mut last = 0;
        let document = journey::sample(&mut || {
            last += 1;
            Id::from_u128(last)
        });
        Self { document, dice: Dice(seed), last: last + 1000 }
    }

    fn id(&mut self) -> Id {
        self.last += 1;
        Id::from_u128(self.last)
    }

    fn ids(&self, table: Table) -> Vec<Id> {
        self.document.ids(table)
    }

    fn card_lanes(&self) -> Vec<Id> {
        self.document.lanes.values().filter(|lane| lane.kind.holds_cards()).map(|lane| lane.id).collect()
    }

    fn edit(&mut self) -> Edit {
        let cards = self.ids(Table::Card);
        let stages = self.ids(Table::Stage);
        let lanes = self.card_lanes();
        let set = |table: Table, id: Id, field: &str, value: Value| Edit::Set {
            table,
            id,
            field: field.into(),
            value,
        };
        match self.dice.roll(16) {
            0..=3 => {
                let (card, text) = (self.dice.pick(&cards), self.dice.words());
                set(Table::Card, card, "text", json!(text))
            }
            4 | 5 => {
                let (id, lane, stage) = (self.id(), self.dice.pick(&lanes), self.dice.pick(&stages));
                let text = self.dice.words();
                let fields = json!({"id": id, "lane": lane, "stage": stage, "to_stage": stage, "text": text});
                let Value::Object(fields) = fields else { unreachable!("written as an object") };
                Edit::Add { table: Table::Card, fields: Fields::from_iter(fields), place: Place::Last }
            }
            6..=8 => {
                let (card, lane, stage) =
                    (self.dice.pick(&cards), self.dice.pick(&lanes), self.dice.pick(&stages));
                let place = self.dice.pick(&[Place::First, Place::Last]);
                Edit::MoveCards { cards: vec![card], lane, stage, place }
            }
            9 => Edit::Remove { records: vec![RecordId::new(Table::Card, self.dice.pick(&cards))] },
            10 => {
                let map = self.document.maps.values().next().unwrap().id;
                let in_order: Vec<Id> = self.document.stages_of(map).iter().map(|stage| stage.id).collect();
                let (a, b) = (self.dice.roll(in_order.len()), self.dice.roll(in_order.len()));
                Edit::SpanCard {
                    id: self.dice.pick(&cards),
                    stage: in_order[a.min(b)],
                    to_stage: in_order[a.max(b)],
                }
            }
            11 => {
                let (card, votes) = (self.dice.pick(&cards), self.dice.roll(9));
                set(Table::Card, card, "votes", json!(votes))
            }
            12 => {
                let (stage, name) = (self.dice.pick(&stages), self.dice.words());
                set(Table::Stage, stage, "name", json!(name))
            }
            13 => {
                let all = self.ids(Table::Lane);
                let (lane, field) = (self.dice.pick(&all), self.dice.pick(&["collapsed", "hidden"]));
                let value = self.dice.roll(3) == 0;
                set(Table::Lane, lane, field, json!(value))
            }
            14 => {
                let all = self.ids(Table::Lane);
                let (lane, line) =
                    (self.dice.pick(&all), self.dice.pick(&["none", "interaction", "visibility"]));
                set(Table::Lane, lane, "line_below", json!(line))
            }
            _ => {
                let feelings = self.ids(Table::Feeling);
                Edit::MoveFeeling {
                    id: self.dice.pick(&feelings),
                    stage: self.dice.pick(&stages),
                    position: self.dice.roll(100) as f64 / 100.0,
                    value: self.dice.roll(400) as f64 / 100.0 - 2.0,
                }
            }
        }
    }
}

fn compare(found: &Scene, wanted: &Scene, what: &str) {
    assert_eq!(found.size, wanted.size, "{what}");
    for (key, node) in &wanted.nodes {
        assert_eq!(found.node(key), Some(&**node), "{key} after {what}");
    }
    let more: Vec<_> = found.nodes.keys().filter(|key| !wanted.nodes.contains_key(*key)).collect();
    assert!(more.is_empty(), "{more:?} lie on after {what}");
}

fn follow(width: Width, seed: u64, steps: usize) {
    let mut run = Run::new(seed);
    let map = run.document.maps.values().next().unwrap().id;
    let options = Options { map, width, ..Options::default() };
    let mut view = CanvasView::open(Layouter::new(), &run.document, options.clone()).unwrap();
    let mut copy = view.scene().clone();
    let cold = Layouter::new();
    let (mut applied, mut small) = (0, 0);
    for _ in 0..steps {
        let edit = run.edit();
        let stamp = Stamp { change: run.id(), ..Stamp::default() };
        let Ok(change) = edit.apply(&mut run.document, stamp) else { continue };
        applied += 1;
        let patch = view.update(&run.document, &change);
        let what = format!("{edit:?}");
        compare(view.scene(), &cold.layout(&run.document, &options).unwrap(), &what);
        copy.take(&patch).unwrap();
        compare(&copy, view.scene(), &format!("the patch of {what}"));
        assert_eq!(
            (copy.revision, copy.title.as_str()),
            (view.scene().revision, view.scene().title.as_str())
        );
        small += usize::from(patch.changed.len() + patch.moved.len() < view.scene().nodes.len() / 2);
    }
    assert!(applied > steps / 2, "only {applied} of {steps} edits could be made");
    assert!(small > applied / 2, "only {small} of {applied} patches were smaller than half of the Scene");
}

#[test]
fn at_fit_width() {
    follow(Width::Fit(1600.0), 7, 150);
}

#[test]
fn at_natural_width() {
    follow(Width::Natural, 11, 150);
}

#[test]
fn a_card_that_is_begun_has_the_room_that_it_will_take_and_without_words_none() {
    let mut run = Run::new(3);
    let map = run.document.maps.values().next().expect("a map").id;
    for width in [Width::Natural, Width::Fit(1600.0)] {
        let options = Options { map, width, ..Options::default() };
        let mut view = CanvasView::open(Layouter::new(), &run.document, options.clone()).expect("a map");
        let mut copy = view.scene().clone();
        let cold = Layouter::new();
        let above: Vec<journey::Card> = run.document.cards.values().cloned().collect();
        for above in above {
            let empty = view.scene().clone();
            let id = run.id();
            let cell = (above.lane, above.stage);
            let begun = journey::Card::below(&run.document, id, cell, Some(above.id));
            let begun = layout::Room { card: journey::Card { text: "A".into(), ..begun }, foot: 0.0 };
            copy.take(&view.make_room(&run.document, Some(begun.clone())).expect("room"))
                .expect("it follows");
            compare(&copy, view.scene(), "the patch of the room");
            // It lies where the card lies once it has words on one line.
            let mut with = run.document.clone();
            let fields = json!({"id": id, "lane": cell.0, "stage": cell.1, "text": "A"});
            let Value::Object(fields) = fields else { unreachable!("written as an object") };
            let add = Edit::Add {
                table: Table::Card,
                fields: Fields::from_iter(fields),
                place: Place::After(above.id),
            };
            let change = add.apply(&mut with, Stamp::default()).expect("it can be added");
            let key = layout::NodeKey::new(format!("card/{id}"));
            let place = |view: &CanvasView| {
                let node = view.scene().node(&key)?;
                Some((node.parent.clone(), node.origin, node.size))
            };
            let room = place(&view);
            assert!(room.is_some());
            let mut filled =
                CanvasView::open(Layouter::new(), &run.document, options.clone()).expect("a map");
            filled.make_room(&run.document, Some(begun.clone()));
            filled.update(&with, &change);
            compare(filled.scene(), &cold.layout(&with, &options).expect("a map"), "words");
            assert_eq!(room, place(&filled));
            // What is kept free below it goes with the room.
            let size = view.scene().size;
            let wide = layout::Room { foot: 1000.0, ..begun };
            copy.take(&view.make_room(&run.document, Some(wide)).expect("more room")).expect("it follows");
            assert_eq!(place(&view), room);
            assert!(view.scene().size.h > size.h + 500.0);
            copy.take(&view.make_room(&run.document, None).expect("no room")).expect("it follows");
            compare(view.scene(), &empty, "no words");
            compare(&copy, &empty, "the patch of no words");
        }
        assert_eq!(view.make_room(&run.document, None), None);
    }
}
