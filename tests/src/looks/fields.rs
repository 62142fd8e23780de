//! The inspector for each kind of thing, and what opens from its fields.

use super::{Look, Shown, Stand};
use crate::window::key;
use journey::LaneKind;
use journey::LaneKind::{Actions, Emotions, Goals, Image, Measures, PainPoints, Touchpoints};

pub(super) fn looks() -> Vec<Look> {
    let mut looks = vec![
        Look::new("inspector-map", Shown::Sample, |at| at.inspector(true)),
        Look::new("inspector-map-end", Shown::Sample, |at| {
            at.inspector(true);
            at.run("document.querySelector('.inspector').scrollTo(0, 1e6); return null", &[]);
        }),
        Look::new("inspector-cards", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            let other = at.middle(&at.card(PainPoints, "Approval"));
            at.click_at(other, 1, 0, &[key::CONTROL]);
            at.inspector(true);
        }),
        Look::new("inspector-cards-of-kinds", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            let other = at.card(Actions, "Signs");
            at.reveal(&other);
            let other = at.middle(&other);
            at.click_at(other, 1, 0, &[key::CONTROL]);
            at.inspector(true);
        }),
        of("inspector-stage", |at| at.stage_key(3)),
        of("inspector-lane", |at| at.label(PainPoints)),
        of("inspector-curve-lane", |at| at.label(Emotions)),
        of("inspector-gap", |at| at.node("gap/", "Digital")),
        of("inspector-feeling", |at| at.node("feeling/", "Left waiting")),
        Look::new("inspector-path", Shown::Every, |at| {
            at.focus(&at.node("path/", ""));
            at.press(' ');
            at.inspector(true);
        }),
        Look::new("field-team", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            at.inspector(true);
            at.opens(".inspector button.inspector-box", "[role=dialog] [role=listbox]");
        }),
        Look::new("field-people", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            at.inspector(true);
            at.opens(".inspector .chips .add", "[role=dialog] [role=listbox]");
        }),
        Look::new("field-answer", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            at.inspector(true);
            at.opens(".inspector .inspector-quiet", "[role=dialog] [role=listbox]");
        }),
        Look::new("field-channel", Shown::Sample, |at| {
            at.choose(&at.card(Touchpoints, "Demo"));
            at.inspector(true);
            at.opens(".inspector button.inspector-box", "[role=dialog] [role=listbox]");
        }),
        Look::new("field-choice", Shown::Sample, |at| {
            at.choose(&at.stage_key(3));
            at.inspector(true);
            at.opens(".inspector button.select", "[role=listbox]");
        }),
        Look::new("field-note", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            at.inspector(true);
            at.run("[...document.querySelectorAll('.inspector textarea')].at(-1).focus(); return null", &[]);
            at.keys("Said in two interviews, see https://example.com/notes");
        }),
    ];
    for kind in LaneKind::ALL.iter().copied().filter(|kind| kind.holds_cards()) {
        let name = format!("inspector-card-{}", format!("{kind:?}").to_lowercase());
        looks.push(of(&name, move |at| at.card(kind, "")));
    }
    for kind in [Goals, Touchpoints, Measures, Image] {
        let name = format!("inspector-card-{}-end", format!("{kind:?}").to_lowercase());
        looks.push(Look::new(name, Shown::Every, move |at| {
            open(at, &at.card(kind, ""));
            at.inspector(true);
            at.run("document.querySelector('.inspector').scrollTo(0, 1e6); return null", &[]);
        }));
    }
    looks
}

/// The inspector for a thing of the map of every kind.
fn of(name: &str, find: impl Fn(&Stand<'_>) -> String + 'static) -> Look {
    Look::new(name, Shown::Every, move |at| {
        open(at, &find(at));
        at.inspector(true);
    })
}

/// Selects a thing; a lane that is folded is opened first by the click.
fn open(at: &Stand<'_>, node: &str) {
    let card = at.document.cards.values().find(|card| node == format!("card/{}", card.id));
    if let Some(lane) = card.and_then(|card| at.document.lanes.get(&card.lane)).filter(|lane| lane.collapsed)
    {
        at.choose(&format!("label/{}", lane.id));
        std::thread::sleep(std::time::Duration::from_millis(300));
    }
    at.choose(node);
}
