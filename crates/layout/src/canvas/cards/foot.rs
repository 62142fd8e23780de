//! The foot line of a card: small facts left and right below its text.

use crate::canvas::context::Context;
use crate::canvas::draw;
use crate::geometry::{Point, Rect};
use crate::paint::Color;
use crate::scene::{Prim, TextStyle};
use crate::theme::Contrast;
use crate::type_roles;
use journey::{Card, EvidenceLevel, Id};

/// From a small symbol's left edge to its words.
const MARK: f64 = 17.0;
/// Space between two things in a foot.
const SPACE: f64 = 8.0;
/// Width, height and distance of the bars of severity.
const BAR: (f64, f64, f64) = (11.0, 4.0, 13.0);
/// Radius of a dot of maturity, and from one to the next.
const LEVEL: (f64, f64) = (4.0, 13.0);
/// The side of a tag's square.
const TAG: f64 = 8.0;
/// With strong contrast, the line around what is not full: thin, so that it stays open.
const EMPTY: f64 = 1.0;

/// One thing in a foot.
pub enum Item {
    /// Words.
    Text(String, TextStyle),
    /// Words behind a small symbol.
    Marked(&'static str, String, TextStyle),
    /// As many bars as the severity says, of five.
    Severity(u8),
    /// Five dots: filled up to the level now, a ring at the level aimed at.
    Levels(Option<f64>, Option<f64>),
    /// Dots that the card was given.
    Votes(u32),
    /// A dot a person.
    People(Vec<Id>),
    /// A ring for what was observed, a disc for what was measured.
    Evidence(EvidenceLevel),
    /// A small square in the colour of a tag: bars count severity, and discs are people, votes and evidence.
    Tag(Color),
    /// A short line: whole, dashed or broken off.
    Link(&'static [f64], Color),
}

/// A foot: what stands left and what stands right.
#[derive(Default)]
pub struct Foot {
    /// From the left edge on.
    pub left: Vec<Item>,
    /// Up to the right edge.
    pub right: Vec<Item>,
}

impl Foot {
    /// A foot with what every kind of card shows: more than one person, evidence, tags.
    pub fn of(cx: &Context<'_>, card: &Card) -> Self {
        let mut foot = Self::default();
        if card.people.len() > 1 {
            foot.right.push(Item::People(card.people.clone()));
        }
        for tag in card.tags.iter().filter_map(|tag| cx.document.tags.get(tag)) {
            foot.left.push(Item::Tag(Color::from_css(&tag.color).unwrap_or(cx.palette.control)));
        }
        match card.evidence {
            EvidenceLevel::Hypothesis => {}
            level @ (EvidenceLevel::Observed | EvidenceLevel::Measured) => {
                foot.left.push(Item::Evidence(level))
            }
        }
        foot
    }

    /// Before what is there, on the left.
    pub fn lead(mut self, item: Item) -> Self {
        self.left.insert(0, item);
        self
    }

    /// Behind what is there, on the right.
    pub fn trail(mut self, item: Item) -> Self {
        self.right.push(item);
        self
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }

    /// Draws the foot between `left` and `right` around the height `middle`.
    pub fn draw(&self, cx: &Context<'_>, left: f64, right: f64, middle: f64, prims: &mut Vec<Prim>) {
        let mut edge = right;
        for item in self.right.iter().rev() {
            let width = item.width(cx, (edge - left).max(0.0));
            item.draw(cx, Point::new((edge - width).floor(), middle), width, prims);
            edge -= width + SPACE;
        }
        let mut x = left;
        for item in &self.left {
            let room = edge - x;
            if room <= 0.0 {
                break;
            }
            let width = item.width(cx, room);
            item.draw(cx, Point::new(x, middle), width, prims);
            x += (width + SPACE).ceil();
        }
    }
}

impl Item {
    /// The width that it takes of the room that there is.
    fn width(&self, cx: &Context<'_>, room: f64) -> f64 {
        match self {
            Self::Text(text, style) => cx.fitted(text, *style, room).size.w.min(room),
            Self::Marked(_, text, style) => {
                (MARK + cx.fitted(text, *style, (room - MARK).max(1.0)).size.w).min(room)
            }
            Self::Severity(_) => 4.0 * BAR.2 + BAR.0,
            Self::Levels(..) => 4.0 * LEVEL.1 + 2.0 * LEVEL.0 + 2.0,
            Self::Votes(votes) => 11.0 + cx.line(&votes.to_string(), votes_style(cx)).size.w,
            Self::People(people) => 8.0 + (people.len().min(6) as f64 - 1.0) * 10.0,
            Self::Evidence(_) => 7.0,
            Self::Tag(_) => TAG,
            Self::Link(..) => 16.0,
        }
    }

    fn draw(&self, cx: &Context<'_>, at: Point, width: f64, prims: &mut Vec<Prim>) {
        let palette = cx.palette;
        match self {
            Self::Text(text, style) => {
                let block = cx.fitted(text, *style, width.ceil() + 1.0);
                prims.push(draw::text(&block, Point::new(at.x, at.y - block.size.h / 2.0)));
            }
            Self::Marked(mark, text, style) => {
                prims.extend(cx.icon(mark, Point::new(at.x, at.y - 6.0), 12.0, style.color, 1.4));
                let block = cx.fitted(text, *style, (width - MARK).ceil() + 1.0);
                prims.push(draw::text(&block, Point::new(at.x + MARK, at.y - block.size.h / 2.0)));
            }
            Self::Severity(severity) => {
                for bar in 0..5_u8 {
                    let corner = Point::new(at.x + f64::from(bar) * BAR.2, at.y - BAR.1 / 2.0).whole();
                    let rect = Rect::new(corner.x, corner.y, BAR.0, BAR.1);
                    prims.push(if bar < *severity {
                        draw::fill(rect, BAR.1 / 2.0, palette.pain)
                    } else {
                        cx.soft(rect, BAR.1 / 2.0, palette.pain_line, (palette.pain, EMPTY))
                    });
                }
            }
            Self::Levels(now, target) => {
                for level in 0..5_u8 {
                    let center = Point::new(at.x + LEVEL.0 + f64::from(level) * LEVEL.1, at.y);
                    let reached = now.is_some_and(|now| f64::from(level) <= now);
                    prims.push(if reached {
                        draw::disc(center, LEVEL.0, palette.ink2)
                    } else {
                        cx.soft(draw::square(center, LEVEL.0), LEVEL.0, palette.line2, (palette.ink2, EMPTY))
                    });
                    if target.is_some_and(|target| target.round() == f64::from(level)) {
                        prims.push(draw::ring(center, LEVEL.0 + 1.75, None, palette.ink2, 1.5));
                    }
                }
            }
            Self::Votes(votes) => {
                prims.push(draw::disc(Point::new(at.x + 3.5, at.y), 3.5, palette.ink2));
                let block = cx.line(&votes.to_string(), votes_style(cx));
                prims.push(draw::text(&block, Point::new(at.x + 11.0, at.y - block.size.h / 2.0)));
            }
            Self::People(people) => {
                for (at_person, person) in people.iter().take(6).enumerate() {
                    let center = Point::new(at.x + 4.0 + at_person as f64 * 10.0, at.y);
                    prims.push(draw::disc(center, 4.0, cx.person_color(*person)));
                }
            }
            Self::Evidence(level) => {
                let center = Point::new(at.x + 3.5, at.y);
                prims.push(match level {
                    EvidenceLevel::Measured => draw::disc(center, 3.5, palette.ink2),
                    EvidenceLevel::Hypothesis | EvidenceLevel::Observed => {
                        draw::ring(center, 2.75, None, palette.ink2, 1.5)
                    }
                });
            }
            Self::Tag(color) => {
                let rect = Rect::new(at.x, (at.y - TAG / 2.0).round(), TAG, TAG);
                // Its colour is somebody's own, and may be as light as the card.
                prims.push(match cx.options.contrast {
                    Contrast::Normal => draw::fill(rect, 2.0, *color),
                    Contrast::Strong => {
                        draw::edged(rect, 2.0, Some(*color), crate::paint::Stroke::new(palette.ink2, EMPTY))
                    }
                });
            }
            Self::Link(dash, color) => {
                let ends = [at, Point::new(at.x + 16.0, at.y)];
                prims.push(draw::line(&ends, crate::paint::Stroke::new(*color, 1.5).dashed(dash.to_vec())));
            }
        }
    }
}

fn votes_style(cx: &Context<'_>) -> TextStyle {
    type_roles::SMALLEST_STRONG.figures(cx.palette.ink2)
}
