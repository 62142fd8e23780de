//! The outline: full and empty, while a line is written, beside the inspector, on small screens and in other scripts.

use super::{FULL, Look, SMALL, Shown, Stand};
use crate::window::key;
use journey::LaneKind;
use serde_json::json;

pub(super) fn looks() -> Vec<Look> {
    let mut looks = vec![
        Look::new("outline-empty", Shown::Blank, read),
        Look::new("outline-template", Shown::Template, read),
        Look::new("outline-all-lanes", Shown::Template, |at| {
            read(at);
            at.push(".outline .show label");
            at.find(".outline .new");
        }),
        Look::new("outline-every-kind", Shown::Every, read),
        Look::new("outline-every-kind-below", Shown::Every, |at| {
            read(at);
            at.run(
                "const text = document.querySelector('.outline .text'); text.scrollTop = 1e6; return null",
                &[],
            );
        }),
        Look::new("outline-read-only", Shown::Newer, read),
        Look::new("outline-spoken", Shown::Spoken, read),
        Look::new("outline-stage", Shown::Sample, |at| {
            read(at);
            line(at, &at.stage_key(3));
            at.press(key::ENTER);
            at.find(".outline textarea");
        }),
        Look::new("outline-touchpoint", Shown::Sample, |at| {
            read(at);
            line(at, &at.card(LaneKind::Touchpoints, "Demo"));
            at.press('n');
            at.find(".outline .under .option");
        }),
        Look::new("outline-menu", Shown::Sample, |at| {
            read(at);
            line(at, &at.card(LaneKind::PainPoints, "Waits too long"));
            at.chord(&[key::SHIFT], key::F10);
            at.find("[role=menu]");
        }),
        Look::new("outline-find", Shown::Sample, |at| {
            read(at);
            at.ctrl('f');
            at.find(".find-bar input");
            at.keys("demo");
        }),
        Look::new("outline-right-to-left", Shown::Arabic, |at| {
            read(at);
            at.right_to_left(true);
        }),
    ];
    for size in [FULL, SMALL[0], SMALL[1]] {
        looks.extend([
            Look::new("outline", Shown::Sample, read).sized(size),
            Look::new("outline-long", Shown::Long, read).sized(size),
            Look::new("outline-line", Shown::Sample, |at| {
                read(at);
                at.inspector(true);
                line(at, &at.card(LaneKind::PainPoints, "Waits too long"));
                at.press(' ');
                at.press('n');
                at.find(".outline textarea");
                at.keys("Nobody calls back");
            })
            .sized(size),
        ]);
    }
    looks
}

/// Shows the map as a text.
fn read(at: &Stand<'_>) {
    at.ctrl('2');
    at.find(".outline h1");
}

/// Gives a line the focus, in the middle of the view.
fn line(at: &Stand<'_>, key: &str) {
    let script = "const line = document.querySelector(`.outline [data-key='${args[0]}']`);
        line?.scrollIntoView({ block: 'center' });
        line?.focus();
        return document.activeElement?.dataset.key === args[0];";
    at.wait_until(key, script, &[json!(key)]);
}
