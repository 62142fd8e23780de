//! The PDF painter, as qpdf and poppler read it.

use crate::pixels::{Picture, at, outlines, png_bytes, share_above};
use crate::png::{image_prim, quarters};
use crate::scenes::*;
use layout::*;
use render::pdf::{Margins, Page, PdfOptions, write};
use render::png::{Extent, PngOptions};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

/// A PDF file, and what readers say of it.
pub struct File {
    _folder: TempDir,
    path: PathBuf,
}

impl File {
    pub fn of(scene: &Scene, options: &PdfOptions) -> Self {
        let bytes = bytes(scene, options);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.pdf");
        std::fs::write(&path, bytes).unwrap();
        Self { _folder: folder, path }
    }

    fn run(&self, tool: &str, before: &[&str], after: &[&str]) -> String {
        let done = Command::new(tool)
            .args(before)
            .arg(&self.path)
            .args(after)
            .output()
            .unwrap_or_else(|error| panic!("{tool} (Debian: poppler-utils, qpdf): {error}"));
        assert!(done.status.success(), "{tool}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).unwrap()
    }

    fn text(&self) -> String {
        self.run("pdftotext", &["-enc", "UTF-8"], &["-"])
    }

    fn info(&self, name: &str) -> String {
        let all = self.run("pdfinfo", &[], &[]);
        let line = all.lines().find(|line| line.starts_with(&format!("{name}:")));
        line.and_then(|line| line.split_once(':')).map_or_else(String::new, |(_, value)| value.trim().into())
    }

    /// All objects, as qpdf reads them.
    pub fn objects(&self) -> Value {
        serde_json::from_str(&self.run("qpdf", &["--json=2", "--json-key=qpdf"], &[])).unwrap()
    }

    fn picture(&self, dpi: u32) -> Picture {
        let out = self.path.with_extension("");
        let done = Command::new("pdftoppm")
            .args(["-png", "-singlefile", "-r", &dpi.to_string()])
            .arg(&self.path)
            .arg(&out)
            .status()
            .unwrap();
        assert!(done.success());
        crate::pixels::read(&std::fs::read(out.with_extension("png")).unwrap())
    }
}

fn bytes(scene: &Scene, options: &PdfOptions) -> Vec<u8> {
    let mut bytes = Vec::new();
    let warnings = write(scene, options, &mut bytes).unwrap();
    assert!(warnings.is_empty(), "{:?}", warnings.iter().map(ToString::to_string).collect::<Vec<_>>());
    bytes
}

pub fn dated() -> PdfOptions {
    PdfOptions { created: Some(1_795_299_013), ..PdfOptions::default() }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let file = File::of(&map(3, 2, 2), &dated());
    assert!(file.run("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors"));
}

#[test]
fn words_are_found_in_reading_order() {
    let text = File::of(&map(2, 2, 1), &dated()).text();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for phrase in
        ["How buyers find us", "Stage 1", "Stage 2", "Lane 1", "Waits for feedback", "on a demo request"]
    {
        assert!(words.contains(phrase), "{phrase:?} in {words:?}");
    }
    assert!(words.find("How buyers") < words.find("Stage 1") && words.find("Stage 2") < words.find("Lane 2"));
}

#[test]
fn a_broken_line_keeps_its_space_and_a_hyphen_is_soft() {
    let mut text = lines(REGULAR, 13.0, INK, &["Rück", "sprache halten"], Point::new(4.0, 4.0));
    text.text = "Rücksprache halten".into();
    let second = &mut text.lines[1];
    for run in &mut second.runs {
        (run.start, run.end) = (run.start - 1, run.end - 1);
        for glyph in &mut run.glyphs {
            (glyph.start, glyph.end) = (glyph.start - 1, glyph.end - 1);
        }
    }
    (second.start, second.end) = (second.start - 1, second.end - 1);
    let first = &mut text.lines[0];
    first.hyphen = true;
    let end = first.end;
    let hyphen = words(REGULAR, 13.0, INK, "-", Point::default()).lines[0].runs[0].glyphs[0];
    let last = *first.runs[0].glyphs.last().unwrap();
    first.runs[0].glyphs.push(Glyph { x: last.x + last.advance, y: last.y, start: end, end, ..hyphen });
    let whole = lines(REGULAR, 13.0, INK, &["in two", "lines"], Point::new(4.0, 50.0));
    let file = File::of(&text_map(vec![text, whole]), &dated());
    let found = file.text();
    // Poppler joins a word at a soft hyphen; either way no hard one may be left.
    assert!(found.replace(['\u{ad}', '\n'], "").contains("Rücksprache halten"), "{found:?}");
    assert!(found.replace('\n', " ").replace("  ", " ").contains("in two lines"), "{found:?}");
    assert!(found.contains("Rück\u{ad}") || found.contains("Rücksprache"), "{found:?}");
}

#[test]
fn words_of_many_scripts_come_out_as_they_went_in() {
    let texts = [
        "Office efficiency, fine flow — “quoted”",
        "Ελληνικά και Русский язык",
        "مرحبا بالعالم",
        "שלום עולם",
        "Straße 12 ½ €",
        "👩‍👩‍👧‍👦 and 🇪🇺 and 👍🏽",
    ];
    let text = File::of(&shaped(&texts, 600.0), &dated()).text();
    let plain: String =
        text.chars().filter(|it| !matches!(it, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}')).collect();
    for expected in texts {
        assert!(plain.contains(expected), "{expected:?} in {plain:?}");
    }
}

#[test]
fn a_word_broken_at_a_soft_hyphen_is_found_whole() {
    let scene = shaped(&["Rück\u{ad}sprache mit dem Ein\u{ad}kauf halten"], 64.0);
    let text = File::of(&scene, &dated()).text();
    assert!(!text.contains('-'), "{text:?}");
    let joined =
        text.replace("\u{ad}\n", "").replace(['\u{ad}'], "").split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(joined, "Rücksprache mit dem Einkauf halten", "{text:?}");
}

#[test]
fn words_from_right_to_left_and_emoji_are_searchable() {
    let blocks = vec![
        words(HEBREW, 20.0, INK, "שלום", Point::new(8.0, 8.0)),
        words(EMOJI, 20.0, INK, "🚀", Point::new(8.0, 60.0)),
    ];
    let text = File::of(&text_map(blocks), &dated()).text();
    assert!(text.contains("שלום") && text.contains('🚀'), "{text:?}");
}

#[test]
fn glyphs_of_one_cluster_stand_for_its_characters_once() {
    let mut text = words(REGULAR, 20.0, INK, "efg", Point::new(8.0, 8.0));
    // As if "ef" were one cluster that two glyphs show.
    let glyphs = &mut text.lines[0].runs[0].glyphs;
    (glyphs[0].end, glyphs[1].start, glyphs[1].end) = (2, 2, 2);
    let found = File::of(&text_map(vec![text]), &dated()).text();
    assert!(found.contains("efg") || found.contains("ef"), "{found:?}");
}

#[test]
fn it_tells_its_title_language_date_and_size() {
    let scene = map(2, 1, 1);
    let file = File::of(&scene, &dated());
    assert_eq!(file.info("Title"), "How buyers find us");
    assert_eq!(file.info("Tagged"), "yes");
    assert_eq!(file.info("Pages"), "1");
    assert!(file.run("pdfinfo", &["-rawdates"], &[]).contains("D:20261121"));
    let (w, h) = (scene.size.w * 0.75, scene.size.h * 0.75);
    assert!(file.info("Page size").starts_with(&format!("{w} x {h}")), "{}", file.info("Page size"));
    let own = PdfOptions { title: Some("Another".into()), language: Some("de".into()), ..dated() };
    let file = File::of(&scene, &own);
    assert_eq!(file.info("Title"), "Another");
    let objects = file.objects();
    let root = catalog(&objects);
    assert_eq!(root["/Lang"], "u:de");
    assert_eq!(root["/MarkInfo"]["/Marked"], true);
    assert_eq!(root["/ViewerPreferences"]["/DisplayDocTitle"], true);
}

fn catalog(objects: &Value) -> Value {
    let table = &objects["qpdf"][1];
    let root = table["trailer"]["value"]["/Root"].as_str().unwrap();
    let mut root = table[format!("obj:{root}")]["value"].clone();
    for key in ["/MarkInfo", "/ViewerPreferences"] {
        if let Some(name) = root[key].as_str() {
            root[key] = table[format!("obj:{name}")]["value"].clone();
        }
    }
    root
}

#[test]
fn it_claims_both_standards() {
    let metadata = File::of(&map(2, 1, 1), &dated()).run("pdfinfo", &["-meta"], &[]);
    for claim in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
        assert!(metadata.contains(claim), "{claim} in {metadata}");
    }
}

#[test]
fn fonts_are_embedded_in_parts() {
    let fonts = File::of(&map(2, 1, 1), &dated()).run("pdffonts", &[], &[]);
    let rows: Vec<Vec<&str>> = fonts.lines().skip(2).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows.len(), 2, "{fonts}");
    for row in rows {
        assert!(row[0].contains("+Inter-"), "{fonts}");
        let flags: Vec<_> = row.iter().filter(|word| matches!(**word, "yes" | "no")).collect();
        assert_eq!(flags, [&"yes", &"yes", &"yes"], "embedded, a subset, with its characters: {fonts}");
    }
    let size = bytes(&map(2, 1, 1), &dated()).len();
    assert!(size < 60_000, "{size} bytes");
}

#[test]
fn a_missing_glyph_gives_a_plain_file_and_names_the_character() {
    let mut text = words(REGULAR, 13.0, INK, "a☃b", Point::new(4.0, 4.0));
    text.lines[0].runs[0].glyphs[1].id = 0;
    let scene = text_map(vec![text]);
    let mut bytes = Vec::new();
    let warnings = write(&scene, &dated(), &mut bytes).unwrap();
    let said: Vec<_> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.iter().map(|warning| warning.code()).collect::<Vec<_>>(), ["plain_pdf"]);
    assert!(said[0].contains("“☃” (U+2603)"), "{said:?}");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.starts_with("%PDF-") && !text.contains("pdfuaid:part") && !text.contains("pdfaid:part"));
}

#[test]
fn a_character_without_public_meaning_gives_a_plain_file() {
    let mut text = words(REGULAR, 13.0, INK, "ab", Point::new(4.0, 4.0));
    text.text = "a\u{e000}".into();
    text.lines[0].runs[0].glyphs[1].end = 4;
    text.lines[0].runs[0].end = 4;
    let mut bytes = Vec::new();
    let warnings = write(&text_map(vec![text]), &dated(), &mut bytes).unwrap();
    assert_eq!(warnings.iter().map(|warning| warning.code()).collect::<Vec<_>>(), ["not_accessible"]);
    assert!(bytes.starts_with(b"%PDF-"));
}

#[test]
fn it_shows_what_the_png_shows() {
    let mut images = Sheet::of(
        90.0,
        60.0,
        vec![
            image_prim(Rect::new(3.0, 3.0, 36.0, 36.0), Rect::new(0.0, 0.0, 1.0, 1.0), 9.0),
            image_prim(Rect::new(48.0, 3.0, 36.0, 36.0), Rect::new(0.5, 0.0, 0.5, 0.5), 0.0),
        ],
    );
    images.images.push(quarters(60));
    let box_ = Rect::new(6.0, 6.0, 78.0, 48.0);
    let slanted = {
        let mut text = words(SEMIBOLD, 26.0, INK, "Slant", Point::new(4.0, 4.0));
        text.lines[0].runs[0].synthetic_slant = 14.0;
        Prim::Text(text)
    };
    let of = |prims| Sheet::of(90.0, 60.0, prims);
    for (name, scene) in [
        ("map", map(3, 2, 2)),
        ("images", images),
        ("dashes", of(vec![outline(box_, 9.0, Stroke::new(INK, 3.0).dashed([9.0, 6.0]))])),
        (
            "gradient",
            of(vec![rect(
                box_,
                9.0,
                gradient(Point::new(6.0, 0.0), Point::new(84.0, 50.0), &[RED, WHITE, BLUE]),
            )]),
        ),
        (
            "see-through",
            of(vec![rect(box_, 0.0, BLUE), rect(Rect::new(20.0, 0.0, 30.0, 60.0), 0.0, RED.with_alpha(0.5))]),
        ),
        (
            "clip",
            of(vec![
                Prim::ClipPush(ClipPrim { rect: Rect::new(12.0, 12.0, 42.0, 30.0), radius: 12.0 }),
                rect(box_, 0.0, RED),
                Prim::ClipPop,
                rect(Rect::new(66.0, 12.0, 12.0, 30.0), 0.0, BLUE),
            ]),
        ),
        ("emoji", of(vec![Prim::Text(words(EMOJI, 40.0, RED, "😀", Point::new(9.0, 4.0)))])),
        ("slanted", of(vec![slanted])),
    ] {
        let ours =
            crate::pixels::read(&png_bytes(&scene, &PngOptions { extent: Extent::Scale(2.0), ..outlines() }));
        let theirs = File::of(&scene, &dated()).picture(192);
        let (w, h) = (ours.width().min(theirs.width()), ours.height().min(theirs.height()));
        assert!(
            ours.width().abs_diff(theirs.width()) <= 1 && ours.height().abs_diff(theirs.height()) <= 1,
            "{name}"
        );
        let cut = |picture: &Picture| image::imageops::crop_imm(picture, 0, 0, w, h).to_image();
        let (some, much) =
            (share_above(&cut(&ours), &cut(&theirs), 48), share_above(&cut(&ours), &cut(&theirs), 128));
        assert!(some < 0.04 && much < 0.015, "{name}: {some:.4} of pixels differ, {much:.4} much");
    }
}

#[test]
fn a_paper_has_its_size_and_its_margins() {
    let scene = Sheet::of(400.0, 100.0, vec![rect(Rect::new(0.0, 0.0, 400.0, 100.0), 0.0, RED)]);
    let page = Page::Paper { w_mm: 297.0, h_mm: 210.0, margins: Margins::all(20.0) };
    let file = File::of(&scene, &PdfOptions { page, ..dated() });
    assert!(file.info("Page size").starts_with("841.89 x 595.276 pts (A4)"), "{}", file.info("Page size"));
    let picture = file.picture(72);
    let (middle, margin) = (at(&picture, 421, 297), at(&picture, 30, 297));
    assert_eq!((middle, margin, at(&picture, 421, 60)), ([255, 0, 0], [255; 3], [255; 3]));
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    assert!(bytes(&map(3, 2, 2), &dated()) == bytes(&map(3, 2, 2), &dated()));
    let untagged = PdfOptions { tagged: false, ..dated() };
    assert!(bytes(&map(3, 2, 2), &untagged) == bytes(&map(3, 2, 2), &untagged));
    assert_ne!(bytes(&map(3, 2, 2), &dated()), bytes(&map(3, 2, 1), &dated()));
}

#[test]
fn without_tags_it_is_only_ink() {
    let file = File::of(&map(2, 1, 1), &PdfOptions { tagged: false, ..dated() });
    assert_eq!(file.info("Tagged"), "no");
    assert!(file.text().contains("How buyers find us"));
}

#[test]
fn pages_that_cannot_be_are_refused_before_anything_is_written() {
    let scene = Sheet::of(20_000.0, 100.0, vec![]);
    let mut out = Vec::new();
    assert_eq!(write(&scene, &dated(), &mut out).unwrap_err().code(), "page_too_large");
    assert!(out.is_empty());
    let page = Page::Paper { w_mm: 297.0, h_mm: 210.0, margins: Margins::all(10.0) };
    assert!(write(&scene, &PdfOptions { page, ..dated() }, &mut out).is_ok());
}
