//! From a feeling's value to a height in its lane, and to a colour.

use crate::canvas::context::Context;
use crate::canvas::metrics::CURVE_PAD;
use crate::geometry::Point;
use crate::paint::{Color, Paint, Stop};

/// The highest value; the lowest is its negative.
const TOP: f64 = 2.0;
/// Where the colours change on the scale, from its upper end.
const STOPS: [f64; 3] = [0.42, 0.5, 0.58];
/// Opacity of the area at the ends of the scale, and in the middle.
const AREA: (f64, f64) = (0.26, 0.02);

/// The scale of a curve lane.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    upper: f64,
    lower: f64,
}

impl Scale {
    /// The scale of a lane of this height.
    pub fn new(height: f64) -> Self {
        Self::between(CURVE_PAD, height - CURVE_PAD)
    }

    /// The scale whose highest and lowest values lie at these heights.
    pub fn between(upper: f64, lower: f64) -> Self {
        Self { upper, lower }
    }

    /// The height of a value.
    pub fn y(&self, value: f64) -> f64 {
        let value = if value.is_finite() { value.clamp(-TOP, TOP) } else { 0.0 };
        self.zero() - value / TOP * (self.lower - self.upper) / 2.0
    }

    /// The height of 0.
    pub fn zero(&self) -> f64 {
        f64::midpoint(self.upper, self.lower)
    }

    /// The gradient of the primary curve in the lane's frame.
    pub fn gradient(&self, cx: &Context<'_>) -> Paint {
        let palette = cx.palette;
        let colors = [palette.pos, palette.mid, palette.neg];
        self.linear(STOPS.iter().zip(colors).map(|(at, color)| Stop { at: *at, color }).collect())
    }

    /// The gradient of the area between the primary curve and 0.
    pub fn area(&self, cx: &Context<'_>) -> Paint {
        let palette = cx.palette;
        self.linear(vec![
            Stop { at: 0.0, color: palette.pos.with_alpha(AREA.0) },
            Stop { at: 0.5, color: palette.mid.with_alpha(AREA.1) },
            Stop { at: 1.0, color: palette.neg.with_alpha(AREA.0) },
        ])
    }

    /// The colour of the primary curve at a value.
    pub fn color(&self, cx: &Context<'_>, value: f64) -> Color {
        let palette = cx.palette;
        let at = 0.5 - value.clamp(-TOP, TOP) / TOP / 2.0;
        if at <= STOPS[1] {
            mix(palette.pos, palette.mid, (at - STOPS[0]) / (STOPS[1] - STOPS[0]))
        } else {
            mix(palette.mid, palette.neg, (at - STOPS[1]) / (STOPS[2] - STOPS[1]))
        }
    }

    fn linear(&self, stops: Vec<Stop>) -> Paint {
        Paint::Linear { from: Point::new(0.0, self.upper), to: Point::new(0.0, self.lower), stops }
    }
}

fn mix(one: Color, other: Color, part: f64) -> Color {
    let part = part.clamp(0.0, 1.0);
    let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * part).round() as u8;
    Color { r: channel(one.r, other.r), g: channel(one.g, other.g), b: channel(one.b, other.b), a: 255 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_evenly_between_the_pads() {
        let scale = Scale::new(192.0);
        assert_eq!([2.0, 0.0, -2.0, -9.0].map(|value| scale.y(value)), [24.0, 96.0, 168.0, 168.0]);
        assert_eq!(scale.y(f64::NAN), 96.0);
    }

    #[test]
    fn colours_meet_in_the_middle() {
        let (one, other) = (Color::hex(0x00_0000), Color::hex(0xff_ffff));
        assert_eq!(mix(one, other, 0.5), Color::hex(0x80_8080));
        assert_eq!(mix(one, other, 7.0), other);
    }
}
