//! Menus, handles and the bar in the real window: what is chosen there is in the file, and Undo beside it takes it back.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use journey::{Document, Id, LaneKind, PathKind};
use pipeline_tests::sample;
use pipeline_tests::window::{App, Desk, Hand, key};

/// The menu key of WebDriver's keyboard has no code: Shift+F10 is what every keyboard has.
const F10: char = '\u{E03A}';

fn stage(document: &Document, name: &str) -> Id {
    document.stages.values().find(|stage| stage.name == name).expect("a stage of that name").id
}

fn lane(document: &Document, kind: LaneKind) -> Id {
    document.lanes.values().find(|lane| lane.kind == kind).expect("a lane of that kind").id
}

fn names(document: &Document) -> Vec<String> {
    let map = document.maps_in_order()[0].id;
    document.stages_of(map).iter().map(|stage| stage.name.clone()).collect()
}

/// Opens a thing's menu with the right button.
fn menu(app: &App<'_>, key: &str) {
    app.click_at(app.middle(key), 1, 2, &[]);
    app.find("[role=menu]");
}

/// Chooses an entry; those before the last open menus in the menu.
fn choose(app: &App<'_>, ids: &[&str]) {
    for id in ids {
        app.click(&app.find(&format!("[role^=menuitem][data-entry='{id}']")), 1);
    }
    app.wait_until("the menu to close", "return !document.querySelector('[role=menu]')", &[]);
}

#[test]
fn a_stage_is_duplicated_removed_and_moved_by_its_menu_and_undo_beside_it_takes_that_back() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    let before = app.saved(&file);
    let decision = stage(&before, "Decision");
    let node = format!("stage/{decision}");

    menu(&app, &node);
    choose(&app, &["duplicate"]);
    app.toast("Duplicated Decision");
    let after = app.saved(&file);
    assert_eq!(names(&after)[3..5], ["Decision", "Decision"]);
    let alone = before.cards.values().filter(|card| card.stage == decision && card.to_stage == decision);
    assert_eq!(after.cards.len(), before.cards.len() + alone.count());
    app.click(&app.find(".toast button"), 1);
    app.wait_for("the map as it was", || (app.saved(&file).stages == before.stages).then_some(()));
    assert_eq!(app.saved(&file).cards, before.cards);

    menu(&app, &node);
    choose(&app, &["delete"]);
    app.toast("Deleted stage Decision with");
    assert!(!app.saved(&file).stages.contains_key(&decision));
    app.click(&app.find(".toast button"), 1);
    app.wait_for("the stage and its cards", || (app.saved(&file).cards == before.cards).then_some(()));

    menu(&app, &node);
    choose(&app, &["left"]);
    app.toast("Moved Decision after Research");
    assert_eq!(names(&app.saved(&file))[2], "Decision");
    app.quit();
}

#[test]
fn the_handle_of_a_boundary_adds_a_stage_or_a_gap_whose_name_is_typed() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    let before = app.saved(&file);
    let purchase = stage(&before, "Purchase");
    let hover = |app: &App<'_>, stage: Id| {
        let [x, y, w, h] = app.place(&format!("stage/{stage}"));
        app.hand(&[Hand::To(x + w / 2.0, y + h / 2.0), Hand::To(x + w - 4.0, y + h / 2.0)]);
    };
    hover(&app, purchase);
    app.click(&app.find(".handles button[aria-label='Add stage here']"), 1);
    app.find("textarea");
    app.keys(&format!("Trial{}", key::ENTER));
    app.wait_for("the stage", || (names(&app.saved(&file))[5] == "Trial").then_some(()));

    hover(&app, purchase);
    app.click(&app.find(".handles .gap"), 1);
    choose(&app, &["device"]);
    app.find("textarea");
    app.keys(&format!("Phone to laptop{}", key::ENTER));
    let gap = |document: &Document| {
        let found = document.gaps.values().find(|gap| gap.title == "Phone to laptop").cloned();
        found.filter(|gap| gap.stage == purchase && gap.causes == [journey::Cause::Device])
    };
    app.wait_for("the gap", || gap(&app.saved(&file)));
    app.quit();
}

#[test]
fn a_lane_is_folded_opened_by_a_click_hidden_and_shown_again() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    let thoughts = lane(&app.saved(&file), LaneKind::Thoughts);
    let node = format!("label/{thoughts}");
    app.click_at(app.middle(&node), 1, 0, &[]);
    app.chord(&[key::SHIFT], F10);
    choose(&app, &["fold"]);
    app.wait_for("the folded lane", || (app.place(&node)[3] <= 34.0).then_some(()));
    app.click_at(app.middle(&node), 1, 0, &[]);
    app.wait_for("the open lane", || (app.place(&node)[3] > 34.0).then_some(()));
    menu(&app, &node);
    choose(&app, &["hide"]);
    app.toast("Thoughts is hidden");
    assert!(app.saved(&file).lanes[&thoughts].hidden);
    let chip = "return [...document.querySelectorAll('.bottom-bar button')]
        .some((button) => button.textContent.trim() === '1 hidden')";
    app.wait_until("the chip", chip, &[]);
    app.click(&app.find(".bottom-bar button[aria-haspopup=menu][title]"), 1);
    choose(&app, &[&thoughts.to_string()]);
    app.wait_for("the lane", || (!app.saved(&file).lanes[&thoughts].hidden).then_some(()));
    app.quit();
}

#[test]
fn a_path_is_drawn_by_menu_and_its_label_typed_in_place() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    let before = app.saved(&file);
    let (from, to) = (stage(&before, "Post-purchase"), stage(&before, "Consideration"));
    menu(&app, &format!("stage/{from}"));
    choose(&app, &["revisit", &to.to_string()]);
    app.find("textarea");
    app.keys(&format!("asks for more{}", key::ENTER));
    let drawn = |document: &Document| {
        let path = document.paths.values().find(|path| path.label == "asks for more").cloned();
        path.filter(|path| path.kind == PathKind::Revisit && path.to.map(|end| end.id) == Some(to))
    };
    let path = app.wait_for("the path", || drawn(&app.saved(&file)));
    assert_eq!(path.from.map(|end| end.id), Some(from));
    app.quit();
}

#[test]
fn a_card_is_cut_and_pasted_by_menu() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    let before = app.saved(&file);
    let card = before.cards.values().find(|card| card.text == "Approval bottleneck").expect("a card").clone();
    menu(&app, &format!("card/{}", card.id));
    choose(&app, &["cut"]);
    app.wait_for("the card to go", || (!app.saved(&file).cards.contains_key(&card.id)).then_some(()));
    let research = stage(&before, "Research");
    menu(&app, &format!("cell/{}/{research}", lane(&before, LaneKind::Actions)));
    app.keys(&key::ESCAPE.to_string());
    app.wait_until("the menu to close", "return !document.querySelector('[role=menu]')", &[]);
    let there = before.cards_in(lane(&before, LaneKind::PainPoints), research)[0].id;
    menu(&app, &format!("card/{there}"));
    choose(&app, &["paste"]);
    let pasted = app.wait_for("the card again", || {
        let found = app.saved(&file).cards.values().find(|card| card.text == "Approval bottleneck").cloned();
        found.filter(|found| found.stage == research)
    });
    assert_eq!(pasted.fields, card.fields);
    app.quit();
}

#[test]
fn the_people_in_the_header_open_their_panel_and_each_has_a_menu_by_mouse() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1600, 1000));
    let map = app.saved(&file).maps_in_order()[0].id;
    app.click_at(app.middle(&format!("people/{map}")), 1, 0, &[]);
    app.click(&app.find(".side li button[aria-haspopup=menu]"), 1);
    app.find("[role=menu] [role^=menuitem]");
    app.keys(&key::ESCAPE.to_string());
    app.wait_until("the menu to close", "return !document.querySelector('[role=menu]')", &[]);
    app.find(".side");
    app.quit();
}

#[test]
fn the_bar_fits_a_window_of_1024_and_what_finds_no_room_is_in_its_menu() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = App::open(&desk, &sample(), (1024, 640));
    let document = app.saved(&file);
    let stage = stage(&document, "Awareness");
    app.click_at(app.middle(&format!("stage/{stage}")), 1, 0, &[]);
    let fits = "const bar = document.querySelector('.context');
        const more = bar?.querySelector('button[aria-haspopup=menu]:last-of-type');
        if (!bar || !more) return false;
        const [inner, outer] = [more.getBoundingClientRect(), bar.getBoundingClientRect()];
        return inner.right <= outer.right + 1 && outer.right <= innerWidth && bar.scrollWidth <= bar.clientWidth + 1;";
    app.wait_until("a bar that fits", fits, &[]);
    let menus = app.run("return document.querySelectorAll('.context button').length", &[]);
    assert!(menus.as_u64().unwrap_or_default() >= 2, "acts are left: {menus}");
    let more = "const all = [...document.querySelectorAll('.context button')]; all.at(-1).id ||= 'more'; return all.at(-1).id;";
    let id = app.run(more, &[]);
    app.click(&app.find(&format!("[id='{}']", id.as_str().unwrap_or_default())), 1);
    app.find("[role^=menuitem][data-entry=gap]");
    app.quit();
}

#[test]
fn what_was_pasted_and_the_box_of_a_new_gap_are_in_view() {
    let desk = Desk::new(1366, 768);
    let document = sample();
    let file = desk.home().join("map.journey");
    store::export_file(&document, &file, true).expect("a file");
    let app = App::start(&desk, &[&file]);
    app.find("[data-key^='card/']");
    // The gaps of this map lie below the window's lower edge.
    app.click_at(app.middle(&format!("stage/{}", stage(&document, "Purchase"))), 1, 0, &[]);
    app.keys("g");
    app.wait_until(
        "the box in view",
        "const [box, view] = [document.activeElement, document.querySelector('.viewport')];
        return box.matches('.write-box')
            && box.getBoundingClientRect().bottom <= view.getBoundingClientRect().bottom",
        &[],
    );
    app.keys(&key::ESCAPE.to_string());

    let lines = desk.home().join("lines.txt");
    let text: Vec<String> = (1..=8).map(|at| format!("pasted {at}")).collect();
    std::fs::write(&lines, text.join("\n")).expect("a file");
    let mut owner = desk.command("xclip");
    owner.args(["-selection", "clipboard", "-i"]).arg(&lines);
    let owner = owner.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).status();
    assert!(owner.is_ok_and(|status| status.success()), "xclip holds the lines");
    // As far down as the map goes: what is pasted there makes it longer.
    let last = stage(&document, "Loyalty and advocacy");
    app.run("document.querySelector('.viewport').scrollTop = 9999", &[]);
    app.click_at(app.middle(&format!("cell/{}/{last}", lane(&document, LaneKind::Opportunities))), 1, 0, &[]);
    app.chord(&[key::CONTROL], 'v');
    app.wait_until(
        "all of the pasted cards in view",
        "const view = document.querySelector('.viewport').getBoundingClientRect();
        const top = document.querySelector('.scene-header').getBoundingClientRect().bottom;
        const cards = [...document.querySelectorAll('.role-card')]
            .filter((card) => card.textContent.includes('pasted'));
        return cards.length === 8 && cards.every((card) => {
            const box = card.getBoundingClientRect();
            return box.top >= top && box.bottom <= view.bottom;
        })",
        &[],
    );
    app.chord(&[key::CONTROL], key::HOME);
    app.wait_until(
        "the beginning of the map",
        "const { scrollLeft, scrollTop } = document.querySelector('.viewport');
        return scrollLeft === 0 && scrollTop === 0",
        &[],
    );
    app.quit();
}
