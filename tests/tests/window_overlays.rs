//! What lies over the map, in the real window: find and filter, the list of commands, all keys, settings with what they
//! do, the map from afar, one lane in focus. Needs the program; `cargo xtask test` sees to that.

use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};

/// F11 as WebDriver writes it.
const F11: char = '\u{E03B}';

/// The sample map in a window of 1600×1000.
fn sample(desk: &Desk) -> App<'_> {
    let app = App::start(desk, &[]);
    app.size_page(1600, 1000);
    let button = app.find("button.sample");
    app.click(&button, 1);
    app.find("[data-key^='card/']");
    app
}

fn ctrl(app: &App<'_>, pressed: char) {
    app.chord(&[key::CONTROL], pressed);
}

/// Whether a selector finds nothing.
fn gone(app: &App<'_>, css: &str) {
    app.wait_until(css, "return document.querySelector(args[0]) === null", &[json!(css)]);
}

/// Waits until the card that says some words is so opaque: what is found comes from Rust.
fn opacity(app: &App<'_>, words: &str, expected: f64) {
    let script = "const card = [...document.querySelectorAll('.role-card')]
            .find((one) => one.textContent.replace(/\\s+/g, ' ').includes(args[0]));
        return Math.abs(Number(getComputedStyle(card).opacity) - args[1]) < 0.01;";
    app.wait_until(&format!("{words} at {expected}"), script, &[json!(words), json!(expected)]);
}

/// Gives the first stage the focus, on a map that is about to become no other one.
fn focus_a_stage(app: &App<'_>) {
    app.find("[data-key^='stage/']");
    let script = "const stage = document.querySelector(\"[data-key^='stage/']\");
        stage.focus();
        return document.activeElement === stage;";
    app.wait_until("a stage in focus", script, &[]);
}

/// Where the page differs from itself without a dialog: whether all of it lies inside of the view.
fn inside(app: &App<'_>, css: &str) {
    let script = "const box = document.querySelector(args[0]).getBoundingClientRect();
        return box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 0.5 && box.bottom <= innerHeight + 0.5;";
    app.wait_until(&format!("{css} inside of the view"), script, &[json!(css)]);
}

#[test]
fn find_dims_steps_replaces_and_goes() {
    let desk = Desk::new(1700, 1100);
    let app = sample(&desk);
    ctrl(&app, 'f');
    app.find(".find-bar input");
    app.keys("demo");
    app.wait_until("the count", "return /^5 of 46/.test(document.querySelector('.count')?.textContent)", &[]);
    opacity(&app, "Requests a demo", 1.0);
    opacity(&app, "Signs the contract", 0.28);
    // The first hit stands above the lanes.
    app.keys(&key::ENTER.to_string().repeat(2));
    app.find(".role-card.selected.hit");
    let focus = app.run("return document.activeElement.getAttribute('aria-label')", &[]);
    assert_eq!(focus, "Find words", "the focus stays in the words");
    app.keys(&key::ESCAPE.to_string());
    gone(&app, ".find-bar");
    opacity(&app, "Signs the contract", 1.0);
    app.chord(&[key::CONTROL, key::SHIFT], 'f');
    app.find(".find-bar");
    opacity(&app, "Requests a demo", 0.28);
    app.chord(&[key::CONTROL, key::SHIFT], 'f');
    gone(&app, ".find-bar");
    app.quit();
}

#[test]
fn commands_keys_and_settings_open_by_key_do_something_and_close() {
    let desk = Desk::new(1700, 1100);
    let app = sample(&desk);
    ctrl(&app, 'k');
    app.find("[role=combobox]");
    app.keys("left waiting");
    // What is on the map comes into the list a moment after it opened.
    let chosen = "return document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('Left waiting') ?? false";
    app.wait_until("the point in the list", chosen, &[]);
    app.keys(&key::ENTER.to_string());
    gone(&app, "[role=dialog]");
    app.find(".role-feeling.selected");

    app.keys(&key::F1.to_string());
    app.find("[role=dialog] input");
    app.keys("full");
    app.wait_until("one line", "return document.querySelectorAll('[role=dialog] dt').length === 1", &[]);
    app.keys(&key::ESCAPE.to_string());
    gone(&app, "[role=dialog]");

    ctrl(&app, ',');
    app.find("[role=dialog] nav");
    app.run("[...document.querySelectorAll('[role=dialog] label')].find((one) => one.textContent.trim() === 'Dark').click()", &[]);
    app.find("html[data-theme='dark']");
    app.run("document.querySelector('[role=switch]').click()", &[]);
    app.find("html[data-contrast='strong']");
    // The layout gives edges the full colour of their kind; those of 1.5 px are shadows within the box.
    app.wait_until(
        "edges in full colours",
        "return [...document.querySelectorAll('.role-card > *')].some((part) =>
            /rgb\\(244, 145, 122\\) .*inset/.test(getComputedStyle(part).boxShadow) && part.childElementCount === 0)",
        &[],
    );
    app.keys(&key::ESCAPE.to_string());
    gone(&app, "[role=dialog]");
    // The page shows at once what Rust then keeps.
    app.wait_for("the setting kept by Rust", || {
        let kept = std::fs::read_to_string(desk.home().join("../config/desire-path/settings.json"));
        kept.is_ok_and(|text| text.contains("\"strong_contrast\": true")).then_some(())
    });

    app.keys(&F11.to_string());
    app.wait_until("the whole screen", "return innerWidth === screen.width", &[]);
    app.keys(&F11.to_string());
    app.quit();
}

#[test]
fn at_twice_the_size_everything_stays_in_reach_in_a_small_window() {
    let desk = Desk::new(1400, 900);
    let app = sample(&desk);
    app.size_page(1280, 720);
    let settings = app.call("start", &json!({}))["settings"].clone();
    let larger = |scale: f64| {
        let mut settings = settings.clone();
        settings["ui_scale"] = json!(scale);
        app.call("set_settings", &json!({ "settings": settings }));
    };
    larger(2.0);
    app.wait_until("half as many px", "return innerWidth === 640", &[]);
    for (pressed, css) in [('k', "[role=dialog]"), (',', "[role=dialog]"), ('f', ".find-bar")] {
        ctrl(&app, pressed);
        app.find(css);
        inside(&app, css);
        app.keys(&key::ESCAPE.to_string());
        gone(&app, css);
    }
    app.keys(&key::F1.to_string());
    inside(&app, "[role=dialog]");
    app.keys(&key::ESCAPE.to_string());
    for bar in [".top-bar", ".bottom-bar"] {
        inside(&app, bar);
        let out = "const bar = document.querySelector(args[0]);
            return [...bar.querySelectorAll('button')].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 0 && (box.left < 0 || box.right > innerWidth + 0.5);
            }).map((one) => one.getAttribute('aria-label') ?? one.textContent.trim());";
        assert_eq!(app.run(out, &[json!(bar)]), Value::Array(Vec::new()), "{bar}");
    }
    larger(1.0);
    app.wait_until("all px", "return innerWidth === 1280", &[]);
    app.quit();
}

/// What of the bars is cut off or lies on something else: words that an ellipsis ends, or that wrapped out of sight as
/// a whole, are neither.
const BARS: &str = "const faults = [];
    for (const bar of document.querySelectorAll('.top-bar, .bottom-bar')) {
        const things = [...bar.querySelectorAll('button')].map((one) =>
            [one.getAttribute('aria-label') ?? one.textContent.trim(), one.getBoundingClientRect(), one]);
        const walk = document.createTreeWalker(bar, NodeFilter.SHOW_TEXT);
        words: while (walk.nextNode()) {
            const holder = walk.currentNode.parentElement;
            const said = walk.currentNode.data.trim();
            const range = document.createRange();
            range.selectNodeContents(walk.currentNode);
            const ends = getComputedStyle(holder).textOverflow === 'ellipsis';
            const box = (ends ? holder : range).getBoundingClientRect();
            if (said === '' || box.width === 0 || getComputedStyle(holder).clipPath !== 'none') continue;
            if (ends && box.width < 60) faults.push(said + ' is too short');
            for (let up = holder; up !== bar; up = up.parentElement) {
                if (up.tagName !== 'BUTTON' && getComputedStyle(up).overflowX === 'visible') continue;
                const frame = up.getBoundingClientRect();
                if (box.top >= frame.bottom - 1) continue words;
                if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
                    faults.push(said + ' is cut');
            }
            things.push([said, box, holder.closest('button')]);
        }
        for (const [at, [said, box, button]] of things.entries()) {
            if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.push(said + ' leaves the window');
            for (const [other, beside, its] of things.slice(at + 1)) {
                const apart = box.right < beside.left + 1 || beside.right < box.left + 1
                    || box.bottom < beside.top + 1 || beside.bottom < box.top + 1;
                if (!apart && (button === null || button !== its)) faults.push(said + ' lies on ' + other);
            }
        }
    }
    return faults;";

/// Which acts on the selection have no room for their ring, which lies 5 px around them, where they are clipped.
const RINGS: &str = "const strip = document.querySelector('.bottom-bar [role=toolbar]');
    const [room, ring] = [strip?.getBoundingClientRect(), 5];
    return [...(strip?.querySelectorAll('button') ?? [])].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.top - ring < room.top || box.bottom + ring > room.bottom || box.right + ring > room.right;
    }).map((one) => one.getAttribute('aria-label') ?? one.textContent.trim());";

#[test]
fn at_every_size_of_text_the_bars_are_whole_and_the_cards_say_all_in_german() {
    let desk = Desk::new(1500, 900);
    desk.set_up("light", "de");
    let app = App::start(&desk, &[]);
    let button = app.find("button.sample");
    app.click(&button, 1);
    app.find("[data-key^='card/']");
    // As a person does it: the page has to know the size as well.
    let text_size = |percent: u32| {
        ctrl(&app, ',');
        let radio = format!("[role=dialog] input[type=radio][value='{percent}']");
        app.find(&radio);
        app.run("document.querySelector(args[0]).click()", &[json!(radio)]);
        app.keys(&key::ESCAPE.to_string());
        gone(&app, "[role=dialog]");
    };
    let brief = "return document.querySelector('.detail-line, .detail-bars') !== null";
    for selected in [false, true] {
        if selected {
            let card = app.find("[data-key^='card/']");
            app.click(&card, 1);
            app.find("[role=toolbar] button");
        }
        for (width, height) in [(1280, 720), (1366, 768)] {
            app.size_page(width, height);
            for percent in [115, 130, 150, 200, 100] {
                text_size(percent);
                let px = f64::from(width) * 100.0 / f64::from(percent);
                app.wait_until("fewer px", "return Math.abs(innerWidth - args[0]) < 2", &[json!(px)]);
                app.wait_until_still();
                let at = format!("{width} px at {percent} %, a card selected: {selected}");
                assert_eq!(app.run(BARS, &[]), json!([]), "{at}");
                assert_eq!(app.run(brief, &[]), json!(false), "{at}");
                assert_eq!(app.run(RINGS, &[]), json!([]), "{at}");
            }
        }
    }
    app.quit();
}

#[test]
fn the_list_of_commands_answers_each_key() {
    let desk = Desk::new(1700, 1100);
    let app = sample(&desk);
    ctrl(&app, 'k');
    app.find("[role=combobox]");
    let script = "const field = document.querySelector('[role=combobox]');
        const times = [];
        for (const words of ['g', 'ga', 'gap', 'w', 'wa', 'wai', 'wait']) {
            const start = performance.now();
            field.value = words;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            times.push(performance.now() - start);
        }
        return [Math.max(...times), document.querySelectorAll('[role=option]').length];";
    let measured = app.run(script, &[]);
    eprintln!("the slowest key of the list of commands took {} ms", measured[0]);
    assert!(measured[1].as_u64().is_some_and(|shown| shown > 0), "something is found");
    app.quit();
}

#[test]
fn in_german_an_empty_cell_says_its_whole_word_at_every_usual_width() {
    let desk = Desk::new(2100, 1200);
    desk.set_up("light", "de");
    let app = App::start(&desk, &[]);
    app.find("button.sample");
    let button = app.find("button[aria-label^='Sieben Phasen']");
    app.click(&button, 1);
    app.find("[data-key^='stage/']");
    app.keys(&key::ESCAPE.to_string());
    let cut = "const cut = [], said = [];
        for (const cell of document.querySelectorAll('[role=gridcell]')) {
            cell.focus({ preventScroll: true });
            const what = document.querySelector('.invite .what');
            if (!what) continue;
            said.push(what.textContent);
            const [word, room] = [what, what.parentElement].map((one) => one.getBoundingClientRect());
            if (what.scrollWidth > what.clientWidth || word.bottom > room.bottom) cut.push(what.textContent);
        }
        return [cut, said.length];";
    for width in [1024, 1280, 1366, 1600, 1920] {
        app.size_page(width, 900);
        app.wait_for("cells that invite", || (app.run(cut, &[])[1].as_u64()? >= 35).then_some(()));
        app.wait_until_still();
        assert_eq!(app.run(cut, &[])[0], json!([]), "{width} px");
    }
    app.quit();
}

#[test]
fn a_finished_map_is_in_german_where_the_window_is_and_shown_whole_on_a_small_screen() {
    let desk = Desk::new(1400, 900);
    desk.set_up("light", "de");
    let app = App::start(&desk, &[]);
    app.size_page(1280, 720);
    let button = app.find("button.sample");
    app.click(&button, 1);
    app.find("[data-key^='stage/']");
    let said = "const scroller = document.querySelector('.viewport');
        const said = new Set();
        for (let at = 0; at <= scroller.scrollHeight; at += 200) {
            scroller.scrollTop = at;
            // What shows comes in with the frame that tells of the scrolling.
            await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            for (const one of document.querySelectorAll('.scene-world [data-key]')) said.add(one.textContent);
        }
        return [...said];";
    let said = app.run(said, &[]);
    let said: Vec<&str> = said.as_array().expect("texts").iter().filter_map(Value::as_str).collect();
    for text in ["Bewusstsein", "Wartet zu lange", "Digital → persönlich", "Wirk. 2,5, Aufw. 2,8"] {
        assert!(said.iter().any(|own| own.contains(text)), "{text}: {said:?}");
    }
    let cut: Vec<&&str> = said.iter().filter(|text| text.contains('…')).collect();
    assert!(cut.is_empty(), "{cut:?}");
    app.quit();
}

#[test]
fn another_language_is_spoken_at_once_by_page_and_rust_and_kept() {
    let desk = Desk::new(1700, 1100);
    desk.set_up("light", "de");
    let app = App::start(&desk, &[]);
    app.size_page(1600, 1000);
    let title = "return [document.documentElement.lang, document.querySelector('h1')?.textContent]";
    app.find("button.sample");
    assert_eq!(app.run(title, &[]), json!(["de", "Wessen Weg soll auf die Map?"]));
    // A template is made in the window's language; what it brings is the map's own from then on.
    let button = app.find("button[aria-label^='Sieben Phasen']");
    app.click(&button, 1);
    app.find("[data-key^='stage/']");
    let german = "return document.querySelector('.scene-world').textContent.includes('Bewusstsein')";
    app.wait_until("a German stage", german, &[]);
    app.keys(&key::ESCAPE.to_string());
    focus_a_stage(&app);
    app.keys("s");
    app.find("textarea");
    app.keys(&format!("Probe{}", key::ESCAPE));
    let undo = "return document.querySelector('.top-bar button[aria-keyshortcuts~=\"Control+Z\"]').ariaLabel === args[0]";
    app.wait_until("the undo", undo, &[json!("Rückgängig: Phase hinzufügen")]);
    ctrl(&app, ',');
    app.find("[role=dialog] label");
    let english = "const label = [...document.querySelectorAll('[role=dialog] label')]
            .find((one) => one.textContent.trim() === 'English');
        const box = label.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];";
    let at = app.run(english, &[]);
    app.click_at((at[0].as_f64().unwrap_or_default(), at[1].as_f64().unwrap_or_default()), 1, 0, &[]);
    app.wait_until("the undo", undo, &[json!("Undo: Add stage")]);
    let settings = "return document.querySelector('[role=dialog]').textContent.includes('Settings')";
    app.wait_until("the dialog", settings, &[]);
    // The words on the map are the map's: it stays German.
    assert_eq!(app.run("return document.querySelector('.scene-world').lang", &[]), "de");
    // What is put onto it is named in its language too.
    app.keys(&key::ESCAPE.to_string());
    gone(&app, "[role=dialog]");
    focus_a_stage(&app);
    app.keys("s");
    app.find("textarea");
    assert_eq!(app.run("return document.querySelector('textarea').value", &[]), "Neue Phase");
    app.keys(&key::ESCAPE.to_string());
    app.quit();
    let again = App::start(&desk, &[]);
    again.find("button.sample");
    assert_eq!(again.run(title, &[]), json!(["en-GB", "Whose path are you mapping?"]));
    again.quit();
}
