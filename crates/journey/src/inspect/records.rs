//! The fields of everything but cards: maps, stages, lanes, gaps, feelings, paths, people, teams and tags.

use super::{Asked, Control, Spec, Want};
use crate::*;

/// The fields of the records of a table; nothing for tables that are not inspected.
pub(super) fn specs(asked: &Asked<'_>, table: Table, kind: Option<LaneKind>) -> Vec<Spec> {
    match table {
        Table::Map => map(asked),
        Table::Stage => stage(asked),
        Table::Lane => lane(asked, kind),
        Table::Gap => gap(asked),
        Table::Feeling => feeling(asked),
        Table::Path => path(asked),
        Table::Person => person(asked),
        Table::Team => vec![
            asked.main(table, "name", Control::Title { most: None }),
            asked.main(table, "function", asked.one_of("team_function", TeamFunction::ALL, false)),
        ],
        Table::Tag => vec![
            asked.main(table, "name", Control::Title { most: None }),
            asked.main(table, "color", Control::Color { list: None }),
        ],
        _ => Vec::new(),
    }
}

fn number(low: Option<f64>, high: Option<f64>, step: f64) -> Control {
    Control::Number { low, high, step, optional: true }
}

fn map(asked: &Asked<'_>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Map, name, control);
    let row = |name: &str, control| asked.spec(Table::Map, name, control);
    let own = asked.only.and_then(|record| asked.document.get::<Map>(record.id));
    vec![
        main("title", Control::Title { most: None }),
        main("state", asked.one_of("map_state", MapState::ALL, false)),
        main("scenario", Control::Words),
        main("goal", Control::Words),
        main("headline", Control::Words),
        main("conversion", asked.pick(Table::Stage, false)),
        row("starts_when", Control::line()),
        row("ends_when", Control::line()),
        row("sector", Control::line()),
        row("status", asked.one_of("map_status", MapStatus::ALL, false)),
        row("owner", Control::line()),
        row("version_label", Control::line()),
        row("reviewed_on", Control::Date),
        row("review_every", asked.span(false)),
        row("perspective", asked.one_of("perspective", Perspective::ALL, false)),
        row("deal.value_from", number(Some(0.0), None, 1000.0)),
        row("deal.value_to", number(Some(0.0), None, 1000.0)),
        row("deal.currency", Control::line()),
        row("deal.stakeholders", number(Some(0.0), Some(1000.0), 1.0)),
        row("deal.duration", asked.span(false)),
        main("deal.regulations", Control::Words),
        main("deal.complexity", Control::Words),
        main("logo", Control::image(asked.document, own.and_then(|map| map.logo))),
        row("brand_colors", Control::Color { list: Some(2) }),
    ]
}

fn stage(asked: &Asked<'_>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Stage, name, control);
    let row = |name: &str, control| asked.spec(Table::Stage, name, control);
    let mut acts: Vec<String> = Vec::new();
    for stage in asked.document.stages_of(asked.map) {
        if !stage.act.is_empty() && !acts.contains(&stage.act) {
            acts.push(stage.act.clone());
        }
    }
    let mut specs = vec![
        main("name", Control::Title { most: None }),
        main("job", Control::Line { most: None, often: asked.jobs() }),
        main("duration", asked.span(true)),
        main("purpose", Control::Words),
        main("question", Control::Words),
        main("entry", Control::Words),
        main("exit", Control::Words),
    ];
    if let Some(record) = asked.only {
        specs.push(main("steps", Control::Steps { steps: asked.steps(record.id) }));
    }
    specs.extend([
        main("responsible", asked.pick(Table::Team, true)),
        main("supports", asked.pick(Table::Team, true)),
        row("presence", asked.one_of("presence", Presence::ALL, true)),
        row("effort", number(Some(0.0), None, 1.0)),
        row("act", Control::Line { most: None, often: acts }),
        row("short_name", Control::Line { most: Some(14), often: Vec::new() }),
        row("width", Control::Number { low: Some(176.0), high: Some(480.0), step: 8.0, optional: false }),
    ]);
    if asked.document.maps.len() > 1 {
        specs.push(row("linked_map", asked.pick(Table::Map, false)));
    }
    specs
}

fn lane(asked: &Asked<'_>, kind: Option<LaneKind>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Lane, name, control);
    let row = |name: &str, control| asked.spec(Table::Lane, name, control);
    let lines = &[LineBelow::None, LineBelow::Interaction, LineBelow::Visibility];
    let mut specs = vec![main("name", Control::Title { most: None })];
    if kind.is_some_and(LaneKind::is_curve) {
        let metrics = &[Metric::Emotion, Metric::Confidence, Metric::Trust, Metric::Clarity, Metric::Own];
        specs.push(main("metric", asked.one_of("metric", metrics, false)));
    }
    specs.extend([
        main("line_below", asked.one_of("line_below", lines, false)),
        row("height", number(Some(20.0), Some(2000.0), 8.0)),
        row("collapsed", Control::Flag),
        row("hidden", Control::Flag),
    ]);
    specs
}

fn gap(asked: &Asked<'_>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Gap, name, control);
    let row = |name: &str, control| asked.spec(Table::Gap, name, control);
    let links = asked.only.map(|record| asked.links(record)).unwrap_or_default();
    vec![
        main("title", Control::Title { most: Some(32) }),
        main("causes", Control::Choices { choices: asked.all("cause", Cause::ALL) }),
        main("severity", Control::FIVE),
        main("detail", Control::Line { most: Some(48), often: Vec::new() }),
        main("wait", asked.span(false)),
        main("status", asked.one_of("gap_status", GapStatus::ALL, false)),
        main("owner", asked.pick(Table::Team, false)),
        main("answers", Control::Links { want: Want::Opportunities, links }),
        main("plug", Control::Words),
        row("covering_system", Control::line()),
        row("votes", Control::Stepper { low: 0.0, high: None, step: 1.0 }),
    ]
}

fn feeling(asked: &Asked<'_>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Feeling, name, control);
    let row = |name: &str, control| asked.spec(Table::Feeling, name, control);
    let own = asked.only.and_then(|record| asked.document.get::<Feeling>(record.id));
    let card = own.and_then(|feeling| asked.document.cards.get(&feeling.card?));
    vec![
        main("label", Control::Title { most: Some(24) }),
        main("value", Control::Stepper { low: -2.0, high: Some(2.0), step: 0.25 }),
        main("person", asked.pick(Table::Person, false)),
        main("moment", asked.one_of("moment", Moment::ALL, false)),
        main("evidence", asked.one_of("evidence_level", EvidenceLevel::ALL, false)),
        main("need", Control::Words),
        main("response_organisation", Control::Words),
        main("response_sales", Control::Words),
        main("response_content", Control::Words),
        main("note", Control::Note),
        row("position", Control::Number { low: Some(0.0), high: Some(1.0), step: 0.1, optional: false }),
        row("card", Control::Card { text: card.map(|card| card.text.clone()).unwrap_or_default() }),
    ]
}

fn path(asked: &Asked<'_>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Path, name, control);
    let row = |name: &str, control| asked.spec(Table::Path, name, control);
    let own = asked.only.and_then(|record| asked.document.get::<Path>(record.id));
    let end = |end: Option<RecordId>| {
        let card = end.filter(|end| end.table == Table::Card);
        let card = card.and_then(|card| asked.document.caption(card));
        Control::End { stages: asked.stages(), card }
    };
    vec![
        main("label", Control::Title { most: Some(40) }),
        main("kind", asked.one_of("path_kind", PathKind::ALL, false)),
        row("from", end(own.and_then(|path| path.from))),
        row("to", end(own.and_then(|path| path.to))),
        row("often", number(Some(0.0), None, 1.0)),
        row("wait", asked.span(false)),
        main("trigger", Control::Words),
        main("expectation", Control::Words),
        main("met", Control::YesNo),
    ]
}

fn person(asked: &Asked<'_>) -> Vec<Spec> {
    let main = |name: &str, control| asked.main(Table::Person, name, control);
    let row = |name: &str, control| asked.spec(Table::Person, name, control);
    let own = asked.only.and_then(|record| asked.document.get::<Person>(record.id));
    vec![
        main("name", Control::Title { most: None }),
        row("role", Control::line()),
        row("initials", Control::Line { most: Some(2), often: Vec::new() }),
        row("kind", asked.one_of("person_kind", PersonKind::ALL, false)),
        row("committee_role", asked.one_of("committee_role", CommitteeRole::ALL, true)),
        row("member_of", asked.pick(Table::Person, false)),
        main("priorities", Control::Words),
        main("permissions", Control::Words),
        main("risks", Control::Words),
        main("goals", Control::Words),
        main("frustrations", Control::Words),
        main("stance", Control::Words),
        main("portrait", Control::image(asked.document, own.and_then(|person| person.portrait))),
    ]
}
