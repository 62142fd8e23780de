//! The states of `states-light.png` and `states-dark.png`: of cards, of dragging, of empty cells, of the curve, of messages.

use super::{Look, Shown};
use crate::window::{Hand, key};
use journey::LaneKind::{Actions, PainPoints, Thoughts, Touchpoints};

/// The card that the design's picture shows in every state.
const CARD: &str = "Waits too long";

pub(super) fn looks() -> Vec<Look> {
    let mut looks = vec![
        Look::new("card-hover", Shown::Sample, |at| {
            let (x, y) = at.middle(&at.card(PainPoints, CARD));
            at.hand(&[Hand::To(x, y - 30.0), Hand::To(x, y)]);
        }),
        Look::new("card-focus", Shown::Sample, |at| {
            // The ring of the keyboard: the focus came there by a key.
            at.focus(&at.card(PainPoints, "Pricing"));
            at.press(key::RIGHT);
        }),
        Look::new("card-selected", Shown::Sample, |at| at.choose(&at.card(PainPoints, CARD))),
        Look::new("cards-selected", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, CARD));
            let other = at.middle(&at.card(PainPoints, "Approval"));
            at.click_at(other, 1, 0, &[key::CONTROL]);
        }),
        Look::new("card-editing", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press(key::ENTER);
            at.find("textarea");
            at.keys(" and then some");
        }),
        Look::new("card-over-stages", Shown::Every, |at| {
            let found = at.document.cards.values().find(|card| card.to_stage != card.stage);
            at.choose(&format!("card/{}", found.expect("a card over several stages").id));
        }),
        Look::new("cell-hover", Shown::Sample, |at| {
            let (x, y) = at.middle(&at.cell(PainPoints, 0));
            at.hand(&[Hand::To(x, y - 20.0), Hand::To(x, y)]);
        }),
        Look::new("cell-focus", Shown::Sample, |at| {
            at.focus(&at.cell(PainPoints, 0));
            at.press(key::HOME);
        }),
        Look::new("card-being-made", Shown::Sample, |at| {
            at.focus(&at.cell(PainPoints, 0));
            at.press(key::ENTER);
            at.find("textarea");
        }),
        Look::new("card-being-typed", Shown::Sample, |at| {
            at.ctrl('0');
            at.focus(&at.card(PainPoints, CARD));
            at.press('n');
            at.find("textarea");
            at.keys(
                at.says("Needs more reassurance from the sales team", "Braucht mehr Zuspruch vom Vertrieb"),
            );
        }),
        Look::new("stage-being-named", Shown::Sample, |at| {
            at.focus(&at.stage_key(3));
            at.press('s');
            at.find("textarea");
        }),
        Look::new("touchpoint-being-typed", Shown::Sample, |at| {
            at.focus(&at.card(Touchpoints, "Demo"));
            at.press('n');
            at.find("textarea");
            at.keys("Web");
        }),
        Look::new("dragging", Shown::Sample, |at| {
            let from = at.middle(&at.card(PainPoints, CARD));
            let to = at.middle(&at.card(PainPoints, "Approval"));
            at.hold_and_move(&[from, (from.0 + 40.0, from.1 + 6.0), (to.0, to.1 + 30.0)]);
        }),
        Look::new("dragging-many", Shown::Sample, |at| {
            at.choose(&at.card(Actions, "Narrows"));
            let other = at.middle(&at.card(Actions, "Digs"));
            at.click_at(other, 1, 0, &[key::CONTROL]);
            let to = at.middle(&at.card(Actions, "Signs"));
            at.hold_and_move(&[other, (other.0 + 30.0, other.1 + 10.0), (to.0, to.1 + 40.0)]);
        }),
        Look::new("dragging-stage", Shown::Sample, |at| {
            let (from, to) = (at.middle(&at.stage_key(3)), at.middle(&at.stage_key(5)));
            at.hold_and_move(&[from, (from.0 + 30.0, from.1), to]);
        }),
        Look::new("dragging-lane", Shown::Sample, |at| {
            let (from, to) = (at.middle(&at.label(Thoughts)), at.middle(&at.label(PainPoints)));
            at.hold_and_move(&[from, (from.0, from.1 + 20.0), to]);
        }),
        Look::new("brushing", Shown::Sample, |at| {
            let (x, y) = at.middle(&at.cell(PainPoints, 0));
            at.hold_and_move(&[(x, y), (x + 40.0, y + 10.0), (x + 420.0, y + 20.0)]);
        }),
        Look::new("point-being-dragged", Shown::Sample, |at| {
            let (x, y) = at.middle(&at.feeling("Left waiting"));
            at.hold_and_move(&[(x, y), (x, y - 8.0), (x, y - 14.0)]);
        }),
        Look::new("point-selected", Shown::Sample, |at| at.choose(&at.feeling("Left waiting"))),
        Look::new("boundary-hover", Shown::Sample, |at| {
            let [x, y, w, h] = at.place(&at.stage_key(3));
            at.hand(&[
                Hand::To(x + w / 2.0, y + h / 2.0),
                Hand::To(x + w - 8.0, y + h / 2.0),
                Hand::To(x + w - 4.0, y + h / 2.0),
            ]);
            at.find(".handles button");
        }),
        Look::new("lane-boundary-hover", Shown::Sample, |at| {
            at.reveal(&at.label(PainPoints));
            let [x, y, w, h] = at.place(&at.label(PainPoints));
            at.hand(&[Hand::To(x + w / 2.0, y + h / 2.0), Hand::To(x + w / 2.0, y + h - 3.0)]);
            at.find(".handles button");
        }),
        Look::new("stage-hover", Shown::Sample, |at| {
            let (x, y) = at.middle(&at.stage_key(3));
            at.hand(&[Hand::To(x, y + 30.0), Hand::To(x, y)]);
        }),
        Look::new("revisit-being-chosen", Shown::Sample, |at| {
            at.focus(&at.stage_key(5));
            at.press('r');
        }),
        Look::new("toast-deleted", Shown::Sample, |at| {
            at.choose(&at.card(Actions, "Narrows"));
            let other = at.middle(&at.card(Actions, "Digs"));
            at.click_at(other, 1, 0, &[key::CONTROL]);
            at.press(key::DELETE);
            at.find(".toast");
        }),
        Look::new("toast-pasted", Shown::Sample, |at| {
            at.copied_elsewhere("- One\n- Two\n- Three\n");
            at.focus(&at.cell(PainPoints, 0));
            at.ctrl('v');
            at.find(".toast");
        }),
        Look::new("toast-refused", Shown::Sample, |at| {
            at.copied_elsewhere(" \n ");
            at.focus(&at.cell(PainPoints, 0));
            at.ctrl('v');
            at.find(".toast");
        }),
    ];
    // The kinds of cards and gaps as they lie on the map, at their natural size.
    for (name, kind) in [("kinds-above", Actions), ("kinds-below", PainPoints)] {
        looks.push(Look::new(name, Shown::Every, move |at| {
            at.ctrl('0');
            at.reveal(&at.label(kind));
        }));
    }
    looks
}
