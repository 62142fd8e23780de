//! The looks of cards: one place a kind. A card is one node; its text and its foot are its prims.

mod boxed;
mod foot;
mod kinds;
mod marks;
mod pictures;
mod rated;
mod voices;

pub use foot::{Foot, Item};
pub use marks::touchpoint_symbol;

use super::branch::{Branch, key};
use super::context::Context;
use super::metrics::CARD_INSET;
use crate::geometry::{Rect, Size};
use crate::scene::{Node, Prim, Role, SceneImage};
use journey::{Card, Image, LaneKind, Phrase, Table};
use serde_json::Value;

/// A card as it looks, before it has a place.
pub struct Face {
    /// Its height.
    pub height: f64,
    /// What is drawn.
    pub prims: Vec<Prim>,
    /// What it is called aloud beside its text: severity, votes, a trend.
    pub facts: Vec<String>,
}

/// The node of a card of this width. Its origin is set when its cell is placed.
pub fn node(cx: &Context<'_>, card: &Card, kind: LaneKind, width: f64) -> Node {
    let face = kinds::face(cx, card, kind, width);
    let place = Rect::new(CARD_INSET, 0.0, width, face.height);
    Branch::new(key("card", card.id), Role::Card, place)
        .of(Table::Card, card.id)
        .says(card.text.clone())
        .alt(spoken(cx, card, kind, face.facts))
        .draws(face.prims)
        .node
}

/// A card as it is read aloud: `Pain point: Waits too long…, severity 5, 8 votes, hypothesis`.
pub fn spoken(cx: &Context<'_>, card: &Card, kind: LaneKind, facts: Vec<String>) -> String {
    let mut parts = vec![format!("{}: {}", cx.word("card_kind", kind.name()), card.text)];
    parts.extend(facts);
    if card.votes > 0 {
        parts.push(cx.say(&Phrase::new("canvas.votes").with(card.votes)));
    }
    parts.push(cx.word("evidence_level", evidence_name(card)));
    parts.join(", ")
}

fn evidence_name(card: &Card) -> &'static str {
    match card.evidence {
        journey::EvidenceLevel::Hypothesis => "hypothesis",
        journey::EvidenceLevel::Observed => "observed",
        journey::EvidenceLevel::Measured => "measured",
    }
}

/// A field of a card's kind as text; empty where it is not set.
fn field<'a>(card: &'a Card, name: &str) -> &'a str {
    card.fields.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A field of a card's kind as a number.
fn number(card: &Card, name: &str) -> Option<f64> {
    card.fields.get(name).and_then(Value::as_f64)
}

/// A field of a card's kind that is yes or no.
fn flag(card: &Card, name: &str) -> bool {
    card.fields.get(name).and_then(Value::as_bool).unwrap_or_default()
}

/// The picture that a card shows, with its bytes.
pub fn picture(cx: &Context<'_>, card: &Card) -> Option<SceneImage> {
    scene_image(cx, pictures::image_of(cx, card)?)
}

/// An image with its bytes; none where they are not there.
pub fn scene_image(cx: &Context<'_>, image: &Image) -> Option<SceneImage> {
    Some(SceneImage {
        hash: image.hash.clone(),
        media_type: image.media_type.clone(),
        size: Size::new(f64::from(image.width), f64::from(image.height)),
        bytes: cx.document.blobs.get(&image.hash)?.clone(),
    })
}
