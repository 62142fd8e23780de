//! Contact sheets: rows of pictures, each row with its name.

use image::{GenericImage, Rgb, RgbImage};
use layout::text::{Shaper, TextRequest};
use layout::{Align, Color, Fonts, Layer, Node, NodeKey, Point, Prim, Role, Scene, Size, type_roles};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Between two pictures, and the height of a name, in pixels.
const SPACE: u32 = 10;
const NAME: u32 = 24;
/// What lies behind everything: neither theme's paper, so that edges show.
const GREY: u8 = 160;
/// The tallest picture on a sheet, in pixels; more is cut off below.
const TALLEST: u32 = 520;

/// Writes rows of pictures of one width as one picture.
///
/// # Panics
/// Where the disk does not take it.
pub fn write(rows: &[(String, Vec<RgbImage>)], width: u32, path: &Path) {
    let columns = rows.iter().map(|(_, pictures)| pictures.len()).max().unwrap_or_default() as u32;
    let tall = |pictures: &[RgbImage]| {
        pictures.iter().map(|picture| picture.height().min(TALLEST)).max().unwrap_or_default()
    };
    let height: u32 = rows.iter().map(|(_, pictures)| NAME + tall(pictures) + SPACE).sum();
    let whole = (SPACE + columns * (width + SPACE)).max(400);
    let mut sheet = RgbImage::from_pixel(whole, height + SPACE, Rgb([GREY; 3]));
    let shaper = Shaper::new(Fonts::new());
    let mut y = SPACE;
    for (name, pictures) in rows {
        sheet.copy_from(&words(&shaper, name, whole - 2 * SPACE), SPACE, y).expect("the name fits");
        y += NAME;
        for (at, picture) in pictures.iter().enumerate() {
            let shown = image::imageops::crop_imm(picture, 0, 0, width, picture.height().min(TALLEST));
            sheet
                .copy_from(&shown.to_image(), SPACE + at as u32 * (width + SPACE), y)
                .expect("the picture fits");
        }
        y += tall(pictures) + SPACE;
    }
    sheet.save(path).expect("the disk takes it");
}

/// A line of words as a picture.
fn words(shaper: &Shaper, text: &str, width: u32) -> RgbImage {
    let spans = [(0..text.len(), type_roles::STAGE_NAME.style(Color::hex(0x1F_1D1A)))];
    let request = TextRequest {
        text,
        spans: &spans,
        width: None,
        align: Align::Start,
        language: "en",
        max_lines: None,
    };
    let prim = Prim::Text(shaper.block(&request).at(0.0, 2.0));
    let root = NodeKey::new("name");
    let size = Size::new(f64::from(width), f64::from(NAME));
    let node = Node {
        key: root.clone(),
        parent: None,
        children: Vec::new(),
        origin: Point::default(),
        size,
        layer: Layer::Sheet,
        role: Role::Text,
        record: None,
        text: text.into(),
        alt: String::new(),
        language: None,
        link: None,
        notes: String::new(),
        prims: vec![prim],
    };
    let scene = Scene {
        revision: 0,
        size,
        background: Color::hex(u32::from(GREY) * 0x01_0101),
        title: text.into(),
        language: "en".into(),
        root: root.clone(),
        nodes: HashMap::from([(root, Arc::new(node))]),
        fonts: shaper.fonts(),
        images: Vec::new(),
        notices: Vec::new(),
    };
    let mut bytes = Vec::new();
    render::png::write(&scene, &render::png::PngOptions::default(), &mut bytes).expect("a picture");
    image::load_from_memory(&bytes).expect("it opens").into_rgb8()
}
