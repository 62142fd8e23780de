//! The people, the teams and tags: full, empty, with a menu, and a person's own page.

use super::{Look, Shown};

pub(super) fn looks() -> Vec<Look> {
    vec![
        Look::new("people", Shown::Sample, |at| {
            at.command("People");
            at.find(".side");
        }),
        Look::new("people-menu", Shown::Sample, |at| {
            at.command("People");
            at.opens(".side li button[aria-haspopup=menu]", "[role=menu]");
        }),
        Look::new("person", Shown::Sample, |at| {
            at.command("People");
            at.opens(".side li h3 button", ".side fieldset");
        }),
        Look::new("people-none", Shown::Blank, |at| {
            at.command("People");
            at.find(".side");
        }),
        Look::new("teams-and-tags", Shown::Every, |at| {
            at.command("Teams and tags");
            at.find(".side fieldset");
        }),
        Look::new("teams-and-tags-none", Shown::Blank, |at| {
            at.command("Teams and tags");
            at.find(".side");
        }),
    ]
}
