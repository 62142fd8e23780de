//! What every part of a layout needs at hand: the map, the theme, the shaper and the words.

use super::draw;
use super::metrics::{CardMetrics, STAGE_MIN, STAGE_MIN_POSTER};
use crate::geometry::{Point, Rect};
use crate::mirror::{is_from_right, reflect};
use crate::options::{Options, View, Width};
use crate::paint::{Color, Stroke};
use crate::scene::{Align, Prim, TextStyle};
use crate::text::{Block, Shaper, TextRequest};
use crate::theme::{Contrast, Palette};
use crate::type_roles;
use journey::{Card, CommitteeRole, Document, Id, Map, Phrase, words};
use std::collections::HashMap;
use std::sync::Arc;

/// A person's part in the map, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The part in the map.
    pub cast: Id,
    /// The person.
    pub person: Id,
    /// The name.
    pub name: String,
    /// What they are at work.
    pub role: String,
    /// The part in the buying committee.
    pub part: Option<CommitteeRole>,
    /// Two letters for the disc.
    pub initials: String,
    /// Which of the five colours, from 0.
    pub slot: usize,
    /// Whether a curve is wanted.
    pub has_curve: bool,
}

/// What every part of a layout needs at hand.
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document,
    /// The map.
    pub map: &'a Map,
    /// What was asked for.
    pub options: &'a Options,
    /// The theme's colours.
    pub palette: &'static Palette,
    /// The sizes of cards.
    pub cards: CardMetrics,
    /// The people of the map, the primary one first.
    pub members: Vec<Member>,
    /// Whether it is read from right to left: when all has its place, it is turned as in a mirror. The canvas is not, as
    /// hands know it.
    pub from_right: bool,
    /// Which column each stage of the map is.
    columns: HashMap<Id, usize>,
    shaper: &'a Shaper,
}

impl<'a> Context<'a> {
    /// The context of a layout.
    pub fn new(document: &'a Document, map: &'a Map, options: &'a Options, shaper: &'a Shaper) -> Self {
        Self {
            document,
            map,
            options,
            palette: match options.view {
                View::Canvas | View::Slides => options.theme.palette_at(options.contrast),
                View::Poster => options.theme.print_palette_at(options.contrast),
            },
            cards: match (options.view, options.width) {
                (View::Poster, _) => CardMetrics::POSTER,
                (View::Canvas | View::Slides, Width::Natural) => CardMetrics::NATURAL,
                (View::Canvas | View::Slides, Width::Fit(_)) => CardMetrics::FIT,
            },
            members: members(document, map),
            from_right: options.view == View::Poster && is_from_right(document, map),
            columns: document
                .stages_of(map.id)
                .iter()
                .enumerate()
                .map(|(at, stage)| (stage.id, at))
                .collect(),
            shaper,
        }
    }

    /// The language of what people did not write themselves.
    pub fn language(&self) -> &'a str {
        self.options.language_for(self.map)
    }

    /// Says a sentence in that language.
    pub fn say(&self, phrase: &Phrase) -> String {
        words::say(phrase, self.language())
    }

    /// A sentence without arguments.
    pub fn words(&self, key: &str) -> String {
        self.say(&Phrase::new(key))
    }

    /// The word for a name that files use.
    pub fn word(&self, prefix: &str, name: &str) -> String {
        words::word(prefix, name, self.language())
    }

    /// Text on one line, however long.
    pub fn line(&self, text: &str, style: TextStyle) -> Arc<Block> {
        self.block(text, style, None, None)
    }

    /// Text on one line of at most this width; what does not fit gives way to an ellipsis.
    pub fn fitted(&self, text: &str, style: TextStyle, width: f64) -> Arc<Block> {
        // The line alone is as wide as its words, so that also words from right to left begin where they are put.
        let line = self.line(text, style);
        if line.size.w <= width && line.prim.lines.len() <= 1 {
            return line;
        }
        self.ended(text, style, width, Some(1))
    }

    /// Text broken to a width, on at most so many lines; what does not fit gives way to an ellipsis.
    pub fn ended(&self, text: &str, style: TextStyle, width: f64, max_lines: Option<u32>) -> Arc<Block> {
        let block = self.block(text, style, Some(width), max_lines);
        if !block.truncated {
            return block;
        }
        // Words go, from the last shown one backwards, until the ellipsis finds its place.
        let mut end = block.prim.lines.last().map_or(0, |line| line.end as usize);
        loop {
            let kept = text[..end]
                .trim_end_matches(|last: char| last.is_whitespace() || ",;:-–—\u{ad}".contains(last));
            let short = self.block(&format!("{kept}…"), style, Some(width), max_lines);
            let cut = kept.char_indices().rev().find(|(_, last)| last.is_whitespace() || *last == '\u{ad}');
            let letter = kept.char_indices().next_back();
            match cut.or(letter) {
                Some((at, _)) if short.truncated => end = at,
                _ => return short,
            }
        }
    }

    /// Text broken to a width.
    pub fn block(
        &self,
        text: &str,
        style: TextStyle,
        width: Option<f64>,
        max_lines: Option<u32>,
    ) -> Arc<Block> {
        self.spans(text, &[(0..text.len(), style)], width, max_lines)
    }

    /// Text of several styles broken to a width.
    pub fn spans(
        &self,
        text: &str,
        spans: &[(std::ops::Range<usize>, TextStyle)],
        width: Option<f64>,
        max_lines: Option<u32>,
    ) -> Arc<Block> {
        let legible: Vec<(std::ops::Range<usize>, TextStyle)>;
        let spans = match self.options.view {
            View::Canvas | View::Slides => spans,
            View::Poster => {
                legible = spans
                    .iter()
                    .map(|(range, style)| (range.clone(), type_roles::on_paper(*style)))
                    .collect();
                &legible
            }
        };
        self.shaper.block(&TextRequest {
            text,
            spans,
            width,
            align: Align::Start,
            language: &self.map.language,
            max_lines,
        })
    }

    /// A symbol in a square of side `size`. What will be turned is turned beforehand, and so is read as usual.
    pub fn icon(&self, name: &str, corner: Point, size: f64, color: Color, width: f64) -> Option<Prim> {
        let mut icon = draw::icon(name, corner, size, color, width)?;
        if self.from_right {
            reflect(&mut icon, 2.0 * corner.x + size);
        }
        Some(icon)
    }

    /// The height of a card: whole at its natural size, where a card costs no more than it needs by less than a unit; at
    /// fit width as it is, so that many cards above each other do not add up to another map.
    pub fn whole_height(&self, height: f64) -> f64 {
        match self.options.width {
            Width::Natural => height.ceil(),
            Width::Fit(_) => height,
        }
    }

    /// A soft fill; with strong contrast, where it would lie in the colour of lines or none at all, the sheet's colour with
    /// an edge of its own.
    pub fn soft(&self, rect: Rect, radius: f64, fill: Color, (edge, width): (Color, f64)) -> Prim {
        match self.options.contrast {
            Contrast::Normal => draw::fill(rect, radius, fill),
            Contrast::Strong => draw::edged(rect, radius, Some(self.palette.sheet), Stroke::new(edge, width)),
        }
    }

    /// The edge of a sheet: where sheet and ground are both white, it alone holds the lanes together.
    pub fn edge_of_sheets(&self) -> Color {
        match self.options.view {
            View::Canvas | View::Slides => self.palette.line,
            View::Poster => self.palette.line2,
        }
    }

    /// The narrowest stage: on paper there is no zooming in and no scrolling on, so that width is worth more.
    pub fn narrowest_stage(&self) -> f64 {
        match self.options.view {
            View::Canvas | View::Slides => STAGE_MIN,
            View::Poster => STAGE_MIN_POSTER,
        }
    }

    /// How many stages a card lies over.
    pub fn stages_of(&self, card: &Card) -> usize {
        match (self.columns.get(&card.stage), self.columns.get(&card.to_stage)) {
            (Some(from), Some(to)) if to > from => to - from + 1,
            _ => 1,
        }
    }

    /// The member of the map that a person is.
    pub fn member(&self, person: Id) -> Option<&Member> {
        self.members.iter().find(|member| member.person == person)
    }

    /// The colour of a person; those without a part in the map share one.
    pub fn person_color(&self, person: Id) -> Color {
        self.member(person).map_or(self.palette.ink3, |member| self.palette.person(member.slot))
    }
}

fn members(document: &Document, map: &Map) -> Vec<Member> {
    let member = |(cast, person, slot): (&journey::Cast, &journey::Person, usize)| Member {
        cast: cast.id,
        person: person.id,
        name: person.name.clone(),
        role: person.role.clone(),
        part: person.committee_role,
        initials: person.letters(),
        slot: slot % 5,
        has_curve: cast.primary || cast.curve_slot.is_some(),
    };
    document.members_of(map.id).into_iter().map(member).collect()
}
