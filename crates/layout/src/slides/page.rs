//! What all slides share: a title, a sentence below it, the footer, and the few things that are put on them.

use super::metrics::{FOOTER_TOP, MARGIN, Metrics, RIGHT, SLIDE, TITLE_TOP, WIDTH};
use crate::canvas::branch::{Branch, key};
use crate::canvas::{Context, draw};
use crate::geometry::{Point, Rect};
use crate::options::Part;
use crate::scene::{NodeKey, Role, TextStyle};
use crate::text::Block;
use journey::{Phrase, words};
use std::sync::Arc;

/// How much wider than ours another bold face may be.
const WIDER: f64 = 1.14;
/// How far a heading may then reach into the space between two columns.
const HEADING_REACH: f64 = 24.0;

/// What every slide needs at hand.
pub struct Desk<'a> {
    /// Map, theme, shaper and words.
    pub cx: &'a Context<'a>,
    /// The sizes.
    pub sizes: &'static Metrics,
}

/// A slide while it is made.
pub struct Page {
    /// What it is about, the same however the map changes: `overview/1`, `stage/…`, `gaps`, `plan`.
    pub about: String,
    /// `overview`, `decision`, …: the file's name without its number.
    pub name: String,
    /// What it is about.
    pub part: Part,
    /// The stage that it is about; none where it is about more.
    pub stage: Option<journey::Id>,
    /// The section of the deck.
    pub section: String,
    /// The title in words.
    pub title: String,
    /// What is said to it.
    pub notes: String,
    /// What lies on it, in reading order.
    pub branches: Vec<Branch>,
}

/// The upper edge of a title with this many lines is the same; here what follows may begin.
pub struct Head {
    /// The lower edge of title and sentence.
    pub bottom: f64,
}

impl<'a> Desk<'a> {
    /// Says a sentence in the language of the options.
    pub fn say(&self, phrase: &Phrase) -> String {
        self.cx.say(phrase)
    }

    /// A sentence without arguments.
    pub fn words(&self, key: &str) -> String {
        self.cx.words(key)
    }

    /// A block of words as a node of its own.
    pub fn text(&self, key: NodeKey, block: &Arc<Block>, at: Point) -> Branch {
        let place = Rect::new(at.x, at.y, block.prim.width.max(block.size.w), block.size.h);
        Branch::new(key, Role::Text, place)
            .says(plain(&block.prim.text))
            .draws([draw::text(block, Point::default())])
    }

    /// As [`Desk::text`], with room below for another face, which may break the words into more lines.
    pub fn roomy(&self, key: NodeKey, block: &Arc<Block>, at: Point, height: f64) -> Branch {
        let mut branch = self.text(key, block, at);
        branch.node.size.h = height.max(block.size.h);
        branch
    }

    /// A block of the program's own words as a node: in another language than the map's it says so.
    pub fn own(&self, key: NodeKey, block: &Arc<Block>, at: Point) -> Branch {
        let mut branch = self.text(key, block, at);
        branch.node.language = self.own_language();
        branch
    }

    /// The language of the program's own words, where it is not the map's.
    pub fn own_language(&self) -> Option<String> {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_lowercase();
        // A language without sentences of its own is said in English.
        let said = primary(self.cx.language());
        let said = if words::languages().contains(&said.as_str()) { said } else { "en".to_owned() };
        (said != primary(&self.cx.map.language)).then_some(said)
    }

    /// Whether a heading of this width needs one line only, also in a face that is wider than ours.
    pub fn is_on_one_line(&self, words: &str, style: TextStyle, width: f64) -> bool {
        let line = self.cx.line(words, style);
        line.prim.lines.len() <= 1 && line.size.w * WIDER <= width - heading_left(style) + HEADING_REACH
    }

    /// A heading with a symbol before it. Returns the node and its lower edge.
    pub fn heading(
        &self,
        key: NodeKey,
        icon: &str,
        words: &str,
        style: TextStyle,
        at: Point,
        width: f64,
    ) -> Branch {
        let size = (style.size * 0.86).round();
        let left = heading_left(style);
        let block = self.tight(words, style, width - left, None);
        let middle = style.line_height / 2.0;
        let corner = Point::new(2.0, middle - size / 2.0);
        let place = Rect::new(at.x, at.y, width.min(left + block.prim.width), block.size.h);
        let mut branch = Branch::new(key, Role::Text, place)
            .says(words)
            .draws(self.cx.icon(icon, corner, size, style.color, style.size / 12.0))
            .draws([draw::text(&block, Point::new(left, 0.0))]);
        branch.node.language = self.own_language();
        branch
    }

    /// Title and sentence at the top of a slide.
    pub fn head(&self, title: &str, subtitle: &str, page: &mut Page) -> Head {
        let palette = self.cx.palette;
        let id = self.cx.map.id;
        let block = self.fitted(title, self.sizes.title.style(palette.ink), WIDTH, Some(2));
        page.branches.push(self.text(key("title", id), &block, Point::new(MARGIN, TITLE_TOP)));
        let mut bottom = TITLE_TOP + block.size.h;
        if !subtitle.is_empty() {
            let block = self.fitted(subtitle, self.sizes.subtitle.style(palette.ink2), WIDTH, Some(2));
            bottom += 14.0;
            page.branches.push(self.text(key("subtitle", id), &block, Point::new(MARGIN, bottom)));
            bottom += block.size.h;
        }
        Head { bottom }
    }

    /// The map's title and the slide's number.
    pub fn footer(&self, number: usize) -> [Branch; 2] {
        let style = self.sizes.label.style(self.cx.palette.ink3);
        let number = self.cx.line(&number.to_string(), style);
        // The number, and the logo before it where there is one.
        let beside = if self.cx.map.logo.is_some() { 340.0 } else { 48.0 };
        let room = WIDTH - number.size.w - beside;
        let title = self.cx.fitted(&self.cx.map.title, style, room);
        // The last line of the larger type would leave the slide.
        let top = FOOTER_TOP.min(SLIDE.1 - 22.0 - style.line_height);
        let id = self.cx.map.id;
        // Words from right to left end where they would begin; turned, they begin there.
        let left = if title.prim.rtl && !self.cx.from_right {
            MARGIN + room - title.prim.width.max(title.size.w)
        } else {
            MARGIN
        };
        [
            self.text(key("footer", id), &title, Point::new(left, top)),
            self.text(key("number", id), &number, Point::new(RIGHT - number.size.w, top)),
        ]
    }
}

/// From the left edge of a heading to its words; the symbol stands there.
fn heading_left(style: TextStyle) -> f64 {
    (style.size * 1.57).round()
}

/// The words without the soft hyphens that fitting put into them.
pub fn plain(text: &str) -> String {
    text.replace('\u{ad}', "")
}
