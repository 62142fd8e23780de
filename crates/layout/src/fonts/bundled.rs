//! The faces that came with the program; `crates/layout/fonts/README.md` says from where.

use super::Metrics;
use crate::scene::{Family, TextStyle};

/// A file of a bundled face.
pub struct File {
    pub family: &'static str,
    pub data: &'static [u8],
}

macro_rules! face {
    ($family:literal $file:literal) => {
        File { family: $family, data: include_bytes!(concat!("../../fonts/", $file)) }
    };
}

/// All of them. Scenes name them by their place here, so the order is part of what is drawn.
pub const FILES: &[File] = &[
    face!("Inter" "Inter-Regular.ttf"),
    face!("Inter" "Inter-Medium.ttf"),
    face!("Inter" "Inter-SemiBold.ttf"),
    face!("Inter" "Inter-Bold.ttf"),
    face!("Inter" "Inter-Italic.ttf"),
    face!("Inter Display" "InterDisplay-SemiBold.ttf"),
    face!("Noto Sans Arabic" "NotoSansArabic-Regular.ttf"),
    face!("Noto Sans Hebrew" "NotoSansHebrew-Regular.ttf"),
    face!("Noto Sans Symbols 2" "NotoSansSymbols2-Regular.ttf"),
    face!("Twemoji" "Twemoji.ttf"),
];

/// The face that a style asks for. A weight between the bundled ones takes the nearest above.
pub fn primary(style: &TextStyle) -> u32 {
    match (style.family, style.italic, style.weight) {
        (Family::InterDisplay, _, _) => 5,
        (Family::Inter, true, _) => 4,
        (Family::Inter, false, ..=400) => 0,
        (Family::Inter, false, 401..=500) => 1,
        (Family::Inter, false, 501..=600) => 2,
        (Family::Inter, false, _) => 3,
    }
}

/// What all faces of Inter and Inter Display say in their `hhea` table, over the units of `head`.
pub const METRICS: Metrics = Metrics { ascent: 1984.0 / 2048.0, descent: 494.0 / 2048.0 };

#[cfg(test)]
mod tests {
    use super::*;

    /// Ascent and descent of a TrueType file as browsers take them: the `hhea` table over the units of `head`.
    fn metrics(data: &[u8]) -> Metrics {
        let u16_at = |at: usize| u16::from_be_bytes([data[at], data[at + 1]]);
        let u32_at = |at: usize| u32::from_be_bytes([data[at], data[at + 1], data[at + 2], data[at + 3]]);
        let table = |tag: &[u8; 4]| {
            (0..usize::from(u16_at(4)))
                .map(|index| 12 + 16 * index)
                .find(|&record| data[record..record + 4] == *tag)
                .map(|record| u32_at(record + 8) as usize)
                .expect("a bundled face has its tables")
        };
        let units = f64::from(u16_at(table(b"head") + 18));
        let hhea = table(b"hhea");
        Metrics {
            ascent: f64::from(u16_at(hhea + 4) as i16) / units,
            descent: -f64::from(u16_at(hhea + 6) as i16) / units,
        }
    }

    #[test]
    fn inter_and_inter_display_share_their_line() {
        for file in &FILES[..6] {
            assert_eq!(metrics(file.data), METRICS, "{}", file.family);
        }
    }
}
