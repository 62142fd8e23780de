//! The outline of a map: what it says, and which of it a Change makes stale.

use journey::outline::{OutlineChip, OutlineLine, OutlinePart, Touched, outline, parts, touched};
use journey::*;
use serde_json::json;
use std::collections::BTreeSet;

fn counter() -> impl FnMut() -> Id {
    let mut last = 10_000;
    move || {
        last += 1;
        Id::from_u128(last)
    }
}

fn sampled() -> (Document, Id) {
    let document = sample(&mut counter());
    let map = document.maps_in_order()[0].id;
    (document, map)
}

fn stage(document: &Document, name: &str) -> Id {
    document.stages.values().find(|stage| stage.name == name).unwrap().id
}

/// A part as lines of text.
fn read(document: &Document, part: &OutlinePart) -> Vec<String> {
    let mut said = Vec::new();
    let chips = |chips: &[OutlineChip]| -> String {
        let said = chips.iter().map(|chip| match chip {
            OutlineChip::Severity { text, .. }
            | OutlineChip::QuickWin { text }
            | OutlineChip::Said { text } => {
                format!(" [{text}]")
            }
        });
        said.collect()
    };
    for cell in &part.cells {
        said.push(format!("### {}", document.lanes[&cell.lane].name));
        said.extend(cell.lines.iter().map(|line| match line {
            OutlineLine::Card { text, chips: own, .. } => format!("- {text}{}", chips(own)),
            OutlineLine::Feeling { person, at, value, label, chips: own, .. } => {
                format!("- {person} {at}: {value} {label}{}", chips(own)).replace("  ", " ")
            }
            OutlineLine::Other { text } => format!("- {text}"),
        }));
    }
    said
}

#[test]
fn a_stage_reads_as_in_the_picture() {
    let (document, map) = sampled();
    let found = parts(&document, map, &[stage(&document, "Decision")], "en");
    assert_eq!(
        read(&document, &found[0]),
        [
            "### Actions",
            "- Requests a demo or trial",
            "- Negotiates price and terms",
            "### Touchpoints",
            "- Demo [With a person]",
            "- E-mail [Digital]",
            "### Emotions",
            "- Marie at 0.52: -1.55 Left waiting",
            "- Procurement at 0.4: 0.25 ",
            "### Thoughts",
            "- We asked for a demo last week. Anyone there?",
            "### Pain points",
            "- Waits too long for feedback on a demo request [Severity 5] [8 votes]",
            "### Opportunities",
            "- Answer demo requests within one day [Quick win]",
            "### Teams",
            "- Sales",
        ]
    );
}

#[test]
fn the_frame_tells_head_stages_gaps_and_the_lowest_point() {
    let (document, map) = sampled();
    let frame = outline(&document, map, "de").unwrap();
    assert_eq!(frame.title, "From first search to advocate");
    assert_eq!(frame.chips[0], "Ist-Zustand");
    let names: Vec<_> = frame.stages.iter().map(|stage| (&*stage.name, stage.cards)).collect();
    assert_eq!(names[..2], [("Awareness", 6), ("Research", 7)]);
    assert_eq!(frame.stages.iter().map(|stage| stage.cards).sum::<usize>(), document.cards.len());
    let consideration = frame.stages.iter().find(|stage| stage.name == "Consideration").unwrap();
    assert_eq!((&*consideration.job, &*consideration.duration), ("Build requirements", "3 Wo."));
    let gap = &consideration.gaps[0];
    assert_eq!(
        (&*gap.title, &*gap.detail, gap.icon),
        ("Digital → human", "form to sales rep", "arrow-right-left")
    );
    assert_eq!(gap.chips[1], OutlineChip::Said { text: "3 Stimmen".into() });
    assert!(frame.stages.iter().any(|stage| !stage.paths.is_empty()));
    let lowest = &document.feelings[&frame.lowest.unwrap()];
    assert_eq!(lowest.label, "Left waiting");
    assert!(frame.people.iter().any(|person| person.primary && person.name == "Marie"));
    assert_eq!(outline(&document, Id::from_u128(1), "en"), None);
}

#[test]
fn a_curve_without_a_point_says_so_and_hidden_lanes_say_nothing() {
    let (mut document, map) = sampled();
    let decision = stage(&document, "Decision");
    let own = document.feelings.values().filter(|feeling| feeling.stage == decision);
    let procurement = document.people.values().find(|person| person.name == "Procurement").unwrap().id;
    let gone = own.filter(|feeling| feeling.person == Some(procurement));
    let gone = gone.map(|feeling| RecordId::new(Table::Feeling, feeling.id)).collect();
    Edit::Remove { records: gone }.apply(&mut document, Stamp::default()).unwrap();
    let said = read(&document, &parts(&document, map, &[decision], "en")[0]);
    assert!(said.contains(&"- Procurement: no data".to_owned()), "{said:?}");
    let lane = document.lanes.values().find(|lane| lane.kind == LaneKind::Thoughts).unwrap().id;
    Edit::set(Table::Lane, lane, "hidden", true).apply(&mut document, Stamp::default()).unwrap();
    let said = read(&document, &parts(&document, map, &[decision], "en")[0]);
    assert!(!said.contains(&"### Thoughts".to_owned()), "{said:?}");
    assert!(outline(&document, map, "en").unwrap().lanes.iter().all(|own| own.id != lane));
}

#[test]
fn behind_the_last_stage_no_gap_shows() {
    let (mut document, map) = sampled();
    let last = document.stages_of(map).last().unwrap().id;
    let fields = json!({"id": Id::from_u128(7), "stage": last, "title": "Gone"}).as_object().unwrap().clone();
    let add = Edit::Add { table: Table::Gap, fields, place: edit::Place::Last };
    add.apply(&mut document, Stamp::default()).unwrap();
    assert!(outline(&document, map, "en").unwrap().stages.last().unwrap().gaps.is_empty());
}

#[test]
fn what_a_change_leaves_out_is_as_it_was() {
    let (document, map) = sampled();
    let stages: Vec<Id> = document.stages_of(map).iter().map(|stage| stage.id).collect();
    let card = document.cards.values().find(|card| card.text.starts_with("Waits too long")).unwrap();
    let other = document.cards.values().find(|card| card.stage == stages[0]).unwrap();
    let feeling = document.feelings.values().next().unwrap().id;
    let gap = document.gaps.values().next().unwrap().id;
    let team = document.teams.values().next().unwrap().id;
    let lane = document.lanes_of(map)[0].id;
    let edits = [
        Edit::set(Table::Card, card.id, "text", "Waits"),
        Edit::set(Table::Card, card.id, "fields.severity", 2),
        Edit::Remove { records: vec![RecordId::new(Table::Card, card.id)] },
        Edit::MoveCards {
            cards: vec![other.id],
            lane: other.lane,
            stage: stages[3],
            place: edit::Place::Last,
        },
        Edit::SpanCard { id: other.id, stage: stages[0], to_stage: stages[2] },
        Edit::MoveFeeling { id: feeling, stage: stages[4], position: 0.1, value: -2.0 },
        Edit::Remove { records: vec![RecordId::new(Table::Feeling, feeling)] },
        Edit::set(Table::Gap, gap, "title", "Lost"),
        Edit::set(Table::Team, team, "name", "Vertrieb"),
        Edit::set(Table::Lane, lane, "name", "Doings"),
        Edit::set(Table::Lane, lane, "hidden", true),
        Edit::set(Table::Stage, stages[1], "name", "Looks"),
        Edit::set(Table::Stage, stages[1], "responsible", json!([team])),
        Edit::Reorder { table: Table::Stage, id: stages[2], place: edit::Place::First },
        Edit::Remove { records: vec![RecordId::new(Table::Stage, stages[2])] },
        Edit::set(Table::Map, map, "title", "Other"),
    ];
    let mut narrow = 0;
    for edit in edits {
        let mut after = document.clone();
        let change = edit.apply(&mut after, Stamp::default()).unwrap();
        let stale = touched(&after, &change);
        if !stale.frame {
            assert_eq!(outline(&document, map, "en"), outline(&after, map, "en"), "{edit:?}");
        }
        let Some(touched) = stale.stages else { continue };
        narrow += 1;
        let rest: Vec<Id> = stages.iter().copied().filter(|stage| !touched.contains(stage)).collect();
        assert_eq!(parts(&document, map, &rest, "en"), parts(&after, map, &rest, "en"), "{edit:?}");
    }
    assert!(narrow > 8, "most changes are about a few stages");
    // Typing into a card asks for its stage alone.
    let mut after = document.clone();
    let typed = Edit::set(Table::Card, card.id, "text", "Waits").apply(&mut after, Stamp::default()).unwrap();
    assert_eq!(touched(&after, &typed), Touched { frame: false, stages: Some(BTreeSet::from([card.stage])) });
}
