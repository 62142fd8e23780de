//! What stands behind the last stage: paths and actions.

use super::{Outline, name_of};
use crate::LeftOut;
use crate::markdown::attributes::{Braces, escaped, span_words};
use journey::{Phrase, RecordId, in_order};

impl Outline<'_> {
    pub(super) fn tail(&mut self, left_out: &mut Vec<LeftOut>) {
        let paths =
            in_order(self.document.paths.values().filter(|path| path.map == self.map.id), |path| &path.order);
        let actions =
            in_order(self.document.actions.values().filter(|action| action.map == self.map.id), |action| {
                &action.order
            });
        if !paths.is_empty() || !actions.is_empty() {
            self.line("");
        }
        for path in paths {
            let mut braces = Braces::new(self.language);
            braces.word(&name_of(&path.kind));
            for (key, end) in [("from", path.from), ("to", path.to)] {
                braces.text(key, &end.and_then(|end| self.place_of(end)).unwrap_or_default());
            }
            if let Some(often) = path.often {
                braces.pair("often", often);
            }
            braces.text("trigger", &path.trigger);
            if let Some(wait) = &path.wait {
                braces.pair("wait", span_words(wait, self.language));
            }
            braces.text("expectation", &path.expectation);
            if let Some(met) = path.met {
                braces.word(if met { "met" } else { "not_met" });
            }
            let head = self.head_word("Path");
            self.line(&format!("{head}: {}{}", escaped(&path.label, &[]), braces.written()));
        }
        for action in actions {
            let mut braces = Braces::new(self.language);
            let place = action.opportunity.and_then(|id| self.places.get(&id));
            braces.text("opportunity", place.map_or("", String::as_str));
            let owner = action.owner.and_then(|id| self.document.people.get(&id));
            braces.text("owner", owner.map_or("", |person| &person.name));
            let team = action.team.and_then(|id| self.document.teams.get(&id));
            braces.text("team", team.map_or("", |team| &team.name));
            braces.text("start", action.start.as_ref().map_or("", |start| start.as_str()));
            braces.text("due", action.due.as_ref().map_or("", |due| due.as_str()));
            if action.status != journey::ActionStatus::Idea {
                braces.choice("status", &name_of(&action.status));
            }
            for (key, value) in
                [("resources", &action.resources), ("measure", &action.measure), ("note", &action.note)]
            {
                braces.text(key, value);
            }
            let head = self.head_word("Action");
            self.line(&format!("{head}: {}{}", escaped(&action.text, &[]), braces.written()));
        }
        let of_map = |about: RecordId| self.document.map_of(about) == Some(self.map.id);
        let approvals = self.document.approvals.values().filter(|approval| of_map(approval.about)).count();
        if approvals > 0 {
            left_out.push(LeftOut::somewhere(Phrase::new("left.approvals").with(approvals)));
        }
    }
}
