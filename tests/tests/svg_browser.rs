//! Drawings opened by a browser on a computer without Inter: text as text looks like the same text as outlines.

use image::RgbImage;
use journey::Document;
use layout::{Layouter, Options, PageOptions, Scene, Theme, View};
use pipeline_tests::maps;
use render::svg::{SvgOptions, TextForm};
use std::path::Path;
use std::process::Command;

fn document() -> Document {
    pipeline_tests::sample()
}

fn svg(scene: &Scene, text: TextForm) -> String {
    let mut bytes = Vec::new();
    let options = SvgOptions { text, ..SvgOptions::default() };
    render::svg::write(scene, &options, &mut bytes).expect("a drawing");
    String::from_utf8(bytes).expect("text")
}

/// As Chromium shows it.
fn seen(folder: &Path, scene: &Scene, text: TextForm) -> RgbImage {
    // Inter may be installed here and would stand in for faces that the file fails to bring along.
    let fonts = "<?xml version=\"1.0\"?><fontconfig><include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>\
        <pattern><patelt name=\"family\"><string>Inter</string></patelt></pattern>\
        <pattern><patelt name=\"family\"><string>Inter Display</string></patelt></pattern>\
        </rejectfont></selectfont></fontconfig>";
    std::fs::write(folder.join("fonts.conf"), fonts).expect("a file");
    std::fs::write(folder.join("drawing.svg"), svg(scene, text)).expect("a file");
    let done = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--window-size={},{}", scene.size.w.ceil(), scene.size.h.ceil()))
        .arg(format!("--screenshot={}", folder.join("seen.png").display()))
        .arg(format!("file://{}", folder.join("drawing.svg").display()))
        .env("FONTCONFIG_FILE", folder.join("fonts.conf"))
        .output()
        .expect("Chromium runs");
    let picture = image::open(folder.join("seen.png"));
    picture.unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&done.stderr))).into_rgb8()
}

/// The share of pixels that differ by more than a softer edge.
fn share_off(one: &RgbImage, other: &RgbImage) -> f64 {
    assert_eq!(one.dimensions(), other.dimensions());
    let off =
        |(a, b): (&image::Rgb<u8>, &image::Rgb<u8>)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > 96);
    one.pixels().zip(other.pixels()).filter(|pair| off(*pair)).count() as f64 / one.pixels().len() as f64
}

#[test]
fn text_as_text_looks_like_its_outlines() {
    let folder = tempfile::tempdir().expect("a folder");
    let scenes = |document: &Document, view: View, theme: Theme| -> Vec<Scene> {
        let map = document.maps_in_order()[0].id;
        let layout = Options { map, view, theme, ..Options::default() };
        let pages = Layouter::new().pages(document, &PageOptions { layout, ..PageOptions::default() });
        let pages = pages.expect("pages");
        pages.each().into_iter().take(2).map(|page| page.scene.clone()).collect()
    };
    let (own, arabic, japanese) = (document(), maps::arabic(), maps::japanese());
    let cases = [
        ("canvas", scenes(&own, View::Canvas, Theme::Light)),
        ("slides", scenes(&own, View::Slides, Theme::Dark)),
        ("poster", scenes(&own, View::Poster, Theme::Light)),
        ("arabic", scenes(&arabic, View::Canvas, Theme::Light)),
        ("japanese", scenes(&japanese, View::Canvas, Theme::Dark)),
    ];
    for (name, scenes) in cases {
        for scene in scenes {
            let words = seen(folder.path(), &scene, TextForm::Words);
            let outlines = seen(folder.path(), &scene, TextForm::Outlines);
            if let Some(to) = std::env::var_os("LOOK") {
                words.save(Path::new(&to).join(format!("{name}-words.png"))).expect("it is kept");
                outlines.save(Path::new(&to).join(format!("{name}-outlines.png"))).expect("it is kept");
            }
            let off = share_off(&words, &outlines);
            assert!(off < 0.002, "{name}: {off:.4} of the pixels differ");
            let blank = share_off(
                &words,
                &RgbImage::from_pixel(words.width(), words.height(), *words.get_pixel(1, 1)),
            );
            assert!(blank > off * 5.0, "{name}: something is drawn: {blank:.4}");
        }
    }
}
