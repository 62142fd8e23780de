//! Pictures as data within the file, each once, shown through a window of their place's size.

use super::defs::Defs;
use super::shape::clip_to;
use super::write::{attribute, measure, number};
use crate::{Warning, Warnings, picture};
use base64::Engine;
use layout::{ImagePrim, Scene, SceneImage};
use std::collections::HashMap;

/// The pictures that are already defined, by their place in the Scene; none for one that cannot be read.
#[derive(Default)]
pub(super) struct Images(HashMap<usize, Option<String>>);

impl Images {
    pub(super) fn draw(
        &mut self,
        to: &mut String,
        defs: &mut Defs,
        scene: &Scene,
        prim: &ImagePrim,
        warnings: &mut Warnings,
    ) {
        let mut told = |reason: String| {
            warnings.add(Warning::UnreadableImage { hash: prim.image.clone(), reason });
            None
        };
        let Ok(index) = scene.images.binary_search_by(|image| image.hash.as_str().cmp(&prim.image)) else {
            told("the map does not hold it".into());
            return;
        };
        let image = &scene.images[index];
        let name = self.0.entry(index).or_insert_with(|| define(defs, image).map_or_else(&mut told, Some));
        if let Some(name) = name {
            place(to, defs, image, prim, name);
        }
    }
}

/// Shows a defined picture in its place.
fn place(to: &mut String, defs: &mut Defs, image: &SceneImage, prim: &ImagePrim, name: &str) {
    if prim.radius > 0.0 {
        to.push_str("<g");
        clip_to(to, defs, prim.rect, prim.radius);
        to.push('>');
    }
    to.push_str("<svg");
    for (name, value) in
        [("x", prim.rect.x), ("y", prim.rect.y), ("width", prim.rect.w), ("height", prim.rect.h)]
    {
        measure(to, name, value);
    }
    to.push_str(" viewBox=\"");
    let (w, h) = (image.size.w, image.size.h);
    for (index, value) in
        [prim.crop.x * w, prim.crop.y * h, prim.crop.w * w, prim.crop.h * h].into_iter().enumerate()
    {
        if index > 0 {
            to.push(' ');
        }
        number(to, value, 3);
    }
    to.push_str("\" preserveAspectRatio=\"none\"><use");
    attribute(to, "xlink:href", &format!("#{name}"));
    to.push_str("/></svg>");
    if prim.radius > 0.0 {
        to.push_str("</g>");
    }
}

/// Defines a picture in its own pixels.
fn define(defs: &mut Defs, image: &SceneImage) -> Result<String, String> {
    let engine = base64::engine::general_purpose::STANDARD;
    let data = if image.media_type == "image/svg+xml" {
        format!("data:image/svg+xml;base64,{}", engine.encode(&**image.bytes))
    } else {
        let file = picture::portable(&image.bytes)?;
        format!("data:{};base64,{}", file.media_type, engine.encode(&file.bytes))
    };
    let mut rest = String::new();
    measure(&mut rest, "width", image.size.w);
    measure(&mut rest, "height", image.size.h);
    rest.push_str(" preserveAspectRatio=\"none\"");
    attribute(&mut rest, "xlink:href", &data);
    rest.push_str("/>");
    Ok(defs.share("<image", rest))
}
