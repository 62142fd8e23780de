//! Slides and posters of maps that are read from right to left: the whole composition in a mirror, while words and
//! symbols stay as they are read.

use crate::canvas::branch::Branch;
use crate::geometry::{Point, Rect, Segment};
use crate::paint::{Paint, Stroke};
use crate::scene::{Align, Prim, TextPrim};
use journey::{Document, Map};

/// Languages that are written from right to left.
const LANGUAGES: [&str; 11] = ["ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"];

/// Whether a map is read from right to left: its language is, or most letters of its title and its stages are.
pub fn is_from_right(document: &Document, map: &Map) -> bool {
    let language = map.language.split('-').next().unwrap_or_default().to_lowercase();
    if LANGUAGES.contains(&language.as_str()) {
        return true;
    }
    let stages = document.stages_of(map.id);
    let names = stages.iter().map(|stage| stage.name.as_str());
    let letters = || names.clone().chain([map.title.as_str()]).flat_map(str::chars);
    let from_right = letters().filter(|own| is_letter_from_right(*own)).count();
    from_right > letters().filter(|own| own.is_alphabetic()).count() / 2
}

/// Letters of Hebrew, Arabic and the scripts between and beside them.
fn is_letter_from_right(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1eeff}')
        && letter.is_alphabetic()
}

/// Turns a tree as wide as `width`, whose frame is that of the Scene.
pub fn mirror(tree: &mut Branch, width: f64) {
    turn(tree, (0.0, 0.0), width);
}

/// Turns a node and what lies in it. `frames` are where its parent's frame begins, before and after.
fn turn(branch: &mut Branch, frames: (f64, f64), width: f64) {
    let node = &mut branch.node;
    let before = frames.0 + node.origin.x;
    // Whole again, as every origin.
    let after = (width - before - node.size.w).round();
    node.origin.x = after - frames.1;
    let own = node.size.w;
    node.prims.iter_mut().for_each(|prim| reflect(prim, own));
    branch.branches.iter_mut().for_each(|child| turn(child, (before, after), width));
}

/// Reflects a prim: each `x` becomes `sum - x`.
pub fn reflect(prim: &mut Prim, sum: f64) {
    match prim {
        Prim::Rect(own) => {
            own.rect = rect(own.rect, sum);
            own.fill.iter_mut().for_each(|fill| paint(fill, sum));
            own.stroke.iter_mut().for_each(|own| stroke(own, sum));
        }
        Prim::Path(own) => {
            own.segments.iter_mut().for_each(|own| segment(own, sum));
            own.fill.iter_mut().for_each(|fill| paint(fill, sum));
            own.stroke.iter_mut().for_each(|own| stroke(own, sum));
        }
        Prim::Connector(own) => {
            own.segments.iter_mut().for_each(|own| segment(own, sum));
            stroke(&mut own.stroke, sum);
        }
        Prim::Text(own) => text(own, sum),
        Prim::Image(own) => own.rect = rect(own.rect, sum),
        Prim::ClipPush(own) => own.rect = rect(own.rect, sum),
        Prim::ClipPop => {}
    }
}

/// The block changes its side. Words from right to left lie in it as before; others now end where they began.
fn text(own: &mut TextPrim, sum: f64) {
    own.origin.x = sum - own.origin.x - own.width;
    if own.rtl {
        return;
    }
    own.align = match own.align {
        Align::Start => Align::End,
        Align::Center => Align::Center,
        Align::End => Align::Start,
    };
    for line in &mut own.lines {
        let by = own.width - line.width - 2.0 * line.x;
        line.x += by;
        line.runs.iter_mut().flat_map(|run| &mut run.glyphs).for_each(|glyph| glyph.x += by);
    }
}

fn rect(own: Rect, sum: f64) -> Rect {
    Rect { x: sum - own.right(), ..own }
}

fn point(own: &mut Point, sum: f64) {
    own.x = sum - own.x;
}

fn segment(own: &mut Segment, sum: f64) {
    match own {
        Segment::Move(to) | Segment::Line(to) => point(to, sum),
        Segment::Cubic(one, two, to) => [one, two, to].into_iter().for_each(|own| point(own, sum)),
        Segment::Close => {}
    }
}

fn stroke(own: &mut Stroke, sum: f64) {
    paint(&mut own.paint, sum);
}

fn paint(own: &mut Paint, sum: f64) {
    match own {
        Paint::Solid(_) => {}
        Paint::Linear { from, to, .. } => [from, to].into_iter().for_each(|own| point(own, sum)),
    }
}
