//! What happens to files while the window is at work: each ends with all words on disk and a sentence that tells where.
//! Needs the program (`cargo build -p desire-path`); `cargo xtask test` sees to that.

use pipeline_tests::window::{App, Desk, key, program};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A small map in a file: two stages, the starter lanes, no card.
fn map_at(path: &Path) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
    let document =
        journey::Template::find("Four acts").expect("a template").document(&mut pipeline_tests::ids(), "en");
    store::export_file(&document, path, false).expect("a file");
}

fn open<'a>(desk: &'a Desk, file: &Path) -> App<'a> {
    let app = App::start(desk, &[file]);
    app.find("[data-key^='cell/']");
    app
}

/// Types a card into an empty cell, by hand.
fn write(app: &App<'_>, words: &str) {
    let before = app.run("return document.querySelectorAll(\"[data-key^='card/']\").length", &[]);
    let focus = "const rows = [...document.querySelectorAll('[role=row]')]
            .filter((row) => /^(Actions|Pain points)/.test(row.textContent.trim()));
        const cells = rows.flatMap((row) => [...row.querySelectorAll(\"[data-key^='cell/']\")]);
        cells.find((cell) => !cell.querySelector(\"[data-key^='card/']\")).focus();";
    app.run(focus, &[]);
    app.keys(&format!("{words}{}", key::ESCAPE));
    // The card is there with its first letter; what is painted of it, the file will have.
    let written = "const cards = [...document.querySelectorAll(\"[data-key^='card/']\")];
        return cards.length > args[0] &&
            cards.some((card) => card.textContent.replace(/\\s+/g, ' ').includes(args[1]));";
    app.wait_until(words, written, &[before, json!(words)]);
}

/// Waits until the top bar says where the words are, and returns the whole truth behind it.
fn told(app: &App<'_>, bar: &str) -> String {
    let script = "return document.querySelector('.top-bar .state')?.textContent.includes(args[0]) ?? false";
    app.wait_until(bar, script, &[json!(bar)]);
    app.click(&app.find(".top-bar .state"), 1);
    app.find("[role=dialog] h2");
    let said = app.run("return document.querySelector('[role=dialog]').textContent", &[]);
    app.keys(&key::ESCAPE.to_string());
    app.wait_until("the popover to close", "return !document.querySelector('[role=dialog]')", &[]);
    said.as_str().unwrap_or_default().to_owned()
}

/// Publishes now what waits; the state as the page is told it.
fn save(app: &App<'_>) -> Value {
    app.call("save", &json!({}))["state"].clone()
}

fn words_in(file: &Path) -> BTreeSet<String> {
    let document = store::read_file(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    document.cards.values().map(|card| card.text.clone()).collect()
}

fn words(all: &[&str]) -> BTreeSet<String> {
    all.iter().map(|&word| word.to_owned()).collect()
}

fn beside(file: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(file.parent().expect("a folder")).expect("it can be listed");
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    all.retain(|path| path != file && path.extension().is_some_and(|extension| extension == "journey"));
    all
}

/// What a new start says: the words of the draft that Home offers for a file.
fn recovered(desk: &Desk, name: &str) -> BTreeSet<String> {
    let app = App::start(desk, &[]);
    let drafts = app.call("home", &json!({}))["drafts"].clone();
    let draft = drafts.as_array().into_iter().flatten().find(|draft| draft["name"] == name);
    let draft = draft.unwrap_or_else(|| panic!("Home offers {name}: {drafts}"));
    assert_eq!(draft["kind"], "recovered");
    app.click(&app.find(".drafts .open"), 1);
    app.find("[data-key^='card/']");
    let cards = app.call("records", &json!({"table": "card"}));
    let found = cards.as_array().into_iter().flatten();
    let found = found.filter_map(|card| card["text"].as_str().map(str::to_owned)).collect();
    app.kill();
    found
}

#[test]
fn a_second_process_opens_the_file_for_reading_and_says_so() {
    let desk = Desk::new(1700, 1100);
    let file = desk.home().join("map.journey");
    map_at(&file);
    let first = open(&desk, &file);
    write(&first, "From the first");
    let other = desk.beside();
    let second = open(&other, &file);
    let reads = "Another window has this file open, so it is open for reading only.";
    second.wait_until("the notice", "return document.body.textContent.includes(args[0])", &[json!(reads)]);
    let problem = second.try_call("undo", &json!({})).expect_err("it is read only").0;
    assert!(problem.contains("file.read-only"), "{problem}");
    second.quit();
    write(&first, "And again");
    assert_eq!(save(&first), "saved");
    first.quit();
    assert_eq!(words_in(&file), words(&["From the first", "And again"]));
    assert!(beside(&file).is_empty());
}

#[test]
fn two_computers_on_one_file_end_with_two_files_and_all_words() {
    let (here, there) = (Desk::new(1700, 1100), Desk::new(1700, 1100));
    let file = here.home().join("map.journey");
    map_at(&file);
    let (ours, theirs) = (open(&here, &file), open(&there, &file));
    write(&theirs, "Theirs");
    assert_eq!(save(&theirs), "saved");
    write(&ours, "Ours");
    assert_eq!(save(&ours), "two_copies");
    let said = told(&ours, "Two copies");
    let copies = beside(&file);
    let [copy] = &copies[..] else { panic!("one copy: {copies:?}") };
    let name = copy.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(said.contains("Somebody else changed map.journey") && said.contains(&name), "{said}");
    write(&ours, "Ours goes on");
    ours.quit();
    theirs.quit();
    assert_eq!(words_in(&file), words(&["Theirs"]));
    assert_eq!(words_in(copy), words(&["Ours", "Ours goes on"]));
}

#[test]
fn a_file_replaced_outside_stays_and_ours_goes_on_beside_it() {
    let desk = Desk::new(1700, 1100);
    let file = desk.home().join("map.journey");
    map_at(&file);
    let app = open(&desk, &file);
    std::fs::write(&file, "Somebody's shopping list").expect("it is written");
    write(&app, "Still here");
    // Without a word of the person's: two seconds after the last edit it would have gone into the file.
    let said = told(&app, "Two copies");
    assert!(said.contains("yours goes on in map (this computer"), "{said}");
    app.quit();
    assert_eq!(std::fs::read(&file).expect("it is there"), b"Somebody's shopping list");
    let copies = beside(&file);
    assert_eq!(copies.len(), 1, "{copies:?}");
    assert_eq!(words_in(&copies[0]), words(&["Still here"]));
}

#[test]
fn a_pulled_stick_leaves_the_words_here_and_takes_them_when_it_is_back() {
    let desk = Desk::new(1700, 1100);
    let file = desk.home().join("stick/map.journey");
    map_at(&file);
    let app = open(&desk, &file);
    let (stick, away) = (desk.home().join("stick"), desk.home().join("in the drawer"));
    std::fs::rename(&stick, &away).expect("it is pulled");
    write(&app, "Written without it");
    let said = told(&app, "Kept here, not in the file");
    assert!(said.contains(&format!("The folder {} is not there.", stick.display())), "{said}");
    assert!(said.contains("Put the stick or the folder back"), "{said}");
    // Closing asks nothing and loses nothing; Home offers what is kept here.
    app.quit();
    assert!(!stick.exists(), "nothing is made where the stick was");
    assert_eq!(recovered(&desk, "map.journey"), words(&["Written without it"]));
    std::fs::rename(&away, &stick).expect("it is put back");
    let app = open(&desk, &file);
    app.find("[data-key^='card/']");
    told(&app, "Saved");
    app.quit();
    assert_eq!(words_in(&file), words(&["Written without it"]));
}

#[test]
fn a_full_disk_keeps_the_words_here_until_there_is_room() {
    let mut desk = Desk::new(1700, 1100);
    let seed = desk.home().join("map.journey");
    map_at(&seed);
    let stick = desk.home().join("stick");
    std::fs::create_dir(&stick).expect("a folder");
    let room = std::fs::metadata(&seed).expect("its size").len() / 1024 + 40;
    desk.set_disks(Some(&format!(
        "mount -t tmpfs -o size={room}k none \"$HOME/stick\"; cp \"$HOME/map.journey\" \"$HOME/stick/\""
    )));
    let file = stick.join("map.journey");
    let app = open(&desk, &file);
    write(&app, "More than fits");
    let said = told(&app, "Kept here, not in the file");
    assert!(said.contains("There is no room left on the disk for map.journey."), "{said}");
    assert!(said.contains("Make room and save again"), "{said}");
    let program = program().expect("it is built");
    desk.on_disks(&program, "mount -o remount,size=8m \"$HOME/stick\"");
    assert_eq!(save(&app), "saved");
    desk.on_disks(&program, "cp \"$HOME/stick/map.journey\" \"$HOME/out.journey\"");
    app.quit();
    assert_eq!(words_in(&desk.home().join("out.journey")), words(&["More than fits"]));
}

#[test]
fn a_folder_that_may_only_be_read_keeps_the_words_here_and_says_where_to_save() {
    let mut desk = Desk::new(1700, 1100);
    let file = desk.home().join("shared/map.journey");
    map_at(&file);
    let shared = "\"$HOME/shared\"";
    desk.set_disks(Some(&format!("mount --bind {shared} {shared}; mount -o remount,ro,bind {shared}")));
    let app = open(&desk, &file);
    write(&app, "Not in there");
    let said = told(&app, "Kept here, not in the file");
    assert!(said.contains("You do not have permission to write map.journey."), "{said}");
    assert!(said.contains("Save under another name, in a folder of yours."), "{said}");
    // As the sentence says: under another name everything is in a file.
    let other = desk.home().join("mine.journey");
    desk.answer_dialogs(Some(&other));
    app.chord(&[key::CONTROL, key::SHIFT], 's');
    told(&app, "Saved");
    app.quit();
    assert_eq!(words_in(&other), words(&["Not in there"]));
    assert_eq!(words_in(&file), words(&[]));
}

#[test]
fn a_crash_while_the_file_is_being_written_loses_no_word_and_tears_no_file() {
    let desk = Desk::new(1700, 1100);
    let file = desk.home().join("map.journey");
    map_at(&file);
    let mut all = BTreeSet::new();
    for round in 0..6 {
        let app = open(&desk, &file);
        let word = format!("Round {round}");
        write(&app, &word);
        all.insert(word);
        // The answer is not waited for: the kill comes sooner or later in the midst of it.
        app.run("void window.__TAURI_INTERNALS__.invoke('save', {})", &[]);
        std::thread::sleep(std::time::Duration::from_millis(3 * round));
        app.kill();
        // Whatever moment it was, the file is whole and holds this round's words or those before.
        let found = words_in(&file);
        assert!(found.is_subset(&all) && found.len() + 1 >= all.len(), "{found:?} of {all:?}");
    }
    let app = open(&desk, &file);
    app.find("[data-key^='card/']");
    told(&app, "Saved");
    app.quit();
    assert_eq!(words_in(&file), all);
    let left = std::fs::read_dir(desk.home()).expect("a folder").flatten();
    let left: Vec<_> = left.map(|entry| entry.file_name()).filter(|name| name != "map.journey").collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("journey")), "{left:?}");
}
