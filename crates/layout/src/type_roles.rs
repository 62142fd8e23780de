//! Every size of type in one place: the roles of the design, as styles that the shaper takes.

use crate::paint::Color;
use crate::scene::{Family, TextStyle};

/// A use of type: family, size, line and weight; colour comes with the use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TypeRole {
    /// The name, as in `--type-NAME` of `tokens.css`.
    pub name: &'static str,
    /// Inter, or Inter Display from 20 upwards.
    pub family: Family,
    /// Size of the font.
    pub size: f64,
    /// Height of a line.
    pub line_height: f64,
    /// 400, 500, 600 or 700.
    pub weight: u16,
    /// Slanted.
    pub italic: bool,
    /// Space after each glyph; titles only, since it switches ligatures off.
    pub letter_spacing: f64,
}

impl TypeRole {
    const fn new(name: &'static str, size: f64, line_height: f64, weight: u16) -> Self {
        Self { name, family: Family::Inter, size, line_height, weight, italic: false, letter_spacing: 0.0 }
    }

    /// Inter Display with tracking in parts of the size.
    const fn display(self, tracking: f64) -> Self {
        Self { family: Family::InterDisplay, letter_spacing: self.size * tracking, ..self }
    }

    const fn slanted(self) -> Self {
        Self { italic: true, ..self }
    }

    /// The style in a colour.
    pub const fn style(&self, color: Color) -> TextStyle {
        TextStyle {
            family: self.family,
            weight: self.weight,
            italic: self.italic,
            size: self.size,
            line_height: self.line_height,
            letter_spacing: self.letter_spacing,
            tabular: false,
            color,
        }
    }

    /// The style in a colour, with figures of equal width; for runs without spaces only.
    pub const fn figures(&self, color: Color) -> TextStyle {
        TextStyle { tabular: true, ..self.style(color) }
    }

    /// The value of a CSS `font` property.
    pub fn to_css_font(&self) -> String {
        let family = match self.family {
            Family::Inter => "var(--font)",
            Family::InterDisplay => "var(--display)",
        };
        let slant = if self.italic { "italic " } else { "" };
        format!("{slant}{} {}px/{}px {family}", self.weight, self.size, self.line_height)
    }
}

/// The title of a whole screen (home).
pub const SCREEN_TITLE: TypeRole = TypeRole::new("screen-title", 34.0, 42.0, 600).display(-0.02);
/// A map's title.
pub const MAP_TITLE: TypeRole = TypeRole::new("map-title", 25.0, 30.0, 600).display(-0.018);
/// A map's title on paper.
pub const POSTER_TITLE: TypeRole = TypeRole::new("poster-title", 29.0, 36.0, 600).display(-0.018);
/// The number of a statistic.
pub const STATISTIC: TypeRole = TypeRole::new("statistic", 20.0, 26.0, 600).display(-0.018);
/// A stage's name.
pub const STAGE_NAME: TypeRole = TypeRole::new("stage-name", 15.0, 19.0, 700);
/// The text of a card at its natural size.
pub const CARD: TypeRole = TypeRole::new("card", 13.0, 18.0, 400);
/// The text of a card at fit width.
pub const CARD_FIT: TypeRole = TypeRole::new("card-fit", 12.5, 16.5, 400);
/// A quote at its natural size.
pub const QUOTE: TypeRole = TypeRole::new("quote", 13.0, 18.0, 400).slanted();
/// A quote at fit width.
pub const QUOTE_FIT: TypeRole = TypeRole::new("quote-fit", 12.5, 16.5, 400).slanted();
/// A person's name in the header.
pub const PERSON_NAME: TypeRole = TypeRole::new("person-name", 13.0, 18.0, 400);
/// A lane's name.
pub const LANE_NAME: TypeRole = TypeRole::new("lane-name", 12.5, 16.0, 600);
/// The title of a gap's capsule.
pub const GAP_TITLE: TypeRole = TypeRole::new("gap-title", 12.5, 16.0, 600);
/// The label of a feeling on the primary curve.
pub const EMOTION_LABEL: TypeRole = TypeRole::new("emotion-label", 12.5, 16.0, 600);
/// The name of a field, a job, a foot line that speaks up.
pub const FIELD_LABEL: TypeRole = TypeRole::new("field-label", 12.0, 16.0, 600);
/// Facts beside the content.
pub const META: TypeRole = TypeRole::new("meta", 12.0, 16.0, 400);
/// A touchpoint's label.
pub const CHANNEL: TypeRole = TypeRole::new("channel", 11.5, 16.0, 500);
/// A path's label.
pub const PATH_LABEL: TypeRole = TypeRole::new("path-label", 11.5, 16.0, 500);
/// A person's initials.
pub const INITIALS: TypeRole = TypeRole::new("initials", 11.0, 14.0, 600);
/// Counts, subs and details.
pub const SMALLEST: TypeRole = TypeRole::new("smallest", 11.0, 14.0, 400);
/// Counts, subs and details that speak up.
pub const SMALLEST_STRONG: TypeRole = TypeRole::new("smallest-strong", 11.0, 14.0, 600);

/// The smallest type on paper: 8 pt on A3, where a poster is 1600 units wide.
pub const SMALLEST_ON_PAPER: f64 = 11.5;

/// A style as paper takes it: nothing below the smallest type there.
pub fn on_paper(style: TextStyle) -> TextStyle {
    if style.size >= SMALLEST_ON_PAPER {
        return style;
    }
    let line_height = style.line_height * SMALLEST_ON_PAPER / style.size;
    TextStyle { size: SMALLEST_ON_PAPER, line_height, ..style }
}

/// All of the window, large to small.
pub const ALL: &[TypeRole] = &[
    SCREEN_TITLE,
    MAP_TITLE,
    STATISTIC,
    STAGE_NAME,
    CARD,
    CARD_FIT,
    QUOTE,
    QUOTE_FIT,
    PERSON_NAME,
    LANE_NAME,
    GAP_TITLE,
    EMOTION_LABEL,
    FIELD_LABEL,
    META,
    CHANNEL,
    PATH_LABEL,
    INITIALS,
    SMALLEST,
    SMALLEST_STRONG,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_keep_to_the_bundled_faces() {
        for role in ALL {
            match role.family {
                Family::Inter if role.italic => assert_eq!(role.weight, 400, "{}", role.name),
                Family::Inter => assert!([400, 500, 600, 700].contains(&role.weight), "{}", role.name),
                Family::InterDisplay => {
                    assert_eq!((role.weight, role.italic), (600, false), "{}", role.name);
                    assert!(role.size >= 20.0, "{}: Display is for 20 and more", role.name);
                }
            }
            assert!(role.size >= 11.0, "{} is smaller than the smallest", role.name);
            assert!(role.line_height >= role.size * 1.2, "{} is set too tight", role.name);
            assert!(role.letter_spacing == 0.0 || role.family == Family::InterDisplay, "{}", role.name);
        }
    }

    #[test]
    fn roles_are_the_ones_of_the_design() {
        let is = |role: TypeRole, size: f64, line: f64, weight: u16, tracking: f64| {
            assert_eq!((role.size, role.line_height, role.weight), (size, line, weight), "{}", role.name);
            assert!((role.letter_spacing - size * tracking).abs() < 1e-9, "{}", role.name);
        };
        is(SCREEN_TITLE, 34.0, 42.0, 600, -0.02);
        is(MAP_TITLE, 25.0, 30.0, 600, -0.018);
        is(STAGE_NAME, 15.0, 19.0, 700, 0.0);
        is(CARD, 13.0, 18.0, 400, 0.0);
        is(CARD_FIT, 12.5, 16.5, 400, 0.0);
        is(LANE_NAME, 12.5, 16.0, 600, 0.0);
        is(EMOTION_LABEL, 12.5, 16.0, 600, 0.0);
        is(META, 12.0, 16.0, 400, 0.0);
        is(SMALLEST, 11.0, 14.0, 400, 0.0);
    }

    #[test]
    fn css_says_the_same() {
        assert_eq!(CARD_FIT.to_css_font(), "400 12.5px/16.5px var(--font)");
        assert_eq!(QUOTE.to_css_font(), "italic 400 13px/18px var(--font)");
        assert_eq!(MAP_TITLE.to_css_font(), "600 25px/30px var(--display)");
    }
}
