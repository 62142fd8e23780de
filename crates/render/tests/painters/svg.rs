//! The SVG painter, as two independent readers see it.

use crate::pixels::{Picture, at, png, share_above};
use crate::png::{image_prim, quarters};
use crate::scenes::*;
use layout::*;
use render::svg::{SvgOptions, TextForm, write};
use resvg::{tiny_skia, usvg};
use std::io::Write;
use std::process::{Command, Stdio};

/// Text as outlines, which every reader shows alike.
pub fn svg(scene: &Scene) -> String {
    written(scene, TextForm::Outlines)
}

fn written(scene: &Scene, text: TextForm) -> String {
    let mut bytes = Vec::new();
    let warnings = write(scene, &SvgOptions { text, ..SvgOptions::default() }, &mut bytes).unwrap();
    assert!(warnings.is_empty(), "{warnings:?}");
    String::from_utf8(bytes).unwrap()
}

/// As resvg draws it, which knows no fonts here.
fn by_resvg(text: &str) -> Picture {
    let tree = usvg::Tree::from_str(text, &usvg::Options::default()).unwrap();
    let size = tree.size().to_int_size();
    let mut canvas = tiny_skia::Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut canvas.as_mut());
    crate::pixels::read(&canvas.encode_png().unwrap())
}

/// As librsvg draws it.
fn by_librsvg(text: &str) -> Picture {
    let mut reader = Command::new("rsvg-convert")
        .args(["--format", "png"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rsvg-convert (Debian: librsvg2-bin) reads our SVG");
    reader.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let done = reader.wait_with_output().unwrap();
    assert!(done.status.success());
    crate::pixels::read(&done.stdout)
}

/// Both readers see what our PNG shows; edges may be a little softer.
fn assert_alike(name: &str, scene: &Scene) {
    let (ours, text) = (png(scene), svg(scene));
    for (reader, theirs) in [("resvg", by_resvg(&text)), ("librsvg", by_librsvg(&text))] {
        let (some, much) = (share_above(&ours, &theirs, 24), share_above(&ours, &theirs, 72));
        assert!(
            some < 0.02 && much < 0.006,
            "{name} by {reader}: {some:.4} of pixels differ, {much:.4} much"
        );
    }
}

#[test]
fn a_whole_map_looks_the_same_in_other_readers() {
    assert_alike("map", &map(4, 3, 2));
}

#[test]
fn every_kind_of_prim_looks_the_same_in_other_readers() {
    let box_ = Rect::new(6.0, 6.0, 80.0, 40.0);
    let wide = Stroke { join: Join::Bevel, cap: Cap::Square, ..Stroke::new(BLUE, 4.0) };
    let zigzag = vec![
        Segment::Move(Point::new(10.0, 40.0)),
        Segment::Line(Point::new(30.0, 12.0)),
        Segment::Cubic(Point::new(40.0, 0.0), Point::new(60.0, 60.0), Point::new(80.0, 20.0)),
    ];
    let connector = Prim::Connector(ConnectorPrim {
        segments: zigzag.clone(),
        stroke: wide.clone(),
        from: None,
        to: None,
    });
    let fill = gradient(Point::new(6.0, 0.0), Point::new(86.0, 40.0), &[RED, WHITE.with_alpha(0.2), BLUE]);
    let leaning = {
        let mut text = words(REGULAR, 24.0, INK, "Slant", Point::new(8.0, 8.0));
        text.lines[0].runs[0].synthetic_slant = 14.0;
        Prim::Text(text)
    };
    for (name, prims) in [
        ("rectangle", vec![rect(box_, 9.0, RED.with_alpha(0.4)), outline(box_, 9.0, Stroke::new(INK, 3.0))]),
        ("dashes", vec![outline(box_, 9.0, Stroke::new(INK, 3.0).dashed([7.0, 5.0]).rounded())]),
        ("path", vec![Prim::Path(PathPrim { segments: zigzag, fill: Some(RED.into()), stroke: Some(wide) })]),
        ("connector", vec![connector]),
        ("gradient", vec![rect(box_, 9.0, fill)]),
        (
            "words",
            vec![Prim::Text(lines(SEMIBOLD, 15.0, INK, &["Two lines", "of words"], Point::new(4.0, 4.0)))],
        ),
        ("hebrew", vec![Prim::Text(words(HEBREW, 20.0, INK, "שלום", Point::new(8.0, 8.0)))]),
        ("slanted", vec![leaning]),
        ("emoji", vec![Prim::Text(words(EMOJI, 36.0, RED, "😀🚀", Point::new(4.0, 4.0)))]),
        (
            "clip",
            vec![
                Prim::ClipPush(ClipPrim { rect: Rect::new(10.0, 10.0, 40.0, 30.0), radius: 12.0 }),
                rect(box_, 0.0, RED),
                Prim::ClipPop,
                rect(Rect::new(70.0, 10.0, 12.0, 30.0), 0.0, BLUE),
            ],
        ),
    ] {
        assert_alike(name, &Sheet::of(92.0, 52.0, prims));
    }
}

#[test]
fn many_scripts_look_the_same_in_other_readers() {
    let texts = ["Office efficiency", "Русский язык", "مرحبا بالعالم", "שלום עולם", "👩‍👩‍👧‍👦 🇪🇺 👍🏽"];
    assert_alike("scripts", &shaped(&texts, 140.0));
}

#[test]
fn images_look_the_same_in_other_readers() {
    let mut scene = Sheet::of(
        70.0,
        40.0,
        vec![
            image_prim(Rect::new(2.0, 2.0, 30.0, 30.0), Rect::new(0.0, 0.0, 1.0, 1.0), 8.0),
            image_prim(Rect::new(36.0, 2.0, 30.0, 30.0), Rect::new(0.5, 0.0, 0.5, 0.5), 0.0),
        ],
    );
    scene.images.push(quarters(60));
    assert_alike("images", &scene);
    assert_eq!(svg(&scene).matches("data:image/png").count(), 1, "a picture used twice is held once");
}

#[test]
fn a_painter_that_forgets_would_be_seen() {
    let box_ = Rect::new(0.0, 0.0, 40.0, 20.0);
    let stroke = Stroke::new(INK, 4.0).dashed([6.0, 6.0]);
    let dashed = by_resvg(&svg(&Sheet::of(
        40.0,
        20.0,
        vec![line(Point::new(0.0, 10.0), Point::new(40.0, 10.0), stroke)],
    )));
    assert_eq!((at(&dashed, 3, 10), at(&dashed, 9, 10)), ([0x1d, 0x1d, 0x1f], [255; 3]));
    let paint = gradient(Point::default(), Point::new(40.0, 0.0), &[RED, BLUE]);
    let graded = by_resvg(&svg(&Sheet::of(40.0, 20.0, vec![rect(box_, 0.0, paint)])));
    assert!(at(&graded, 1, 10)[0] > 240 && at(&graded, 38, 10)[2] > 240);
    let clip = Prim::ClipPush(ClipPrim { rect: Rect::new(0.0, 0.0, 20.0, 20.0), radius: 0.0 });
    let cut = by_resvg(&svg(&Sheet::of(40.0, 20.0, vec![clip, rect(box_, 0.0, RED), Prim::ClipPop])));
    assert_eq!((at(&cut, 10, 10), at(&cut, 30, 10)), ([255, 0, 0], [255; 3]));
}

#[test]
fn it_says_what_it_shows() {
    let mut scene = map(2, 2, 1);
    scene.title = "Buyers & <suppliers>".into();
    let text = svg(&scene);
    assert!(text.contains("<title id=\"title\">Buyers &amp; &lt;suppliers&gt;</title>"));
    assert!(text.contains("role=\"img\" aria-label=\"Stage 2\""));
    assert!(text.contains("role=\"group\" aria-label=\"Lane 1\""));
    assert!(text.contains("aria-label=\"Rises from uneasy to content\""));
    assert!(text.contains("xml:lang=\"en\""));
    usvg::roxmltree::Document::parse(&text).unwrap();
}

#[test]
fn links_lead_out_and_nowhere_else() {
    let with_link = |link: &str| {
        let mut sheet = Sheet::new(20.0, 20.0);
        sheet.add("map", "card", Point::default(), Size::new(20.0, 20.0), |node| {
            (node.role, node.link) = (Role::Card, Some(link.into()));
            node.prims = vec![rect(Rect::new(0.0, 0.0, 20.0, 20.0), 0.0, RED)];
        });
        svg(&sheet.0)
    };
    assert!(
        with_link("https://example.org/?a&b").contains("<a xlink:href=\"https://example.org/?a&amp;b\">")
    );
    assert!(!with_link("javascript:alert(1)").contains("<a "));
}

#[test]
fn outlines_are_shared() {
    let one =
        svg(&Sheet::of(900.0, 40.0, vec![Prim::Text(words(REGULAR, 13.0, INK, "e", Point::default()))]));
    let many = svg(&Sheet::of(
        900.0,
        40.0,
        vec![Prim::Text(words(REGULAR, 13.0, INK, &"e".repeat(100), Point::default()))],
    ));
    assert!(many.len() < one.len() + 100 * 40, "{} and {}", one.len(), many.len());
}

#[test]
fn the_same_scene_gives_the_same_file() {
    assert!(svg(&map(4, 3, 2)) == svg(&map(4, 3, 2)));
}

#[test]
fn a_scene_without_extent_is_refused() {
    let scene = Scene { size: Size::new(f64::NAN, 1.0), ..Sheet::of(1.0, 1.0, vec![]) };
    assert_eq!(write(&scene, &SvgOptions::default(), Vec::new()).unwrap_err().code(), "no_extent");
}

/// The words between the tags of all texts, and the faces that the file brings along by their names.
fn words_and_faces(text: &str) -> (String, Vec<(String, Vec<u8>)>) {
    let mut words = String::new();
    for piece in text.split("<tspan").skip(1) {
        let own = piece.split_once('>').unwrap().1.split_once("</tspan>").unwrap().0;
        words.push_str(&own.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"));
    }
    let face = |rule: &str| {
        let name = rule.split_once(';').unwrap().0.to_owned();
        let data = rule.split_once("base64,").unwrap().1.split_once(')').unwrap().0;
        (name, base64::Engine::decode(&base64::engine::general_purpose::STANDARD, data).unwrap())
    };
    (words, text.split("@font-face{font-family:").skip(1).map(face).collect())
}

#[test]
fn text_is_text_with_the_glyphs_that_it_needs() {
    use skrifa::MetadataProvider;
    let scene = shaped(&["Office & <efficiency>", "Русский язык", "مرحبا بالعالم", "שלום עולם"], 400.0);
    let text = written(&scene, TextForm::Words);
    let (words, faces) = words_and_faces(&text);
    for sentence in ["Office & <efficiency>", "Русский язык", "مرحبا بالعالم", "שלום עולם"]
    {
        assert!(words.contains(sentence), "{sentence} in {words}");
    }
    assert!(!text.contains("<use"), "nothing is left to outlines");
    assert_eq!(faces.len(), 3, "Inter, Arabic and Hebrew");
    let fonts: Vec<skrifa::FontRef<'_>> =
        faces.iter().map(|(_, bytes)| skrifa::FontRef::new(bytes).expect("a font file")).collect();
    for character in words.chars() {
        let has = |font: &skrifa::FontRef<'_>| {
            font.charmap().map(character).is_some_and(|glyph| glyph.to_u32() != 0)
        };
        assert!(fonts.iter().any(has), "{character:?}");
    }
    for (name, bytes) in &faces {
        assert!(bytes.len() < 40_000, "{name} is a part of its face: {} bytes", bytes.len());
    }
    assert_eq!(text, written(&scene, TextForm::Words), "the same twice");
}

#[test]
fn what_is_no_plain_glyph_stays_an_outline() {
    let scene = shaped(&["Rocket 🚀"], 400.0);
    let text = written(&scene, TextForm::Words);
    let (words, faces) = words_and_faces(&text);
    assert_eq!((words.trim(), faces.len()), ("Rocket", 1));
    assert!(text.contains("<use"), "the emoji is drawn");
}
