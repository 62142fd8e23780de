//! What opens in the window lies in it, with nothing cut off and nothing too small to be hit; a card over several stages is
//! taken hold of anywhere. Needs the program; `cargo xtask test` sees to that.

use pipeline_tests::looks::{Shown, all, at_size, visit};
use std::collections::BTreeSet;

/// What is wrong with what is open, a line each.
const WRONG: &str = "
    const wrong = [];
    const what = (one) => `${one.getAttribute('role') ?? one.tagName} ${one.className} «${(one.ariaLabel
        ?? one.textContent).trim().replace(/\\s+/g, ' ').slice(0, 40)}»`;
    const shows = (one) => one.getClientRects().length > 0;
    const open = [...document.querySelectorAll('[role=menu], [role=dialog], .toast, .find-bar, .context, .hint')];
    // What was opened last lies on top, also where it was opened from a dialog.
    const floating = [...document.querySelectorAll('[role=menu], [role=listbox]')].filter(shows);
    for (const one of floating) {
        const box = one.getBoundingClientRect();
        const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 60));
        if (!floating.some((other) => other.contains(hit))) wrong.push(`covered: ${what(one)} by ${hit && what(hit)}`);
    }
    for (const one of open.filter(shows)) {
        const box = one.getBoundingClientRect();
        if (box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5)
            wrong.push(`outside: ${what(one)} ${[box.left, box.top, box.right, box.bottom].map(Math.round)}`);
        for (const part of [...one.querySelectorAll('*')].filter(shows)) {
            const style = getComputedStyle(part);
            const cut = part.scrollWidth > part.clientWidth + 1 && style.overflowX !== 'visible'
                && style.textOverflow !== 'ellipsis' && !part.matches('input, textarea, .unseen, .context');
            if (cut && part.clientWidth > 1) wrong.push(`cut off: ${what(part)} ${part.scrollWidth} of ${part.clientWidth}`);
            if (!part.matches('button, [role=option], [role^=menuitem], [role=switch]')) continue;
            // Some are larger to the hand than to the eye.
            const before = getComputedStyle(part, '::before');
            const more = before.content === 'none' ? 0 : Math.max(0, -2 * (parseFloat(before.top) || 0));
            const [width, height] = [part.getBoundingClientRect().width, part.getBoundingClientRect().height + more];
            // What opens only under the pointer or the focus has no width until then.
            if (width > 0 && (width < 24 || height < 24)) wrong.push(`small: ${what(part)} ${width}x${height}`);
        }
    }
    return wrong;";

/// The looks in which something is open, but for those that only differ in which of an entry's menus it is.
const OPEN: &[&str] = &[
    "menu-",
    "ask-",
    "duration",
    "move-",
    "paste-",
    "pick-",
    "keys",
    "guide",
    "versions",
    "find",
    "replace",
    "palette",
    "lane-picker",
    "settings-",
    "people",
    "person",
    "teams-",
    "field-",
    "toast-",
    "export",
    "save-state",
    "minimap",
    "small-",
];

#[test]
fn what_opens_lies_in_the_window_with_nothing_cut_off_and_axe_finds_nothing() {
    let mut looks = all();
    looks.retain(|look| {
        [Shown::Sample, Shown::Blank].contains(&look.shown)
            && OPEN.iter().any(|part| look.name.starts_with(part))
    });
    assert!(looks.len() > 60, "{} looks", looks.len());
    let mut found = Vec::new();
    let failed = visit(&looks, "dark", "en", |stand, look| {
        let wrong = stand.run(WRONG, &[]);
        for one in wrong.as_array().into_iter().flatten() {
            found.push(format!("{}: {}", look.name, one.as_str().unwrap_or_default()));
        }
        found.extend(stand.violations().into_iter().map(|one| format!("{}: {one}", look.name)));
    });
    assert!(failed.is_empty(), "{failed:#?}");
    assert!(found.is_empty(), "{found:#?}");
}

/// Words of the window, besides people's own, that end in an ellipsis or lie beyond an edge with nothing that shows them.
const CLIPPED: &str = "
    const clipped = [];
    const shows = (one) => one.getClientRects().length > 0;
    for (const one of [...document.querySelectorAll('body *')].filter(shows)) {
        if (one.closest('.viewport, svg') || one.matches('input, textarea, .unseen')) continue;
        const style = getComputedStyle(one);
        if (style.overflowX === 'visible' || one.scrollWidth <= one.clientWidth + 1 || one.clientWidth < 2) continue;
        // Nothing but the tabs is meant to be scrolled sideways; a tooltip says the whole; and a hint at the foot that has
        // no room is on a row of its own that does not show.
        if (one.closest('[role=tablist], [title], [data-tooltip-trigger], .bottom-bar .right')) continue;
        clipped.push(`${one.tagName}.${one.className} «${one.textContent.trim().slice(0, 60)}» ${one.scrollWidth} of ${one.clientWidth}`);
    }
    for (const one of [...document.querySelectorAll('body button, body label, body [role^=menuitem], body h1, body h2, body h3')].filter(shows)) {
        if (one.closest('.viewport, .inspector .chips') || getComputedStyle(one).overflowX !== 'visible') continue;
        const room = one.getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(one);
        const said = words.getBoundingClientRect();
        if (said.width > 0 && one.textContent.trim() && said.right > room.right + 1)
            clipped.push(`beyond: ${one.tagName}.${one.className} «${one.textContent.trim().slice(0, 60)}» ${said.right - room.right}`);
    }
    return clipped;";

#[test]
fn in_german_nothing_is_cut_off_on_a_small_screen() {
    let mut looks = all();
    at_size(&mut looks, (1280, 720));
    looks.retain(|look| ![Shown::Long, Shown::Arabic, Shown::Newer].contains(&look.shown));
    assert!(looks.len() > 90, "{} looks", looks.len());
    let mut found = BTreeSet::new();
    let failed = visit(&looks, "light", "de", |stand, look| {
        for script in [WRONG, CLIPPED] {
            let wrong = stand.run(script, &[]);
            for one in wrong.as_array().into_iter().flatten() {
                found.insert(format!("{}: {}", one.as_str().unwrap_or_default(), look.name));
            }
        }
    });
    assert!(failed.is_empty() && found.is_empty(), "{failed:#?} {found:#?}");
}

#[test]
fn a_card_over_several_stages_is_chosen_in_each_of_them() {
    let mut looks = all();
    looks.retain(|look| look.name == "card-over-stages");
    let failed = visit(&looks, "light", "en", |stand, _| {
        let card =
            stand.document.cards.values().find(|card| card.to_stage != card.stage).expect("such a card");
        let chosen = stand.run("return document.querySelector('.role-card.selected')?.dataset.key", &[]);
        assert_eq!(chosen, format!("card/{}", card.id));
    });
    assert!(failed.is_empty(), "{failed:#?}");
}
