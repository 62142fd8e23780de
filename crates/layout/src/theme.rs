//! The looks in one place: every colour of both themes, radii and spaces. The page's `tokens.css` is made from it.

mod tokens;

pub use tokens::tokens_css;

use crate::paint::Color;
use serde::{Deserialize, Serialize};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Theme {
    /// Paper and ink.
    #[default]
    Light,
    /// Ink and paper.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// The theme's colours.
    pub const fn palette(self) -> &'static Palette {
        self.palette_at(Contrast::Normal)
    }

    /// The theme's colours at a contrast.
    pub const fn palette_at(self, contrast: Contrast) -> &'static Palette {
        match (self, contrast) {
            (Self::Light, Contrast::Normal) => &LIGHT,
            (Self::Dark, Contrast::Normal) => &DARK,
            (Self::Light, Contrast::Strong) => &LIGHT_STRONG,
            (Self::Dark, Contrast::Strong) => &DARK_STRONG,
        }
    }

    /// The colours on paper: what is not a thing of the map stays white.
    pub const fn print_palette_at(self, contrast: Contrast) -> &'static Palette {
        match (self, contrast) {
            (Self::Light, Contrast::Normal) => &LIGHT_PRINT,
            (Self::Dark, Contrast::Normal) => &DARK_PRINT,
            (Self::Light, Contrast::Strong) => &LIGHT_PRINT_STRONG,
            (Self::Dark, Contrast::Strong) => &DARK_PRINT_STRONG,
        }
    }
}

/// How far lines and edges stand out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Contrast {
    /// Hairlines and soft fills.
    #[default]
    Normal,
    /// Lines in ink, no soft fills, thicker edges in full colours.
    Strong,
}

impl Contrast {
    /// How thick the edges of cards and capsules are.
    pub const fn edge(self) -> f64 {
        match self {
            Self::Normal => 1.0,
            Self::Strong => 1.5,
        }
    }
}

macro_rules! palette {
    ($($(#[$doc:meta])* $field:ident $css:literal $light:literal $dark:literal $alpha:tt,)*) => {
        /// The colours of a theme; each is the custom property of the same name in `tokens.css`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Palette { $($(#[$doc])* pub $field: Color,)* }

        const LIGHT: Palette = Palette { $($field: palette!(@color $light $alpha 0),)* };
        const DARK: Palette = Palette { $($field: palette!(@color $dark $alpha 1),)* };

        const LIGHT_STRONG: Palette = strong(LIGHT);
        const DARK_STRONG: Palette = strong(DARK);

        const LIGHT_PRINT: Palette = on_paper(LIGHT);
        const DARK_PRINT: Palette = on_paper(DARK);
        const LIGHT_PRINT_STRONG: Palette = on_paper(LIGHT_STRONG);
        const DARK_PRINT_STRONG: Palette = on_paper(DARK_STRONG);

        impl Palette {
            /// Every colour with the name of its custom property, in the order of `tokens.css`.
            pub fn tokens(&self) -> Vec<(&'static str, Color)> {
                vec![$(($css, self.$field),)*]
            }
        }
    };
    (@color $rgb:literal opaque $theme:literal) => { Color::hex($rgb) };
    (@color $rgb:literal ($light:literal / $dark:literal) $theme:literal) => {
        Color::hex($rgb).with_alpha([$light, $dark][$theme])
    };
}

palette! {
    /// The canvas.
    paper "paper" 0xF5F3EE 0x131210 opaque,
    /// Sheets and bars.
    sheet "sheet" 0xFFFFFF 0x1B1A17 opaque,
    /// Wells; action cards in the dark.
    sunken "sunken" 0xFAF8F4 0x22201D opaque,
    /// Hairlines.
    line "line" 0xE9E5DC 0x2D2A26 opaque,
    /// Stronger hairlines and the axis.
    line2 "line2" 0xD3CDC1 0x413D37 opaque,
    /// Borders of inputs.
    control "control" 0x8A8377 0x857E73 opaque,
    /// Text and the primary button.
    ink "ink" 0x1F1D1A 0xF2EFE9 opaque,
    /// Secondary text, the disc of a person's touchpoint.
    ink2 "ink2" 0x57524A 0xBDB6AA opaque,
    /// Tertiary text, never smaller than 11.
    ink3 "ink3" 0x726C62 0x999286 opaque,
    /// Text on ink.
    on_ink "on-ink" 0xFFFFFF 0x171613 opaque,
    /// Selection, focus and drop lines, nothing else.
    select "select" 0x2B5FD9 0x84ABFF opaque,
    /// Behind what is selected.
    select_soft "select-soft" 0xE8EFFD 0x1E2C4D opaque,
    /// Pain as text and bars.
    pain "pain" 0xB93B27 0xF4917A opaque,
    /// Pain cards.
    pain_soft "pain-soft" 0xFCF0EC 0x33211C opaque,
    /// Edges of pain cards.
    pain_line "pain-line" 0xF0CFC5 0x5A352B opaque,
    /// Gaps as text, dots and dashes.
    gap "gap" 0x855D00 0xE2B755 opaque,
    /// Gap capsules.
    gap_soft "gap-soft" 0xFBF3DF 0x2E2717 opaque,
    /// Gap discs.
    gap_fill "gap-fill" 0xF0B429 0xE0AC3A opaque,
    /// A gap's line through the sheets.
    gap_line "gap-line" 0xE4CE96 0x5A4A22 opaque,
    /// Opportunities as text.
    opp "opp" 0x0C6F5B 0x62C8AC opaque,
    /// Opportunity cards.
    opp_soft "opp-soft" 0xE8F4F0 0x172B26 opaque,
    /// Edges of opportunity cards.
    opp_line "opp-line" 0xBEDFD5 0x2A5347 opaque,
    /// Quotes as text.
    thought "thought" 0x75539A 0xC6A9E5 opaque,
    /// Behind quotes.
    thought_soft "thought-soft" 0xF4EFF9 0x282131 opaque,
    /// Edges around quotes.
    thought_line "thought-line" 0xDDCFEA 0x4A3B5C opaque,
    /// Buyer jobs, goals and loops.
    info "info" 0x3B5BA9 0xA3B8F2 opaque,
    /// Goal cards.
    info_soft "info-soft" 0xEEF2FB 0x20273A opaque,
    /// Edges of goal cards.
    info_line "info-line" 0xCBD6F0 0x37456B opaque,
    /// Chips and neutral cards.
    neutral_soft "neutral-soft" 0xF3F1EC 0x262420 opaque,
    /// Good feelings.
    pos "pos" 0x0B7385 0x55C6D4 opaque,
    /// Neither good nor bad.
    mid "mid" 0xA79E8E 0x8E877B opaque,
    /// Bad feelings.
    neg "neg" 0xB64D0E 0xF2995F opaque,
    /// The icon on a gap's disc.
    gap_ink "gap-ink" 0x2A2004 0x2A2004 opaque,
    /// The first person's disc.
    person_1 "person-1" 0x3F6B74 0x7FB3BD opaque,
    /// The second person's disc.
    person_2 "person-2" 0x7A7062 0xB9AE9C opaque,
    /// The third person's disc.
    person_3 "person-3" 0x6A5C86 0xB3A4D1 opaque,
    /// The fourth person's disc.
    person_4 "person-4" 0x4F6B4A 0x98B991 opaque,
    /// The fifth person's disc.
    person_5 "person-5" 0x8A5A4A 0xD1A08F opaque,
    /// Initials on a person's disc.
    on_person "on-person" 0xFFFFFF 0x171613 opaque,
    /// Above the zero line.
    pos_tint "pos-tint" 0x0B7385 0x55C6D4 (0.055 / 0.06),
    /// Below the zero line.
    neg_tint "neg-tint" 0xB64D0E 0xF2995F (0.05 / 0.055),
}

/// The same colours with strong contrast: lines in ink, soft fills as the sheet, edges in full colours.
const fn strong(own: Palette) -> Palette {
    Palette {
        sunken: own.sheet,
        line: own.ink2,
        line2: own.ink2,
        control: own.ink2,
        ink3: own.ink2,
        pain_soft: own.sheet,
        pain_line: own.pain,
        gap_soft: own.sheet,
        gap_line: own.gap,
        opp_soft: own.sheet,
        opp_line: own.opp,
        thought_soft: own.sheet,
        thought_line: own.thought,
        info_soft: own.sheet,
        info_line: own.info,
        neutral_soft: own.sheet,
        ..own
    }
}

/// The same colours where the ground is a sheet of paper.
const fn on_paper(own: Palette) -> Palette {
    Palette { paper: own.sheet, ..own }
}

impl Palette {
    /// The disc of a person by colour slot; slots beyond the five begin again.
    pub fn person(&self, slot: usize) -> Color {
        [self.person_1, self.person_2, self.person_3, self.person_4, self.person_5][slot % 5]
    }
}

/// Radii of corners.
pub mod radius {
    /// Chips.
    pub const CHIP: f64 = 4.0;
    /// Cards and controls.
    pub const CARD: f64 = 8.0;
    /// Segmented controls and gap capsules.
    pub const SEGMENTED: f64 = 10.0;
    /// Sheets and dialogs.
    pub const SHEET: f64 = 14.0;
    /// Pills.
    pub const PILL: f64 = 16.0;
}

/// The steps of space.
pub const SPACES: [f64; 11] = [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 24.0, 32.0, 48.0];

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2 relative luminance.
    fn luminance(color: Color) -> f64 {
        let linear = |byte: u8| {
            let value = f64::from(byte) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    type Pair = (&'static str, fn(&Palette) -> (Color, Color), [f64; 2]);

    /// Foreground, background and the ratio that the design states, light and dark.
    const PAIRS: &[Pair] = &[
        ("control on sheet", |p| (p.control, p.sheet), [3.75, 4.33]),
        ("control on paper", |p| (p.control, p.paper), [3.39, 3.0]),
        ("ink on sheet", |p| (p.ink, p.sheet), [16.8, 15.2]),
        ("ink on paper", |p| (p.ink, p.paper), [15.2, 4.5]),
        ("ink2 on sheet", |p| (p.ink2, p.sheet), [7.8, 8.7]),
        ("ink2 on paper", |p| (p.ink2, p.paper), [7.0, 4.5]),
        ("ink3 on sheet", |p| (p.ink3, p.sheet), [5.2, 5.6]),
        ("ink3 on paper", |p| (p.ink3, p.paper), [4.7, 4.5]),
        ("ink3 on neutral", |p| (p.ink3, p.neutral_soft), [4.6, 5.0]),
        ("select on sheet", |p| (p.select, p.sheet), [5.6, 7.7]),
        ("select on paper", |p| (p.select, p.paper), [5.1, 4.5]),
        ("pain on sheet", |p| (p.pain, p.sheet), [5.7, 7.6]),
        ("pain on its card", |p| (p.pain, p.pain_soft), [5.1, 5.02]),
        ("ink on pain card", |p| (p.ink, p.pain_soft), [4.61, 5.02]),
        ("gap on sheet", |p| (p.gap, p.sheet), [5.9, 9.2]),
        ("gap on its capsule", |p| (p.gap, p.gap_soft), [4.61, 5.02]),
        ("icon on a gap's disc", |p| (p.gap_ink, p.gap_fill), [4.61, 5.02]),
        ("opp on sheet", |p| (p.opp, p.sheet), [6.1, 8.6]),
        ("opp on its card", |p| (p.opp, p.opp_soft), [5.4, 5.02]),
        ("ink on opp card", |p| (p.ink, p.opp_soft), [4.61, 5.02]),
        ("thought on sheet", |p| (p.thought, p.sheet), [6.1, 8.5]),
        ("thought on its soft", |p| (p.thought, p.thought_soft), [4.61, 5.02]),
        ("info on sheet", |p| (p.info, p.sheet), [6.5, 8.9]),
        ("info on its card", |p| (p.info, p.info_soft), [4.61, 5.02]),
        ("pos on sheet", |p| (p.pos, p.sheet), [5.5, 8.6]),
        ("neg on sheet", |p| (p.neg, p.sheet), [5.2, 7.9]),
        ("on ink", |p| (p.on_ink, p.ink), [4.61, 5.02]),
        ("first person", |p| (p.on_person, p.person_1), [4.5, 4.5]),
        ("second person", |p| (p.on_person, p.person_2), [4.5, 4.5]),
        ("third person", |p| (p.on_person, p.person_3), [4.5, 4.5]),
        ("fourth person", |p| (p.on_person, p.person_4), [4.5, 4.5]),
        ("fifth person", |p| (p.on_person, p.person_5), [4.5, 4.5]),
    ];

    #[test]
    fn contrasts_reach_the_stated_ratios() {
        for theme in Theme::ALL {
            for own in [Contrast::Normal, Contrast::Strong] {
                for (name, pair, ratios) in PAIRS {
                    let (over, under) = pair(theme.palette_at(own));
                    let (found, stated) = (contrast(over, under), ratios[theme as usize]);
                    // The stated numbers are rounded to one place, the floors of text to two.
                    let slack = if (stated * 10.0).fract().abs() < 1e-9 { 0.06 } else { 0.005 };
                    assert!(
                        found >= stated - slack,
                        "{name}, {theme:?} {own:?}: {found:.2}, stated {stated}"
                    );
                }
            }
        }
    }

    #[test]
    fn with_strong_contrast_lines_and_edges_are_as_clear_as_text() {
        for theme in Theme::ALL {
            let strong = theme.palette_at(Contrast::Strong);
            for (name, line) in [
                ("line", strong.line),
                ("control", strong.control),
                ("pain", strong.pain_line),
                ("gap", strong.gap_line),
                ("opp", strong.opp_line),
                ("thought", strong.thought_line),
                ("info", strong.info_line),
            ] {
                let found = contrast(line, strong.sheet);
                assert!(found >= 4.5, "{name} in {theme:?}: {found:.2}");
            }
            assert_eq!(strong.pain_soft, strong.sheet);
        }
    }

    #[test]
    fn palette_has_each_reference_value() {
        let light = Theme::Light.palette();
        assert_eq!(light.pain_soft.to_css(), "#fcf0ec");
        assert_eq!(light.pos_tint.to_css(), "#0b73850e");
        assert_eq!(Theme::Dark.palette().person(5), Theme::Dark.palette().person_1);
        assert_eq!(light.tokens().len(), 41);
    }
}
