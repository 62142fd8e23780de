//! The contract of the command line: exit status, one sentence, nothing half-written.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_journey"))
            .args(words)
            .current_dir(self.0.path())
            // It speaks English unless a test says otherwise, whatever this computer speaks.
            .env("LC_ALL", "C")
            .output()
            .expect("journey runs")
    }

    /// The same on a computer that speaks German.
    fn run_in_german(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_journey"))
            .args(words)
            .current_dir(self.0.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env_remove("LANGUAGE")
            .env("LANG", "de_CH.UTF-8")
            .output()
            .expect("journey runs")
    }

    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// The sentence of a command that ends with a status.
    fn refused(&self, status: i32, words: &[&str]) -> String {
        let before = self.names();
        let output = self.run(words);
        let said = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(status), "{words:?}: {said}");
        assert!(output.stdout.is_empty(), "{words:?}");
        assert_eq!(self.names(), before, "{words:?} left something behind or took something away");
        said.trim_end().to_owned()
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).expect("the folder");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.path(name), bytes).expect("a file");
    }
}

fn head(path: &Path) -> Vec<u8> {
    let mut bytes = std::fs::read(path).expect("a file");
    bytes.truncate(8);
    bytes
}

#[test]
fn templates_are_named_one_a_line() {
    let names = Place::new().done(&["templates"]);
    let names: Vec<&str> = names.lines().collect();
    let expected = [
        "Seven phases",
        "B2B ecommerce",
        "Choosing a supplier",
        "Buyer jobs",
        "Interaction model",
        "Four acts",
        "From first contact to contract",
        "Self-service check",
    ];
    assert_eq!(names, expected);
}

#[test]
fn every_template_the_sample_and_a_blank_map_become_whole_files() {
    let place = Place::new();
    for (at, name) in place.done(&["templates"]).lines().enumerate() {
        let file = format!("{at}.journey");
        place.done(&["new", "--template", name, &file]);
        assert!(place.done(&["check", &file]).starts_with("whole: 1 map"), "{name}");
    }
    place.done(&["new", "--blank", "blank.journey"]);
    assert_eq!(
        place.done(&["check", "blank.journey"]),
        "whole: 1 map, 1 stage, 8 lanes, 0 cards, 0 feelings, 0 gaps, 0 paths\n"
    );
    place.done(&["new", "--sample", "sample.journey"]);
    let told: serde_json::Value =
        serde_json::from_str(&place.done(&["check", "--json", "sample.journey"])).expect("JSON");
    assert_eq!(told["faults"], serde_json::json!([]));
    assert!(place.done(&["show", "sample.journey"]).starts_with("# From first search to advocate\n"));
}

#[test]
fn every_format_is_written_and_twice_the_same() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    for name in ["a.png", "a.pdf", "a.svg", "a.pptx", "a.json", "a.md", "a.mmd"] {
        place.done(&["export", "map.journey", name]);
        let first = std::fs::read(place.path(name)).expect(name);
        place.done(&["export", "map.journey", name, "--force"]);
        assert!(std::fs::read(place.path(name)).expect(name) == first, "{name} differs from run to run");
    }
    assert_eq!(head(&place.path("a.png")), b"\x89PNG\r\n\x1a\n");
    assert_eq!(head(&place.path("a.pdf")), b"%PDF-1.7");
    let options = ["--theme", "dark", "--fit", "1600", "--width", "800", "--dpi", "150"];
    place.done(&[["export", "map.journey", "b.png"].as_slice(), &options].concat());
    let bytes = std::fs::read(place.path("b.png")).expect("b.png");
    assert_eq!(
        u32::from_be_bytes([bytes[16], bytes[17], bytes[18], bytes[19]]),
        800,
        "--width is the picture's pixels"
    );
    place.done(&["export", "map.journey", "c.pdf", "--paper", "a3"]);
}

#[test]
fn texts_come_in_and_go_out_the_same() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    for name in ["a.json", "a.md"] {
        place.done(&["export", "map.journey", name]);
        place.done(&["import", name, "back.journey", "--force"]);
        let again = format!("again-{name}");
        place.done(&["export", "back.journey", &again]);
        let text = |name: &str| std::fs::read_to_string(place.path(name)).expect(name);
        assert_eq!(text(name), text(&again));
    }
    place.write("day.mmd", b"journey\n section Go\n Make tea: 5: Me\n odd: x: Me\n");
    let output = place.run(&["import", "day.mmd", "day.journey"]);
    assert_eq!(output.status.code(), Some(0), "what cannot be read does not keep the rest out");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said, "line 4: the score “x” is not a number; “odd” was kept without it\n");
    assert!(
        place.done(&["show", "day.journey"]).starts_with("# day\n"),
        "a map without a title is called like its file"
    );
}

#[test]
fn wrong_usage_is_status_2_and_names_what_is_known() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    let cases: [(&[&str], &str); 7] = [
        (
            &["export", "map.journey", "a.xyz"],
            "cannot export “.xyz” files; known are .png, .pdf, .svg, .pptx, .json, .md, .mmd",
        ),
        (&["import", "a.xyz", "b.journey"], "cannot import “.xyz” files; known are .mmd, .md, .json"),
        (&["new", "--blank", "map.txt"], "map.txt: expected a name that ends in .journey"),
        (
            &["new", "--template", "None", "a.journey"],
            "there is no template “None”; known are “Seven phases”, ",
        ),
        (
            &["export", "map.journey", "a.png", "--map", "Other"],
            "there is no map “Other”; the file has “From first search to advocate”",
        ),
        (&["export", "map.journey", "a.pdf", "--paper", "a9"], "there is no paper “a9”; known are a4, "),
        (&["new", "--blank", "map.journey"], "map.journey is already there; --force replaces it"),
    ];
    for (words, sentence) in cases {
        let said = place.refused(2, words);
        assert!(said.contains(sentence), "{words:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    for words in [
        &["export"] as &[&str],
        &["new", "a.journey"],
        &["new", "--blank", "--sample", "a.journey"],
        &["dance"],
    ] {
        place.refused(2, words);
    }
    let before = std::fs::read(place.path("map.journey")).expect("the map");
    place.write("there.png", b"mine");
    place.refused(2, &["export", "map.journey", "there.png"]);
    assert_eq!(std::fs::read(place.path("there.png")).expect("the file"), b"mine");
    assert_eq!(std::fs::read(place.path("map.journey")).expect("the map"), before);
}

#[test]
fn what_cannot_be_read_is_status_1_with_one_sentence() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    place.done(&["export", "map.journey", "good.json"]);
    let good = std::fs::read_to_string(place.path("good.json")).expect("JSON");
    let stage = good
        .split("\"stage\": [")
        .nth(1)
        .and_then(|rest| rest.split("\"id\": \"").nth(1))
        .map(|rest| rest[..36].to_owned());
    let stage = stage.expect("the id of a stage");
    let dangling =
        good.replacen(&format!("\"id\": \"{stage}\""), "\"id\": \"00000000-0000-7000-8000-000000000000\"", 1);
    std::fs::create_dir(place.path("folder.journey")).expect("a folder");
    let files: [(&str, &[u8]); 9] = [
        ("empty.journey", b""),
        ("text.journey", b"hello"),
        ("random.journey", &[0x9f; 5000]),
        ("nothing.mmd", b"flowchart TD\n A --> B\n"),
        ("bytes.mmd", b"journey\n\xff"),
        ("nothing.md", b"only words\n"),
        ("broken.json", b"{"),
        ("types.json", b"{\"format\": \"desire-path\", \"format_version\": 1, \"id\": \"00000000-0000-7000-8000-000000000001\", \"map\": 3}"),
        ("dangling.json", dangling.as_bytes()),
    ];
    for (name, bytes) in files {
        place.write(name, bytes);
        let words = if name.ends_with(".journey") {
            ["export", name, "out.png"]
        } else {
            ["import", name, "out.journey"]
        };
        let said = place.refused(1, &words);
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
        assert!(said.contains(name) || name == "dangling.json", "{name}: {said}");
        assert_eq!(std::fs::read(place.path(name)).expect(name), bytes, "{name} is as it was");
    }
    for words in [
        ["export", "missing.journey", "out.png"],
        ["export", "folder.journey", "out.png"],
        ["import", "missing.mmd", "out.journey"],
        ["export", "map.journey", "nowhere/out.png"],
    ] {
        let said = place.refused(1, &words);
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let said = place.refused(1, &["export", "map.journey", "out.png", "--scale", "1000"]);
    assert!(said.contains("pixels"), "{said}");
}

#[test]
fn an_unknown_field_is_kept_and_a_circle_of_members_is_told() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    place.done(&["export", "map.journey", "map.json"]);
    let mut value: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(place.path("map.json")).expect("JSON")).expect("JSON");
    value["card"][0]["mood"] = "sunny".into();
    place.write("more.json", value.to_string().as_bytes());
    place.done(&["import", "more.json", "more.journey"]);
    place.done(&["export", "more.journey", "again.json"]);
    let again = std::fs::read_to_string(place.path("again.json")).expect("JSON");
    assert!(again.contains("\"mood\": \"sunny\""));

    let ids: Vec<String> = value["person"]
        .as_array()
        .expect("people")
        .iter()
        .map(|person| person["id"].as_str().expect("an id").to_owned())
        .collect();
    value["person"][0]["member_of"] = ids[1].clone().into();
    value["person"][1]["member_of"] = ids[0].clone().into();
    place.write("circle.json", value.to_string().as_bytes());
    let said = place.refused(1, &["import", "circle.json", "circle.journey"]);
    assert_eq!(said.lines().count(), 1, "{said}");
}

#[test]
fn slides_become_numbered_pictures_in_a_folder_of_their_own() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    let files = |folder: &str| {
        let entries = std::fs::read_dir(place.path(folder)).expect("the folder");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    };
    let side = |path: &Path| {
        let bytes = std::fs::read(path).expect("a picture");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
        (side(16), side(20))
    };
    place.done(&["export", "map.journey", "a.svg", "--view", "slides", "--density", "projector"]);
    assert_eq!(files("a.svg").len(), 11, "an overview more than at normal density");
    for (width, height) in [(1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)] {
        // One stage alone keeps this quick.
        place.done(&["new", "--blank", "one.journey", "--force"]);
        let words = ["export", "one.journey", "a.png", "--view", "slides", "--force", "--width"];
        place.done(&[&words[..], &[&width.to_string()]].concat());
        assert_eq!(side(&place.path("a.png").join("01-overview.png")), (width, height));
    }
    assert_eq!(files("a.png").first().map(String::as_str), Some("01-overview.png"));
    assert_eq!(place.names(), ["a.png", "a.svg", "map.journey", "one.journey"]);

    let said = place.refused(2, &["export", "map.journey", "a.png", "--view", "slides"]);
    assert_eq!(said, "journey: a.png is already there; --force replaces it");
    std::fs::write(place.path("a.png").join("mine.txt"), "mine").expect("a file");
    let said = place.refused(2, &["export", "map.journey", "a.png", "--view", "slides", "--force"]);
    assert_eq!(said, "journey: a.png holds more than numbered pictures; choose another name");
    let said = place.refused(2, &["export", "map.journey", "a.md", "--view", "slides"]);
    assert!(said.starts_with("journey: slides go to "), "{said}");
    place.refused(1, &["export", "map.journey", "nowhere/a.png", "--view", "slides"]);
}

#[test]
fn slides_become_pages_of_one_pdf_twice_the_same() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    for name in ["a.pdf", "b.pdf"] {
        place.done(&["export", "map.journey", name, "--view", "slides", "--theme", "dark"]);
    }
    let bytes = std::fs::read(place.path("a.pdf")).expect("a PDF");
    assert!(bytes == std::fs::read(place.path("b.pdf")).expect("a PDF"));
    let told = Command::new("pdfinfo").arg(place.path("a.pdf")).output().expect("pdfinfo runs");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let fact = |name: &str| told.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    assert_eq!(fact("Pages:"), Some("10"));
    assert_eq!(fact("Page size:"), Some("960 x 540 pts"));
    assert_eq!(fact("Tagged:"), Some("yes"));
}

#[test]
fn slides_go_into_a_deck_that_is_there() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    place.done(&["export", "map.journey", "deck.pptx", "--theme", "dark"]);
    let before = std::fs::read(place.path("deck.pptx")).expect("a deck");

    let output = place.run(&["export", "map.journey", "new.pptx", "--into", "deck.pptx"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "10 slides were made anew.\n");
    assert!(std::fs::read(place.path("deck.pptx")).expect("a deck") == before, "the deck itself stays");
    // A dark deck stays dark without a word; over itself only with leave.
    place.refused(2, &["export", "map.journey", "deck.pptx", "--into", "deck.pptx"]);
    place.done(&["export", "map.journey", "deck.pptx", "--into", "deck.pptx", "--force"]);
    let again = std::fs::read(place.path("deck.pptx")).expect("a deck");
    assert!(again == std::fs::read(place.path("new.pptx")).expect("a deck"));

    let said = place.refused(2, &["export", "map.journey", "a.pdf", "--into", "deck.pptx"]);
    assert_eq!(said, "journey: --into puts slides into a deck: OUT has to end in .pptx");
    place.write("words.pptx", b"only words");
    let said = place.refused(1, &["export", "map.journey", "a.pptx", "--into", "words.pptx"]);
    assert_eq!(said, "journey: words.pptx: expected a PowerPoint deck (.pptx), found another kind of file");
    place.refused(1, &["export", "map.journey", "a.pptx", "--into", "nowhere.pptx"]);
    place.refused(1, &["export", "map.journey", "nowhere/a.pptx", "--into", "deck.pptx"]);
}

#[test]
fn posters_become_pages_pictures_and_tiles() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    let fact = |name: &str, wanted: &str| {
        let told = Command::new("pdfinfo").arg(place.path(name)).output().expect("pdfinfo runs");
        let told = String::from_utf8_lossy(&told.stdout).into_owned();
        told.lines().find_map(|line| line.strip_prefix(wanted)).map(|value| value.trim().to_owned())
    };
    place.done(&["export", "map.journey", "a.pdf", "--view", "poster"]);
    assert_eq!(fact("a.pdf", "Page size:"), Some("1190.55 x 841.89 pts (A3)".into()));
    place.done(&["export", "map.journey", "b.pdf", "--view", "poster", "--paper", "a0", "--tile", "a3"]);
    assert_eq!(fact("b.pdf", "Pages:"), Some("9".into()));
    place.done(&[
        "export",
        "map.journey",
        "c.pdf",
        "--view",
        "poster",
        "--paper",
        "300x200mm",
        "--blank-cards",
    ]);

    // One picture is a file, several are a folder.
    place.done(&["export", "map.journey", "d.png", "--view", "poster", "--dpi", "30"]);
    assert_eq!(head(&place.path("d.png")), b"\x89PNG\r\n\x1a\n");
    place.done(&["export", "map.journey", "e.svg", "--view", "poster", "--paper", "a2", "--tile", "a4"]);
    assert!(place.path("e.svg").join("01-poster-1-1.svg").exists());

    let output = place.run(&["export", "map.journey", "f.pdf", "--view", "poster", "--paper", "a4"]);
    assert_eq!(output.status.code(), Some(0), "small text is told, not refused");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said, "Smallest text is 5.6 pt. Choose A3, or print 4 tiles.\n");
}

#[test]
fn papers_that_are_none_are_told_in_one_sentence() {
    let place = Place::new();
    place.done(&["new", "--sample", "map.journey"]);
    let poster = ["export", "map.journey", "a.pdf", "--view", "poster"];
    for (paper, sentence) in [
        ("a9", "there is no paper “a9”; known are a4, a3, "),
        ("300x200", "there is no paper “300x200”; known are "),
        ("10x10mm", "expected a paper with sides of 40 to 5080 mm, found “10x10mm”"),
        ("300x9000mm", "expected a paper with sides of 40 to 5080 mm, found “300x9000mm”"),
    ] {
        let said = place.refused(2, &[&poster[..], &["--paper", paper]].concat());
        assert!(said.contains(sentence), "{said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    for (words, sentence) in [
        (&["export", "map.journey", "a.pdf", "--tile", "a4"] as &[&str], "--tile goes with --view poster"),
        (&["export", "map.journey", "a.pdf", "--blank-cards"], "--blank-cards goes with --view poster"),
        (&["export", "map.journey", "a.png", "--outlines"], "--outlines goes with .svg files"),
        (&["export", "map.journey", "a.md", "--view", "poster"], "posters go to .pdf, .png and .svg files"),
        (&["export", "map.journey", "a.pptx", "--view", "poster"], "a deck holds slides: "),
    ] {
        let said = place.refused(2, words);
        assert!(said.contains(sentence), "{words:?}: {said}");
    }
}

#[test]
fn messages_are_in_the_computers_language_or_the_one_that_is_asked_for() {
    let place = Place::new();
    let said = |output: Output| String::from_utf8(output.stderr).expect("text").trim_end().to_owned();
    assert_eq!(
        said(place.run_in_german(&["check", "nix.journey"])),
        "journey: Es gibt keine Datei nix.journey."
    );
    let asked = place.run_in_german(&["--language", "en", "check", "nix.journey"]);
    assert_eq!(said(asked), "journey: There is no file nix.journey.");
    assert_eq!(
        said(place.run(&["check", "nix.journey", "--language", "de"])),
        "journey: Es gibt keine Datei nix.journey."
    );
    let made = place.run_in_german(&["new", "--template", "Vier Akte", "a.journey"]);
    assert!(made.status.success(), "{}", said(made));
    let shown = place.done(&["show", "a.journey"]);
    assert!(shown.contains("# Vier Akte") && shown.contains("## Kennenlernen"), "{shown}");
    let whole = place.done(&["check", "a.journey", "--language", "de"]);
    assert!(whole.starts_with("vollständig: 1 Map, 4 Phasen, 4 Ebenen, 0 Karten"), "{whole}");
}

#[test]
fn an_export_adds_words_in_the_maps_language_or_the_one_that_is_asked_for() {
    let place = Place::new();
    let drawn = |words: &[&str]| {
        place.done(&[&["export", "a.journey", "a.svg", "--force"], words].concat());
        std::fs::read_to_string(place.path("a.svg")).expect("a drawing")
    };
    place.done(&["new", "--sample", "a.journey"]);
    assert!(drawn(&[]).contains(">Scenario<"));
    let german = drawn(&["--language", "de"]);
    assert!(german.contains(">Szenario<") && !german.contains(">Scenario<"));
    place.done(&["new", "--template", "Seven phases", "a.journey", "--force", "--language", "de"]);
    assert!(drawn(&[]).contains(">Bewusstsein<"));
}
