//! Mermaid journeys: what comes in, what goes out, and that nothing is lost on the way round.

use exchange::mermaid;
use journey::{Document, Id, LaneKind};
use proptest::prelude::*;

fn ids() -> impl FnMut() -> Id {
    let mut last = 0_u128;
    move || {
        last += 1;
        Id::from_u128(last)
    }
}

fn read(text: &str) -> exchange::Read {
    mermaid::read(text.as_bytes(), &mut ids()).expect("a journey")
}

/// A task: its name, its score and its actors.
type Task = (String, Option<f64>, Vec<String>);

/// A map as Mermaid sees it.
#[derive(Debug, PartialEq)]
struct Seen {
    title: String,
    stages: Vec<(String, Vec<Task>)>,
}

fn seen(document: &Document) -> Vec<Seen> {
    let lane = |map: Id| {
        let lanes = document.lanes_of(map);
        lanes
            .iter()
            .find(|lane| lane.kind == LaneKind::Actions)
            .map(|lane| lane.id)
            .expect("a lane of actions")
    };
    let map_of = |map: &journey::Map| Seen {
        title: map.title.clone(),
        stages: document
            .stages_of(map.id)
            .into_iter()
            .map(|stage| {
                let tasks = document.cards_in(lane(map.id), stage.id).into_iter().map(|card| {
                    let feeling = document.feelings.values().find(|feeling| feeling.card == Some(card.id));
                    let score = feeling.map(|feeling| {
                        let score =
                            map.score_low + (feeling.value + 2.0) / 4.0 * (map.score_high - map.score_low);
                        (score * 1e6).round() / 1e6
                    });
                    let actors = card.people.iter().map(|id| document.people[id].name.clone()).collect();
                    (card.text.clone(), score, actors)
                });
                (stage.name.clone(), tasks.collect())
            })
            .collect(),
    };
    document.maps_in_order().into_iter().map(map_of).collect()
}

fn again(document: &Document) -> Document {
    let maps: Vec<Id> = document.maps_in_order().iter().map(|map| map.id).collect();
    read(&mermaid::write(document, &maps).text).document
}

#[test]
fn a_working_day_comes_in_with_stages_actions_feelings_and_people() {
    let read = read(
        "journey\n    title My working day\n    section Go to work\n      Make tea: 5: Me\n      Go upstairs: 3: Me\n      \
         Do work: 1: Me, Cat\n    section Go home\n      Go downstairs: 5: Me\n      Sit down: 3.5: Me, Cat\n",
    );
    assert!(read.left_out.is_empty(), "{:?}", read.left_out);
    let document = read.document;
    assert_eq!(
        seen(&document),
        [Seen {
            title: "My working day".into(),
            stages: vec![
                (
                    "Go to work".into(),
                    vec![
                        ("Make tea".into(), Some(5.0), vec!["Me".into()]),
                        ("Go upstairs".into(), Some(3.0), vec!["Me".into()]),
                        ("Do work".into(), Some(1.0), vec!["Me".into(), "Cat".into()]),
                    ]
                ),
                (
                    "Go home".into(),
                    vec![
                        ("Go downstairs".into(), Some(5.0), vec!["Me".into()]),
                        ("Sit down".into(), Some(3.5), vec!["Me".into(), "Cat".into()]),
                    ]
                ),
            ],
        }]
    );
    let values: Vec<f64> = document.feelings.values().map(|feeling| feeling.value).collect();
    assert_eq!(values, [2.0, 0.0, -2.0, -2.0, 2.0, 0.5, 0.5]);
    let positions: Vec<f64> = document.feelings.values().map(|feeling| feeling.position).collect();
    assert!((positions[0] - 1.0 / 6.0).abs() < 1e-12 && positions[1] == 0.5, "{positions:?}");
    assert_eq!(document.people.len(), 2);
    let cast: Vec<(bool, Option<u8>)> = document
        .cast_of(document.maps_in_order()[0].id)
        .iter()
        .map(|cast| (cast.primary, cast.curve_slot))
        .collect();
    assert_eq!(cast, [(true, Some(1)), (false, Some(2))]);
}

#[test]
fn scores_beyond_the_scale_widen_it() {
    let document = read("journey\nsection S\n a: 0: X\n b: 10: X\n c: 7.25: X\n").document;
    let map = document.maps_in_order()[0];
    assert_eq!((map.score_low, map.score_high), (0.0, 10.0));
    assert_eq!(document.feelings.values().map(|feeling| feeling.value).collect::<Vec<_>>(), [-2.0, 2.0, 0.9]);
    assert_eq!(seen(&again(&document)), seen(&document));
}

#[test]
fn equal_names_stay_separate_stages_and_tasks_before_any_section_are_kept() {
    let document = read("journey\n Wake up: 2\n section Work\n A: 1\n section Work\n B: 2: \n C\n").document;
    let stages: Vec<String> = seen(&document).remove(0).stages.into_iter().map(|(name, _)| name).collect();
    assert_eq!(stages, ["", "Work", "Work"]);
    assert_eq!(document.feelings.len(), 3, "a task without a score has no feeling");
    assert!(document.feelings.values().all(|feeling| feeling.person.is_none()), "no actor, no person");
    assert_eq!(seen(&again(&document)), seen(&document));
}

#[test]
fn comments_front_matter_directives_tabs_crlf_and_byte_order_mark() {
    let text = "\u{feff}---\r\ntitle: \"From the front\"\r\n---\r\n%%{init: {\r\n 'theme': 'dark'}}%%\r\njourney %% not said\r\n\
                \taccTitle: Not used\r\n\taccDescr {\r\n  Two\r\n  lines\r\n}\r\n%% nothing\r\n\tsection\tOne # gone\r\n\t\tA task: 4: Me %% no\r\n";
    let read = read(text);
    assert!(read.left_out.is_empty(), "{:?}", read.left_out);
    let map = read.document.maps_in_order()[0];
    assert_eq!((map.title.as_str(), map.scenario.as_str()), ("From the front", "Two\nlines"));
    let seen = seen(&read.document);
    assert_eq!(seen[0].stages, [("One".into(), vec![("A task".into(), Some(4.0), vec!["Me".into()])])]);
}

#[test]
fn several_diagrams_of_a_markdown_file_are_several_maps() {
    let text = "# Notes\n```mermaid\njourney\n title A\n section S\n t: 1: X\n```\nwords\n```js\njourney\n```\n\
                ~~~ mermaid\ngraph TD\n~~~\n````mermaid\njourney\n title B\n section T\n u: 2: Y\n````\n";
    let read = read(text);
    let titles: Vec<String> = seen(&read.document).into_iter().map(|seen| seen.title).collect();
    assert_eq!(titles, ["A", "B"]);
    assert_eq!(seen(&again(&read.document)), seen(&read.document));
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_the_rest_is_kept() {
    let read = read("stray\njourney\nsection S\n good: 1: X\n odd: many: X, X\n long: 2: X: Y\n");
    let said: Vec<String> = read.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "line 1: “stray” stands before any journey diagram",
            "line 5: the score “many” is not a number; “odd” was kept without it",
            "line 6: “Y” stands behind the actors of “long”",
        ]
    );
    assert_eq!(read.document.cards.len(), 3);
}

#[test]
fn a_diagram_of_another_kind_is_named_once() {
    let text = "```mermaid\nsequenceDiagram\n A ->> B: hello\n B ->> A: hello\n```\n```mermaid\njourney\n title T\n x: 1\n```\n\
                ```mermaid\n%% a pie\npie title Pets\n \"Dogs\" : 3\n```\n";
    let said: Vec<String> = read(text).left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "line 2: the diagram “sequenceDiagram” is not a journey",
            "line 13: the diagram “pie title Pets” is not a journey",
        ]
    );
}

#[test]
fn descriptions_and_accessible_titles_end_with_their_line_or_brace() {
    let map = |text: &str| {
        let read = read(text);
        assert!(read.left_out.is_empty(), "{:?}", read.left_out);
        let map = read.document.maps_in_order()[0];
        (map.title.clone(), map.scenario.clone(), read.document.cards.len())
    };
    assert_eq!(
        map("journey\naccDescr {\n  For\n  families\n }title Shopping\naccTitle: Not this\nsection S\n"),
        ("Shopping".into(), "For\nfamilies".into(), 0)
    );
    assert_eq!(
        map("journey\naccDescr {one; two #1} title T\n a: 1\n"),
        ("T".into(), "one; two #1".into(), 1)
    );
    assert_eq!(
        map("journey\naccTitle: Ours; #1\naccDescr: first; then #58; second\n a: 1\n"),
        ("Ours; #1".into(), "first; then : second".into(), 1)
    );
    assert_eq!(map("journey\n title T\n accDescr { no end\n a\n"), ("T".into(), "no end\na".into(), 0));
}

#[test]
fn an_indented_front_matter_has_its_title_too() {
    let text =
        "```mermaid\n---\n    config:\n      title: No\n    title: Yes\n    ---\n  journey\n   a: 1\n```\n";
    assert_eq!(seen(&read(text).document)[0].title, "Yes");
}

#[test]
fn number_signs_and_per_cent_signs_that_are_part_of_a_name_are_kept() {
    let seen = seen(&read("journey\ntitle #53 · Wiring\nsection #1 First\n Save 50%%: 4: Me\n").document);
    assert_eq!(seen[0].title, "#53 · Wiring");
    assert_eq!(
        seen[0].stages,
        [("#1 First".into(), vec![("Save 50%%".into(), Some(4.0), vec!["Me".into()])])]
    );
}

#[test]
fn nothing_readable_is_one_sentence() {
    for text in [
        "",
        "hello",
        "flowchart TD\n A --> B\n",
        "# A title\n```mermaid\npie\n```\n",
        "journey\n",
        "journey\n%% only\n",
    ] {
        let error = mermaid::read(text.as_bytes(), &mut ids()).expect_err(text);
        assert_eq!(error.code(), "read.nothing-readable");
    }
    let error = mermaid::read(b"journey\n\xff\xfe", &mut ids()).expect_err("no text");
    assert_eq!(error.code(), "read.not-text");
}

proptest! {
    #[test]
    fn any_names_survive_the_way_round(
        title in "\\PC{0,12}",
        stages in prop::collection::vec(
            ("[\\PC\n]{0,12}", prop::collection::vec(("[\\PC\n]{0,16}", prop::option::of(-3..=9_i32), prop::collection::vec("[\\PC\n]{1,8}", 0..3)), 0..4)),
            0..4,
        ),
    ) {
        let mut document = read("journey\n title x\n section y\n").document;
        let map = document.maps_in_order()[0].id;
        let old: Vec<Id> = document.stages.keys().copied().collect();
        for id in old { document.stages.remove(&id); }
        let lane = |document: &Document, kind| document.lanes_of(map).iter().find(|lane| lane.kind == kind).map(|lane| lane.id).expect("a lane");
        let (actions, emotions) = (lane(&document, LaneKind::Actions), lane(&document, LaneKind::Emotions));
        let mut next = 1000_u128;
        let mut id = || { next += 1; Id::from_u128(next) };
        if let Some(map) = document.maps.get_mut(&map) {
            map.title = title;
            map.score_low = -3.0;
            map.score_high = 9.0;
        }
        let orders = journey::Order::spread(None, None, 8);
        for (at, (name, tasks)) in stages.into_iter().enumerate() {
            let stage = id();
            document.stages.insert(stage, journey::Stage { id: stage, map, order: orders[at].clone(), name, ..Default::default() });
            for (at, (text, score, actors)) in tasks.into_iter().enumerate() {
                let mut people: Vec<Id> = Vec::new();
                for name in actors {
                    let known = document.people.values().find(|person| person.name == name).map(|person| person.id);
                    let person = known.unwrap_or_else(&mut id);
                    document.people.insert(person, journey::Person { id: person, name, ..Default::default() });
                    if !people.contains(&person) { people.push(person); }
                }
                let card = id();
                let whose: Vec<Option<Id>> = if people.is_empty() { vec![None] } else { people.iter().copied().map(Some).collect() };
                document.cards.insert(card, journey::Card { id: card, lane: actions, stage, to_stage: stage, order: orders[at].clone(), text, people, ..Default::default() });
                let Some(score) = score else { continue };
                for person in whose {
                    let (id, value) = (id(), -2.0 + 4.0 * (f64::from(score) + 3.0) / 12.0);
                    document.feelings.insert(id, journey::Feeling { id, lane: emotions, stage, position: 0.5, person, value, card: Some(card), ..Default::default() });
                }
            }
        }
        let before = seen(&document);
        // An empty map has nothing that Mermaid could say.
        prop_assume!(!before[0].stages.is_empty());
        prop_assert_eq!(before, seen(&again(&document)));
    }
}
