//! docs/checks.md names tests that are there, for each of the design's 23 checks.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Whether a file has a test of a name.
fn has(file: &str, name: &str) -> bool {
    let text = std::fs::read_to_string(root().join(file)).unwrap_or_default();
    if file.ends_with(".rs") {
        return text.contains(&format!("fn {name}("));
    }
    text.contains(&format!("'{name}'"))
}

#[test]
fn every_check_of_the_design_is_listed_with_tests_that_are_there() {
    let page = std::fs::read_to_string(root().join("docs/checks.md")).expect("docs/checks.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split('|').map(str::trim).collect()).collect();
    let mut checks = 0;
    for row in rows.iter().filter(|row| row[0].parse::<usize>().is_ok()) {
        checks += 1;
        assert_eq!(row[0], checks.to_string(), "in their order");
        let [_, _, made, state] = row[..] else { panic!("four cells in row {}", row[0]) };
        assert!(!state.is_empty(), "{}: how it stands", row[0]);
        assert!(!made.is_empty() || state.starts_with("not yet tried"), "{}: a check without a test", row[0]);
        for test in made.split(" · ").filter(|test| !test.is_empty()) {
            let Some((file, name)) = test.strip_prefix('`').and_then(|rest| rest.split_once('`')) else {
                panic!("{}: no file in {test:?}", row[0]);
            };
            if !file.starts_with("cargo xtask") {
                assert!(has(file, name.trim()), "{}: there is no test {:?} in {file}", row[0], name.trim());
            }
        }
    }
    assert_eq!(checks, 23);
}

#[test]
fn a_test_that_is_not_there_is_missed() {
    assert!(has("tests/tests/checks.rs", "a_test_that_is_not_there_is_missed"));
    assert!(!has("tests/tests/checks.rs", "some_other_test"));
    assert!(!has("tests/tests/no_such_file.rs", "a_test"));
}
