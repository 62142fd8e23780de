//! A map with many pictures.

use crate::maps;
use image::{ImageFormat, Rgb, RgbImage};
use journey::{Card, Document, Fields, Id, Image, Lane, LaneKind, Order, Zone};
use serde_json::json;
use std::io::Cursor;
use std::sync::Arc;

/// Ten stages with a lane of so many pictures, all different.
pub fn of_pictures(count: usize) -> Document {
    let mut document = maps::of_size(10, 1, 1);
    let Some(map) = document.maps.keys().next().copied() else { return document };
    let stages: Vec<Id> = document.stages_of(map).iter().map(|stage| stage.id).collect();
    let mut last = 1_000_000;
    let mut next = || {
        last += 1;
        Id::from_u128(last)
    };
    let lane = next();
    let record = Lane {
        id: lane,
        map,
        order: Order::between(None, None),
        kind: LaneKind::Image,
        name: LaneKind::Image.title().into(),
        zone: Zone::Experience,
        ..Lane::default()
    };
    document.lanes.insert(lane, record);
    for (at, order) in Order::spread(None, None, count).into_iter().enumerate() {
        let (width, height) = (120 + (at % 3) as u32 * 40, 90 + (at % 4) as u32 * 30);
        let bytes = picture(at as u32, width, height);
        let (image, hash) = (next(), store::sha256(&bytes));
        document.blobs.insert(hash.clone(), Arc::new(bytes));
        let (media_type, alt) = ("image/png".to_owned(), format!("Scene {}", at + 1));
        let record = Image { id: image, media_type, width, height, alt, hash, ..Image::default() };
        document.images.insert(image, record);
        let (id, stage) = (next(), stages[at % stages.len()]);
        let fields = json!({ "image": image }).as_object().cloned().unwrap_or_else(Fields::new);
        let card = Card { id, lane, stage, to_stage: stage, order, fields, ..Card::default() };
        document.cards.insert(id, card);
    }
    document
}

fn picture(at: u32, width: u32, height: u32) -> Vec<u8> {
    let paint =
        |x: u32, y: u32| Rgb([(x * 2 + at * 9) as u8, (y * 2 + at * 5) as u8, (x + y + at * 17) as u8]);
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_fn(width, height, paint).write_to(&mut bytes, ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}
