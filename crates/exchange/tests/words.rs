//! Every sentence that readers and writers can tell is there, in every language.

use std::path::Path;

fn sources(folder: &Path, found: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else {
            found.push_str(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
}

#[test]
fn every_sentence_that_the_source_names_is_there() {
    let mut source = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    let quoted = source.split('"').filter(|text| !text.contains(char::is_whitespace));
    let keys: Vec<&str> = quoted
        .filter(|text| text.starts_with("read.") || text.starts_with("left."))
        .filter(|text| !text.contains('{'))
        // A code whose sentences have further names.
        .filter(|text| *text != "read.nothing-readable")
        .collect();
    assert!(keys.len() > 35, "the search finds the keys: {keys:?}");
    for key in keys {
        for language in journey::words::languages() {
            assert!(journey::words::keys(language).contains(&key), "{language}: no sentence for {key}");
        }
    }
    for name in literals(&source, "SYNTAX") {
        assert!(journey::words::template(&format!("read.json.{name}"), "en").is_some(), "{name}");
    }
    for name in literals(&source, "KINDS") {
        assert!(journey::words::template(&format!("json_kind.{name}"), "en").is_some(), "{name}");
    }
}

/// The second word of each pair of a list.
fn literals<'a>(source: &'a str, list: &str) -> Vec<&'a str> {
    let list = source.split_once(&format!("const {list}")).expect("the list").1;
    let list = list.split_once("];").expect("its end").0;
    let words: Vec<&str> = list.split("\", \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(words.len() > 5, "{words:?}");
    words
}
