//! The curve on slides: the primary person's, large on the overview, small on the slide of a stage.

use super::page::Desk;
use super::trail::Columns;
use crate::canvas::branch::{Branch, key};
use crate::canvas::curve::{Curve, Scale, face};
use crate::canvas::{draw, gaps};
use crate::geometry::{Point, Rect, Segment};
use crate::paint::{Cap, Stroke};
use crate::scene::{PathPrim, Prim, Role};
use journey::{Feeling, Gap, Id, Lane, Moment, Phrase, Table, words};

/// From this value on a feeling is strong.
const STRONG: f64 = 1.0;
/// Less than this from one end of a stage to the other is no change.
const CHANGE: f64 = 0.15;

/// The sizes of a curve.
pub struct Look {
    /// Above and below the scale, as a part of the height.
    pad: f64,
    /// Thickness of the curve.
    line: f64,
    /// How far on either side of a gap the curve is dotted.
    gap: f64,
    /// From dot to dot, and their radius.
    dot: (f64, f64),
    /// Whether points, discs and labels are shown whole; else only strong feelings, as dots.
    whole: bool,
}

/// On the overview.
pub const LARGE: Look = Look { pad: 0.16, line: 6.5, gap: 58.0, dot: (13.8, 3.0), whole: true };
/// On the slide of a stage.
pub const SMALL: Look = Look { pad: 0.057, line: 5.0, gap: 14.0, dot: (7.3, 2.2), whole: false };

/// Radius and line of a ring, and what a face is larger than on the canvas.
const RING: (f64, f64) = (10.0, 4.75);
const FACE: f64 = 2.2;
/// Radius of a gap's disc, and the ring of sheet around it.
pub const DISC: (f64, f64) = (21.0, 5.0);
/// Radius of a dot that stands for a strong feeling, and the ring of sheet around it.
const POINT: (f64, f64) = (7.0, 4.0);

/// The feelings of the person whom a map is told from, left to right.
pub struct Feelings<'a> {
    lane: &'a Lane,
    name: String,
    /// Column, counted over the whole map, and feeling.
    points: Vec<(usize, &'a Feeling)>,
}

impl<'a> Feelings<'a> {
    /// Of the first curve lane in which somebody of the map has feelings now, the primary person first.
    pub fn of(desk: &Desk<'a>) -> Option<Self> {
        let cx = desk.cx;
        let stages = cx.document.stages_of(cx.map.id);
        let column = |id: Id| stages.iter().position(|stage| stage.id == id);
        let voices = cx.members.iter().filter(|member| member.has_curve);
        let voices: Vec<_> = voices
            .map(|member| (Some(member.person), member.name.clone()))
            .chain([(None, String::new())])
            .collect();
        let lanes = cx.document.lanes_of(cx.map.id);
        for lane in lanes.into_iter().filter(|lane| lane.kind.is_curve() && !lane.hidden) {
            for (person, name) in &voices {
                let mut points: Vec<(usize, &Feeling)> = cx
                    .document
                    .feelings
                    .values()
                    .filter(|own| own.lane == lane.id && own.person == *person && own.moment == Moment::Now)
                    .filter_map(|own| Some((column(own.stage)?, own)))
                    .collect();
                points.sort_by(|(a_at, a), (b_at, b)| {
                    a_at.cmp(b_at).then(a.position.total_cmp(&b.position)).then(a.id.cmp(&b.id))
                });
                if !points.is_empty() {
                    return Some(Self { lane, name: name.clone(), points });
                }
            }
        }
        None
    }

    /// What happens at a stage: the lowest or highest point of the journey, or which way it goes.
    pub fn caption(&self, column: usize) -> Option<Phrase> {
        let by_value = |a: &&(usize, &Feeling), b: &&(usize, &Feeling)| a.1.value.total_cmp(&b.1.value);
        let (lowest, highest) =
            (self.points.iter().min_by(by_value)?, self.points.iter().rev().max_by(by_value)?);
        if lowest.1.value < highest.1.value {
            if lowest.0 == column {
                return Some(Phrase::new("slide.caption.lowest"));
            }
            if highest.0 == column {
                return Some(Phrase::new("slide.caption.highest"));
            }
        }
        let change = self.change(column)?;
        Some(Phrase::new(if change >= CHANGE {
            "slide.caption.rising"
        } else if change <= -CHANGE {
            "slide.caption.falling"
        } else {
            "slide.caption.steady"
        }))
    }

    /// How much better it feels in a stage than before it: a stage that is a dip is no rise, though the curve leaves it
    /// upwards. Without a feeling of its own, or one before it, what the curve does there.
    fn change(&self, column: usize) -> Option<f64> {
        let own: Vec<f64> =
            self.points.iter().filter(|(at, _)| *at == column).map(|(_, own)| own.value).collect();
        let before = self.points.iter().rev().find(|(at, _)| *at < column).map(|(_, own)| own.value);
        if let (Some(before), false) = (before, own.is_empty()) {
            return Some(own.iter().sum::<f64>() / own.len() as f64 - before);
        }
        let places: Vec<Point> = self
            .points
            .iter()
            .map(|(at, own)| Point::new(*at as f64 + own.position.clamp(0.0, 1.0), own.value))
            .collect();
        let curve = Curve::through(&places).between(column as f64, column as f64 + 1.0);
        Some(curve.pieces.last()?.end.y - curve.pieces.first()?.start.y)
    }

    /// The feelings in words, from left to right.
    fn described(&self, desk: &Desk<'_>) -> String {
        let cx = desk.cx;
        let points = self.points.iter().map(|(_, own)| {
            let stage = cx.document.stages.get(&own.stage).map_or("", |stage| &stage.name);
            let value = words::number(own.value, cx.language());
            let parts = [stage, &value, &own.label];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        });
        let points = points.collect::<Vec<_>>().join(", ");
        if self.name.is_empty() {
            format!("{}. {points}", self.lane.name)
        } else {
            format!("{}. {}: {points}", self.lane.name, self.name)
        }
    }
}

/// A curve in its region: `first` is the column of the map that the region's first stage is.
pub struct Drawing<'d, 'a> {
    /// The desk.
    pub desk: &'d Desk<'a>,
    /// The feelings.
    pub feelings: &'d Feelings<'a>,
    /// The stages of the region.
    pub columns: &'d Columns<'d>,
    /// Which column of the map the first of them is.
    pub first: usize,
    /// Where it is drawn.
    pub region: Rect,
    /// Its sizes.
    pub look: &'d Look,
}

/// A feeling with its place on the region.
pub(super) struct Spot<'a> {
    pub(super) feeling: &'a Feeling,
    pub(super) at: Point,
    pub(super) is_extreme: bool,
}

impl<'a> Drawing<'_, 'a> {
    /// The curve with what stands on it.
    pub fn branches(&self) -> Vec<Branch> {
        let cx = self.desk.cx;
        let scale = self.scale();
        let spots = self.spots(&scale);
        let places: Vec<Point> = spots.iter().map(|spot| spot.at).collect();
        let whole = Curve::through(&places);
        let curve = whole.between(0.0, self.region.w);
        let mut prims = vec![self.zero(&scale)];
        prims.extend(self.area(&curve, &scale));
        let breaks = self.breaks(&curve);
        prims.extend(self.lines(&curve, &breaks, &scale));
        let shown: Vec<&Spot<'_>> =
            spots.iter().filter(|spot| (0.0..=self.region.w).contains(&spot.at.x)).collect();
        if !self.look.whole {
            for spot in shown.iter().filter(|spot| is_strong(spot.feeling)) {
                prims.push(draw::disc(spot.at, POINT.0 + POINT.1, cx.palette.sheet));
                prims.push(draw::disc(spot.at, POINT.0, scale.color(cx, spot.feeling.value)));
            }
        }
        let figure = Branch::new(key("curve", self.feelings.lane.id), Role::Figure, self.region)
            .of(Table::Lane, self.feelings.lane.id)
            .alt(self.feelings.described(self.desk))
            .draws(prims);
        let mut found = vec![figure];
        if self.look.whole {
            let discs: Vec<(Rect, Branch)> = breaks.iter().filter_map(|at| self.disc(&curve, *at)).collect();
            let taken: Vec<Rect> = discs.iter().map(|(place, _)| *place).collect();
            found.extend(discs.into_iter().map(|(_, branch)| branch));
            found.extend(shown.iter().map(|spot| self.point(spot, &scale)));
            found.extend(self.labels(&shown, &taken, &curve));
        }
        found
    }

    fn scale(&self) -> Scale {
        let pad = self.look.pad * self.region.h;
        Scale::between(pad, self.region.h - pad)
    }

    fn spots(&self, scale: &Scale) -> Vec<Spot<'a>> {
        let width = self.columns.width;
        let points = &self.feelings.points;
        let value = |at: Option<usize>| at.and_then(|at| points.get(at)).map(|point| point.1.value);
        let spots = points.iter().enumerate().map(|(at, (column, feeling))| {
            let across = *column as f64 - self.first as f64 + feeling.position.clamp(0.0, 1.0);
            let (before, after) = (value(at.checked_sub(1)), value(Some(at + 1)));
            let own = feeling.value;
            let is_peak = before.is_none_or(|before| own >= before) && after.is_none_or(|after| own >= after);
            let is_dip = before.is_none_or(|before| own <= before) && after.is_none_or(|after| own <= after);
            Spot { feeling, at: Point::new(across * width, scale.y(own)), is_extreme: is_peak || is_dip }
        });
        spots.collect()
    }

    fn zero(&self, scale: &Scale) -> Prim {
        let y = scale.zero();
        let ends = [Point::new(0.0, y), Point::new(self.region.w, y)];
        let dash = if self.look.whole { [2.5, 12.0] } else { [2.0, 9.0] };
        draw::line(&ends, Stroke::new(self.desk.cx.palette.line2, dash[0]).dashed(dash))
    }

    fn area(&self, curve: &Curve, scale: &Scale) -> Option<Prim> {
        let (first, last) = (curve.pieces.first()?, curve.pieces.last()?);
        let zero = scale.zero();
        let mut segments = vec![Segment::Move(Point::new(first.start.x, zero)), Segment::Line(first.start)];
        segments.extend(curve.pieces.iter().map(|piece| piece.segment()));
        segments.extend([Segment::Line(Point::new(last.end.x, zero)), Segment::Close]);
        Some(Prim::Path(PathPrim { segments, fill: Some(scale.area(self.desk.cx)), stroke: None }))
    }

    /// The columns after which the curve is broken.
    fn breaks(&self, curve: &Curve) -> Vec<usize> {
        let (Some(first), Some(last)) = (curve.pieces.first(), curve.pieces.last()) else {
            return Vec::new();
        };
        let reached = |at: &usize| {
            let x = (*at + 1) as f64 * self.columns.width;
            self.columns.is_broken(*at) && x > first.start.x && x <= last.end.x + 0.5
        };
        (0..self.columns.stages.len()).filter(reached).collect()
    }

    fn lines(&self, curve: &Curve, breaks: &[usize], scale: &Scale) -> Vec<Prim> {
        let cx = self.desk.cx;
        let look = self.look;
        let (Some(first), Some(last)) = (curve.pieces.first(), curve.pieces.last()) else {
            return Vec::new();
        };
        let (start, end) = (first.start.x, last.end.x);
        let half = look.gap.min(self.columns.width * 0.3);
        let mut prims = Vec::new();
        let mut from = start;
        let gaps = breaks.iter().map(|at| (*at + 1) as f64 * self.columns.width);
        let parts: Vec<(f64, f64, f64)> =
            gaps.map(|x| ((x - half).max(start), (x + half).min(end), x)).collect();
        for (until, next) in parts.iter().map(|(from, to, _)| (*from, *to)).chain([(end, end)]) {
            let segments = curve.between(from, until).segments();
            if !segments.is_empty() {
                let stroke =
                    Stroke { cap: Cap::Butt, ..Stroke::new(scale.gradient(cx), look.line).rounded() };
                prims.push(draw::stroked(segments, stroke));
            }
            from = next;
        }
        for (from, to, x) in parts {
            let mut dots = curve.between(from, to).dots(look.dot.0);
            if let Some(y) = curve.y_at(x.clamp(start, end)).filter(|_| look.whole) {
                let clear = DISC.0 + DISC.1 + look.dot.1;
                dots.retain(|dot| f64::hypot(dot.x - x, dot.y - y) > clear);
            }
            if !dots.is_empty() {
                prims.push(draw::dots(&dots, look.dot.1, cx.palette.gap));
            }
        }
        prims
    }

    /// The disc of the gaps after a column.
    fn disc(&self, curve: &Curve, column: usize) -> Option<(Rect, Branch)> {
        let gaps = &self.columns.gaps[column];
        let first = gaps.first()?;
        let x = (column + 1) as f64 * self.columns.width;
        let y = curve.y_at(x).or_else(|| Some(curve.pieces.last()?.end.y))?;
        let place = draw::square(Point::new(x, y), DISC.0 + DISC.1);
        let spoken: Vec<String> = gaps.iter().map(|gap| gaps::spoken(self.desk.cx, gap)).collect();
        let center = Point::new(DISC.0 + DISC.1, DISC.0 + DISC.1);
        let branch = Branch::new(key("gapdisc", first.id), Role::Gap, place.moved(corner(self.region)))
            .of(Table::Gap, first.id)
            .alt(spoken.join("; "))
            .draws([draw::disc(center, DISC.0 + DISC.1, self.desk.cx.palette.sheet)])
            .draws(disc(self.desk, gaps, center, DISC.0));
        Some((place, branch))
    }

    fn point(&self, spot: &Spot<'_>, scale: &Scale) -> Branch {
        let cx = self.desk.cx;
        let color = scale.color(cx, spot.feeling.value);
        let hold = reach(spot.feeling) + 4.4;
        let center = Point::new(hold, hold);
        let prims = if is_strong(spot.feeling) {
            face(cx, center, color, spot.feeling.value > 0.0, FACE)
        } else {
            vec![draw::ring(center, RING.0, Some(cx.palette.sheet), color, RING.1)]
        };
        let place = draw::square(spot.at, hold).moved(corner(self.region));
        Branch::new(key("feeling", spot.feeling.id), Role::Decoration, place)
            .of(Table::Feeling, spot.feeling.id)
            .draws(prims)
    }
}

/// The disc of gaps: the symbol of a single one, the number of several.
pub fn disc(desk: &Desk<'_>, gaps: &[&Gap], center: Point, radius: f64) -> Vec<Prim> {
    let palette = desk.cx.palette;
    let mut prims = vec![draw::disc(center, radius, palette.gap_fill)];
    match gaps {
        [only] => {
            let size = radius * 1.36;
            let corner = Point::new(center.x - size / 2.0, center.y - size / 2.0);
            prims.extend(desk.cx.icon(only.icon(), corner, size, palette.gap_ink, radius * 0.125));
        }
        several => {
            let style = desk.sizes.label.weighing(700, palette.gap_ink);
            let count = desk.cx.line(&several.len().to_string(), style);
            let corner = Point::new(center.x - count.size.w / 2.0, center.y - count.size.h / 2.0);
            prims.push(draw::text(&count, corner));
        }
    }
    prims
}

pub(super) fn is_strong(feeling: &Feeling) -> bool {
    feeling.value.abs() >= STRONG
}

/// How far a point's ink reaches from its middle.
pub(super) fn reach(feeling: &Feeling) -> f64 {
    if is_strong(feeling) { 12.0 * FACE } else { RING.0 + RING.1 / 2.0 }
}

fn corner(rect: Rect) -> Point {
    Point::new(rect.x, rect.y)
}
