//! The outline: what the design's example says comes in, and a written outline comes back letter by letter.

use exchange::markdown;
use journey::{Document, Duration, EvidenceLevel, Id, Span, Unit};
use proptest::prelude::*;

fn ids() -> impl FnMut() -> Id {
    let mut last = 0_u128;
    move || {
        last += 1;
        Id::from_u128(last)
    }
}

fn read(text: &str) -> exchange::Read {
    markdown::read(text.as_bytes(), &mut ids()).expect("an outline")
}

fn written(document: &Document) -> String {
    let maps: Vec<Id> = document.maps_in_order().iter().map(|map| map.id).collect();
    markdown::write(document, &maps).text
}

const EXAMPLE: &str = "\
# From first search to advocate
Person: Marie, operations lead (champion, primary)
## Consideration  {job: Build requirements, 3 weeks}
> gap channel: Digital → human, form to sales rep  {severity 4, votes 3}
## Decision  {job: Select supplier, 5 weeks}
### Actions
- Requests a demo or trial
### Emotions
- Marie @0.5: -1.5 Left waiting
### Pain points
- Waits too long for feedback on a demo request  {severity 5, votes 8, team Sales, hypothesis}
";

#[test]
fn the_example_of_the_design_comes_in_whole() {
    let read = read(EXAMPLE);
    assert!(read.left_out.is_empty(), "{:?}", read.left_out);
    let document = read.document;
    let map = document.maps_in_order()[0];
    assert_eq!(map.title, "From first search to advocate");
    let stages = document.stages_of(map.id);
    assert_eq!(
        stages.iter().map(|stage| stage.name.as_str()).collect::<Vec<_>>(),
        ["Consideration", "Decision"]
    );
    let three_weeks = Duration::Span(Span { from: 3.0, to: 3.0, unit: Unit::Week });
    assert_eq!((stages[0].job.as_str(), stages[0].duration), ("Build requirements", Some(three_weeks)));
    let gap = document.gaps_after(stages[0].id)[0];
    assert_eq!((gap.title.as_str(), gap.detail.as_str()), ("Digital → human", "form to sales rep"));
    assert_eq!(
        (gap.severity, gap.votes, gap.causes.as_slice()),
        (Some(4), 3, [journey::Cause::Channel].as_slice())
    );
    let pain = document.cards.values().find(|card| card.votes == 8).expect("the pain point");
    assert_eq!(pain.text, "Waits too long for feedback on a demo request");
    assert_eq!(pain.fields["severity"], 5);
    assert_eq!(pain.evidence, EvidenceLevel::Hypothesis);
    assert_eq!(document.teams[&pain.team.expect("a team")].name, "Sales");
    let feeling = document.feelings.values().next().expect("a feeling");
    assert_eq!((feeling.position, feeling.value, feeling.label.as_str()), (0.5, -1.5, "Left waiting"));
    let marie = &document.people[&feeling.person.expect("a person")];
    assert_eq!((marie.name.as_str(), marie.role.as_str()), ("Marie", "operations lead"));
    assert!(document.cast_of(map.id)[0].primary);
}

/// Everything that an outline can say.
const WHOLE: &str = "\
# A \\{map
State: future
Sector: B2B services
Scenario: Line one\\nLine two
Goal: A choice
Headline: It stalls, and nobody answers
Starts when: a
Ends when: b
Status: in_review
Owner: Ann
Reviewed: 2026-11-21
Review every: 3 months
Version: v2
Perspective: buyer_backward
Language: fr
Conversion: 2
Scores: 0 to 10
Person: Ann, head of sales (decision maker)  {initials AN, priorities \"cost, \\\"time\\\"\"}
Person: Firm \\(EU)\\, Ltd (primary)  {organisation}
Lane: What they do  {kind actions, height 120, line interaction}
Lane: Trust  {kind emotions, collapsed, metric trust}
Lane: Notes  {kind text, zone insight}
Lane: Pain points  {kind pain_points, hidden}
Lane: Ideas  {kind opportunities}

## First  {job: Identify problem, 3–6 weeks, short 1st, act Begin, purpose \"a, b\", presence self_service, effort 0.25, team Sales, supports Support, step Ask, step \"Wait, long\", width 300}
> leads: Ann
### What they do
- A card
  over {lines}\\n
  \\s indented  {to 2, votes 2, person Ann, team Sales, tag urgent, step Ask, measured, note \"more\\nwords\", color #ff0000}
- \\sspaced\\s
### Trust
- @0: -2
- Ann @0.25: 1.5 A \\{label  {observed, future, need rest, card 1/What they do/1}
### Pain points
- Hurts  {severity 3, friction waiting}
### Ideas
- Help  {impact 4.5, effort 2, sort tool, answers 1/Pain points/1, answers gap 1/2}
> gap time silo: Wait
> gap person: A\\, b, detail  {severity 2, wait 2–4 weeks, plug calls, system CRM, team Sales, status plugged}

## Second  {ongoing}
### Notes
- 1. not a number

Path: Back  {revisit, from 2, to 1/What they do/2, often 0.5, trigger doubt, wait 1 day, expectation an answer, not_met}
Path: Out  {exit, from 2}
Action: Do it  {opportunity 1/Ideas/1, owner Ann, team Sales, start 2026-12, due 2027-01-15, status agreed, resources money}
";

fn whole() -> String {
    WHOLE.replace("\\{lines}", "{lines}").replace("over {lines}", "over \\{lines}")
}

#[test]
fn everything_that_an_outline_can_say_comes_back_letter_by_letter() {
    let text = whole();
    let read = read(&text);
    assert!(read.left_out.is_empty(), "{:?}", read.left_out);
    assert_eq!(written(&read.document), text);
    let spanning = read
        .document
        .cards
        .values()
        .find(|card| card.stage != card.to_stage)
        .expect("a card over two stages");
    assert_eq!(spanning.text, "A card\nover {lines}\n\n  indented");
    assert_eq!(read.document.answers.len(), 2);
}

#[test]
fn a_german_map_has_a_german_outline_that_comes_back_letter_by_letter() {
    let mut document = read(&whole()).document;
    document.maps.values_mut().for_each(|map| map.language = "de-AT".into());
    let text = written(&document);
    for line in [
        "Zustand: künftig",
        "Szenario: Line one\\nLine two",
        "Beginnt wenn: a",
        "Status: in_Prüfung",
        "Prüfen alle: 3 Monate",
        "Perspektive: Käufersicht",
        "Sprache: de-AT",
        "Skala: 0 bis 10",
        "Person: Ann, head of sales (Entscheider)  {Initialen AN, Prioritäten \"cost, \\\"time\\\"\"}",
        "Ebene: What they do  {Art Handlungen, Höhe 120, Linie Interaktionslinie}",
        "> führt: Ann",
        "- Ann @0.25: 1.5 A \\{label  {beobachtet, künftig, Bedürfnis rest, Karte 1/What they do/1}",
        "- Hurts  {Schwere 3, Reibung Warten}",
        "> Lücke Zeit Silo: Wait",
        "## Second  {fortlaufend}",
        "Pfad: Out  {Ausstieg, von 2}",
    ] {
        assert!(text.lines().any(|own| own == line), "{line}\n{text}");
    }
    let back = read(&text);
    assert_eq!(back.left_out, []);
    assert_eq!(written(&back.document), text);
    let mut back = back.document;
    back.maps.values_mut().for_each(|map| map.language = "fr".into());
    assert_eq!(written(&back), whole(), "and says the same in English words");
}

#[test]
fn german_headings_are_lanes_whatever_the_language_of_the_map() {
    let text = "# Umzug\n## Suche {Aufgabe: Problem erkennen, 3–6 Wochen}\n### Schmerzpunkte\n- Wartet {Schwere 4, gemessen}\n### Handlungen\n- Sucht\n### Chancen\n- Ruft an {löst 1/Schmerzpunkte/1}\n";
    for head in ["", "Sprache: de\n", "Language: de\n"] {
        let read = read(&text.replace("## Suche", &format!("{head}## Suche")));
        assert!(read.left_out.is_empty(), "{:?}", read.left_out);
        let document = read.document;
        let map = document.maps_in_order()[0].id;
        let pain = document.cards.values().find(|card| card.text == "Wartet").expect("the pain");
        assert_eq!(document.lanes[&pain.lane].kind, journey::LaneKind::PainPoints);
        assert_eq!((&pain.fields["severity"], pain.evidence), (&4.into(), EvidenceLevel::Measured));
        // Places are named by the heading, too.
        let answers: Vec<_> = document.answers.values().map(|answer| answer.problem.id).collect();
        assert_eq!(answers, [pain.id]);
        let stage = document.stages_of(map)[0];
        assert_eq!(stage.job, "Problem erkennen");
        assert!(stage.duration.is_some());
        let lanes = document.lanes_of(map);
        assert_eq!(lanes.len(), journey::STARTER_LANES.len(), "no lane is there twice");
        let german = lanes.iter().any(|lane| lane.name == "Schmerzpunkte");
        assert_eq!(german, !head.is_empty(), "lanes are called in the map's language");
    }
}

#[test]
fn the_sample_comes_back_in_every_language() {
    for language in journey::words::languages() {
        let document = journey::sample_in(&mut ids(), language);
        let text = written(&document);
        let back = read(&text);
        assert_eq!(back.left_out, [], "{language}");
        assert_eq!(written(&back.document), text, "{language}");
        assert!(
            !text.contains("{kind ") && !text.contains("{Art "),
            "{language}: the starter lanes need no lines of their own"
        );
    }
}

#[test]
fn plain_markdown_of_others_is_read_as_far_as_it_goes() {
    let read = read(
        "Some words\n\n# Title\n\n## Stage\n\n* one\n* two\n1. three\n\nA paragraph.\n\n### Unknown lane\n+ four {odd}\n",
    );
    let said: Vec<String> = read.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "line 1: plain text is not part of an outline",
            "line 11: plain text is not part of an outline",
            "line 14: “odd” in braces is not understood here",
        ]
    );
    let texts: Vec<&str> = read.document.cards.values().map(|card| card.text.as_str()).collect();
    assert_eq!(texts, ["one", "two", "three", "four"]);
}

#[test]
fn a_place_that_is_not_there_is_told_with_its_line() {
    let read = read("# T\n## S\n### Opportunities\n- Help  {answers 3/Pain points/1}\n");
    assert_eq!(read.left_out[0].to_string(), "line 4: names a place that is not in the map");
    assert!(read.document.answers.is_empty());
}

#[test]
fn nothing_readable_is_one_sentence() {
    for text in ["", "words\n", "\n\n"] {
        assert_eq!(
            markdown::read(text.as_bytes(), &mut ids()).expect_err(text).code(),
            "read.nothing-readable"
        );
    }
}

proptest! {
    #[test]
    fn any_words_survive_the_way_round(title in "\\PC{0,16}", name in "\\PC{0,16}", texts in prop::collection::vec("[\\PC\n]{0,20}", 0..5), note in "[\\PC\n]{0,12}") {
        let mut document = read("# t\n## s\n").document;
        let (map, stage) = (document.maps_in_order()[0].id, *document.stages.keys().next().expect("a stage"));
        document.maps.get_mut(&map).expect("the map").title = title;
        document.stages.get_mut(&stage).expect("the stage").name = name;
        let lane = document.lanes_of(map)[0].id;
        for (order, (number, text)) in journey::Order::spread(None, None, texts.len()).into_iter().zip(texts.into_iter().enumerate()) {
            let id = Id::from_u128(1000 + number as u128);
            document.cards.insert(id, journey::Card { id, lane, stage, to_stage: stage, order, text, note: note.clone(), ..Default::default() });
        }
        let back = read(&written(&document)).document;
        let words = |document: &Document| {
            let map = document.maps_in_order()[0];
            let stage = document.stages_of(map.id)[0];
            let lane = document.lanes_of(map.id)[0].id;
            let cards: Vec<(String, String)> = document.cards_in(lane, stage.id).iter().map(|card| (card.text.clone(), card.note.clone())).collect();
            (map.title.clone(), stage.name.clone(), cards)
        };
        prop_assert_eq!(words(&document), words(&back));
    }
}
