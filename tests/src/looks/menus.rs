//! The menu of each kind of thing with the menus in it, and the bar for what is selected.

use super::{Look, Shown};
use crate::window::key;
use journey::LaneKind::{Actions, Emotions, Opportunities, PainPoints, Teams, Touchpoints};

pub(super) fn looks() -> Vec<Look> {
    let mut looks = Vec::new();
    // Of these, the middle is theirs.
    type Find = fn(&super::Stand<'_>) -> String;
    let things: [(&str, &[&str], Find); 7] = [
        (
            "card",
            &["toLane", "step", "severity", "answers", "evidence", "people", "team", "tags", "path"],
            |at| at.card(PainPoints, "Waits too long"),
        ),
        ("opportunity", &["impact", "effort"], |at| at.card(Opportunities, "Answer demo")),
        ("cell", &[], |at| at.cell(PainPoints, 0)),
        ("stage", &["job", "act", "width", "revisit", "skip", "path"], |at| at.stage_key(3)),
        ("lane", &["height", "line"], |at| at.label(Emotions)),
        ("gap", &["causes", "severity", "status", "team", "answers"], |at| at.node("gap/", "Digital")),
        ("feeling", &["people", "evidence", "moment"], |at| at.node("feeling/", "Left waiting")),
    ];
    for (name, within, find) in things {
        looks.push(Look::new(format!("menu-{name}"), Shown::Every, move |at| at.menu(&find(at))));
        for entry in within {
            let entry = (*entry).to_owned();
            looks.push(Look::new(format!("menu-{name}-{entry}"), Shown::Every, move |at| {
                at.menu(&find(at));
                at.enter(&entry);
            }));
        }
        looks.push(Look::new(format!("bar-{name}"), Shown::Every, move |at| at.choose(&find(at))));
    }
    looks.extend([
        Look::new("menu-path", Shown::Every, |at| at.menu_by_key(&at.node("path/", ""))),
        Look::new("menu-path-kind", Shown::Every, |at| {
            at.menu_by_key(&at.node("path/", ""));
            at.enter("kind");
        }),
        Look::new("bar-path", Shown::Every, |at| {
            at.focus(&at.node("path/", ""));
            at.press(' ');
        }),
        Look::new("menu-more-paths", Shown::Every, |at| at.menu(&at.node("more-paths/", ""))),
        Look::new("menu-legend", Shown::Every, |at| at.menu(&at.node("legend/", ""))),
        Look::new("menu-title", Shown::Every, |at| at.menu(&at.node("title/", ""))),
        Look::new("menu-map", Shown::Sample, |at| {
            let [x, y, _, _] = at.place(&at.node("lens/", ""));
            at.right_click((x + 320.0, y + 4.0));
        }),
        Look::new("menu-cards", Shown::Sample, |at| {
            at.choose(&at.card(Actions, "Narrows"));
            let other = at.card(Actions, "Digs");
            at.click_at(at.middle(&other), 1, 0, &[key::CONTROL]);
            at.menu(&other);
        }),
        Look::new("menu-touchpoint", Shown::Sample, |at| at.menu(&at.card(Touchpoints, "Demo"))),
        Look::new("menu-teams-lane", Shown::Sample, |at| at.menu(&at.label(Teams))),
        Look::new("menu-inspector", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            at.inspector(true);
            at.opens(".inspector header button[aria-haspopup=menu]", "[role=menu]");
        }),
        Look::new("menu-bar-more", Shown::Sample, |at| {
            at.choose(&at.card(PainPoints, "Waits too long"));
            at.opens(".context > button[aria-haspopup=menu]:last-of-type", "[role=menu]");
        }),
        Look::new("menu-handle-gap", Shown::Sample, |at| {
            let [x, y, w, h] = at.place(&at.stage_key(3));
            at.hand(&[
                crate::window::Hand::To(x + w / 2.0, y + h / 2.0),
                crate::window::Hand::To(x + w - 4.0, y + h / 2.0),
            ]);
            at.opens(".handles .gap", "[role=menu]");
        }),
    ]);
    looks
}
