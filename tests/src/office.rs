//! Other programs that read and write decks: LibreOffice without our face, the Open XML SDK, python-pptx.
//! `cargo xtask test` installs them.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Where `cargo xtask test` puts the readers that are no packages of the system.
fn readers() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("deck-readers")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project").to_path_buf()
}

/// Lets LibreOffice write a file of a folder in another format (`pdf`, `pptx`), on a computer without Inter. The new
/// file lies in the folder `office` beside it.
///
/// # Panics
/// Where LibreOffice is not there or writes nothing.
pub fn convert(folder: &Path, name: &str, format: &str) -> PathBuf {
    // Inter may be installed here and would hide what happens without it.
    let fonts = "<?xml version=\"1.0\"?><fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>\
        <pattern><patelt name=\"family\"><string>Inter</string></patelt></pattern>\
        <pattern><patelt name=\"family\"><string>Inter Display</string></patelt></pattern>\
        </rejectfont></selectfont></fontconfig>";
    std::fs::write(folder.join("fonts.conf"), fonts).expect("a file");
    let filter = if format == "pptx" { "pptx:Impress MS PowerPoint 2007 XML" } else { format };
    let done = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.display()))
        .args(["--headless", "--convert-to", filter, "--outdir", "office", name])
        .env("FONTCONFIG_FILE", folder.join("fonts.conf"))
        .current_dir(folder)
        .output()
        .expect("LibreOffice runs");
    let made = folder.join("office").join(Path::new(name).with_extension(format));
    assert!(made.exists(), "{}", String::from_utf8_lossy(&done.stderr));
    made
}

/// What Microsoft's Open XML SDK finds wrong with each of these decks: by the schemas of the standard (`Office2007`), or
/// with what was added to it since (`Microsoft365`).
///
/// # Panics
/// Where the SDK is not there or says nothing.
pub fn findings(version: &str, decks: &[PathBuf]) -> Vec<Vec<String>> {
    let done = Command::new("node")
        .arg(root().join("tests/readers/validate.mjs"))
        .arg(readers().join("node_modules/@ooxml-tools/validate/dist/npm/index.js"))
        .arg(version)
        .args(decks)
        .output()
        .expect("node runs");
    serde_json::from_slice(&done.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr)))
}

/// That the Open XML SDK finds nothing wrong.
///
/// # Panics
/// Where it does.
pub fn expect_valid(version: &str, decks: &[PathBuf]) {
    for (found, deck) in findings(version, decks).into_iter().zip(decks) {
        assert!(found.is_empty(), "{version} {}:\n{}", deck.display(), found.join("\n"));
    }
}

/// Runs a script of `tests/readers` with python-pptx and returns what it prints.
///
/// # Panics
/// Where python-pptx is not there or the script fails.
pub fn python(script: &str, argument: &Path) -> Vec<u8> {
    let done = Command::new(readers().join("python/bin/python"))
        .arg(root().join("tests/readers").join(script))
        .arg(argument)
        .output()
        .expect("python runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}
