//! What is known of a card or a gap, in a few words each: at the end of its line.

use super::OutlineChip;
use crate::insight::Quadrant;
use crate::{Card, Contact, Document, EvidenceLevel, Gap, LaneKind, Phrase, Touchpoint, words};
use serde::Serialize;
use serde_json::Value;

/// A document, and the language in which it is told of.
pub(super) struct Say<'a> {
    pub document: &'a Document,
    pub language: &'a str,
}

impl Say<'_> {
    pub fn phrase(&self, phrase: &Phrase) -> String {
        words::say(phrase, self.language)
    }

    /// A sentence without anything to put into it.
    pub fn words(&self, key: &str) -> String {
        self.phrase(&Phrase::new(key))
    }

    /// A word for the name of a choice, as it stands alone.
    pub fn word(&self, prefix: &str, name: &str) -> String {
        words::capital(&words::word(prefix, name, self.language))
    }

    /// A word for a choice that serde names.
    pub fn choice(&self, prefix: &str, choice: &impl Serialize) -> String {
        let name = serde_json::to_value(choice).ok();
        self.word(prefix, name.as_ref().and_then(Value::as_str).unwrap_or_default())
    }

    fn number(&self, value: f64) -> String {
        words::number(value, self.language)
    }
}

fn said(text: impl Into<String>) -> OutlineChip {
    OutlineChip::Said { text: text.into() }
}

fn text<'a>(card: &'a Card, field: &str) -> &'a str {
    card.fields.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn number(card: &Card, field: &str) -> Option<f64> {
    card.fields.get(field).and_then(Value::as_f64)
}

/// What is known of a card: that of its kind first, who is responsible last.
pub(super) fn of_card(say: &Say<'_>, kind: LaneKind, card: &Card) -> Vec<OutlineChip> {
    let mut chips = of_kind(say, kind, card);
    let document = say.document;
    if card.votes > 0 {
        chips.push(said(say.phrase(&Phrase::new("canvas.votes").with(card.votes))));
    }
    let people = card.people.iter().filter_map(|id| document.people.get(id));
    let people: Vec<&str> = people.map(|person| &*person.name).collect();
    if !people.is_empty() {
        chips.push(said(people.join(", ")));
    }
    if let Some(stages) = reach(document, card).filter(|stages| *stages > 1) {
        chips.push(said(say.phrase(&Phrase::new("canvas.stages").with(stages))));
    }
    chips.extend(evidence(say, card.evidence));
    if let Some(team) = card.team.and_then(|id| document.teams.get(&id)) {
        chips.push(said(&team.name));
    }
    chips
}

/// How well a thing is known, where it is more than thought.
pub(super) fn evidence(say: &Say<'_>, level: EvidenceLevel) -> Option<OutlineChip> {
    (level != EvidenceLevel::Hypothesis).then(|| said(say.choice("evidence_level", &level)))
}

/// How many stages a card lies over.
fn reach(document: &Document, card: &Card) -> Option<usize> {
    if card.stage == card.to_stage {
        return Some(1);
    }
    let stages = document.stages_of(document.stages.get(&card.stage)?.map);
    let at = |id| stages.iter().position(|stage| stage.id == id);
    Some(at(card.to_stage)?.checked_sub(at(card.stage)?)? + 1)
}

/// What is known of a card by its kind.
fn of_kind(say: &Say<'_>, kind: LaneKind, card: &Card) -> Vec<OutlineChip> {
    let choices = |fields: &[&str]| -> Vec<OutlineChip> {
        let set = fields.iter().map(|field| (*field, text(card, field))).filter(|(_, name)| !name.is_empty());
        set.map(|(field, name)| said(say.word(field, name))).collect()
    };
    let texts = |fields: &[&str]| -> Vec<OutlineChip> {
        let set = fields.iter().map(|field| text(card, field)).filter(|text| !text.is_empty());
        set.map(said).collect()
    };
    match kind {
        LaneKind::Goals => texts(&["job"]),
        LaneKind::Content => texts(&["format", "call_to_action"]),
        LaneKind::Questions => texts(&["asked"]),
        LaneKind::InteractionModel => choices(&["point"]),
        LaneKind::Motivators => choices(&["force"]),
        LaneKind::Backstage => choices(&["system", "data_link"]),
        LaneKind::Statistic => texts(&["value"]),
        LaneKind::Touchpoints => touchpoint(say, card),
        LaneKind::PainPoints => severity(say, number(card, "severity")).into_iter().collect(),
        LaneKind::Opportunities => opportunity(say, card).into_iter().collect(),
        LaneKind::Measures => measure(say, card).into_iter().collect(),
        LaneKind::Maturity => [("canvas.maturity.now", "now"), ("canvas.maturity.target", "target")]
            .into_iter()
            .filter_map(|(key, field)| Some(Phrase::new(key).with(number(card, field)?)))
            .map(|phrase| said(words::capital(&say.phrase(&phrase))))
            .collect(),
        LaneKind::Actions
        | LaneKind::Emotions
        | LaneKind::Thoughts
        | LaneKind::Deciders
        | LaneKind::Risks
        | LaneKind::Gaps
        | LaneKind::Teams
        | LaneKind::Text
        | LaneKind::Image => Vec::new(),
    }
}

fn severity(say: &Say<'_>, level: Option<f64>) -> Option<OutlineChip> {
    let level = level?.clamp(0.0, 5.0);
    let text = words::capital(&say.phrase(&Phrase::new("canvas.severity").with(level)));
    Some(OutlineChip::Severity { level: level as u8, text })
}

fn touchpoint(say: &Say<'_>, card: &Card) -> Vec<OutlineChip> {
    let contact = match Touchpoint::of(card).contact {
        Contact::Human => "human",
        Contact::Digital => "digital",
        Contact::Both => "both",
    };
    let truth = card.fields.get("moment_of_truth").and_then(Value::as_bool).unwrap_or_default();
    let truth = truth.then(|| said(words::capital(&say.words("canvas.moment_of_truth"))));
    truth.into_iter().chain([said(say.word("contact", contact))]).collect()
}

/// A quick win is called so; else impact and effort, once they are rated.
fn opportunity(say: &Say<'_>, card: &Card) -> Option<OutlineChip> {
    if Quadrant::of_card(card) == Some(Quadrant::QuickWin) {
        return Some(OutlineChip::QuickWin { text: say.phrase(&Quadrant::QuickWin.name()) });
    }
    let phrase = match (number(card, "impact"), number(card, "effort")) {
        (Some(impact), Some(effort)) => Phrase::new("canvas.rating").with(impact).with(effort),
        (Some(impact), None) => Phrase::new("canvas.impact").with(impact),
        (None, Some(effort)) => Phrase::new("canvas.effort").with(effort),
        (None, None) => return None,
    };
    Some(said(say.phrase(&phrase)))
}

/// What is now, and what shall be.
fn measure(say: &Say<'_>, card: &Card) -> Option<OutlineChip> {
    let unit = text(card, "unit");
    let with_unit = |value: f64| {
        let number = say.number(value);
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    };
    Some(said(match (number(card, "now"), number(card, "target")) {
        (Some(now), Some(target)) => format!("{} → {}", say.number(now), with_unit(target)),
        (Some(now), None) => with_unit(now),
        (None, Some(target)) => format!("→ {}", with_unit(target)),
        (None, None) => return None,
    }))
}

/// What is known of a gap.
pub(super) fn of_gap(say: &Say<'_>, gap: &Gap) -> Vec<OutlineChip> {
    let severity = gap.severity.map(|level| Phrase::new("canvas.severity").with(level));
    let votes = (gap.votes > 0).then(|| Phrase::new("canvas.votes").with(gap.votes));
    let wait = gap.wait.as_ref().map(|wait| words::span(wait, say.language));
    let owner = gap.owner.and_then(|id| say.document.teams.get(&id)).map(|team| team.name.clone());
    let status = (gap.status != crate::GapStatus::Open).then(|| say.choice("gap_status", &gap.status));
    severity
        .map(|phrase| words::capital(&say.phrase(&phrase)))
        .into_iter()
        .chain(votes.map(|phrase| say.phrase(&phrase)))
        .chain(wait)
        .chain(status)
        .chain(owner)
        .map(said)
        .collect()
}
