//! The last tier: faces of this computer. Looked for only when a text needs one, and always told.

use icu_properties::props::Script as UnicodeScript;
use icu_properties::{CodePointMapData, PropertyNamesShort};
use parley::fontique::{
    Blob, Collection, CollectionOptions, FallbackKey, FamilyInfo, FontInfo, FontStyle, FontWeight, FontWidth,
    Language, Script, SourceCache,
};
use std::sync::Arc;

/// Families to try first for Chinese, Japanese and Korean, since the same characters look different in each.
const HAN: [(Han, [&str; 6]); 4] = [
    (
        Han::Simplified,
        [
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "PingFang SC",
            "WenQuanYi Zen Hei",
        ],
    ),
    (
        Han::Traditional,
        [
            "Noto Sans CJK TC",
            "Noto Sans TC",
            "Source Han Sans TC",
            "Microsoft JhengHei",
            "PingFang TC",
            "AR PL UMing TW",
        ],
    ),
    (
        Han::Japanese,
        ["Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Yu Gothic", "Hiragino Sans", "Meiryo"],
    ),
    (
        Han::Korean,
        [
            "Noto Sans CJK KR",
            "Noto Sans KR",
            "Source Han Sans KR",
            "Malgun Gothic",
            "Apple SD Gothic Neo",
            "NanumGothic",
        ],
    ),
];

/// Families whose glyphs say nothing, or have no outlines that every painter draws.
const UNFIT: [&str; 4] = ["last resort", "lastresort", "adobe blank", "emoji"];

/// Whose forms of the common characters a text takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Han {
    Simplified,
    Traditional,
    Japanese,
    Korean,
}

impl Han {
    /// By the language where it says so, else by the other characters of the text.
    pub fn of(text: &str, language: &str) -> Self {
        let language = language.to_ascii_lowercase();
        match language.split('-').next().unwrap_or_default() {
            "ja" => return Self::Japanese,
            "ko" => return Self::Korean,
            "zh" if ["hant", "tw", "hk", "mo"]
                .iter()
                .any(|part| language.split('-').any(|it| it == *part)) =>
            {
                return Self::Traditional;
            }
            "zh" => return Self::Simplified,
            _ => {}
        }
        let any = |of: fn(char) -> bool| text.chars().any(of);
        if any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')) {
            Self::Japanese
        } else if any(
            |c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}'),
        ) {
            Self::Korean
        } else {
            Self::Simplified
        }
    }

    fn language(self) -> &'static str {
        match self {
            Self::Simplified => "zh-Hans",
            Self::Traditional => "zh-Hant",
            Self::Japanese => "ja",
            Self::Korean => "ko",
        }
    }
}

/// The faces of this computer.
pub enum System {
    /// Not to be used.
    None,
    /// Not read yet.
    Unread,
    /// Read.
    Read(Box<Reader>),
}

/// A family that has a character, with the files of its upright regular and bold faces.
pub struct Found {
    pub name: Arc<str>,
    pub files: Vec<Blob<u8>>,
}

impl System {
    /// A family with a glyph for the character; none where this computer has none.
    pub fn family_for(&mut self, character: char, han: Han) -> Option<Found> {
        if let Self::Unread = self {
            *self = Self::Read(Box::new(Reader::new()));
        }
        match self {
            Self::None | Self::Unread => None,
            Self::Read(reader) => reader.family_for(character, han),
        }
    }
}

/// What reads the faces of this computer.
pub struct Reader {
    collection: Collection,
    cache: SourceCache,
    /// Every fit family, plain Noto and sans ones first, then by name: the order of asking.
    names: Vec<Arc<str>>,
}

impl Reader {
    fn new() -> Self {
        let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: true });
        let mut names: Vec<Arc<str>> = collection
            .family_names()
            .filter(|name| {
                let lower = name.to_lowercase();
                !UNFIT.iter().any(|part| lower.contains(part)) && !super::is_bundled(name)
            })
            .map(Arc::from)
            .collect();
        names.sort_by_key(|name| {
            let rank = match () {
                () if name.starts_with("Noto Sans") => 0,
                () if name.contains("Sans") => 1,
                () => 2,
            };
            (rank, name.clone())
        });
        names.dedup();
        Self { collection, cache: SourceCache::default(), names }
    }

    fn family_for(&mut self, character: char, han: Han) -> Option<Found> {
        let script = CodePointMapData::<UnicodeScript>::new().get(character);
        let is_han = [
            UnicodeScript::Han,
            UnicodeScript::Hiragana,
            UnicodeScript::Katakana,
            UnicodeScript::Hangul,
            UnicodeScript::Bopomofo,
            UnicodeScript::Common,
        ]
        .contains(&script);
        let mut names: Vec<Arc<str>> = Vec::new();
        if is_han {
            let known = HAN.iter().find(|(of, _)| *of == han).map_or(&[][..], |(_, names)| names);
            names.extend(known.iter().map(|&name| Arc::from(name)));
        }
        names.extend(self.of_system(script, is_han.then(|| han.language())));
        names.extend(self.names.iter().cloned());
        names.into_iter().find_map(|name| self.try_family(&name, character))
    }

    /// What the system itself would take for a script.
    fn of_system(&mut self, script: UnicodeScript, language: Option<&str>) -> Option<Arc<str>> {
        let short = PropertyNamesShort::<UnicodeScript>::new().get(script)?;
        let script = Script::from_bytes(short.as_bytes().try_into().ok()?);
        let language = language.and_then(|tag| Language::parse(tag).ok());
        let id = self.collection.fallback_families(FallbackKey::new(script, language.as_ref())).next()?;
        let name = Arc::from(self.collection.family_name(id)?);
        self.names.contains(&name).then_some(name)
    }

    fn try_family(&mut self, name: &Arc<str>, character: char) -> Option<Found> {
        let family = self.collection.family_by_name(name)?;
        let (font, regular) = self.file(&family, FontWeight::NORMAL)?;
        let map = font.charmap_index().charmap(regular.as_ref())?.map(character);
        map.filter(|&glyph| glyph != 0)?;
        let bold = self.file(&family, FontWeight::BOLD).map(|(_, blob)| blob);
        Some(Found { name: name.clone(), files: std::iter::once(regular).chain(bold).collect() })
    }

    fn file(&mut self, family: &FamilyInfo, weight: FontWeight) -> Option<(FontInfo, Blob<u8>)> {
        let font = family.match_font(FontWidth::NORMAL, FontStyle::Normal, weight, false)?;
        Some((font.clone(), font.load(Some(&mut self.cache))?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_characters_take_the_forms_of_their_text() {
        assert_eq!(Han::of("直接", "ja-JP"), Han::Japanese);
        assert_eq!(Han::of("直接", "zh-TW"), Han::Traditional);
        assert_eq!(Han::of("直接", "zh"), Han::Simplified);
        assert_eq!(Han::of("直接", "en"), Han::Simplified);
        assert_eq!(Han::of("直接する", "en"), Han::Japanese);
        assert_eq!(Han::of("直接 확인", "de"), Han::Korean);
    }
}
