//! What opens in the window lies in it, with nothing cut off and nothing too small to be hit; a card over several stages is
//! taken hold of anywhere; the ring of a stage is clear of the trail. Needs the program; `cargo xtask test` sees to that.

use pipeline_tests::looks::{Shown, all, at_size, visit};
use pipeline_tests::window::{App, Desk, key};
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

#[test]
fn the_ring_of_a_stage_lies_below_its_node_and_a_short_list_of_commands_does_not_scroll() {
    let desk = Desk::new(1700, 1100);
    let app = App::start(&desk, &[]);
    app.size_page(1600, 1000);
    let sample = app.find("button.sample");
    app.click(&sample, 1);
    let stage = app.find(".role-stage");
    app.click(&stage, 1);
    app.find(".role-stage.selected");
    let script = "const stage = document.querySelector('.role-stage.selected');
        const ring = getComputedStyle(stage, '::after');
        const scale = stage.getBoundingClientRect().height / stage.offsetHeight;
        const top = stage.getBoundingClientRect().top + parseFloat(ring.top) * scale;
        const round = [...document.querySelectorAll('.scene-header *')].map((one) => one.getBoundingClientRect())
            .filter((box) => box.width > 9 && box.width < 18 && Math.abs(box.width - box.height) < 0.1);
        return [round.length, top - Math.max(...round.map((box) => box.bottom))];";
    let measured = app.run(script, &[]);
    assert!(measured[0].as_u64().is_some_and(|nodes| nodes >= 7), "each stage has a node: {measured}");
    assert!(measured[1].as_f64().is_some_and(|room| room > -0.5), "the ring is clear of it: {measured}");

    app.chord(&[key::CONTROL], 'k');
    app.find("[role=combobox]");
    app.keys("new map seven");
    app.find("[role=option][aria-selected=true]");
    let script = "const list = document.querySelector('.dialog');
        return document.querySelectorAll('[role=option]').length === 1 && list.scrollHeight === list.clientHeight;";
    app.wait_until("a short list that does not scroll", script, &[]);
    app.quit();
}
