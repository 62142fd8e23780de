//! Every dialog, list and bar that opens over the map.

use super::{Look, Shown};
use crate::window::key;
use journey::LaneKind::{Opportunities, PainPoints};

const CARD: &str = "Waits too long";

pub(super) fn looks() -> Vec<Look> {
    let mut looks = vec![
        Look::new("ask-job", Shown::Sample, |at| {
            at.menu(&at.stage_key(1));
            at.enter("job");
            at.entry("ask");
            at.find("[role=dialog] input");
        }),
        Look::new("ask-act", Shown::Every, |at| {
            at.menu(&at.stage_key(1));
            at.enter("act");
            at.entry("ask");
            at.find("[role=dialog] input");
        }),
        Look::new("ask-tag", Shown::Sample, |at| {
            at.menu(&at.card(PainPoints, CARD));
            at.enter("tags");
            at.entry("newTag");
            at.find("[role=dialog] input");
        }),
        Look::new("duration", Shown::Sample, |at| {
            at.menu(&at.stage_key(0));
            at.entry("duration");
            at.find("[role=dialog] input");
        }),
        Look::new("duration-wrong", Shown::Sample, |at| {
            at.menu(&at.stage_key(0));
            at.entry("duration");
            at.find("[role=dialog] input");
            at.ctrl('a');
            at.keys("9");
            at.press(key::ENTER);
            at.find("[role=dialog] [role=alert]");
        }),
        Look::new("move-card", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press('m');
            at.find("[role=dialog] form");
        }),
        Look::new("move-card-list", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press('m');
            at.find("[role=dialog] form");
            at.press(key::ENTER);
            at.find("[role=listbox]");
        }),
        Look::new("move-stage", Shown::Sample, |at| {
            at.focus(&at.stage_key(4));
            at.press('m');
            at.find("[role=dialog] form");
        }),
        Look::new("move-gap", Shown::Sample, |at| {
            at.focus(&at.node("gap/", "Digital"));
            at.press('m');
            at.find("[role=dialog] form");
        }),
        Look::new("move-to-lane", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press('t');
            at.find("[role=menu]");
        }),
        Look::new("paste-many", Shown::Sample, |at| {
            let many: String = (1..=70).map(|one| format!("- Card {one}\n")).collect();
            at.copied_elsewhere(&many);
            at.focus(&at.cell(PainPoints, 0));
            at.ctrl('v');
            at.find("[role=dialog] form");
        }),
        Look::new("pick-people", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press('p');
            at.find("[role=dialog] [role=listbox]");
        }),
        Look::new("pick-owner", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press('o');
            at.find("[role=dialog] [role=listbox]");
        }),
        Look::new("pick-answer", Shown::Sample, |at| {
            at.focus(&at.card(PainPoints, CARD));
            at.press('l');
            at.find("[role=dialog] [role=listbox]");
        }),
        Look::new("pick-problem", Shown::Sample, |at| {
            at.focus(&at.card(Opportunities, "Answer demo"));
            at.press('l');
            at.find("[role=dialog] [role=listbox]");
        }),
        Look::new("pick-nobody", Shown::Blank, |at| {
            let cell = at.node("cell/", "");
            at.focus(&cell);
            at.press(key::ENTER);
            at.find("textarea");
            at.keys("Somebody looks");
            at.press(key::ESCAPE);
            at.press('p');
            at.find("[role=dialog]");
        }),
        Look::new("keys", Shown::Sample, |at| at.press(key::F1)),
        Look::new("keys-none", Shown::Sample, |at| {
            at.press(key::F1);
            at.find("[role=dialog] input");
            at.keys("zzz");
        }),
        Look::new("find", Shown::Sample, |at| {
            at.ctrl('f');
            at.find(".find-bar input");
        }),
        Look::new("find-words", Shown::Sample, |at| {
            at.ctrl('f');
            at.find(".find-bar input");
            at.keys("demo");
            at.press(key::ENTER);
        }),
        Look::new("find-chip", Shown::Sample, |at| {
            at.ctrl('f');
            at.find(".find-bar input");
            let open = "return document.querySelector('[role=menu], [role=dialog], [role=listbox]') !== null";
            at.until(open, &[], || at.button(".find-bar", at.says("Type", "Art")));
        }),
        Look::new("find-only-pain", Shown::Sample, |at| at.chord(&[key::CONTROL, key::SHIFT], 'f')),
        Look::new("replace", Shown::Sample, |at| {
            at.ctrl('f');
            at.find(".find-bar input");
            at.keys("demo");
            at.button(".find-bar", at.says("Replace", "Ersetzen"));
        }),
        Look::new("palette", Shown::Sample, |at| {
            at.focus(&at.stage_key(2));
            at.ctrl('k');
            at.find("[role=combobox]");
        }),
        Look::new("palette-words", Shown::Sample, |at| {
            at.focus(&at.stage_key(2));
            at.ctrl('k');
            at.find("[role=combobox]");
            at.keys(at.says("gap", "Lücke"));
        }),
        Look::new("palette-none", Shown::Sample, |at| {
            at.ctrl('k');
            at.find("[role=combobox]");
            at.keys("zzzz");
        }),
        Look::new("palette-pains", Shown::Sample, |at| {
            at.focus(&at.cell(PainPoints, 0));
            at.ctrl('k');
            at.find("[role=combobox]");
            at.keys(at.says("common pain", "häufigen Schmerzpunkt"));
            at.press(key::ENTER);
        }),
        Look::new("lane-picker", Shown::Sample, |at| {
            at.menu(&at.label(PainPoints));
            at.entry("lane");
            at.find("[role=dialog]");
        }),
        Look::new("lane-picker-words", Shown::Sample, |at| {
            at.menu(&at.label(PainPoints));
            at.entry("lane");
            at.find("[role=dialog] input");
            at.keys("me");
        }),
        Look::new("lane-picker-none", Shown::Sample, |at| {
            at.menu(&at.label(PainPoints));
            at.entry("lane");
            at.find("[role=dialog] input");
            at.keys("zzz");
        }),
    ];
    for (at, page) in ["look", "writing", "keys", "about"].into_iter().enumerate() {
        looks.push(Look::new(format!("settings-{page}"), Shown::Sample, move |stand| {
            stand.ctrl(',');
            stand.push(&format!("[role=dialog] nav button:nth-of-type({})", at + 1));
        }));
    }
    looks
}
