//! The sample map, “From first search to advocate”. Its texts are in `words`; its quotes, numbers and people are
//! invented for illustration.

use crate::template::build::Builder;
use crate::*;
use serde_json::{Value, json};
use std::fmt::Display;

/// What the sample holds in one stage, besides texts.
struct Column {
    duration: Duration,
    /// Who is responsible, by the number of the team.
    teams: &'static [usize],
    actions: usize,
    touchpoints: &'static [Meeting],
    /// Severity and votes.
    pain: Option<(i64, u32)>,
    /// Impact and effort of the opportunity.
    rating: Option<(f64, f64)>,
}

/// A touchpoint: its channel or (for one of the map's own) its icon, and whether a person is there.
struct Meeting {
    channel: &'static str,
    icon: &'static str,
    contact: Contact,
}

const fn built_in(channel: &'static str) -> Meeting {
    Meeting { channel, icon: "", contact: Contact::Digital }
}

const fn own(icon: &'static str) -> Meeting {
    Meeting { channel: "", icon, contact: Contact::Digital }
}

const fn with_a_person(meeting: Meeting) -> Meeting {
    Meeting { contact: Contact::Human, ..meeting }
}

const fn weeks(from: f64, to: f64) -> Duration {
    Duration::Span(Span { from, to, unit: Unit::Week })
}

/// The teams, by their numbers.
const MARKETING: usize = 0;
const SALES: usize = 1;
const SUPPORT: usize = 2;
const FINANCE: usize = 3;
const ACCOUNTS: usize = 4;

const TEAMS: [TeamFunction; 5] = [
    TeamFunction::Marketing,
    TeamFunction::Sales,
    TeamFunction::Support,
    TeamFunction::Other,
    TeamFunction::Other,
];

const COLUMNS: &[Column] = &[
    Column {
        duration: weeks(3.0, 6.0),
        teams: &[MARKETING],
        actions: 2,
        touchpoints: &[built_in("Search"), with_a_person(built_in("Word of mouth"))],
        pain: None,
        rating: None,
    },
    Column {
        duration: weeks(4.0, 4.0),
        teams: &[MARKETING],
        actions: 2,
        touchpoints: &[built_in("Website"), built_in("Reviews")],
        pain: Some((3, 3)),
        rating: Some((2.5, 2.8)),
    },
    Column {
        duration: weeks(3.0, 3.0),
        teams: &[MARKETING, SALES],
        actions: 2,
        touchpoints: &[built_in("Case study"), with_a_person(own("phone"))],
        pain: Some((4, 5)),
        rating: Some((4.5, 3.5)),
    },
    Column {
        duration: weeks(5.0, 5.0),
        teams: &[SALES],
        actions: 2,
        touchpoints: &[with_a_person(built_in("Demo")), built_in("E-mail")],
        pain: Some((5, 8)),
        rating: Some((5.0, 2.0)),
    },
    Column {
        duration: weeks(2.0, 2.0),
        teams: &[SALES, FINANCE],
        actions: 1,
        touchpoints: &[built_in("Contract"), own("shopping-cart")],
        pain: Some((4, 4)),
        rating: Some((3.5, 4.0)),
    },
    Column {
        duration: weeks(12.0, 12.0),
        teams: &[SUPPORT],
        actions: 2,
        touchpoints: &[with_a_person(built_in("Service desk")), built_in("Reviews")],
        pain: Some((3, 4)),
        rating: Some((4.0, 2.5)),
    },
    Column {
        duration: Duration::Ongoing,
        teams: &[ACCOUNTS],
        actions: 2,
        touchpoints: &[built_in("Newsletter"), own("gift")],
        pain: None,
        rating: None,
    },
];

/// How many stages have a job of the buyer: those before the choice.
const JOBS: usize = 4;

/// What each person is in the buying committee.
const PEOPLE: [CommitteeRole; 6] = [
    CommitteeRole::Champion,
    CommitteeRole::Procurement,
    CommitteeRole::Approver,
    CommitteeRole::DecisionMaker,
    CommitteeRole::User,
    CommitteeRole::Approver,
];

/// Person, stage, position in it, value, the number of its label (0 for none).
const FEELINGS: &[(usize, usize, f64, f64, usize)] = &[
    (0, 0, 0.42, -0.05, 0),
    (0, 1, 0.32, 1.05, 1),
    (0, 2, 0.2, 0.35, 0),
    (0, 2, 0.75, 0.55, 0),
    (0, 3, 0.52, -1.55, 2),
    (0, 4, 0.5, 0.75, 3),
    (0, 5, 0.42, -0.62, 4),
    (0, 6, 0.55, 1.6, 5),
    (1, 0, 0.5, -0.25, 0),
    (1, 1, 0.5, -0.1, 0),
    (1, 2, 0.5, 0.35, 0),
    (1, 3, 0.4, 0.25, 0),
    (1, 4, 0.42, -1.05, 6),
    (1, 5, 0.5, 0.3, 0),
    (1, 6, 0.5, 0.75, 0),
];

/// Stage that it follows, cause, severity, votes.
const GAPS: &[(usize, Cause, u8, u32)] =
    &[(0, Cause::Time, 3, 2), (2, Cause::Channel, 4, 3), (4, Cause::Silo, 5, 2)];

/// Opportunity by its stage, team, due, status.
const ACTIONS: &[(usize, usize, &str, ActionStatus)] = &[
    (3, SALES, "2026-12-12", ActionStatus::Agreed),
    (5, SUPPORT, "2026-12-19", ActionStatus::Agreed),
    (2, MARKETING, "2027-03", ActionStatus::Idea),
    (4, SALES, "2027-04", ActionStatus::Idea),
    (1, MARKETING, "2027-05", ActionStatus::Idea),
];

/// The texts of the sample in a language, each by its family and its number from 1.
#[derive(Clone, Copy)]
struct Texts(&'static str);

impl Texts {
    fn of(self, family: &str, number: impl Display) -> String {
        words::word(family, &number.to_string(), self.0)
    }
}

/// The sample map as a document of its own, in English.
pub fn sample(ids: &mut dyn NewIds) -> Document {
    sample_in(ids, "en")
}

/// The sample map in a language that we speak, or else in English: the same but for its texts.
pub fn sample_in(ids: &mut dyn NewIds, language: &str) -> Document {
    let texts = Texts(words::spoken(language).unwrap_or("en"));
    let mut to = Builder::new(ids, &texts.of("sample", "title"), texts.0);
    let map = to.map;
    let people = people(&mut to, texts);
    let teams: Vec<Id> = TEAMS
        .into_iter()
        .zip(1..)
        .map(|(function, number)| {
            let name = texts.of("sample_team", number);
            to.put(|id| Team { id, name, function, ..Team::default() })
        })
        .collect();
    let stages: Vec<Id> = COLUMNS
        .iter()
        .zip(1..)
        .map(|(column, number)| {
            to.put(|id| Stage {
                id,
                map,
                name: texts.of("sample_stage", number),
                job: if number > JOBS { String::new() } else { texts.of("sample_job", number) },
                duration: Some(column.duration),
                purpose: texts.of("sample_purpose", number),
                responsible: column.teams.iter().map(|team| teams[*team]).collect(),
                ..Stage::default()
            })
        })
        .collect();
    if let Some(map) = to.document.maps.get_mut(&map) {
        map.sector = texts.of("sample", "sector");
        map.scenario = texts.of("sample", "scenario");
        map.goal = texts.of("sample", "goal");
        map.reviewed_on = Date::try_from("2026-11-21".to_owned()).ok();
        map.conversion = Some(stages[4]);
    }
    let lanes: Vec<Id> = STARTER_LANES.iter().map(|kind| to.lane(*kind)).collect();
    let lane = |kind| STARTER_LANES.iter().position(|own| *own == kind).map_or(Id::default(), |at| lanes[at]);
    let (pains, opportunities) = cards(&mut to, texts, &stages, &lane);
    for &(person, stage, position, value, label) in FEELINGS {
        let label = if label == 0 { String::new() } else { texts.of("sample_feeling", label) };
        to.put(|id| Feeling {
            id,
            lane: lane(LaneKind::Emotions),
            stage: stages[stage],
            position,
            person: Some(people[person]),
            value,
            label,
            ..Feeling::default()
        });
    }
    let gaps = GAPS.iter().zip(1..).map(|(&(stage, cause, severity, votes), number)| {
        to.put(|id| Gap {
            id,
            stage: stages[stage],
            causes: vec![cause],
            title: texts.of("sample_gap", number),
            detail: texts.of("sample_gap_detail", number),
            severity: Some(severity),
            votes,
            ..Gap::default()
        })
    });
    let gaps: Vec<Id> = gaps.collect();
    to.path(PathKind::Revisit, stages[3], stages[1], &texts.of("sample_path", 1));
    to.path(PathKind::Feedback, stages[6], stages[0], &texts.of("sample_path", 2));
    for (pain, opportunity) in pains.iter().zip(&opportunities) {
        if let Some(pain) = pain {
            answer(&mut to, *opportunity, RecordId::new(Table::Card, *pain));
        }
    }
    answer(&mut to, opportunities[5], RecordId::new(Table::Gap, gaps[2]));
    for &(stage, team, due, status) in ACTIONS {
        to.put(|id| Action {
            id,
            map,
            text: texts.of("sample_opportunity", stage + 1),
            opportunity: Some(opportunities[stage]),
            team: Some(teams[team]),
            due: Due::try_from(due.to_owned()).ok(),
            status,
            ..Action::default()
        });
    }
    to.document
}

fn people(to: &mut Builder, texts: Texts) -> Vec<Id> {
    let map = to.map;
    let mut people = Vec::new();
    for (at, committee_role) in PEOPLE.into_iter().enumerate() {
        let said = |family: &str| texts.of(family, at + 1);
        let person = to.put(|id| Person {
            id,
            name: said("sample_person"),
            initials: said("sample_initials"),
            role: said("sample_role"),
            committee_role: Some(committee_role),
            priorities: said("sample_priority"),
            permissions: said("sample_permission"),
            risks: said("sample_risk"),
            ..Person::default()
        });
        // The first two have curves.
        let curve_slot = [Some(1), Some(2)].get(at).copied().flatten();
        to.put(|id| Cast { id, map, person, primary: at == 0, curve_slot, ..Cast::default() });
        people.push(person);
    }
    people
}

/// Fills the lanes of cards; returns the pain (where there is one) and the opportunity of each stage.
fn cards(
    to: &mut Builder,
    texts: Texts,
    stages: &[Id],
    lane: &dyn Fn(LaneKind) -> Id,
) -> (Vec<Option<Id>>, Vec<Id>) {
    let (mut pains, mut opportunities) = (Vec::new(), Vec::new());
    for ((column, &stage), number) in COLUMNS.iter().zip(stages).zip(1..) {
        for action in 1..=column.actions {
            let text = texts.of("sample_action", format_args!("{number}.{action}"));
            to.card(lane(LaneKind::Actions), stage, &text, &[]);
        }
        for (meeting, at) in column.touchpoints.iter().zip(1..) {
            let text = texts.of("sample_touchpoint", format_args!("{number}.{at}"));
            let channel = if meeting.channel.is_empty() { text.as_str() } else { meeting.channel };
            let mut fields = vec![
                ("channel", Value::from(channel)),
                ("icon", Value::from(meeting.icon)),
                ("contact", Value::from(meeting.contact.name())),
            ];
            fields.retain(|(_, value)| value != "");
            to.card(lane(LaneKind::Touchpoints), stage, &text, &fields);
        }
        to.card(lane(LaneKind::Thoughts), stage, &texts.of("sample_thought", number), &[]);
        pains.push(column.pain.map(|(severity, votes)| {
            let text = texts.of("sample_pain", number);
            let pain = to.card(lane(LaneKind::PainPoints), stage, &text, &[("severity", json!(severity))]);
            if let Some(card) = to.document.cards.get_mut(&pain) {
                card.votes = votes;
            }
            pain
        }));
        let rating =
            column.rating.map(|(impact, effort)| [("impact", json!(impact)), ("effort", json!(effort))]);
        let rating = rating.as_ref().map_or(&[][..], |rating| rating.as_slice());
        let text = texts.of("sample_opportunity", number);
        opportunities.push(to.card(lane(LaneKind::Opportunities), stage, &text, rating));
    }
    (pains, opportunities)
}

fn answer(to: &mut Builder, opportunity: Id, problem: RecordId) {
    to.put(|id| Answer { id, opportunity, problem, ..Answer::default() });
}
