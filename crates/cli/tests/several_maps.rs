//! Files of several maps: what holds several takes all of them, a single picture the first.

use std::path::Path;
use std::process::Command;

/// Two maps in one file.
const MAPS: &str = "# Today\n\n## Looks\n### Actions\n- Asks around\n\n## Buys\n\n# Tomorrow\n\n## Finds\n### Actions\n- Clicks once\n";

fn journey(folder: &Path, words: &[&str]) {
    let done = Command::new(env!("CARGO_BIN_EXE_journey")).args(words).current_dir(folder).output();
    let done = done.expect("journey runs");
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// What a reader of PDFs says: the words of each page.
fn pages(folder: &Path, name: &str) -> Vec<String> {
    let told =
        Command::new("pdftotext").args([name, "-"]).current_dir(folder).output().expect("pdftotext runs");
    let told = String::from_utf8(told.stdout).expect("text");
    told.split_terminator('\u{c}').map(str::to_owned).collect()
}

#[test]
fn a_pdf_holds_all_maps_unless_one_is_named_and_a_picture_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    std::fs::write(folder.join("maps.md"), MAPS).expect("a file");
    journey(folder, &["import", "maps.md", "maps.journey"]);
    for (view, each) in [("canvas", 1), ("poster", 1), ("slides", 0)] {
        let name = format!("{view}.pdf");
        journey(folder, &["export", "maps.journey", &name, "--view", view]);
        let found = pages(folder, &name);
        if each > 0 {
            assert_eq!(found.len(), 2 * each, "{view}");
            assert!(
                found[0].contains("Asks around") && !found[0].contains("Clicks once"),
                "{view}: {}",
                found[0]
            );
            assert!(found[1].contains("Clicks once"), "{view}: {}", found[1]);
        }
        assert!(found.iter().any(|page| page.contains("Tomorrow")), "{view}");
        let name = format!("{view}-one.pdf");
        journey(folder, &["export", "maps.journey", &name, "--view", view, "--map", "Tomorrow"]);
        assert!(pages(folder, &name).iter().all(|page| !page.contains("Asks around")), "{view}");
    }
    journey(folder, &["export", "maps.journey", "first.png"]);
    journey(folder, &["export", "maps.journey", "named.png", "--map", "Today"]);
    let bytes = |name: &str| std::fs::read(folder.join(name)).expect("a picture");
    assert!(bytes("first.png") == bytes("named.png"));
}
