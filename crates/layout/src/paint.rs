//! Colours, gradients and strokes: all that a painter needs to know about ink.

use crate::geometry::Point;
use serde::{Deserialize, Serialize};

/// An sRGB colour with straight (not premultiplied) alpha. Written `#rrggbb` or `#rrggbbaa`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red, 0–255.
    pub r: u8,
    /// Green, 0–255.
    pub g: u8,
    /// Blue, 0–255.
    pub b: u8,
    /// Opacity, 0–255.
    pub a: u8,
}

impl Color {
    /// An opaque colour from `0xrrggbb`.
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// The same colour with an opacity of 0–1.
    pub const fn with_alpha(self, alpha: f64) -> Self {
        Self { a: (alpha * 255.0 + 0.5) as u8, ..self }
    }

    /// `#rrggbb`, or `#rrggbbaa` where it is not opaque.
    pub fn to_css(self) -> String {
        let Self { r, g, b, a } = self;
        if a == 255 { format!("#{r:02x}{g:02x}{b:02x}") } else { format!("#{r:02x}{g:02x}{b:02x}{a:02x}") }
    }

    /// Reads what [`Color::to_css`] writes; `None` for anything else.
    pub fn from_css(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        match digits.len() {
            6 => Some(Self::hex(value)),
            8 => Some(Self { a: value as u8, ..Self::hex(value >> 8) }),
            _ => None,
        }
    }
}

impl Serialize for Color {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.to_css())
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::from_css(&text).ok_or_else(|| serde::de::Error::custom("a colour is #rrggbb or #rrggbbaa"))
    }
}

/// What a shape is filled or stroked with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Paint {
    /// One colour.
    Solid(#[cfg_attr(feature = "ts", ts(type = "string"))] Color),
    /// A linear gradient in the frame of the node; beyond its ends the end colours go on.
    Linear {
        /// Where the first stop lies.
        from: Point,
        /// Where the last stop lies.
        to: Point,
        /// Two to four stops in rising order.
        stops: Vec<Stop>,
    },
}

impl From<Color> for Paint {
    fn from(color: Color) -> Self {
        Self::Solid(color)
    }
}

/// A colour at a place on a gradient.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stop {
    /// 0 at the gradient's start, 1 at its end.
    pub at: f64,
    /// The colour there.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub color: Color,
}

/// How the ends of an open line look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Cap {
    /// Cut off at the end.
    #[default]
    Butt,
    /// A half disc beyond the end.
    Round,
    /// A half square beyond the end.
    Square,
}

/// How two parts of a line meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Join {
    /// Pointed (limit 4).
    #[default]
    Miter,
    /// Rounded.
    Round,
    /// Cut off.
    Bevel,
}

/// A line along the edge of a shape, centred on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Stroke {
    /// What it is drawn with.
    pub paint: Paint,
    /// Its thickness.
    pub width: f64,
    /// Lengths of dashes and spaces in turn; empty for an unbroken line.
    pub dash: Vec<f64>,
    /// The ends of open lines and of dashes.
    pub cap: Cap,
    /// The corners.
    pub join: Join,
}

impl Stroke {
    /// An unbroken line with butt ends and mitred corners.
    pub fn new(paint: impl Into<Paint>, width: f64) -> Self {
        Self { paint: paint.into(), width, dash: Vec::new(), cap: Cap::Butt, join: Join::Miter }
    }

    /// The same line with dashes.
    pub fn dashed(mut self, dash: impl Into<Vec<f64>>) -> Self {
        self.dash = dash.into();
        self
    }

    /// The same line with round ends and corners.
    pub fn rounded(mut self) -> Self {
        self.cap = Cap::Round;
        self.join = Join::Round;
        self
    }
}
