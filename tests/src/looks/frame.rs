//! The window at rest: home, maps full and empty, small screens, read only, and what opens from the two bars.

use super::dialogs::drawn;
use super::{FULL, Look, SMALL, Shown};
use crate::window::{Hand, key};
use journey::LaneKind;

pub(super) fn looks() -> Vec<Look> {
    let mut looks = vec![
        Look::new("home", Shown::Home, |_| {}),
        Look::new("empty-map", Shown::Blank, |_| {}),
        Look::new("empty-lanes", Shown::Template, |_| {}),
        Look::new("read-only", Shown::Newer, |_| {}),
        Look::new("read-only-inspector", Shown::Newer, |at| {
            at.choose(&at.card(LaneKind::PainPoints, "Waits too long"));
            at.inspector(true);
        }),
        Look::new("every-kind", Shown::Every, |_| {}),
        Look::new("every-kind-below", Shown::Every, |at| {
            at.reveal(&at.label(LaneKind::Statistic));
        }),
        Look::new("natural", Shown::Sample, |at| at.ctrl('0')),
        Look::new("far", Shown::Every, |at| {
            for _ in 0..4 {
                at.ctrl('-');
            }
        }),
        Look::new("file-menu", Shown::Sample, |at| {
            at.opens(".top-bar button[aria-haspopup=menu]", "[role=menu]");
        }),
        Look::new("export", Shown::Sample, |at| {
            at.ctrl('e');
            drawn(at, 1);
        }),
        Look::new("save-state", Shown::Sample, |at| {
            at.opens(".top-bar .state", "[role=dialog]");
        }),
        Look::new("zoom-menu", Shown::Sample, |at| at.push(".bottom-bar .zoom button[aria-haspopup=menu]")),
        Look::new("minimap", Shown::Sample, |at| {
            at.opens(".bottom-bar button", "[role=dialog]");
        }),
        Look::new("hidden-lanes", Shown::Sample, |at| {
            at.menu(&at.label(LaneKind::Thoughts));
            at.entry("hide");
            at.button(".bottom-bar", at.says("1 hidden", "1 ausgeblendet"));
            at.find("[role=menu]");
        }),
        Look::new("tooltip", Shown::Sample, |at| {
            let script =
                "const box = document.querySelector('.top-bar .right button').getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2];";
            let found = at.run(script, &[]);
            let (x, y) = (found[0].as_f64().unwrap_or_default(), found[1].as_f64().unwrap_or_default());
            at.hand(&[Hand::To(x, y - 12.0), Hand::To(x, y), Hand::To(x + 1.0, y)]);
            at.find(".hint");
        }),
        Look::new("focus-lane", Shown::Sample, |at| {
            at.focus(&at.card(LaneKind::PainPoints, "Waits too long"));
            at.press('f');
        }),
    ];
    let maps = [
        (Shown::Sample, "sample"),
        (Shown::Spoken, "spoken"),
        (Shown::Long, "long"),
        (Shown::Arabic, "arabic"),
    ];
    for (shown, name) in maps {
        for size in [FULL, SMALL[0], SMALL[1]] {
            looks.push(Look::new(name, shown, |_| {}).sized(size));
        }
    }
    // No language of ours is read from right to left yet; the window is ready for one.
    looks.extend([
        Look::new("right-to-left-home", Shown::Home, |at| at.right_to_left(true)),
        Look::new("right-to-left-arabic", Shown::Arabic, |at| at.right_to_left(true)),
        Look::new("right-to-left-inspector", Shown::Sample, |at| {
            at.choose(&at.card(LaneKind::PainPoints, "Waits too long"));
            at.inspector(true);
            at.right_to_left(true);
        }),
        Look::new("right-to-left-menu", Shown::Sample, |at| {
            at.right_to_left(true);
            at.menu(&at.stage_key(3));
        }),
        Look::new("right-to-left-settings", Shown::Sample, |at| {
            at.right_to_left(true);
            at.ctrl(',');
        }),
        Look::new("right-to-left-export", Shown::Sample, |at| {
            at.right_to_left(true);
            at.ctrl('e');
        }),
    ]);
    for size in SMALL {
        looks.extend([
            Look::new("small-home", Shown::Home, |_| {}).sized(size),
            Look::new("small-inspector", Shown::Sample, |at| {
                at.choose(&at.card(LaneKind::PainPoints, "Waits too long"));
                at.inspector(true);
            })
            .sized(size),
            Look::new("small-find", Shown::Sample, |at| {
                at.ctrl('f');
                at.find(".find-bar input");
                at.keys("demo");
            })
            .sized(size),
            Look::new("small-palette", Shown::Sample, |at| {
                at.ctrl('k');
                at.find("[role=combobox]");
            })
            .sized(size),
            Look::new("small-settings", Shown::Sample, |at| at.ctrl(',')).sized(size),
            Look::new("small-keys", Shown::Sample, |at| at.press(key::F1)).sized(size),
            Look::new("small-people", Shown::Sample, |at| at.command(at.says("People", "Personen …")))
                .sized(size),
            Look::new("small-lane-picker", Shown::Sample, |at| {
                at.command(at.says("Add a lane", "Ebene hinzufügen …"))
            })
            .sized(size),
            Look::new("small-stage-menu", Shown::Sample, |at| at.menu(&at.stage_key(5))).sized(size),
        ]);
    }
    looks
}
