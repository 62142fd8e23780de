//! Pictures in memory: reading, looking at a pixel, comparing with another or with a golden file.

use layout::Scene;
use render::png::{PngOptions, TextSetting, write};
use std::path::PathBuf;

/// How far a channel may be from a golden picture's: rasterisers differ a little between processors.
const TOLERANCE: u8 = 2;

/// A picture of straight RGBA.
pub type Picture = image::RgbaImage;

/// Our PNG of a Scene, as bytes.
pub fn png_bytes(scene: &Scene, options: &PngOptions) -> Vec<u8> {
    let mut bytes = Vec::new();
    let warnings = write(scene, options, &mut bytes).unwrap();
    assert!(warnings.is_empty(), "{warnings:?}");
    bytes
}

/// How pictures are made that are compared with other formats.
pub fn outlines() -> PngOptions {
    PngOptions { text: TextSetting::Outlines, ..PngOptions::default() }
}

/// Our PNG of a Scene, as a picture, its text as in the other formats.
pub fn png(scene: &Scene) -> Picture {
    read(&png_bytes(scene, &outlines()))
}

pub fn read(bytes: &[u8]) -> Picture {
    image::load_from_memory(bytes).unwrap().into_rgba8()
}

/// The colour at a place, without alpha.
pub fn at(picture: &Picture, x: u32, y: u32) -> [u8; 3] {
    let [r, g, b, _] = picture.get_pixel(x, y).0;
    [r, g, b]
}

/// The widest difference of any channel at each pixel.
pub fn differences<'a>(one: &'a Picture, other: &'a Picture) -> impl Iterator<Item = u8> + 'a {
    assert_eq!(one.dimensions(), other.dimensions());
    one.pixels()
        .zip(other.pixels())
        .map(|(a, b)| a.0.iter().zip(b.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default())
}

/// The part of all pixels that differ by more than `by`.
pub fn share_above(one: &Picture, other: &Picture, by: u8) -> f64 {
    let (off, all) = differences(one, other)
        .fold((0_u32, 0_u32), |(off, all), difference| (off + u32::from(difference > by), all + 1));
    f64::from(off) / f64::from(all)
}

/// Compares with `tests/golden/NAME.png`, or writes it where `UPDATE` is set.
pub fn assert_golden(name: &str, bytes: &[u8]) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.png"));
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, bytes).unwrap();
        return;
    }
    let golden =
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}; set UPDATE=1", path.display()));
    let (found, golden) = (read(bytes), read(&golden));
    let widest = differences(&found, &golden).max().unwrap_or_default();
    if widest > TOLERANCE {
        let kept = std::env::temp_dir().join(format!("{name}-found.png"));
        std::fs::write(&kept, bytes).unwrap();
        panic!("{name}: a channel is off by {widest}, more than {TOLERANCE}; see {}", kept.display());
    }
}
