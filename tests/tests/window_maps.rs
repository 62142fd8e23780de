//! Several maps in one file, in the real window: tabs, copies, links, undo across maps, all of it in the file.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, Id, MapState};
use pipeline_tests::sample;
use pipeline_tests::window::{App, Desk, key};
use serde_json::{Value, json};

fn tabs(app: &App<'_>) -> Value {
    app.run("return [...document.querySelectorAll('[role=tab]')].map((tab) => tab.textContent.trim())", &[])
}

/// Waits until this tab is the shown one, and its map is painted.
fn shows(app: &App<'_>, name: &str) {
    let script = "const tab = document.querySelector('[role=tab][aria-selected=true]');
        return tab?.textContent.trim() === args[0] && !!document.querySelector(`[data-key='title/${tab.dataset.map}']`);";
    app.wait_until(name, script, &[json!(name)]);
}

/// Copies the map as future state by the menu of the file.
fn future(app: &App<'_>) {
    app.click(&app.find(".top-bar button[aria-label='File']"), 1);
    app.click(&app.find("[role=menuitem][data-entry='futureMap']"), 1);
    shows(app, "Future state");
}

#[test]
fn a_copy_as_future_state_is_edited_beside_the_original_and_undo_goes_from_map_to_map() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    assert_eq!(tabs(&app), json!([]), "one map needs no tabs");
    future(&app);
    app.toast("This copy is the future state");
    assert_eq!(tabs(&app), json!(["Current state", "Future state"]));
    let document = app.saved(&file);
    let [now, next] = document.maps_in_order()[..] else { panic!("two maps") };
    assert_eq!((now.state, next.state), (MapState::Current, MapState::Future));
    let cards = |document: &Document, map: Id| {
        let lanes: Vec<Id> = document.lanes_of(map).iter().map(|lane| lane.id).collect();
        document.cards.values().filter(|card| lanes.contains(&card.lane)).count()
    };
    assert_eq!(cards(&document, now.id), cards(&document, next.id));

    // A card is removed from the copy; from the other tab Undo goes back to where it was removed.
    let card = app.run("return document.querySelector(\"[data-key^='card/']\").dataset.key", &[]);
    let card = card.as_str().expect("a card");
    app.click_at(app.middle(card), 1, 0, &[]);
    app.keys(&key::DELETE.to_string());
    app.toast("Deleted 1 card");
    assert_eq!(cards(&app.saved(&file), next.id), cards(&document, now.id) - 1);
    app.chord(&[key::CONTROL], key::PAGE_DOWN);
    shows(&app, "Current state");
    app.chord(&[key::CONTROL], 'z');
    shows(&app, "Future state");
    app.wait_until(
        "the card is back",
        "return !!document.querySelector(`[data-key='${args[0]}']`)",
        &[json!(card)],
    );
    let said = "return document.querySelector('[role=status]').textContent === args[0]";
    app.wait_until("what is said", said, &[json!("Undone: Remove card. Future state, map 2 of 2")]);

    // One step more: the copy itself goes, and with it the tabs.
    app.chord(&[key::CONTROL], 'z');
    app.wait_until("no tabs", "return !document.querySelector('[role=tab]')", &[]);
    assert_eq!(app.saved(&file).maps.len(), 1);
    app.chord(&[key::CONTROL, key::SHIFT], 'z');
    shows(&app, "Future state");
    app.quit();
    let again = App::start(&desk, &[&file]);
    again.find("[role=tab]");
    assert_eq!(tabs(&again), json!(["Current state", "Future state"]));
    again.quit();
}

#[test]
fn tabs_are_renamed_dragged_and_removed_by_hand() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    future(&app);
    let place = |name: &str| {
        let script = "const tab = [...document.querySelectorAll('[role=tab]')].find((one) => one.textContent.trim() === args[0]);
            const box = tab.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2, box.height];";
        let at = app.run(script, &[json!(name)]);
        [0, 1, 2].map(|index| at[index].as_f64().expect("a number"))
    };
    let [x, y, height] = place("Future state");
    assert_eq!(height, 30.0);
    app.click_at((x, y), 2, 0, &[]);
    app.find(".maps input");
    app.keys(&format!("With chat{}", key::ENTER));
    shows(&app, "With chat");
    assert_eq!(tabs(&app), json!(["From first search to advocate", "With chat"]));
    let title = "return document.querySelector(\"[data-key^='title/']\").textContent.trim() === 'With chat'";
    app.wait_until("the title on the map", title, &[]);

    let ([from_x, from_y, _], [to_x, _, _]) = (place("With chat"), place("From first search to advocate"));
    app.drag(&[(from_x, from_y), (from_x - 20.0, from_y), (to_x - 60.0, from_y)]);
    app.toast("Moved With chat, 1 of 2");
    let order = |document: &Document| -> Vec<String> {
        document.maps_in_order().iter().map(|map| map.title.clone()).collect()
    };
    assert_eq!(order(&app.saved(&file)), ["With chat", "From first search to advocate"]);

    let [x, y, _] = place("With chat");
    app.click_at((x, y), 1, 2, &[]);
    app.click(&app.find("[role=menuitem][data-entry='remove']"), 1);
    app.toast("Removed the map With chat");
    assert_eq!(order(&app.saved(&file)), ["From first search to advocate"]);
    app.click(&app.find(".toast button:not([aria-label])"), 1);
    shows(&app, "With chat");
    assert_eq!(order(&app.saved(&file)), ["With chat", "From first search to advocate"]);
    app.quit();
}

#[test]
fn a_stage_leads_to_its_map_by_its_chip_and_its_menu_and_gets_a_new_one() {
    let desk = Desk::new(1700, 1100);
    let mut ids = pipeline_tests::ids();
    let mut document = journey::sample(&mut ids);
    let detail = journey::Template::find("Four acts").expect("a template").document(&mut ids, "en");
    let [decision, research] = ["Decision", "Research"]
        .map(|name| document.stages.values().find(|stage| stage.name == name).expect("a stage").id);
    let own = detail.maps_in_order()[0].id;
    let link = journey::Edit::set(journey::Table::Stage, decision, "linked_map", own.to_string());
    let edits = vec![journey::beside::adding(&detail), link];
    let stamp = journey::Stamp { change: ids(), ..journey::Stamp::default() };
    journey::Edit::together(edits).apply(&mut document, stamp).expect("they go together");
    let file = desk.home().join("map.journey");
    store::export_file(&document, &file, true).expect("a file");
    let app = App::start(&desk, &[&file]);
    app.size_page(1600, 1000);
    shows(&app, "From first search to advocate");

    let chip = format!("link/{decision}");
    assert_eq!(
        app.run("return document.querySelector(`[data-key='${args[0]}']`).ariaLabel", &[json!(chip)]),
        "Leads to Four acts"
    );
    app.click_at(app.middle(&chip), 1, 0, &[]);
    shows(&app, "Four acts");
    app.chord(&[key::CONTROL], key::PAGE_UP);
    shows(&app, "From first search to advocate");
    let menu = |stage: Id, entries: &[&str]| {
        app.click_at(app.middle(&format!("stage/{stage}")), 1, 2, &[]);
        for id in entries {
            app.click(&app.find(&format!("[role^=menuitem][data-entry='{id}']")), 1);
        }
    };
    menu(decision, &["follow"]);
    shows(&app, "Four acts");
    app.chord(&[key::CONTROL], key::PAGE_UP);
    shows(&app, "From first search to advocate");

    menu(research, &["link", "new"]);
    shows(&app, "Research");
    app.toast("Added a map of Research");
    let after = app.saved(&file);
    let new = after.maps_in_order()[2];
    assert_eq!((new.title.as_str(), after.stages[&research].linked_map), ("Research", Some(new.id)));
    // Map and link are one step.
    app.chord(&[key::CONTROL], 'z');
    shows(&app, "From first search to advocate");
    let before = app.saved(&file);
    assert_eq!((before.maps.len(), before.stages[&research].linked_map), (2, None));
    app.quit();
}
