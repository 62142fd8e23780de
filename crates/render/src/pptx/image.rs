//! Pictures: people's own images and logos, never anything that could be a shape.

use super::measure::Place;
use super::shape::transform;
use super::xml::Xml;
use crate::{Warning, Warnings};
use layout::{ImagePrim, Rect, Scene, SceneImage, Slide};
use std::collections::BTreeMap;

/// The pictures of a deck, each once.
#[derive(Default)]
pub(super) struct Media(BTreeMap<String, SceneImage>);

impl Media {
    /// Those of these Scenes that a deck can hold; a drawing in SVG needs a picture beside it and stays out.
    pub(super) fn of<'a>(scenes: impl Iterator<Item = &'a Scene>) -> Self {
        let all = scenes.flat_map(|scene| &scene.images);
        Self(
            all.filter(|image| ending(image).is_some())
                .map(|image| (image.hash.clone(), image.clone()))
                .collect(),
        )
    }

    /// Warns of the pictures that stay out.
    pub(super) fn warn(&self, slides: &[Slide], warnings: &mut Warnings) {
        let all = slides.iter().flat_map(|slide| &slide.scene.images);
        for image in all.filter(|image| !self.holds(&image.hash)) {
            let reason = format!("a deck does not hold {}", image.media_type);
            warnings.add(Warning::UnreadableImage { hash: image.hash.clone(), reason });
        }
    }

    /// Whether a picture is there.
    pub(super) fn holds(&self, hash: &str) -> bool {
        self.0.contains_key(hash)
    }

    /// The name of a picture's part within `ppt/`.
    pub(super) fn name(&self, hash: &str) -> Option<String> {
        let at = self.0.keys().position(|own| own == hash)?;
        Some(format!("media/image{}.{}", at + 1, ending(self.0.get(hash)?)?))
    }

    /// Every picture with the name of its part.
    pub(super) fn parts(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.0.values().filter_map(|image| Some((self.name(&image.hash)?, image.bytes.as_slice())))
    }

    /// A picture, with the ending that its file has.
    pub(super) fn picture(&self, hash: &str) -> Option<(&SceneImage, &'static str)> {
        let image = self.0.get(hash)?;
        Some((image, ending(image)?))
    }
}

/// How a picture's file ends; none for one that decks do not know.
fn ending(image: &SceneImage) -> Option<&'static str> {
    match image.media_type.as_str() {
        "image/png" => Some("png"),
        "image/jpeg" => Some("jpeg"),
        "image/gif" => Some("gif"),
        _ => None,
    }
}

/// The picture and the part of it that is shown.
pub(super) fn fill(xml: &mut Xml, relation: &str, crop: Rect) {
    let share = |part: f64| ((part.clamp(0.0, 1.0) * 100_000.0).round() as i64).to_string();
    xml.element("p:blipFill", &[], |xml| {
        xml.empty("a:blip", &[("r:embed", relation)]);
        let sides = [share(crop.x), share(crop.y), share(1.0 - crop.right()), share(1.0 - crop.bottom())];
        xml.empty("a:srcRect", &[("l", &sides[0]), ("t", &sides[1]), ("r", &sides[2]), ("b", &sides[3])]);
        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
    });
}

/// Where it lies, with round corners where it has them.
pub(super) fn frame(xml: &mut Xml, place: Place, prim: &ImagePrim) {
    transform(xml, place, "");
    let short = prim.rect.w.min(prim.rect.h);
    if prim.radius > 0.0 && short > 0.0 {
        let formula = format!("val {}", (prim.radius / short * 100_000.0).round().min(50_000.0) as i64);
        xml.element("a:prstGeom", &[("prst", "roundRect")], |xml| {
            xml.element("a:avLst", &[], |xml| xml.empty("a:gd", &[("name", "adj"), ("fmla", &formula)]));
        });
    } else {
        xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
    }
}
