//! How a field is shown and typed. What a page needs for it comes along, so that it keeps no table of its own.

use super::Link;
use crate::{Id, RecordId, Table};
use serde::Serialize;

/// Something that can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Choice {
    /// What the field then holds: a name of the file format, or an id.
    pub value: String,
    /// What people call it.
    pub label: String,
    /// A person's letters.
    pub initials: Option<String>,
    /// The colour of a person's disc, 1–5.
    pub slot: Option<u8>,
    /// A tag's colour, `#rrggbb`.
    pub color: Option<String>,
    /// The name of an icon in `icons/map/`: a channel's.
    pub icon: Option<String>,
}

impl Choice {
    /// A choice that is only a name.
    pub fn named(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }
}

/// How a field is shown and typed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "as")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Control {
    /// What the record is called: a card's text, a stage's name. At the head.
    Title {
        /// How many characters read well; a hint while typing, nothing is cut.
        most: Option<u32>,
    },
    /// One line of words.
    Line {
        /// As for a title.
        most: Option<u32>,
        /// What is often written there.
        often: Vec<String>,
    },
    /// Several lines of words.
    Words,
    /// Words in which links can be followed.
    Note,
    /// One of a few steps that lie side by side.
    Rating {
        /// The lowest.
        low: u8,
        /// The highest.
        high: u8,
    },
    /// One of several names.
    Choice {
        /// What there is to choose.
        choices: Vec<Choice>,
        /// Whether it can be none of them.
        optional: bool,
    },
    /// Any number of several names.
    Choices {
        /// What there is to choose.
        choices: Vec<Choice>,
    },
    /// Yes or no.
    Flag,
    /// Yes, no, or not said.
    YesNo,
    /// A number.
    Number {
        /// The lowest that is possible.
        low: Option<f64>,
        /// The highest that is possible.
        high: Option<f64>,
        /// What the arrow keys add.
        step: f64,
        /// Whether it can be empty.
        optional: bool,
    },
    /// A number with a button on either side.
    Stepper {
        /// The lowest.
        low: f64,
        /// The highest; none for no end.
        high: Option<f64>,
        /// What a press adds.
        step: f64,
    },
    /// A length of time as a range; of a stage also without an end.
    Span {
        /// The units.
        units: Vec<Choice>,
        /// Whether it can be without an end.
        ongoing: bool,
    },
    /// A day.
    Date,
    /// Colours `#rrggbb`.
    Color {
        /// Whether it holds a list of up to this many; one colour as text otherwise.
        list: Option<u8>,
    },
    /// Numbers with their days.
    Series,
    /// Records of a table.
    Pick {
        /// The table.
        table: Table,
        /// What there is.
        choices: Vec<Choice>,
        /// Whether it can be several.
        many: bool,
        /// Whether a new one can be made by typing its name.
        create: bool,
    },
    /// The stages that a card lies over: the first and the last.
    Stages {
        /// All stages from left to right.
        choices: Vec<Choice>,
    },
    /// A card of the map, looked for by its words.
    Card {
        /// What the card says that is in it.
        text: String,
    },
    /// An end of a path: a stage, a card, or outside.
    End {
        /// All stages from left to right.
        stages: Vec<Choice>,
        /// What the card says that is in it; none for a stage or nothing.
        card: Option<String>,
    },
    /// A channel: one of the built-in ones, or a name of one's own.
    Channel {
        /// Built-in ones first, then those that other cards of the document have.
        choices: Vec<Choice>,
    },
    /// The name of an icon.
    Icon,
    /// An image.
    Image {
        /// What is in it; none where nothing is.
        shown: Option<ShownImage>,
    },
    /// What it answers, or what answers it.
    Links {
        /// What can be linked.
        want: super::Want,
        /// What is.
        links: Vec<Link>,
    },
    /// The steps of a stage.
    Steps {
        /// Their ids and names, in order.
        steps: Vec<Choice>,
    },
}

/// An image as an inspector shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShownImage {
    /// The image.
    pub record: RecordId,
    /// For its address: `image://localhost/HASH`.
    pub hash: String,
    /// What it shows, in words.
    pub alt: String,
    /// Width in its own pixels.
    pub width: u32,
    /// Height in its own pixels.
    pub height: u32,
}

impl Control {
    /// Whether two fields of one name are typed alike. (What there is to choose may differ.)
    pub(super) fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }

    /// Whether several records can be given one value by it.
    pub(super) fn shared(&self) -> bool {
        !matches!(
            self,
            Self::Title { .. }
                | Self::Stages { .. }
                | Self::Links { .. }
                | Self::Steps { .. }
                | Self::Card { .. }
                | Self::End { .. }
        )
    }

    /// A rating from one to five.
    pub(super) const FIVE: Self = Self::Rating { low: 1, high: 5 };

    pub(super) fn line() -> Self {
        Self::Line { most: None, often: Vec::new() }
    }

    pub(super) fn image(document: &crate::Document, id: Option<Id>) -> Self {
        let image = id.and_then(|id| document.images.get(&id));
        Self::Image {
            shown: image.map(|image| ShownImage {
                record: RecordId::new(Table::Image, image.id),
                hash: image.hash.clone(),
                alt: image.alt.clone(),
                width: image.width,
                height: image.height,
            }),
        }
    }
}
