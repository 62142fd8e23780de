//! Faces that an SVG brings along: only the glyphs that it uses, as browsers take them.

use layout::FontFace;
use read_fonts::{FontRef, TableProvider};
use skera::{
    DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, parse_name_ids, parse_name_languages,
    parse_tag_list, parse_unicodes, populate_gids, subset_font,
};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The bits of a face's own rules on embedding: not at all, and only as pictures.
const FORBIDDEN: u16 = 0x0002;
const PICTURES_ONLY: u16 = 0x0200;

/// What of a face is used.
#[derive(Default)]
pub(super) struct Used {
    /// The characters.
    pub characters: BTreeSet<char>,
    /// The glyphs that the layout chose for them.
    pub glyphs: BTreeSet<u32>,
}

/// Whether a face may be brought along and looks the same then: colour glyphs do not everywhere.
pub(super) fn can_be_embedded(face: &FontFace) -> bool {
    let Ok(font) = FontRef::from_index(face.data.bytes(), face.index) else { return false };
    let allowed = font.os2().map_or(true, |os2| os2.fs_type() & (FORBIDDEN | PICTURES_ONLY) == 0);
    allowed && font.colr().is_err() && font.glyf().is_ok() && font.fvar().is_err()
}

/// A font file with what is used; none where it cannot be made.
pub(super) fn subset(face: &FontFace, used: &Used) -> Option<Vec<u8>> {
    let font = FontRef::from_index(face.data.bytes(), face.index).ok()?;
    let listed = |numbers: &mut dyn Iterator<Item = u32>, hex: bool| {
        let mut text = String::new();
        for number in numbers {
            let written = if hex { write!(text, "{number:04X},") } else { write!(text, "{number},") };
            written.expect("a String takes all that is written");
        }
        text.pop();
        text
    };
    let glyphs = populate_gids(&listed(&mut used.glyphs.iter().copied(), false)).ok()?;
    let characters = used.characters.iter().map(|character| u32::from(*character));
    let characters = parse_unicodes(&listed(&mut characters.into_iter(), true)).ok()?;
    let mut features = parse_tag_list("cv11 ss03 tnum").ok()?;
    features.extend(DEFAULT_LAYOUT_FEATURES.iter().copied());
    let mut dropped = parse_tag_list("").ok()?;
    dropped.extend(DEFAULT_DROP_TABLES.iter().copied());
    let plan = Plan::new(
        &glyphs,
        &characters,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &dropped,
        &parse_tag_list("*").ok()?,
        &features,
        &parse_name_ids("").ok()?,
        &parse_name_languages("").ok()?,
    );
    subset_font(&font, &plan).ok()
}
