//! R7: a row of the map. What a kind's cards hold is said here once; inspector, tables and exports are made from it.

use crate::{Fields, Id, Order};
use serde::{Deserialize, Serialize};

/// The part of the map that a lane lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Zone {
    /// What buyers live through: the upper sheet.
    #[default]
    Experience,
    /// What we learn and do: the lower sheet.
    Insight,
}

/// A thin line below a lane, as in a service blueprint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LineBelow {
    /// No line.
    #[default]
    None,
    /// The line of interaction.
    Interaction,
    /// The line of visibility.
    Visibility,
}

/// What the curve of a curve lane shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Metric {
    /// How people feel.
    #[default]
    Emotion,
    /// How sure they are.
    Confidence,
    /// How much they trust.
    Trust,
    /// How clearly they see.
    Clarity,
    /// What the lane's name says.
    Own,
}

/// A row of the map.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lane {
    /// Its name.
    pub id: Id,
    /// The map.
    pub map: Id,
    /// Its place among the lanes of its zone; ties go by id.
    pub order: Order,
    /// What its cards are.
    pub kind: LaneKind,
    /// What people call it.
    pub name: String,
    /// The sheet that it lies on.
    pub zone: Zone,
    /// Height at 100 % where a person set one; as its content needs otherwise.
    pub height: Option<f64>,
    /// Whether it is folded to its label.
    pub collapsed: bool,
    /// Whether it is left out.
    pub hidden: bool,
    /// A thin line below it.
    pub line_below: LineBelow,
    /// What its curve shows (curve lanes only).
    pub metric: Metric,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

macro_rules! lane_kinds {
    ($($(#[$doc:meta])* $variant:ident $name:literal $title:literal $zone:ident $icon:literal,)*) => {
        /// What the cards of a lane are.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum LaneKind { $($(#[$doc])* $variant,)* }

        impl LaneKind {
            /// All kinds, in the order of the lane picker.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the file.
            pub const fn name(self) -> &'static str { match self { $(Self::$variant => $name,)* } }

            /// The English name that a new lane gets; other languages have theirs in `words`.
            pub const fn title(self) -> &'static str { match self { $(Self::$variant => $title,)* } }

            /// The zone that it is at home in; none where it is at home in either.
            pub const fn zone(self) -> Option<Zone> { lane_kinds!(@zone self $($variant $zone)*) }

            /// The name of its icon in `icons/`.
            pub const fn icon(self) -> &'static str { match self { $(Self::$variant => $icon,)* } }
        }
    };
    (@zone $self:ident $($variant:ident $zone:ident)*) => { match $self { $(Self::$variant => lane_kinds!(@one $zone),)* } };
    (@one Either) => { None };
    (@one $zone:ident) => { Some(Zone::$zone) };
}

lane_kinds! {
    /// L1: what the buyer wants.
    Goals "goals" "Goals" Experience "target",
    /// L2: what the buyer does.
    #[default]
    Actions "actions" "Actions" Experience "footprints",
    /// L3: where buyer and organisation meet.
    Touchpoints "touchpoints" "Touchpoints" Experience "message-circle",
    /// L4: what the buyer reads, and what it asks of them.
    Content "content" "Content and calls to action" Experience "message-square-text",
    /// L5: a curve a person, made of feelings.
    Emotions "emotions" "Emotions" Experience "activity",
    /// L6: what the buyer thinks, in their words.
    Thoughts "thoughts" "Thoughts" Experience "quote",
    /// L7: what the buyer asks.
    Questions "questions" "Questions" Experience "circle-question-mark",
    /// L8: Zambito's seven points of interaction.
    InteractionModel "interaction_model" "Interaction model" Experience "waypoints",
    /// L9: who decides; shows involvements and approvals.
    Deciders "deciders" "Deciders" Experience "user",
    /// L10: what drives and what holds back.
    Motivators "motivators" "Motivators and barriers" Experience "arrow-up-down",
    /// L11: what may go wrong.
    Risks "risks" "Risks" Experience "shield-alert",
    /// L12: what hurts.
    PainPoints "pain_points" "Pain points" Insight "triangle-alert",
    /// L13: the gaps as capsules on the boundaries.
    Gaps "gaps" "Gaps" Insight "silos",
    /// L14: what could be better.
    Opportunities "opportunities" "Opportunities" Insight "lightbulb",
    /// L15: the teams of the stages.
    Teams "teams" "Teams" Insight "users",
    /// L16: numbers that tell whether it works.
    Measures "measures" "Measures" Insight "gauge",
    /// L17: what runs behind the scenes.
    Backstage "backstage" "Backstage and systems" Insight "server",
    /// L18: how able the organisation is.
    Maturity "maturity" "Maturity" Insight "trending-up",
    /// L19: a number from elsewhere.
    Statistic "statistic" "Statistic" Insight "chart-column",
    /// L20: plain text.
    Text "text" "Text" Either "type",
    /// L21: pictures.
    Image "image" "Image, storyboard" Either "image",
}

/// What a card's field holds, and so how it is shown, typed and checked.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum FieldType {
    /// Words.
    Text,
    /// One of these names.
    Choice(&'static [&'static str]),
    /// A number from the first to the second.
    Number(f64, f64),
    /// A whole number from the first to the second.
    Whole(
        #[cfg_attr(feature = "ts", ts(type = "number"))] i64,
        #[cfg_attr(feature = "ts", ts(type = "number"))] i64,
    ),
    /// Yes or no.
    Flag,
    /// The id of a card.
    Card,
    /// The id of a team.
    Team,
    /// The id of an image.
    Image,
    /// Numbers with their dates: a list of `[date, number]`.
    Series,
}

/// A field of a kind's cards.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FieldDef {
    /// The name in the file.
    pub name: &'static str,
    /// What it holds.
    pub holds: FieldType,
}

const fn field(name: &'static str, holds: FieldType) -> FieldDef {
    FieldDef { name, holds }
}

impl LaneKind {
    /// The fields of its cards, in the order of the inspector. A field that is not set is absent.
    pub const fn fields(self) -> &'static [FieldDef] {
        use FieldType::{Card, Choice, Flag, Image, Number, Series, Team, Text, Whole};
        const ANY: f64 = f64::MAX;
        match self {
            Self::Goals => const { &[field("job", Text)] },
            Self::Touchpoints => {
                const {
                    &[
                        field("channel", Text),
                        field("icon", Text),
                        field("contact", Choice(&["human", "digital", "both"])),
                        field("place", Choice(&["online", "offline"])),
                        field("media", Choice(&["owned", "earned", "paid"])),
                        field("device", Text),
                        field("system", Text),
                        field("repeats", Whole(1, i64::MAX)),
                        field("moment_of_truth", Flag),
                        field("human_quality", Choice(&["fine", "stock_answer", "pushy", "impersonal"])),
                    ]
                }
            }
            Self::Content => {
                const {
                    &[
                        field("format", Text),
                        field("message", Text),
                        field("call_to_action", Text),
                        field("trigger", Text),
                        field("reason", Card),
                    ]
                }
            }
            Self::Thoughts => const { &[field("source", Text)] },
            Self::Questions => const { &[field("asked", Text)] },
            Self::InteractionModel => {
                const {
                    &[
                        field(
                            "point",
                            Choice(&[
                                "thought",
                                "content",
                                "engage",
                                "value",
                                "expertise",
                                "access",
                                "loyalty",
                            ]),
                        ),
                        field("buyer_experience", Text),
                        field("designed_interaction", Text),
                        field("accountable", Team),
                        field("score", Whole(0, 4)),
                    ]
                }
            }
            Self::Motivators => const { &[field("force", Choice(&["motivator", "barrier"]))] },
            Self::Risks => const { &[field("mitigation", Text)] },
            Self::PainPoints => {
                const {
                    &[
                        field("severity", Whole(1, 5)),
                        field("frequency", Text),
                        field(
                            "friction",
                            Choice(&[
                                "unclear_pricing",
                                "inconsistent_information",
                                "approval_bottleneck",
                                "digital_human_breakdown",
                                "waiting",
                                "findability",
                                "other",
                            ]),
                        ),
                    ]
                }
            }
            Self::Opportunities => {
                const {
                    &[
                        field("impact", Number(1.0, 5.0)),
                        field("effort", Number(1.0, 5.0)),
                        field("audience", Text),
                        field("sort", Choice(&["tool", "process", "content", "people", "coaching"])),
                        field(
                            "pillar",
                            Choice(&[
                                "know_your_customer",
                                "align_teams",
                                "gather_intel",
                                "technology_enabler",
                                "buyer_centered_culture",
                            ]),
                        ),
                        field("status", Choice(&["idea", "agreed", "doing", "done", "dropped"])),
                    ]
                }
            }
            Self::Measures => {
                const {
                    &[
                        field("now", Number(-ANY, ANY)),
                        field("target", Number(-ANY, ANY)),
                        field("unit", Text),
                        field("trend", Choice(&["up", "flat", "down"])),
                        field("values", Series),
                        field("money", Number(-ANY, ANY)),
                    ]
                }
            }
            Self::Backstage => {
                const {
                    &[
                        field("system", Choice(&["erp", "crm", "commerce", "service", "other"])),
                        field("data_link", Choice(&["connected", "manual", "missing"])),
                    ]
                }
            }
            Self::Maturity => {
                const {
                    &[
                        field(
                            "dimension",
                            Choice(&[
                                "essential_capabilities",
                                "customer_experience",
                                "self_service",
                                "sales_enablement",
                            ]),
                        ),
                        field("now", Whole(0, 4)),
                        field("target", Whole(0, 4)),
                        field("proof", Text),
                        field("foundational", Flag),
                    ]
                }
            }
            Self::Statistic => {
                const { &[field("value", Text), field("source", Text), field("year", Whole(1, 9999))] }
            }
            Self::Image => const { &[field("image", Image)] },
            Self::Actions | Self::Emotions | Self::Deciders | Self::Gaps | Self::Teams | Self::Text => &[],
        }
    }

    /// Whether it holds cards that people add; emotions, gaps and teams show other records instead.
    pub const fn holds_cards(self) -> bool {
        !matches!(self, Self::Emotions | Self::Gaps | Self::Teams)
    }

    /// Whether it shows curves.
    pub const fn is_curve(self) -> bool {
        matches!(self, Self::Emotions)
    }
}

/// Under which name a field of a kind waits in a card that is of another kind for now.
pub(crate) fn kept_name(kind: LaneKind, field: &str) -> String {
    format!("{}.{field}", kind.name())
}

/// The kind and the field of a name that [`kept_name`] made.
pub(crate) fn kept_field(name: &str) -> Option<(LaneKind, &'static FieldDef)> {
    let (kind, field) = name.split_once('.')?;
    let kind = *LaneKind::ALL.iter().find(|own| own.name() == kind)?;
    Some((kind, kind.fields().iter().find(|own| own.name == field)?))
}
