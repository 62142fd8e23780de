//! Decks that tests give to other programs.

use journey::{Document, Id};
use layout::{Density, Layouter, Options, Slide, Theme};
use render::pptx::PptxOptions;
use render::pptx::refresh::Deck;
use std::path::{Path, PathBuf};

/// The sample.
pub fn document() -> Document {
    crate::sample()
}

/// The slides of a document's first map, in its language.
///
/// # Panics
/// Where there is no map.
pub fn slides(document: &Document, theme: Theme, density: Density) -> Vec<Slide> {
    let map = document.maps_in_order()[0].id;
    let options = Options { map, theme, density, ..Options::default() };
    Layouter::new().slides(document, &options).expect("there is a map")
}

/// A deck of slides.
///
/// # Panics
/// Where it cannot be written.
pub fn deck(slides: &[Slide]) -> Vec<u8> {
    let mut bytes = Vec::new();
    render::pptx::write(slides, &PptxOptions::default(), &mut bytes).expect("a deck");
    bytes
}

/// A deck into which slides were put.
///
/// # Panics
/// Where it is none that can be refreshed.
pub fn refreshed(into: Vec<u8>, slides: &[Slide]) -> Vec<u8> {
    let mut bytes = Vec::new();
    Deck::read(into).expect("a deck").refresh(slides, &mut bytes).expect("refreshed");
    bytes
}

/// Gives a document's maps a logo and two colours; the bytes of the logo.
///
/// # Panics
/// Never.
pub fn brand(document: &mut Document) -> Vec<u8> {
    let mut png = Vec::new();
    let dot = image::RgbaImage::from_pixel(40, 10, image::Rgba([10, 20, 30, 255]));
    dot.write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png).expect("a PNG");
    let logo = journey::Image {
        id: Id::from_u128(7000),
        media_type: "image/png".into(),
        width: 40,
        height: 10,
        alt: "Our logo".into(),
        hash: "ab".repeat(32),
        ..journey::Image::default()
    };
    document.blobs.insert(logo.hash.clone(), std::sync::Arc::new(png.clone()));
    for map in document.maps.values_mut() {
        map.logo = Some(logo.id);
        map.brand_colors = vec!["#123456".into(), "#ffcc00".into()];
    }
    document.images.insert(logo.id, logo);
    png
}

/// The sample with all that a deck can hold: logo, colours, notes, evidence, links.
pub fn rich() -> Document {
    let mut document = document();
    brand(&mut document);
    for card in document.cards.values_mut() {
        card.note = "Said by three of five\nand by <one> & more".into();
    }
    document
}

/// Writes decks into a folder.
///
/// # Panics
/// Where it cannot be written to.
pub fn files(folder: &Path, decks: Vec<(&str, Vec<u8>)>) -> Vec<PathBuf> {
    let write = |(name, bytes): (&str, Vec<u8>)| {
        let path = folder.join(format!("{name}.pptx"));
        std::fs::write(&path, bytes).expect("a file");
        path
    };
    decks.into_iter().map(write).collect()
}
