//! The sample map, “From first search to advocate”. Its quotes, numbers and people are invented for illustration.

use crate::template::build::Builder;
use crate::*;
use serde_json::{Value, json};

/// What the sample says about one stage.
struct Column {
    name: &'static str,
    job: &'static str,
    duration: Duration,
    purpose: &'static str,
    teams: &'static [&'static str],
    actions: &'static [&'static str],
    touchpoints: &'static [Meeting],
    thought: &'static str,
    /// Text, severity, votes.
    pain: Option<(&'static str, i64, u32)>,
    opportunity: &'static str,
    /// Impact and effort.
    rating: Option<(f64, f64)>,
}

/// A touchpoint: its text, its channel or (for one of the map's own) its icon, and whether a person is there.
struct Meeting {
    text: &'static str,
    channel: &'static str,
    icon: &'static str,
    contact: Contact,
}

const fn built_in(text: &'static str, channel: &'static str) -> Meeting {
    Meeting { text, channel, icon: "", contact: Contact::Digital }
}

const fn own(text: &'static str, icon: &'static str) -> Meeting {
    Meeting { text, channel: text, icon, contact: Contact::Digital }
}

const fn with_a_person(meeting: Meeting) -> Meeting {
    Meeting { contact: Contact::Human, ..meeting }
}

const fn weeks(from: f64, to: f64) -> Duration {
    Duration::Span(Span { from, to, unit: Unit::Week })
}

const COLUMNS: &[Column] = &[
    Column {
        name: "Awareness",
        job: "Identify problem",
        duration: weeks(3.0, 6.0),
        purpose: "Put a name to the problem.",
        teams: &["Marketing"],
        actions: &["Becomes aware of a problem", "Discovers the brand"],
        touchpoints: &[
            built_in("Search", "Search"),
            with_a_person(built_in("Word of mouth", "Word of mouth")),
        ],
        thought: "Surely someone has solved this already.",
        pain: None,
        opportunity: "Help first: articles, no hard sell",
        rating: None,
    },
    Column {
        name: "Research",
        job: "Explore solutions",
        duration: weeks(4.0, 4.0),
        purpose: "See what could solve it.",
        teams: &["Marketing"],
        actions: &["Compares features and prices", "Reads reviews, asks peers"],
        touchpoints: &[built_in("Website", "Website"), built_in("Reviews", "Reviews")],
        thought: "Every site says the same thing.",
        pain: Some(("Loses interest once on the website", 3, 3)),
        opportunity: "One consistent product story",
        rating: Some((2.5, 2.8)),
    },
    Column {
        name: "Consideration",
        job: "Build requirements",
        duration: weeks(3.0, 3.0),
        purpose: "Agree on what must be true.",
        teams: &["Marketing", "Sales"],
        actions: &["Narrows options", "Digs into case studies"],
        touchpoints: &[built_in("Case studies", "Case study"), with_a_person(own("Sales call", "phone"))],
        thought: "Which of these would I defend to my boss?",
        pain: Some(("Pricing is unclear", 4, 5)),
        opportunity: "Publish price ranges and terms",
        rating: Some((4.5, 3.5)),
    },
    Column {
        name: "Decision",
        job: "Select supplier",
        duration: weeks(5.0, 5.0),
        purpose: "Ready to commit, and looking for guarantees: demos, trials, clear terms.",
        teams: &["Sales"],
        actions: &["Requests a demo or trial", "Negotiates price and terms"],
        touchpoints: &[with_a_person(built_in("Demo", "Demo")), built_in("E-mail", "E-mail")],
        thought: "We asked for a demo last week. Anyone there?",
        pain: Some(("Waits too long for feedback on a demo request", 5, 8)),
        opportunity: "Answer demo requests within one day",
        rating: Some((5.0, 2.0)),
    },
    Column {
        name: "Purchase",
        job: "",
        duration: weeks(2.0, 2.0),
        purpose: "Get it signed.",
        teams: &["Sales", "Finance"],
        actions: &["Signs the contract"],
        touchpoints: &[built_in("Contract", "Contract"), own("Checkout", "shopping-cart")],
        thought: "Finally. Now, who signs what?",
        pain: Some(("Approval bottleneck", 4, 4)),
        opportunity: "Approval pack for the committee",
        rating: Some((3.5, 4.0)),
    },
    Column {
        name: "Post-purchase",
        job: "",
        duration: weeks(12.0, 12.0),
        purpose: "Make it work for everyone.",
        teams: &["Support"],
        actions: &["Gives feedback", "Contacts customer service"],
        touchpoints: &[
            with_a_person(built_in("Service desk", "Service desk")),
            built_in("Reviews", "Reviews"),
        ],
        thought: "I have explained this three times.",
        pain: Some(("Slow, stock replies from customer service", 3, 4)),
        opportunity: "Named contact and check-ins",
        rating: Some((4.0, 2.5)),
    },
    Column {
        name: "Loyalty and advocacy",
        job: "",
        duration: Duration::Ongoing,
        purpose: "Decide to stay.",
        teams: &["Account mgmt"],
        actions: &["Buys again", "Recommends to colleagues"],
        touchpoints: &[built_in("Newsletter", "Newsletter"), own("Referral", "gift")],
        thought: "I'd put my name to this.",
        pain: None,
        opportunity: "Referral and loyalty offers",
        rating: None,
    },
];

const TEAMS: &[(&str, TeamFunction)] = &[
    ("Marketing", TeamFunction::Marketing),
    ("Sales", TeamFunction::Sales),
    ("Support", TeamFunction::Support),
    ("Finance", TeamFunction::Other),
    ("Account mgmt", TeamFunction::Other),
];

/// Name, initials, role, committee role, priority, permission, risk.
type Who =
    (&'static str, &'static str, &'static str, CommitteeRole, &'static str, &'static str, &'static str);

const PEOPLE: &[Who] = &[
    (
        "Marie",
        "MC",
        "operations lead",
        CommitteeRole::Champion,
        "a tool the team will use",
        "can shortlist, cannot sign",
        "her name is on the choice",
    ),
    (
        "Procurement",
        "PL",
        "purchasing",
        CommitteeRole::Procurement,
        "comparable terms",
        "can stop the contract",
        "a price that rises later",
    ),
    (
        "IT security",
        "IT",
        "information security",
        CommitteeRole::Approver,
        "data stays in the country",
        "can refuse a supplier",
        "a breach traced to this tool",
    ),
    (
        "Finance director",
        "FD",
        "finance",
        CommitteeRole::DecisionMaker,
        "cost known for three years",
        "signs above 50,000",
        "a budget year that closes",
    ),
    (
        "Team lead",
        "TL",
        "operations",
        CommitteeRole::User,
        "less work on day one",
        "advises, does not decide",
        "a slow change-over",
    ),
    (
        "Managing director",
        "MD",
        "management",
        CommitteeRole::Approver,
        "a choice others can defend",
        "signs last",
        "being asked too late",
    ),
];

/// Person, stage, position in it, value, label.
const FEELINGS: &[(usize, usize, f64, f64, &str)] = &[
    (0, 0, 0.42, -0.05, ""),
    (0, 1, 0.32, 1.05, "Hopeful"),
    (0, 2, 0.2, 0.35, ""),
    (0, 2, 0.75, 0.55, ""),
    (0, 3, 0.52, -1.55, "Left waiting"),
    (0, 4, 0.5, 0.75, "Relieved"),
    (0, 5, 0.42, -0.62, "Unsure who to ask"),
    (0, 6, 0.55, 1.6, "Happy to recommend"),
    (1, 0, 0.5, -0.25, ""),
    (1, 1, 0.5, -0.1, ""),
    (1, 2, 0.5, 0.35, ""),
    (1, 3, 0.4, 0.25, ""),
    (1, 4, 0.42, -1.05, "Stuck in approvals"),
    (1, 5, 0.5, 0.3, ""),
    (1, 6, 0.5, 0.75, ""),
];

/// Stage that it follows, cause, title, detail, severity, votes.
const GAPS: &[(usize, Cause, &str, &str, u8, u32)] = &[
    (0, Cause::Time, "Budget wait", "weeks to months", 3, 2),
    (2, Cause::Channel, "Digital → human", "form to sales rep", 4, 3),
    (4, Cause::Silo, "Sales → Support", "context lost", 5, 2),
];

/// Opportunity by its stage, team, due, status.
const ACTIONS: &[(usize, &str, &str, ActionStatus)] = &[
    (3, "Sales", "2026-12-12", ActionStatus::Agreed),
    (5, "Support", "2026-12-19", ActionStatus::Agreed),
    (2, "Marketing", "2027-03", ActionStatus::Idea),
    (4, "Sales", "2027-04", ActionStatus::Idea),
    (1, "Marketing", "2027-05", ActionStatus::Idea),
];

/// The sample map as a document of its own.
pub fn sample(ids: &mut dyn NewIds) -> Document {
    let mut to = Builder::new(ids, "From first search to advocate", "en");
    let map = to.map;
    let people = people(&mut to);
    let teams: Vec<Id> = TEAMS
        .iter()
        .map(|&(name, function)| to.put(|id| Team { id, name: name.into(), function, ..Team::default() }))
        .collect();
    let team = |name: &str| TEAMS.iter().position(|team| team.0 == name).map(|at| teams[at]);
    let stages: Vec<Id> = COLUMNS
        .iter()
        .map(|column| {
            to.put(|id| Stage {
                id,
                map,
                name: column.name.into(),
                job: column.job.into(),
                duration: Some(column.duration),
                purpose: column.purpose.into(),
                responsible: column.teams.iter().filter_map(|name| team(name)).collect(),
                ..Stage::default()
            })
        })
        .collect();
    if let Some(map) = to.document.maps.get_mut(&map) {
        map.sector = "B2B services".into();
        map.scenario = "Replacing a supplier within a budget year".into();
        map.goal = "A choice the whole committee can defend".into();
        map.reviewed_on = Date::try_from("2026-11-21".to_owned()).ok();
        map.conversion = Some(stages[4]);
    }
    let lanes: Vec<Id> = STARTER_LANES.iter().map(|kind| to.lane(*kind)).collect();
    let lane = |kind| STARTER_LANES.iter().position(|own| *own == kind).map_or(Id::default(), |at| lanes[at]);
    let (pains, opportunities) = cards(&mut to, &stages, &lane);
    for &(person, stage, position, value, label) in FEELINGS {
        to.put(|id| Feeling {
            id,
            lane: lane(LaneKind::Emotions),
            stage: stages[stage],
            position,
            person: Some(people[person]),
            value,
            label: label.into(),
            ..Feeling::default()
        });
    }
    let gaps = GAPS.iter().map(|&(stage, cause, title, detail, severity, votes)| {
        to.put(|id| Gap {
            id,
            stage: stages[stage],
            causes: vec![cause],
            title: title.into(),
            detail: detail.into(),
            severity: Some(severity),
            votes,
            ..Gap::default()
        })
    });
    let gaps: Vec<Id> = gaps.collect();
    to.path(PathKind::Revisit, stages[3], stages[1], "Conditions change");
    to.path(PathKind::Feedback, stages[6], stages[0], "Renewal or new initiative");
    for (pain, opportunity) in pains.iter().zip(&opportunities) {
        if let Some(pain) = pain {
            answer(&mut to, *opportunity, RecordId::new(Table::Card, *pain));
        }
    }
    answer(&mut to, opportunities[5], RecordId::new(Table::Gap, gaps[2]));
    for &(stage, team_name, due, status) in ACTIONS {
        to.put(|id| Action {
            id,
            map,
            text: COLUMNS[stage].opportunity.into(),
            opportunity: Some(opportunities[stage]),
            team: team(team_name),
            due: Due::try_from(due.to_owned()).ok(),
            status,
            ..Action::default()
        });
    }
    to.document
}

fn people(to: &mut Builder) -> Vec<Id> {
    let map = to.map;
    let mut people = Vec::new();
    for (at, &(name, initials, role, committee_role, priority, permission, risk)) in PEOPLE.iter().enumerate()
    {
        let person = to.put(|id| Person {
            id,
            name: name.into(),
            initials: initials.into(),
            role: role.into(),
            committee_role: Some(committee_role),
            priorities: priority.into(),
            permissions: permission.into(),
            risks: risk.into(),
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
fn cards(to: &mut Builder, stages: &[Id], lane: &dyn Fn(LaneKind) -> Id) -> (Vec<Option<Id>>, Vec<Id>) {
    let (mut pains, mut opportunities) = (Vec::new(), Vec::new());
    for (column, &stage) in COLUMNS.iter().zip(stages) {
        for action in column.actions {
            to.card(lane(LaneKind::Actions), stage, action, &[]);
        }
        for meeting in column.touchpoints {
            let mut fields = vec![
                ("channel", Value::from(meeting.channel)),
                ("icon", Value::from(meeting.icon)),
                ("contact", Value::from(meeting.contact.name())),
            ];
            fields.retain(|(_, value)| value != "");
            to.card(lane(LaneKind::Touchpoints), stage, meeting.text, &fields);
        }
        to.card(lane(LaneKind::Thoughts), stage, column.thought, &[]);
        pains.push(column.pain.map(|(text, severity, votes)| {
            let pain = to.card(lane(LaneKind::PainPoints), stage, text, &[("severity", json!(severity))]);
            if let Some(card) = to.document.cards.get_mut(&pain) {
                card.votes = votes;
            }
            pain
        }));
        let rating =
            column.rating.map(|(impact, effort)| [("impact", json!(impact)), ("effort", json!(effort))]);
        let rating = rating.as_ref().map_or(&[][..], |rating| rating.as_slice());
        opportunities.push(to.card(lane(LaneKind::Opportunities), stage, column.opportunity, rating));
    }
    (pains, opportunities)
}

fn answer(to: &mut Builder, opportunity: Id, problem: RecordId) {
    to.put(|id| Answer { id, opportunity, problem, ..Answer::default() });
}
