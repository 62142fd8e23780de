//! The theme of a deck, and colours by reference to it, so that a company's theme really changes the deck.

use super::xml::{A, Xml};
use layout::{Color, Palette, Theme};

/// Faces of titles and of everything else.
pub(super) const FONTS: (&str, &str) = ("Inter Display", "Inter");
/// How Inter looks, for whoever has to choose another face.
const PANOSE: &str = "02000503000000020004";
/// What other scripts are set in, where the reader has it.
const SCRIPTS: [(&str, &str); 6] = [
    ("Jpan", "Noto Sans CJK JP"),
    ("Hang", "Noto Sans CJK KR"),
    ("Hans", "Noto Sans CJK SC"),
    ("Hant", "Noto Sans CJK TC"),
    ("Arab", "Noto Sans Arabic"),
    ("Hebr", "Noto Sans Hebrew"),
];

/// A colour of the palette, the name by which slides refer to it, and its slot in the theme (light, dark).
type Slot = (fn(&Palette) -> Color, &'static str, [&'static str; 2]);

const SLOTS: [Slot; 12] = [
    (|palette| palette.ink, "tx1", ["dk1", "lt1"]),
    (|palette| palette.sheet, "bg1", ["lt1", "dk1"]),
    (|palette| palette.ink2, "tx2", ["dk2", "lt2"]),
    (|palette| palette.neutral_soft, "bg2", ["lt2", "dk2"]),
    (|palette| palette.opp, "accent1", ["accent1", "accent1"]),
    (|palette| palette.pain, "accent2", ["accent2", "accent2"]),
    (|palette| palette.gap_fill, "accent3", ["accent3", "accent3"]),
    (|palette| palette.pos, "accent4", ["accent4", "accent4"]),
    (|palette| palette.neg, "accent5", ["accent5", "accent5"]),
    (|palette| palette.info, "accent6", ["accent6", "accent6"]),
    (|palette| palette.info, "hlink", ["hlink", "hlink"]),
    (|palette| palette.thought, "folHlink", ["folHlink", "folHlink"]),
];

/// Colours that are a lighter or darker kind of one in the theme.
type Kind = (fn(&Palette) -> Color, usize);

const KINDS: [Kind; 15] = [
    (|palette| palette.ink3, 2),
    (|palette| palette.mid, 2),
    (|palette| palette.control, 2),
    (|palette| palette.line, 3),
    (|palette| palette.line2, 3),
    (|palette| palette.sunken, 3),
    (|palette| palette.opp_soft, 4),
    (|palette| palette.opp_line, 4),
    (|palette| palette.pain_soft, 5),
    (|palette| palette.pain_line, 5),
    (|palette| palette.gap, 6),
    (|palette| palette.gap_soft, 6),
    (|palette| palette.gap_line, 6),
    (|palette| palette.gap_ink, 6),
    (|palette| palette.info_soft, 9),
];

/// Writes a colour: by reference where the theme has it or a relative of it, by value otherwise.
pub(super) fn color(xml: &mut Xml, theme: Theme, color: Color) {
    let palette = theme.palette();
    let solid = Color { a: 255, ..color };
    let alpha = |xml: &mut Xml| {
        if color.a < 255 {
            let share = (f64::from(color.a) / 255.0 * 100_000.0).round() as i64;
            xml.empty("a:alpha", &[("val", &share.to_string())]);
        }
    };
    if let Some((_, name, _)) = SLOTS.iter().find(|slot| (slot.0)(palette) == solid) {
        xml.element("a:schemeClr", &[("val", name)], alpha);
    } else if let Some((_, base)) = KINDS.iter().find(|kind| (kind.0)(palette) == solid) {
        let (of, name, _) = &SLOTS[*base];
        xml.element("a:schemeClr", &[("val", name)], |xml| {
            relative(xml, of(palette), solid);
            alpha(xml);
        });
    } else {
        xml.element("a:srgbClr", &[("val", &hex(solid))], alpha);
    }
}

/// How a colour comes out of another one: its saturation and its lightness.
fn relative(xml: &mut Xml, base: Color, target: Color) {
    let ((base_s, base_l), (s, l)) = (saturation_lightness(base), saturation_lightness(target));
    let mut put = |name: &str, share: f64| {
        let share = (share * 100_000.0).round() as i64;
        if share != if name == "a:lumOff" { 0 } else { 100_000 } {
            xml.empty(name, &[("val", &share.to_string())]);
        }
    };
    if base_s > 0.01 {
        put("a:satMod", s / base_s);
    }
    if l > base_l {
        let share = (1.0 - l) / (1.0 - base_l);
        put("a:lumMod", share);
        put("a:lumOff", 1.0 - share);
    } else if base_l > 0.0 {
        put("a:lumMod", l / base_l);
    }
}

fn saturation_lightness(color: Color) -> (f64, f64) {
    let channels = [color.r, color.g, color.b].map(|channel| f64::from(channel) / 255.0);
    let (low, high) =
        channels.iter().fold((1.0_f64, 0.0_f64), |(low, high), own| (low.min(*own), high.max(*own)));
    let lightness = f64::midpoint(low, high);
    let range = 1.0 - (2.0 * lightness - 1.0).abs();
    (if range > 0.0 { (high - low) / range } else { 0.0 }, lightness)
}

fn hex(color: Color) -> String {
    format!("{:02X}{:02X}{:02X}", color.r, color.g, color.b)
}

/// What slides call the colours of the theme: in the dark its darkest one lies behind everything.
pub(super) fn color_map(xml: &mut Xml, name: &str, theme: Theme) {
    let ground = match theme {
        Theme::Light => [("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2")],
        Theme::Dark => [("bg1", "dk1"), ("tx1", "lt1"), ("bg2", "dk2"), ("tx2", "lt2")],
    };
    let others = ["accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
    let all: Vec<(&str, &str)> = ground.into_iter().chain(others.map(|own| (own, own))).collect();
    xml.empty(name, &all);
}

/// The part of the theme.
pub(super) fn part(theme: Theme) -> Vec<u8> {
    let palette = theme.palette();
    let mut xml = Xml::new();
    xml.element("a:theme", &[("xmlns:a", A), ("name", "Desire Path")], |xml| {
        xml.element("a:themeElements", &[], |xml| {
            xml.element("a:clrScheme", &[("name", "Desire Path")], |xml| {
                for slot in [
                    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5",
                    "accent6", "hlink", "folHlink",
                ] {
                    let of = SLOTS
                        .iter()
                        .find(|own| own.2[theme as usize] == slot)
                        .map_or(SLOTS[0].0, |own| own.0);
                    let value = hex(of(palette));
                    xml.element(&format!("a:{slot}"), &[], |xml| xml.empty("a:srgbClr", &[("val", &value)]));
                }
            });
            xml.element("a:fontScheme", &[("name", "Desire Path")], |xml| {
                for (name, face) in [("a:majorFont", FONTS.0), ("a:minorFont", FONTS.1)] {
                    xml.element(name, &[], |xml| {
                        xml.empty(
                            "a:latin",
                            &[("typeface", face), ("panose", PANOSE), ("pitchFamily", "50")],
                        );
                        xml.empty("a:ea", &[("typeface", "")]);
                        xml.empty("a:cs", &[("typeface", "")]);
                        for (script, face) in SCRIPTS {
                            xml.empty("a:font", &[("script", script), ("typeface", face)]);
                        }
                    });
                }
            });
            format_scheme(xml);
        });
    });
    xml.finish()
}

/// Three plain fills, lines and effects: a theme must have them, our shapes bring their own.
fn format_scheme(xml: &mut Xml) {
    let solid =
        |xml: &mut Xml| xml.element("a:solidFill", &[], |xml| xml.empty("a:schemeClr", &[("val", "phClr")]));
    xml.element("a:fmtScheme", &[("name", "Desire Path")], |xml| {
        xml.element("a:fillStyleLst", &[], |xml| (0..3).for_each(|_| solid(xml)));
        xml.element("a:lnStyleLst", &[], |xml| {
            for width in ["9525", "19050", "28575"] {
                xml.element("a:ln", &[("w", width)], solid);
            }
        });
        xml.element("a:effectStyleLst", &[], |xml| {
            for _ in 0..3 {
                xml.element("a:effectStyle", &[], |xml| xml.empty("a:effectLst", &[]));
            }
        });
        xml.element("a:bgFillStyleLst", &[], |xml| (0..3).for_each(|_| solid(xml)));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(theme: Theme, own: Color) -> String {
        let mut xml = Xml::new();
        color(&mut xml, theme, own);
        let text = String::from_utf8(xml.finish()).unwrap();
        text.split_once("?>").unwrap().1.trim().to_owned()
    }

    #[test]
    fn colours_refer_to_the_theme() {
        for theme in Theme::ALL {
            let palette = theme.palette();
            assert_eq!(written(theme, palette.ink), "<a:schemeClr val=\"tx1\"></a:schemeClr>");
            assert!(written(theme, palette.pain_soft).starts_with("<a:schemeClr val=\"accent2\"><a:"));
            assert!(written(theme, palette.pain.with_alpha(0.5)).contains("<a:alpha val=\"50196\"/>"));
        }
        assert_eq!(written(Theme::Light, Color::hex(0x12_3456)), "<a:srgbClr val=\"123456\"></a:srgbClr>");
    }
}
