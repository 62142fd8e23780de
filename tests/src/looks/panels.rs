//! The people, the teams and tags: full, empty, with a menu, and a person's own page.

use super::{Look, Shown};

pub(super) fn looks() -> Vec<Look> {
    vec![
        Look::new("people", Shown::Sample, |at| {
            at.command(at.says("People", "Personen …"));
            at.find(".side");
        }),
        Look::new("people-menu", Shown::Sample, |at| {
            at.command(at.says("People", "Personen …"));
            at.opens(".side li button[aria-haspopup=menu]", "[role=menu]");
        }),
        Look::new("person", Shown::Sample, |at| {
            at.command(at.says("People", "Personen …"));
            at.opens(".side li h3 button", ".side fieldset");
        }),
        Look::new("people-spoken", Shown::Spoken, |at| {
            at.command(at.says("People", "Personen …"));
            at.find(".side");
        }),
        Look::new("people-none", Shown::Blank, |at| {
            at.command(at.says("People", "Personen …"));
            at.find(".side");
        }),
        Look::new("teams-and-tags", Shown::Every, |at| {
            at.command(at.says("Teams and tags", "Teams und Schlagwörter"));
            at.find(".side fieldset");
        }),
        Look::new("teams-and-tags-none", Shown::Blank, |at| {
            at.command(at.says("Teams and tags", "Teams und Schlagwörter"));
            at.find(".side");
        }),
    ]
}
