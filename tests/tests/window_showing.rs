//! Showing a map in the real window: the export dialog with its previews and files, and a presentation by keys. Needs
//! the program and the command line tool; `cargo xtask test` sees to that.

use pipeline_tests::window::{App, Desk, key, program};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// F5 as WebDriver writes it.
const F5: char = '\u{E035}';

/// The sample map as a file, open in a window of 1600×1000.
fn sample(desk: &Desk) -> (App<'_>, PathBuf) {
    let file = desk.home().join("seven-phases.journey");
    store::export_file(&pipeline_tests::sample(), &file, false).expect("the sample");
    let app = App::start(desk, &[&file]);
    app.size_page(1600, 1000);
    app.find("[data-key^='card/']");
    (app, file)
}

fn export(app: &App<'_>) {
    app.chord(&[key::CONTROL], 'e');
    app.find(".export");
}

/// Chooses one of several by its words.
fn choose(app: &App<'_>, group: &str, option: &str) {
    let script = "const group = document.querySelector(`[role=radiogroup][aria-label='${args[0]}']`);
        const found = [...(group?.querySelectorAll('label') ?? [])].find((one) => one.textContent.trim() === args[1]);
        found?.click();
        return found !== undefined;";
    app.wait_until(option, script, &[json!(group), json!(option)]);
}

/// Waits until every picture of the dialog has arrived, as large as it is shown.
fn drawn(app: &App<'_>, pages: usize) {
    let script = "const all = [...document.querySelectorAll('.export .page img')];
        return all.length === args[0] && all.every((one) => one.complete && one.naturalWidth >= one.clientWidth - 1);";
    app.wait_until("the pictures of the pages", script, &[json!(pages)]);
}

/// Presses the main button, and waits until the toast says where it went.
fn go(app: &App<'_>, name: &str) {
    let script = "const go = [...document.querySelectorAll('.export .foot button')].at(-1);
        if (!go || go.getAttribute('aria-disabled') === 'true') return false;
        go.click();
        return true;";
    app.wait_until("the button", script, &[]);
    app.toast(&format!("Exported {name} to "));
    app.wait_until("the dialog gone", "return document.querySelector('.export') === null", &[]);
}

/// What the command line makes of the same file.
fn by_command(desk: &Desk, file: &Path, out: &Path, words: &[&str]) {
    let tool = program().expect("the window was built").with_file_name("journey");
    let done = desk.command(tool).arg("export").arg(file).arg(out).args(words).status();
    assert!(done.is_ok_and(|status| status.success()), "journey export {words:?}");
}

fn same(ours: &Path, theirs: &Path) {
    let read =
        |path: &Path| std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(read(ours) == read(theirs), "{} is not {}", ours.display(), theirs.display());
}

#[test]
fn every_format_is_shown_and_written_as_the_command_line_writes_it() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = sample(&desk);
    let place = |name: &str| desk.home().join(name);

    for (format, ending, pages, words) in [
        ("PDF", "pdf", 1, &[][..]),
        ("PNG", "png", 1, &["--scale", "2"]),
        ("SVG", "svg", 1, &[]),
        ("Text", "md", 0, &[]),
    ] {
        export(&app);
        choose(&app, "Format", format);
        if pages > 0 {
            drawn(&app, pages);
        }
        desk.answer_dialogs(Some(&place("canvas")));
        go(&app, &format!("canvas.{ending}"));
        let theirs = place(&format!("by-command.{ending}"));
        by_command(&desk, &file, &theirs, words);
        same(&place(&format!("canvas.{ending}")), &theirs);
    }
    for (kind, ending) in [("Mermaid", "mmd"), ("JSON", "json")] {
        export(&app);
        choose(&app, "Kind of text", kind);
        desk.answer_dialogs(Some(&place("canvas")));
        go(&app, &format!("canvas.{ending}"));
        let theirs = place(&format!("by-command.{ending}"));
        by_command(&desk, &file, &theirs, &[]);
        same(&place(&format!("canvas.{ending}")), &theirs);
    }

    export(&app);
    choose(&app, "Format", "SVG");
    choose(&app, "Text", "As outlines");
    desk.answer_dialogs(Some(&place("outlines")));
    go(&app, "outlines.svg");
    by_command(&desk, &file, &place("by-outlines.svg"), &["--outlines"]);
    same(&place("outlines.svg"), &place("by-outlines.svg"));

    export(&app);
    choose(&app, "View", "Slides");
    // Ten small ones and the large one.
    drawn(&app, 11);
    desk.picture(&std::env::temp_dir().join("showing-slides.png"));
    desk.answer_dialogs(Some(&place("deck")));
    go(&app, "deck.pptx");
    by_command(&desk, &file, &place("by-command.pptx"), &[]);
    same(&place("deck.pptx"), &place("by-command.pptx"));

    export(&app);
    choose(&app, "Format", "PDF");
    choose(&app, "Colours", "Dark");
    desk.answer_dialogs(Some(&place("deck")));
    go(&app, "deck.pdf");
    by_command(&desk, &file, &place("by-deck.pdf"), &["--view", "slides", "--theme", "dark"]);
    same(&place("deck.pdf"), &place("by-deck.pdf"));

    // Pictures of slides go into a folder, and one alone into a file.
    export(&app);
    choose(&app, "Format", "PNG");
    choose(&app, "Colours", "Light");
    desk.answer_dialogs(Some(&place("slides")));
    go(&app, "slides");
    by_command(&desk, &file, &place("by-slides.png"), &["--view", "slides", "--width", "1920"]);
    let names = |folder: &str| {
        let entries = std::fs::read_dir(place(folder)).expect("a folder").flatten();
        let mut names: Vec<String> =
            entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names("slides"), names("by-slides.png"));
    assert_eq!(names("slides").len(), 10);
    for name in names("slides") {
        same(&place("slides").join(&name), &place("by-slides.png").join(&name));
    }

    export(&app);
    choose(&app, "View", "Poster");
    drawn(&app, 1);
    desk.answer_dialogs(Some(&place("poster")));
    go(&app, "poster.pdf");
    by_command(&desk, &file, &place("by-poster.pdf"), &["--view", "poster"]);
    same(&place("poster.pdf"), &place("by-poster.pdf"));

    // What was chosen is remembered.
    export(&app);
    let view = "return document.querySelector(\"[role=radiogroup][aria-label='View'] input:checked\").value";
    assert_eq!(app.run(view, &[]), json!("poster"));
    app.quit();
}

#[test]
fn all_maps_of_a_file_leave_as_the_command_line_writes_them() {
    let desk = Desk::new(1700, 1100);
    let read = exchange::markdown::read(
        b"# Today\n\n## Looks\n### Actions\n- Asks around\n\n# Tomorrow\n\n## Finds\n### Actions\n- Clicks once\n",
        &mut pipeline_tests::ids(),
    );
    let file = desk.home().join("two-maps.journey");
    store::export_file(&read.expect("two maps").document, &file, false).expect("a file");
    let app = App::start(&desk, &[&file]);
    app.size_page(1600, 1000);
    app.find("[data-key^='card/']");
    for (view, words) in
        [("Canvas", &[][..]), ("Slides", &["--view", "slides"]), ("Poster", &["--view", "poster"])]
    {
        export(&app);
        choose(&app, "View", view);
        choose(&app, "Format", "PDF");
        choose(&app, "Maps", "All 2");
        if view != "Slides" {
            // One small picture a map, and the large one.
            drawn(&app, 3);
        }
        desk.picture(&std::env::temp_dir().join(format!("showing-all-{view}.png")));
        let place = |name: &str| desk.home().join(format!("{name}-{view}.pdf"));
        desk.answer_dialogs(Some(&place("ours")));
        go(&app, &format!("ours-{view}.pdf"));
        by_command(&desk, &file, &place("theirs"), words);
        same(&place("ours"), &place("theirs"));
    }
    app.quit();
}

#[test]
fn the_last_export_is_repeated_by_one_key_and_never_over_what_somebody_changed() {
    let desk = Desk::new(1700, 1100);
    let (app, _file) = sample(&desk);
    let deck = desk.home().join("deck.pptx");
    // Nothing was exported yet: the key asks.
    app.chord(&[key::CONTROL, key::SHIFT], 'e');
    app.find(".export");
    choose(&app, "View", "Slides");
    desk.answer_dialogs(Some(&deck));
    go(&app, "deck.pptx");
    let first = std::fs::read(&deck).expect("a deck");

    let title = app.call("start", &json!({}))["open"]["map"].clone();
    let edit =
        json!({"edit": "set", "table": "map", "id": title, "field": "title", "value": "Another title"});
    app.call("apply", &json!({"edit": edit}));
    desk.answer_dialogs(None);
    // The toast of the first export may still be there; the second one has its own.
    app.run(
        "for (const one of document.querySelectorAll('.toast')) one.dataset.before = ''; return null",
        &[],
    );
    app.chord(&[key::CONTROL, key::SHIFT], 'e');
    app.wait_for("the deck made anew", || {
        std::fs::read(&deck).is_ok_and(|bytes| bytes != first).then_some(())
    });
    // It is shown in the desktop's own program for files.
    app.wait_until(
        "the button",
        "const show = [...document.querySelectorAll('.toast:not([data-before]) button')].find((one) => one.textContent.trim() === 'Show in folder');
         show?.click();
         return show !== undefined",
        &[],
    );
    let opened = desk.home().join("opened");
    app.wait_for("the file shown", || {
        std::fs::read_to_string(&opened).is_ok_and(|path| Path::new(&path) == deck).then_some(())
    });

    std::fs::write(&deck, "changed by hand").expect("a change");
    let refused = app.try_call("repeat_export", &json!({})).expect_err("it was changed").0;
    assert!(refused.contains("export.changed") && refused.contains("deck.pptx was changed"), "{refused}");
    assert_eq!(std::fs::read(&deck).expect("it is there"), b"changed by hand");
    app.quit();
}

#[test]
fn what_the_disk_refuses_is_one_sentence_and_leaves_nothing() {
    let desk = Desk::new(1700, 1100);
    let (app, _file) = sample(&desk);
    let wish = |change: Value| {
        let mut wish = app.call("start", &json!({}))["settings"]["showing"].clone();
        for (name, value) in change.as_object().into_iter().flatten() {
            wish[name] = value.clone();
        }
        json!({"wish": wish})
    };
    let refused = |args: &Value, code: &str| {
        let told = app.try_call("export", args).expect_err("it is refused").0;
        assert!(told.contains(code) && told.contains("next_step"), "{told}");
    };
    desk.answer_dialogs(None);
    assert_eq!(app.call("export", &wish(json!({"format": "md"}))), Value::Null);
    desk.answer_dialogs(Some(&desk.home().join("no such folder/map")));
    refused(&wish(json!({"format": "pdf"})), "file.folder-gone");
    refused(&wish(json!({"view": "slides", "format": "png"})), "file.folder-gone");
    // A folder that holds other things is not taken for one of pictures.
    let mine = desk.home().join("mine");
    std::fs::create_dir(&mine)
        .and_then(|()| std::fs::write(mine.join("notes.txt"), "mine"))
        .expect("a folder");
    desk.answer_dialogs(Some(&mine));
    refused(&wish(json!({"view": "slides", "format": "svg"})), "file.not-pictures");
    assert_eq!(std::fs::read(mine.join("notes.txt")).expect("it is there"), b"mine");
    let left = std::fs::read_dir(desk.home()).expect("the folder").flatten();
    let left: Vec<_> =
        left.map(|entry| entry.file_name()).filter(|name| name.to_string_lossy().starts_with('.')).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("new-")), "{left:?}");
    refused(&wish(json!({"view": "poster", "paper": "10 x 10 mm"})), "export.paper");
    app.quit();
}

#[test]
fn slides_go_into_a_deck_and_the_same_key_refreshes_it() {
    let desk = Desk::new(1700, 1100);
    let (app, file) = sample(&desk);
    let deck = desk.home().join("steering.pptx");
    by_command(&desk, &file, &deck, &[]);
    let title = app.call("start", &json!({}))["open"]["map"].clone();
    let edit =
        json!({"edit": "set", "table": "map", "id": title, "field": "title", "value": "Another title"});
    app.call("apply", &json!({"edit": edit}));
    export(&app);
    choose(&app, "View", "Slides");
    desk.answer_dialogs(Some(&deck));
    let before = std::fs::read(&deck).expect("a deck");
    let script = "const into = [...document.querySelectorAll('.export .foot button')].find((one) => one.textContent.includes('Into a deck'));
        if (!into || into.getAttribute('aria-disabled') === 'true') return false;
        into.click();
        return true;";
    app.wait_until("the button", script, &[]);
    app.toast("10 slides were made anew.");
    let after = std::fs::read(&deck).expect("a deck");
    assert!(after != before);
    // Once more, with a slide removed by nobody: the same deck comes out.
    let again = app.call("repeat_export", &json!({}));
    assert_eq!(again["file_name"], "steering.pptx", "{again}");
    std::fs::write(&deck, "no deck").expect("a change");
    let refused = app.try_call("repeat_export", &json!({})).expect_err("it is no deck").0;
    assert!(refused.contains("deck.not_a_deck"), "{refused}");
    assert_eq!(std::fs::read(&deck).expect("it is there"), b"no deck");
    app.quit();
}

/// What the slide that shows is called.
fn slide(app: &App<'_>) -> String {
    let script = "return document.querySelector('.present .stage')?.getAttribute('aria-label') ?? ''";
    app.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

fn shows(app: &App<'_>, slide: &str) {
    let script = "const image = document.querySelector('.present img.now');
        return document.querySelector('.present .stage')?.getAttribute('aria-label') === args[0]
            && image !== null && image.complete && image.naturalWidth > 1000;";
    app.wait_until(slide, script, &[json!(slide)]);
}

#[test]
fn a_presentation_is_walked_through_by_keys_and_leaves_the_map_as_it_was() {
    let desk = Desk::new(1700, 1100);
    let (app, _file) = sample(&desk);
    // Somewhere on the map: zoomed, scrolled, with a card selected.
    for _ in 0..3 {
        app.chord(&[key::CONTROL], '+');
    }
    app.wait_until_still();
    app.run(
        "const card = [...document.querySelectorAll('.role-card')].find((one) => one.textContent.includes('Approval bottleneck'));
         card.scrollIntoView({ block: 'center', inline: 'center' });
         card.focus();",
        &[],
    );
    let state = "const canvas = document.querySelector('.canvas');
        return [canvas.scrollLeft, canvas.scrollTop, document.querySelector('.scene-world').style.width,
            document.activeElement.dataset.key ?? document.activeElement.className, innerWidth, innerHeight];";
    app.wait_until(
        "the card in focus",
        "return document.activeElement.dataset.key?.startsWith('card/') ?? false",
        &[],
    );
    app.wait_until_still();
    let before = app.run(state, &[]);

    app.keys(&F5.to_string());
    shows(&app, "Cover. From first search to advocate");
    app.keys(&key::RIGHT.to_string());
    shows(&app, "Slide 1 of 10. Buyers stall most at Decision");
    app.wait_until("the whole screen", "return innerWidth === 1700 && innerHeight === 1100", &[]);
    app.keys(&format!("{} {}", key::RIGHT, key::PAGE_DOWN));
    shows(&app, "Slide 4 of 10. Consideration");
    app.keys(&key::PAGE_UP.to_string());
    shows(&app, "Slide 3 of 10. Research");
    app.keys(&key::END.to_string());
    assert!(slide(&app).starts_with("Slide 10 of 10."), "{}", slide(&app));
    app.keys(&key::HOME.to_string());
    shows(&app, "Cover. From first search to advocate");
    app.keys(&format!("5{}", key::ENTER));
    shows(&app, "Slide 5 of 10. Decision");
    app.keys("b");
    app.find(".present .blank");
    app.keys("b");
    app.keys("z");
    app.wait_until(
        "twice as large",
        "return document.querySelector('.present .slide').getBoundingClientRect().width === 3400
            && [...document.querySelectorAll('.present img.now')].at(-1).naturalWidth > 3000",
        &[],
    );
    app.keys(&format!("zn{}", key::DELETE));
    assert_eq!(slide(&app), "Slide 5 of 10. Decision");
    app.keys(&key::ESCAPE.to_string());
    app.wait_until("the end", "return document.querySelector('.present, .frozen') === null", &[]);
    app.wait_for("the map as it was", || (app.run(state, &[]) == before).then_some(()));
    assert_eq!(app.call("undo", &json!({})), Value::Null, "nothing was changed");
    app.quit();
}

#[test]
fn the_selection_goes_to_the_clipboard_as_a_picture_for_every_program() {
    let desk = Desk::new(1700, 1100);
    let (app, _file) = sample(&desk);
    let script = "const card = [...document.querySelectorAll('.role-card')].find((one) => one.textContent.includes('Approval bottleneck'));
         return card.dataset.key;";
    let card = app.run(script, &[]);
    app.click(&app.find(&format!("[data-key='{}']", card.as_str().unwrap_or_default())), 1);
    app.chord(&[key::SHIFT, key::ALT], 'c');
    app.toast("Copied as a picture");
    let taken = desk.command("xclip").args(["-selection", "clipboard", "-t", "image/png", "-o"]).output();
    let bytes = taken.expect("xclip runs").stdout;
    assert_eq!(bytes.get(..4), Some(&b"\x89PNG"[..]));
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    // A card is 226 units wide at its natural size, with 12 around it, at 2 pixels a unit.
    assert_eq!(side(16), 2 * (226 + 24));
    assert!((100..400).contains(&side(20)), "{} high", side(20));
    app.quit();
}
