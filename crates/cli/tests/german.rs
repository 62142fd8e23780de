//! On a computer that speaks German the command line does: what is wrong with a text that comes in, what a format could
//! not hold, and why a picture could not be made.

use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Runs `journey` on a computer that speaks German.
fn run(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_journey"))
        .args(words)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env_remove("LANGUAGE")
        .env("LANG", "de_DE.UTF-8")
        .output()
        .expect("journey runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim_end().to_owned()
}

/// A folder with a map in it.
fn place() -> TempDir {
    let place = tempfile::tempdir().expect("a folder");
    assert!(run(place.path(), &["new", "--sample", "map.journey"]).status.success());
    place
}

#[test]
fn a_broken_import_is_told_in_german() {
    let place = place();
    let head = "{\"format\": \"desire-path\", \"format_version\": 1, \"id\": \"00000000-0000-7000-8000-000000000001\"";
    let stage = |effort: &str| {
        format!("{head}, \"stage\": [{{\"id\": \"00000000-0000-7000-8000-000000000002\", {effort}}}]}}")
    };
    let cases: [(&str, Vec<u8>, &str); 12] = [
        ("a.mmd", b"flowchart TD\n".to_vec(), "nichts darin ist als Mermaid-Journey lesbar: erwartet wurden eine Zeile „journey“, dann Abschnitte und Aufgaben wie „Tee kochen: 5: Ich“"),
        ("a.mmd", b"journey\n\xff".to_vec(), "erwartet wurde Text in UTF-8, ab Byte 8 steht anderes"),
        ("a.md", b"nur Worte\n".to_vec(), "nichts darin ist als Gliederung lesbar: erwartet wurden ein Titel wie „# Meine Map“, Phasen wie „## Recherche“ und Karten wie „- Liest Bewertungen“"),
        ("a.json", b"{".to_vec(), "Zeile 1, Spalte 1: der Text endet zu früh"),
        ("a.json", b"{\"a\" 1}".to_vec(), "Zeile 1, Spalte 6: hier fehlt ein Doppelpunkt"),
        ("a.json", b"[1,]".to_vec(), "Zeile 1, Spalte 4: hinter diesem Komma steht nichts"),
        ("a.json", b"{\"format\": 1}".to_vec(), "format: erwartet: \"desire-path\", gefunden: 1"),
        ("a.json", format!("{head}, \"map\": 3}}").into_bytes(), "map: erwartet: eine Liste, gefunden: 3"),
        ("a.json", stage("\"effort\": \"viel\"").into_bytes(), "stage 1: Feld \"effort\": erwartet: eine Zahl, gefunden: \"viel\""),
        ("a.json", stage("\"presence\": \"dort\"").into_bytes(), "stage 1: Feld \"presence\": erwartet: eines von \"with_supplier\", \"independent\", \"peers\", \"self_service\", gefunden: \"dort\""),
        ("a.json", stage("\"name\": []").into_bytes(), "stage 1: Feld \"name\": erwartet: ein Text, gefunden: eine Liste"),
        ("a.json", format!("{head}, \"map\": [{{\"id\": \"00000000-0000-7000-8000-000000000002\", \"reviewed_on\": \"morgen\"}}]}}").into_bytes(), "map 1: Feld \"reviewed_on\": erwartet: ein Datum wie 2026-11-21, gefunden: \"morgen\""),
    ];
    for (name, bytes, sentence) in cases {
        std::fs::write(place.path().join(name), bytes).expect("a file");
        let output = run(place.path(), &["import", name, "out.journey"]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert_eq!(said(&output), format!("journey: {name}: {sentence}"));
    }
}

#[test]
fn the_sample_is_in_german() {
    let place = place();
    let shown = String::from_utf8(run(place.path(), &["show", "map.journey"]).stdout).expect("text");
    assert!(shown.starts_with("# Von der ersten Suche zur Empfehlung\n"), "{shown}");
    assert!(shown.contains("- Wartet zu lange auf die Demo"), "{shown}");
}

#[test]
fn what_did_not_come_across_is_told_in_german() {
    let place = place();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).expect("a file");
    write(
        "a.md",
        "Worte\n# T\n> gap time: zu früh\n## S\n> Lücke quer: Warten\n- eins {quer}\n### Emotionen\n- froh\n",
    );
    let output = run(place.path(), &["import", "a.md", "a.journey"]);
    assert_eq!(
        said(&output).lines().collect::<Vec<_>>(),
        [
            "line 1: Fließtext gehört nicht in eine Gliederung",
            "line 3: eine Lücke steht vor der ersten Phase",
            "line 5: „quer“ ist keine Ursache einer Lücke; bekannt sind Zeit, Kanal, Gerät, Silo und Person",
            "line 6: „quer“ in geschweiften Klammern ist hier nicht verständlich",
            "line 8: erwartet wurde ein Gefühl wie „Marie @0.5: -1.5 Wartet vergeblich“, Stelle 0–1 und Wert −2 bis 2",
        ]
    );
    write("a.mmd", "davor\njourney\n odd: x: Me\n");
    let output = run(place.path(), &["import", "a.mmd", "b.journey"]);
    assert_eq!(
        said(&output).lines().collect::<Vec<_>>(),
        [
            "line 1: „davor“ steht vor dem ersten Journey-Diagramm",
            "line 3: der Wert „x“ ist keine Zahl; „odd“ blieb ohne ihn",
        ]
    );
    let output = run(place.path(), &["export", "map.journey", "a.mmd", "--force"]);
    assert!(output.status.success());
    let told = said(&output);
    assert!(told.contains(": Mermaid hat nur Aufgaben\n"), "{told}");
    assert!(told.ends_with("3 Lücken: Mermaid hat keine\n2 Pfade: Mermaid hat keine"), "{told}");
}

#[test]
fn why_a_picture_or_a_deck_was_not_made_is_told_in_german() {
    let place = place();
    std::fs::write(place.path().join("no.pptx"), b"words").expect("a file");
    let cases: [(&[&str], &str); 4] = [
        (&["map.png", "--scale", "1000"], "; einen kleineren Maßstab wählen"),
        (&["map.png", "--scale=-1"], "map.png: erwartet: ein Maßstab über 0, gefunden: −1"),
        (&["map.pdf", "--view", "poster", "--paper", "a9"], "es gibt kein Papier „a9“; bekannt sind a4, a3"),
        (
            &["map.pptx", "--into", "no.pptx"],
            "no.pptx: erwartet wurde eine PowerPoint-Präsentation (.pptx), dies ist eine andere Datei",
        ),
    ];
    for (words, sentence) in cases {
        let output = run(place.path(), &[&["export", "map.journey"], words].concat());
        assert!(!output.status.success(), "{words:?}");
        assert!(said(&output).contains(sentence), "{words:?}: {}", said(&output));
    }
}

#[test]
fn help_is_in_german_unless_another_language_is_asked_for() {
    let place = tempfile::tempdir().expect("a folder");
    let help = |words: &[&str]| {
        let output = run(place.path(), words);
        assert_eq!(output.status.code(), Some(0), "{words:?}");
        String::from_utf8(output.stdout).expect("text")
    };
    let english = ["Usage", "Commands", "Options", "Arguments", "Print", "default", "Possible", "OPTIONS"];
    for command in ["", "templates", "new", "import", "export", "check", "show"] {
        let words: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let said = help(&words);
        assert!(said.contains("\nAufruf: journey ") && said.contains("\nOptionen:\n"), "{command}: {said}");
        assert!(said.contains("Diese Hilfe ausgeben"), "{command}: {said}");
        let found: Vec<&&str> = english.iter().filter(|word| said.contains(**word)).collect();
        assert!(found.is_empty(), "{command}: {found:?} in {said}");
        assert!(said.lines().all(|line| line.chars().count() <= 100), "{command}: {said}");
        let asked = help(&[&["--language=en"], words.as_slice()].concat());
        assert!(asked.contains("\nUsage: journey ") && !asked.contains("ausgeben"), "{command}: {asked}");
    }
    let export = help(&["export", "-h"]);
    assert!(export.contains("  projector  Nichts unter 18 pt, und weniger Dinge\n"), "{export}");
    assert!(export.contains("[Vorgabe: normal]\n"), "{export}");
}

#[test]
fn what_is_wrong_with_the_words_of_a_command_is_told_in_german() {
    let place = tempfile::tempdir().expect("a folder");
    let cases: [(&[&str], &str, &str); 9] = [
        (
            &["tanze"],
            "es gibt keinen Befehl „tanze“; bekannt sind templates, new, import, export, check, show",
            "",
        ),
        (&["export"], "es fehlt: <INPUT>, <OUT>", " export"),
        (
            &["export", "a", "b", "--view", "x"],
            "„x“ ist kein Wert von --view <VIEW>; bekannt sind canvas, slides, poster",
            " export",
        ),
        (&["export", "a", "b", "--fit", "weit"], "„weit“ ist kein Wert von --fit <PX>", " export"),
        (&["export", "a", "b", "--fit"], "--fit <PX> braucht einen Wert", " export"),
        (
            &["export", "a", "b", "--width", "3", "--scale", "2"],
            "--width <PX> passt nicht zu --scale <N>",
            " export",
        ),
        (&["show", "a", "--tanze"], "„--tanze“ gibt es hier nicht", " show"),
        (&["new", "--sample", "--blank", "a.journey"], "--sample passt nicht zu --blank", " new"),
        (&["check", "a", "--json=ja"], "--json nimmt keinen Wert, gefunden: „ja“", " check"),
    ];
    for (words, sentence, command) in cases {
        let output = run(place.path(), words);
        assert_eq!(output.status.code(), Some(2), "{words:?}");
        assert!(output.stdout.is_empty(), "{words:?}");
        let told = said(&output);
        assert!(told.starts_with(&format!("journey: {sentence}\n\nAufruf: journey{command} ")), "{told}");
        assert!(told.ends_with(&format!("\nMehr sagt `journey{command} --help`.")), "{told}");
    }
}
