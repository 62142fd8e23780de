//! Where a record is, in words, and what there is to say about a field.

use super::{Asked, Choice};
use crate::insight::suggested_impacts;
use crate::{Card, Id, Phrase, RecordId, Table, Touchpoint, in_order, words};

/// "Decision, second of two"; empty for what has no place.
pub(super) fn of(asked: &Asked<'_>, record: RecordId) -> String {
    let document = asked.document;
    let stage = |id: Id| document.stages.get(&id).map_or("", |stage| &stage.name);
    match record.table {
        Table::Card => {
            let Some(card) = document.cards.get(&record.id) else { return String::new() };
            let cell = document.cards_in(card.lane, card.stage);
            let at = cell.iter().position(|other| other.id == card.id).unwrap_or(0);
            let stages = if card.to_stage == card.stage {
                stage(card.stage).to_owned()
            } else {
                asked.say(&Phrase::new("inspect.stages").with(stage(card.stage)).with(stage(card.to_stage)))
            };
            among(asked, stages, at, cell.len())
        }
        Table::Stage => {
            let stages = document.stages_of(asked.map);
            let at = stages.iter().position(|stage| stage.id == record.id).unwrap_or(0);
            asked.say(&Phrase::new("inspect.stage").with(at + 1).with(stages.len()))
        }
        Table::Gap => {
            let Some(gap) = document.gaps.get(&record.id) else { return String::new() };
            let stages = document.stages_of(asked.map);
            let at = stages.iter().position(|stage| stage.id == gap.stage);
            match at.and_then(|at| stages.get(at + 1)) {
                Some(next) => {
                    asked.say(&Phrase::new("inspect.between").with(stage(gap.stage)).with(&next.name))
                }
                None => asked.say(&Phrase::new("inspect.after").with(stage(gap.stage))),
            }
        }
        Table::Feeling => document.feelings.get(&record.id).map_or("", |own| stage(own.stage)).to_owned(),
        Table::Lane => {
            let zone = document.lanes.get(&record.id).map(|lane| lane.zone).unwrap_or_default();
            let choices = asked.all("zone", &[zone]);
            choices.first().map(|choice| choice.label.clone()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn among(asked: &Asked<'_>, stages: String, at: usize, count: usize) -> String {
    if count < 2 {
        return stages;
    }
    let counted = words::word("spelled", &count.to_string(), asked.language);
    asked.say(&Phrase::new("inspect.among").with(stages).with(at + 1).with(counted))
}

/// What there is to say about a field of a record: beside an opportunity's impact, the one that is suggested; below what
/// nobody chose of a touchpoint, what it is drawn as.
pub(super) fn hint(asked: &Asked<'_>, record: RecordId, field: &str) -> String {
    let Some(card) = asked.document.get::<Card>(record.id).filter(|_| record.table == Table::Card) else {
        return String::new();
    };
    match field {
        "fields.impact" => suggested(asked, card),
        "fields.channel" if unsaid(card, "channel") => Touchpoint::channel(card)
            .map(|channel| {
                asked.say(&Phrase::new("inspect.channel_of_text").with(channel.title(asked.language)))
            })
            .unwrap_or_default(),
        "fields.contact" if unsaid(card, "contact") => {
            let key = match Touchpoint::channel(card) {
                Some(_) => "inspect.contact_of_channel",
                None => "inspect.contact_unsaid",
            };
            let contact = words::word("contact", Touchpoint::of(card).contact.name(), asked.language);
            asked.say(&Phrase::new(key).with(contact))
        }
        _ => String::new(),
    }
}

fn suggested(asked: &Asked<'_>, card: &Card) -> String {
    let suggestions = suggested_impacts(asked.document, asked.map);
    let Some(own) = suggestions.into_iter().find(|own| own.card == card.id) else { return String::new() };
    let why = asked.say(&own.why);
    match own.impact {
        Some(impact) => asked.say(&Phrase::new("inspect.suggested").with(impact).with(why)),
        None => why,
    }
}

/// Whether nobody chose anything for a field of a card's kind.
fn unsaid(card: &Card, field: &str) -> bool {
    card.fields.get(field).and_then(|value| value.as_str()).unwrap_or_default().trim().is_empty()
}

impl Asked<'_> {
    /// The steps of a stage, in order.
    pub(super) fn steps(&self, stage: Id) -> Vec<Choice> {
        let steps = self.document.steps.values().filter(|step| step.stage == stage);
        in_order(steps, |step| &step.order)
            .iter()
            .map(|step| Choice::named(step.id.to_string(), &*step.name))
            .collect()
    }

    /// The short forms of the buyer jobs, and the jobs that stages already have.
    pub(super) fn jobs(&self) -> Vec<String> {
        const SHORT: &[&str] = &["identify", "explore", "build", "select"];
        let word = |name: &&str| words::word("buyer_job", name, self.language);
        let mut jobs: Vec<String> = SHORT.iter().map(word).collect();
        for stage in self.document.stages_of(self.map) {
            if !stage.job.is_empty() && !jobs.contains(&stage.job) {
                jobs.push(stage.job.clone());
            }
        }
        jobs
    }
}
