//! Every dialog, list and bar that opens over the map.

use super::{Look, Shown, Stand};
use crate::window::{Hand, key};
use journey::LaneKind::{Opportunities, PainPoints};
use serde_json::json;

const CARD: &str = "Waits too long";
/// F5 as WebDriver writes it.
const F5: char = '\u{E035}';

/// Opens the guide; it is loaded when it is asked for.
fn guide(at: &Stand<'_>) {
    at.chord(&[key::SHIFT], key::F1);
    at.find(".dialog article p");
}

/// Waits until the pictures of the pages are there, of which there are at least so many, those in the list counted too.
pub(super) fn drawn(at: &Stand<'_>, pages: u64) {
    let script = "const all = [...document.querySelectorAll('.export .page img')];
        const drawn = (window.drawnPictures ??= new Map());
        for (const one of all) one.decode().then(() => drawn.set(one, one.src), () => {});
        return all.length >= arguments[0] && all.every((one) => drawn.get(one) === one.src);";
    at.wait_until("the pictures of the pages", script, &[pages.into()]);
}

/// Waits until a slide shows.
fn slide(at: &Stand<'_>) {
    let script = "const slide = document.querySelector('.present img.now');
        return slide?.complete === true && slide.naturalWidth > 0;";
    at.wait_until("the slide", script, &[]);
}

/// Presents the slide of the stage in the middle, with the controls that the pointer brings up.
fn present(at: &Stand<'_>) {
    at.focus(&at.stage_key(3));
    at.chord(&[key::SHIFT], F5);
    slide(at);
    at.hand(&[Hand::To(600.0, 400.0), Hand::To(640.0, 420.0)]);
    at.find(".present button");
}

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
            at.press(key::DOWN);
            at.find("[role=listbox] [role=option]");
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
        Look::new("guide", Shown::Sample, guide),
        Look::new("guide-table", Shown::Sample, |at| {
            guide(at);
            at.button(".dialog nav", at.says("All keys", "Alle Tasten"));
            at.find(".dialog table");
        }),
        Look::new("guide-words", Shown::Sample, |at| {
            guide(at);
            at.keys(at.says("gap", "Lücke"));
            at.find(".dialog .place");
        }),
        Look::new("guide-none", Shown::Sample, |at| {
            guide(at);
            at.keys("zzz");
            at.find(".dialog .none");
        }),
        Look::new("versions", Shown::Sample, |at| {
            for name in [
                at.says("After the workshop", "Nach dem Workshop"),
                at.says("Agreed with sales", "Mit dem Vertrieb geklärt"),
            ] {
                at.call("name_version", &json!({"name": name}));
            }
            at.command(at.says("Versions", "Versionen"));
            at.find("[role=dialog] li");
        }),
        Look::new("export-slides", Shown::Sample, |at| {
            at.ctrl('e');
            at.button(".export", at.says("Slides", "Folien"));
            // A list of ten, and the one that is looked at.
            drawn(at, 11);
        }),
        Look::new("print", Shown::Sample, |at| {
            at.ctrl('p');
            at.button(".export", "Poster");
            at.button(".export", at.says("Tiles", "Teile"));
            drawn(at, 4);
        }),
        Look::new("present", Shown::Sample, present),
        Look::new("present-spoken", Shown::Spoken, present),
        Look::new("export-spoken", Shown::Spoken, |at| {
            at.ctrl('e');
            at.button(".export", at.says("Slides", "Folien"));
            drawn(at, 11);
        }),
        Look::new("present-room", Shown::Sample, |at| {
            present(at);
            at.button(".present", at.says("Room", "Saal"));
            // The slides are laid out anew, and the first picture of them comes a moment later.
            std::thread::sleep(std::time::Duration::from_millis(900));
            slide(at);
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
