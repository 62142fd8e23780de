//! What packages are made from, for each system: settings that the bundler takes, files that are there, icons that open.

use serde_json::Value;
use std::path::{Path, PathBuf};
use tauri::utils::config::Config;

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> Value {
    let bytes = std::fs::read(here().join(path)).expect(path);
    serde_json::from_slice(&bytes).expect(path)
}

/// A JSON merge patch (RFC 7396), as the bundler lays `--config` over `tauri.conf.json`.
fn laid_over(base: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *base = patch;
        return;
    };
    if !base.is_object() {
        *base = Value::Object(serde_json::Map::new());
    }
    for (key, value) in patch {
        let all = base.as_object_mut().expect("an object");
        if value.is_null() {
            all.remove(&key);
        } else {
            laid_over(all.entry(key).or_insert(Value::Null), value);
        }
    }
}

fn system(name: &str) -> (Value, Config) {
    let mut all = read("tauri.conf.json");
    laid_over(&mut all, read(&format!("packages/{name}.json")));
    // Tauri's own types refuse what they do not know.
    let config = serde_json::from_value(all.clone()).unwrap_or_else(|error| panic!("{name}.json: {error}"));
    (all, config)
}

/// Where a package takes something from, but for what is only built.
fn sources(of: &Value) -> Vec<String> {
    let maps = [("/bundle/linux/deb/files", false), ("/bundle/linux/rpm/files", false)]
        .into_iter()
        .chain([("/bundle/macOS/files", false), ("/bundle/resources", true)]);
    let mut found = Vec::new();
    for (place, named_first) in maps {
        for (key, value) in of.pointer(place).and_then(Value::as_object).into_iter().flatten() {
            found.push(if named_first { key.clone() } else { value.as_str().expect(place).to_owned() });
        }
    }
    for place in ["/bundle/linux/deb/desktopTemplate", "/bundle/linux/rpm/desktopTemplate"] {
        found.extend(of.pointer(place).and_then(Value::as_str).map(str::to_owned));
    }
    found.extend(
        of["bundle"]["icon"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned),
    );
    found.retain(|path| !path.starts_with("../target/"));
    found
}

#[test]
fn the_bundler_takes_the_settings_of_each_system() {
    for (name, command_line) in
        [("linux", "/usr/bin/journey"), ("windows", "journey.exe"), ("macos", "MacOS/journey")]
    {
        let (all, config) = system(name);
        assert!(config.bundle.active, "{name}");
        assert_eq!(config.identifier, "org.desirepath.editor", "{name}");
        let [journey] = config.bundle.file_associations.as_deref().expect(name) else {
            panic!("{name}: one kind of file");
        };
        assert_eq!(journey.mime_type.as_deref(), Some("application/x-desire-path-journey"), "{name}");
        assert!(all["bundle"].to_string().contains(command_line), "{name}: without its command line");
        assert!(all["bundle"].to_string().contains("licence-texts.txt"), "{name}: without its licences");
        let sources = sources(&all);
        assert!(sources.len() > 4, "{name}: {sources:?}");
        for source in sources {
            assert!(here().join(&source).exists(), "{name}: no {source}");
        }
    }
}

#[test]
fn icons_have_every_size_that_a_system_shows() {
    let icon = |name: &str| std::fs::read(here().join(Path::new("../icons").join(name))).expect(name);

    // Windows: a table of sixteen bytes an entry; 0 stands for 256.
    let ico = icon("icon.ico");
    assert_eq!(ico[..4], [0, 0, 1, 0]);
    let mut sides: Vec<u8> = (0..usize::from(ico[4])).map(|entry| ico[6 + entry * 16]).collect();
    sides.sort_unstable();
    assert_eq!(sides, [0, 16, 24, 32, 48, 64]);

    // macOS: blocks of a name of four letters and a length that counts both.
    let icns = icon("icon.icns");
    let length = |at: usize| {
        usize::try_from(u32::from_be_bytes(icns[at..at + 4].try_into().expect("four bytes")))
            .expect("a length")
    };
    assert_eq!((&icns[..4], length(4)), (&b"icns"[..], icns.len()));
    let (mut at, mut kinds) = (8, Vec::new());
    while at < icns.len() {
        kinds.push(String::from_utf8_lossy(&icns[at..at + 4]).into_owned());
        at += length(at + 4);
    }
    // 128, 256, 512 and 1024 pixels, the last two for twice the density as well.
    for kind in ["ic07", "ic08", "ic09", "ic10", "ic13", "ic14"] {
        assert!(kinds.iter().any(|one| one == kind), "no {kind} in {kinds:?}");
    }
}
