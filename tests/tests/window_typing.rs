//! Typing in the real window by real key events of the X server: few keys for a whole map, no word lost at any speed,
//! on other keyboards as well. Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use pipeline_tests::window::{App, Desk};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::time::{Duration, Instant};

/// Between two keys, in ms.
const SPEED: &str = "5";

/// Somebody at the keyboard of a desk.
struct Typist<'a> {
    desk: &'a Desk,
    /// Key presses that were not text.
    keys: usize,
}

impl<'a> Typist<'a> {
    fn at(desk: &'a Desk) -> Self {
        Self { desk, keys: 0 }
    }

    /// Types words.
    fn text(&mut self, words: &str) -> &mut Self {
        self.press(&["type", "--delay", SPEED, words])
    }

    /// Presses one key, or keys together like `ctrl+Down`.
    fn key(&mut self, key: &str) -> &mut Self {
        self.keys += 1;
        self.press(&["key", key])
    }

    fn press(&mut self, words: &[&str]) -> &mut Self {
        let done = self.desk.command("xdotool").args(words).status();
        assert!(done.is_ok_and(|status| status.success()), "xdotool presses {words:?}");
        self
    }

    /// Gives the keyboard another layout.
    fn layout(&self, name: &str) {
        let done = self.desk.command("setxkbmap").arg(name).status();
        assert!(done.is_ok_and(|status| status.success()), "setxkbmap sets {name}");
    }
}

/// Begins a blank map from Home; its title waits to be typed.
fn blank(desk: &Desk) -> App<'_> {
    let app = App::start(desk, &[]);
    let button =
        "[...document.querySelectorAll('button')].find((one) => one.textContent.includes('Blank map'))";
    app.wait_until("Home", &format!("return {button} !== undefined"), &[]);
    app.run(&format!("{button}.click()"), &[]);
    app.find("[data-key^='cell/']");
    title_waits(&app);
    app
}

/// Waits until the keys of the screen go to the title of a new map. The window manager gives the window the focus in its
/// own time.
fn title_waits(app: &App<'_>) {
    let script = "return document.hasFocus() && document.activeElement.matches('textarea')";
    app.wait_until("the title's box", script, &[]);
}

/// What the records of a table say in one field, in their order.
fn said(app: &App<'_>, table: &str, field: &str) -> Vec<String> {
    let found = app.call("records", &json!({ "table": table }));
    let records = found.as_array().into_iter().flatten();
    records.filter_map(|record| record[field].as_str()).map(str::to_owned).collect()
}

/// Waits until something is so, however slow the machine is, as long as it gets nearer.
fn at_last(what: &str, mut look: impl FnMut() -> (usize, bool)) {
    let (mut most, mut patience) = (0, Instant::now() + Duration::from_secs(20));
    loop {
        let (far, done) = look();
        if done {
            return;
        }
        if far > most {
            (most, patience) = (far, Instant::now() + Duration::from_secs(20));
        }
        assert!(Instant::now() < patience, "{what}: stayed at {far}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// Waits until the cards say this, in this order.
fn cards_say(app: &App<'_>, expected: &[String]) {
    let mut found = Vec::new();
    at_last("the cards", || {
        found = said(app, "card", "text");
        (found.len(), found.len() >= expected.len() && found.last() == expected.last())
    });
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found, expected, "card {at}");
    }
    assert_eq!(found.len(), expected.len());
}

/// That nothing but cards came about: no letter was taken for a command.
fn no_command_fired(app: &App<'_>, stages: usize) {
    assert_eq!(said(app, "stage", "id").len(), stages, "stages");
    for table in ["gap", "path", "feeling", "person", "team", "answer"] {
        assert_eq!(said(app, table, "id"), Vec::<String>::new(), "{table}");
    }
    let cards = app.call("records", &json!({ "table": "card" }));
    for card in cards.as_array().into_iter().flatten() {
        assert_eq!((&card["votes"], &card["evidence"]), (&json!(0), &json!("hypothesis")), "{card}");
    }
    let open = app.call("start", &Value::Null)["open"].clone();
    assert_eq!(open["counts"]["lanes"], json!(8), "{open}");
}

#[test]
fn seven_stages_and_twenty_cards_take_at_most_45_keys_that_are_not_text() {
    let desk = Desk::new(1700, 1100);
    let app = blank(&desk);
    let stages = ["Need", "Research", "Shortlist", "Trial", "Decision", "Contract", "Start"];
    let mut typist = Typist::at(&desk);
    typist.text("How clinics buy scanners").key("Return");
    typist.key("Return").text(stages[0]).key("Return");
    for name in &stages[1..] {
        // The letter is a command here: a new stage after this one.
        typist.key("s").text(name).key("Return");
    }
    typist.key("Home").key("Down");
    let lane = |start: &str| stages.map(|stage| format!("{start} {}", stage.to_lowercase()));
    let (acts, meets, thinks) = (lane("Goes through"), lane("Meets us at"), lane("So this is"));
    for (at, words) in acts.iter().enumerate() {
        typist.text(words);
        typist.key(if at < 6 { "Tab" } else { "ctrl+Down" });
    }
    for (at, words) in meets.iter().rev().enumerate() {
        typist.text(words);
        typist.key(if at < 6 { "shift+Tab" } else { "ctrl+Down" });
    }
    for (at, words) in thinks[..6].iter().enumerate() {
        typist.text(words);
        typist.key(if at < 5 { "Tab" } else { "Escape" });
    }
    assert!(typist.keys <= 45, "{} keys", typist.keys);

    at_last("twenty cards", || {
        let found = said(&app, "card", "text");
        (found.len(), found.len() == 20 && found.contains(&thinks[5]))
    });
    assert_eq!(said(&app, "stage", "name"), stages);
    // Each says the stage that it lies in.
    let named: HashMap<String, String> =
        said(&app, "stage", "id").into_iter().zip(said(&app, "stage", "name")).collect();
    for (words, stage) in said(&app, "card", "text").iter().zip(said(&app, "card", "stage")) {
        assert!(words.ends_with(&named[&stage].to_lowercase()), "{words} in {}", named[&stage]);
    }
    assert_eq!(said(&app, "map", "title"), ["How clinics buy scanners"]);
    let mut found = said(&app, "card", "text");
    let mut expected: Vec<String> = [&acts[..], &meets[..], &thinks[..6]].concat();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    no_command_fired(&app, 7);
    app.quit();
}

/// Leads from the title of a blank map to its first cell, types cards there, each with its keys as `xdotool` takes
/// them, in one go, and looks at what arrived.
fn type_cards(desk: &Desk, app: &App<'_>, cards: &[(Vec<String>, String)]) {
    let mut typist = Typist::at(desk);
    typist.text("A map").key("Return").key("Down");
    type_on(&mut typist, cards);
    let said: Vec<String> = cards.iter().map(|(_, said)| said.clone()).collect();
    cards_say(app, &said);
    no_command_fired(app, 1);
}

/// Types cards one below the other, in one go.
fn type_on(typist: &mut Typist<'_>, cards: &[(Vec<String>, String)]) {
    let mut keys: Vec<&str> = Vec::new();
    for (own, _) in cards {
        keys.extend(own.iter().map(String::as_str));
        keys.extend(["key", "--delay", SPEED, "Return"]);
    }
    typist.press(&keys).key("Escape");
}

/// The keys of some words.
fn words(text: &str) -> Vec<String> {
    ["type", "--delay", SPEED, "--args", "1", text].map(str::to_owned).into()
}

/// A dead key and the letter that takes its accent.
fn accent(dead: &str, letter: &str) -> Vec<String> {
    ["key", "--delay", SPEED, dead, letter].map(str::to_owned).into()
}

#[test]
fn a_hundred_and_twenty_cards_at_5_ms_a_key_arrive_complete_and_in_order() {
    let desk = Desk::new(1700, 1100);
    let app = blank(&desk);
    // Every letter that is a command of the grid, at the beginning of a card too.
    let begins =
        ["Some", "note", "great", "rival", "even", "votes", "moves", "they", "person", "owner", "5 links"];
    let text = |at: usize| format!("{} sngrve {at}", begins[at % begins.len()]);
    let cards: Vec<_> = (1..=120).map(|at| (words(&text(at)), text(at))).collect();
    type_cards(&desk, &app, &cards);
    app.quit();
}

#[test]
fn the_same_on_a_german_keyboard_with_dead_keys() {
    let desk = Desk::new(1700, 1100);
    let app = blank(&desk);
    Typist::at(&desk).layout("de");
    let card = |at: usize| {
        let start = format!("{at} Größe für 5 € und caf");
        let keys = [
            words(&start),
            accent("dead_acute", "e"),
            words(" "),
            accent("dead_circumflex", "e"),
            words(" so"),
        ];
        (keys.concat(), format!("{start}é ê so"))
    };
    let mut typist = Typist::at(&desk);
    typist.text("A map").key("Return").key("Down").text("Los");
    // Accents are made by the system's input method, which the web view tells of the first box a moment after that
    // opened. What the page answers here comes behind that.
    app.wait_until("the first box", "return document.activeElement.value === 'Los'", &[]);
    typist.key("Return");
    let cards: Vec<_> = (2..=120).map(card).collect();
    type_on(&mut typist, &cards);
    let said = std::iter::once("Los".to_owned()).chain(cards.into_iter().map(|(_, said)| said));
    cards_say(&app, &said.collect::<Vec<_>>());
    no_command_fired(&app, 1);
    app.quit();
}

#[test]
fn accents_that_are_typed_while_an_answer_is_on_its_way_are_not_lost() {
    let desk = Desk::new(1700, 1100);
    let app = App::start(&desk, &[]);
    app.find("button.sample");
    Typist::at(&desk).layout("de");
    // What a record says comes a second late: the title's words are not there when Enter leads on from it.
    let late = "const { fetch } = window;
        window.fetch = (to, how) => {
            const answer = fetch.call(window, to, how);
            if (!String(to).endsWith('/record')) return answer;
            return new Promise((done) => setTimeout(done, 1000)).then(() => answer);
        };
        [...document.querySelectorAll('button')].find((one) => one.textContent.includes('Blank map')).click();
        return null;";
    app.run(late, &[]);
    title_waits(&app);
    let mut typist = Typist::at(&desk);
    typist.text("A map").key("Return").key("Down").text("caf");
    typist.press(&["key", "--delay", SPEED, "dead_acute", "e"]).text(" so").key("Escape");
    cards_say(&app, &["café so".to_owned()]);
    assert_eq!(said(&app, "map", "title"), ["A map"]);
    app.quit();
}

#[test]
fn a_card_that_begins_with_a_dead_key_begins_with_its_accent() {
    let desk = Desk::new(1700, 1100);
    let app = blank(&desk);
    Typist::at(&desk).layout("de");
    let mut typist = Typist::at(&desk);
    typist.text("A map").key("Return").key("Down");
    // A box that is about to close still has the input method, which takes the accent along.
    let cell = || {
        let script = "return document.activeElement.matches(\"[data-key^='cell/']\") && !document.querySelector('.write-box')";
        app.wait_until("a cell with the focus", script, &[]);
        app.wait_until_still();
    };
    // As fast as keys come, and as slow as people look for theirs.
    cell();
    typist.press(&["key", "--delay", SPEED, "dead_acute", "e"]).text("tat").key("Return").key("Escape");
    cell();
    typist.key("Down").press(&["key", "--delay", "200", "dead_circumflex", "E"]).text("tre").key("Escape");
    cards_say(&app, &["état".to_owned(), "Être".to_owned()]);
    app.quit();
}

#[test]
fn the_same_with_emoji() {
    let desk = Desk::new(1700, 1100);
    let app = blank(&desk);
    // Keys of their own: `xdotool` would else give one key another meaning while it is being pressed.
    let keys = ["keycode 97 = U1F642", "keycode 103 = U1F680", "keycode 120 = U1F44D"];
    let done = desk.command("xmodmap").args(keys.iter().flat_map(|key| ["-e", key])).status();
    assert!(done.is_ok_and(|status| status.success()), "xmodmap gives the emoji keys");
    let text = |at: usize| format!("🙂 {at} 🚀 go 👍");
    let cards: Vec<_> = (1..=120).map(|at| (words(&text(at)), text(at))).collect();
    type_cards(&desk, &app, &cards);
    app.quit();
}

#[test]
fn the_box_of_a_card_that_is_begun_lies_over_nothing_and_without_words_all_is_as_it_was() {
    let desk = Desk::new(1700, 1100);
    let path = desk.home().join("sample.journey");
    let document = pipeline_tests::sample();
    store::export_file(&document, &path, false).expect("a sample");
    let app = App::start(&desk, &[&path]);
    // The window is too low for all of the map.
    app.size_page(1440, 860);
    let places = "const world = document.querySelector('.scene-world').getBoundingClientRect();
        return JSON.stringify([...document.querySelectorAll(
            '[data-key^=\"card/\"]:not(.written), [data-key^=\"gap/\"], [data-key^=\"cell/\"]')].map((one) => {
                const { x, y, width, height } = one.getBoundingClientRect();
                return [one.dataset.key, Math.round(x - world.x), Math.round(y - world.y), width, height]; }))";
    let in_view = "const box = document.querySelector('.write-box').getBoundingClientRect();
        const view = document.querySelector('.viewport').getBoundingClientRect();
        return box.top >= view.top && box.bottom <= view.bottom";
    let covered = "const [box, under] = ['.write-box', '.under'].map((one) => document.querySelector(one));
        if (!box) return 'no box';
        const [top, { bottom, left, right }] = [box, under ?? box].map((one) => one.getBoundingClientRect());
        return [...document.querySelectorAll('[data-key^=\"card/\"]:not(.written), [data-key^=\"gap/\"]')]
            .filter((one) => !one.closest('[data-key^=\"gapdisc/\"]'))
            .filter((one) => { const at = one.getBoundingClientRect();
                return at.top < bottom - 1 && at.bottom > top.top + 1 && at.left < right - 1 && at.right > left + 1; })
            .map((one) => one.ariaLabel)";
    let clear = |what: &str| {
        app.wait_for(what, || (app.run(covered, &[]) == json!([])).then_some(()));
    };
    app.find("[data-key^='card/']");
    app.wait_until_still();
    for lane in [journey::LaneKind::Actions, journey::LaneKind::PainPoints] {
        let lane = document.lanes.values().find(|one| one.kind == lane).expect("the lane").id;
        let stage = document.maps_in_order().first().map(|map| document.stages_of(map.id)[1].id);
        let first = journey::Cells::of(&document).cards(lane, stage.expect("a stage"))[0].id;
        // An element may have been made anew since, so it is looked for each time.
        let choose = || app.click(&app.find(&format!("[data-key='card/{first}']")), 1);
        choose();
        app.wait_until_still();
        let before = app.run(places, &[]);
        let mut typist = Typist::at(&desk);
        typist.key("n");
        app.find(".write-box");
        clear("room for the empty box");
        app.wait_until("what is asked there", "return document.activeElement.placeholder !== ''", &[]);
        clear("room for what is asked there");
        app.wait_until("all of the box in view", in_view, &[]);
        typist.key("Escape");
        app.wait_for("all as it was", || (app.run(places, &[]) == before).then_some(()));
        choose();
        typist.key("n").text("Words");
        clear("room for words");
        typist.key("Return");
        clear("room for the next box");
        typist.key("Escape").key("ctrl+z");
        app.wait_for("all as it was", || (app.run(places, &[]) == before).then_some(()));
    }
    assert_eq!(app.call("start", &Value::Null)["open"]["undo"], Value::Null, "nothing is left to undo");
    app.quit();
}

#[test]
fn a_text_takes_its_words_back_and_what_is_gone_leaves_the_focus_to_what_is_next() {
    let desk = Desk::new(1280, 800);
    let app = blank(&desk);
    let mut typist = Typist::at(&desk);
    let shows = |what: &str, so: &str| app.wait_until(what, &format!("return {so}"), &[]);
    typist.text("Buying").key("Return").key("Down");
    shows("the first cell", "document.activeElement.matches('.role-cell')");
    let text = |words: &str| format!("document.activeElement.value === '{words}'");
    typist.text("one two");
    shows("both words", &text("one two"));
    typist.key("ctrl+z");
    shows("the first word", &text("one "));
    typist.key("ctrl+z");
    shows("nothing", &text(""));
    typist.key("ctrl+shift+z").text("three").key("Escape");
    cards_say(&app, &["one three".to_owned()]);
    shows("the card", "document.activeElement.matches('.role-card')");

    // The step before: the card goes, and the keys are its cell's.
    typist.key("ctrl+z");
    shows("its cell", "document.activeElement.matches('.role-cell')");
    typist.text("again").key("Escape");
    cards_say(&app, &["again".to_owned()]);

    // In a text that is as it was, the key takes the step before back: the stage that was just made.
    let stages = said(&app, "stage", "id").len();
    typist.key("Up").key("s");
    shows("the stage's name", "document.activeElement.matches('textarea')");
    typist.text("ab").key("Escape");
    at_last("the stage", || (0, said(&app, "stage", "id").len() == stages + 1));
    typist.key("ctrl+z");
    at_last("no stage", || (0, said(&app, "stage", "id").len() == stages));
    shows("a stage has the focus", "document.activeElement.matches('.role-stage')");

    // What keys are about shows its ring, also after a click elsewhere and a focus that a script gave.
    let button = app.find(".bottom-bar button");
    app.click(&button, 1);
    app.find("[role=dialog]");
    typist.key("Escape");
    shows("the button again", "document.activeElement.matches('.bottom-bar button')");
    app.run("document.querySelector('.role-card').focus(); return true", &[]);
    typist.key("space");
    shows(
        "the ring",
        "getComputedStyle(document.querySelector('.role-card:focus')).outlineStyle === 'solid'",
    );
    app.quit();
}

#[test]
fn what_is_typed_into_an_empty_cell_of_feelings_is_the_label_of_its_first_point() {
    let desk = Desk::new(1280, 800);
    let app = blank(&desk);
    let mut typist = Typist::at(&desk);
    typist.text("Buying").key("Return");
    let stage = "return document.activeElement.matches('.role-stage')";
    app.wait_until("the way from the title to the first stage", stage, &[]);
    let stages = said(&app, "stage", "id").len();
    let lanes = app.call("records", &json!({ "table": "lane" }));
    let lane =
        lanes.as_array().into_iter().flatten().find(|lane| lane["kind"] == "emotions").expect("emotions");
    let cell = format!("[data-key^='cell/{}/']", lane["id"].as_str().unwrap_or_default());
    app.find(&cell);
    app.run("document.querySelector(args[0]).focus(); return true", &[json!(cell)]);
    typist.text("nervous, grins").key("Escape");
    at_last("the label", || (0, said(&app, "feeling", "label") == ["nervous, grins"]));
    // On the point itself, letters that build the map do nothing.
    typist.text("sgr").key("Return");
    app.wait_until("the label's box", "return document.activeElement.value === 'nervous, grins'", &[]);
    let built = ["stage", "gap", "path"].map(|table| said(&app, table, "id").len());
    assert_eq!(built, [stages, 0, 0]);
    app.quit();
}
