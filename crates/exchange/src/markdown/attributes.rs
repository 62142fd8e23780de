//! What stands in braces at the end of a line, and how words are kept apart from it.

use journey::words::{languages, outline_name, outline_word};
use journey::{Duration, Span, Unit};
use std::fmt::Display;

/// Words with what stood in braces behind them.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Marked {
    pub(super) words: String,
    pub(super) items: Vec<Item>,
}

/// One thing in braces: `key value`, or a bare word with an empty value.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Its English name, in whichever language it is written.
    pub(super) key: String,
    /// As it is written.
    pub(super) word: String,
    pub(super) value: String,
}

/// Things in braces being written; what has its default is left out by the caller.
pub(super) struct Braces<'a> {
    /// Of the words.
    language: &'a str,
    parts: Vec<String>,
}

impl<'a> Braces<'a> {
    pub(super) fn new(language: &'a str) -> Self {
        Self { language, parts: Vec::new() }
    }

    /// A word of ours alone, by its English name.
    pub(super) fn word(&mut self, name: &str) {
        self.parts.push(outline_word(name, self.language).into());
    }

    /// Something that is no word of ours.
    pub(super) fn plain(&mut self, words: String) {
        self.parts.push(words);
    }

    pub(super) fn pair(&mut self, key: &str, value: impl Display) {
        let key = outline_word(key, self.language);
        self.parts.push(format!("{key} {}", quoted(&value.to_string())));
    }

    /// A pair of two words of ours.
    pub(super) fn choice(&mut self, key: &str, name: &str) {
        self.pair(key, outline_word(name, self.language));
    }

    /// A pair where there are words to tell.
    pub(super) fn text(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.pair(key, value);
        }
    }

    pub(super) fn written(&self) -> String {
        if self.parts.is_empty() { String::new() } else { format!("  {{{}}}", self.parts.join(", ")) }
    }
}

/// A value in braces: in quotes where it would not come back without.
fn quoted(value: &str) -> String {
    let plain = !value.is_empty()
        && value.trim() == value
        && !value.contains(['"', ',', '{', '}', '\\', '\n', '\r'])
        && !value.starts_with(':');
    if plain {
        return value.into();
    }
    let inner = value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\ud;");
    format!("\"{inner}\"")
}

/// Words outside braces: what would be syntax is escaped, also the characters of `also`.
pub(super) fn escaped(words: &str, also: &[char]) -> String {
    let mut out = String::with_capacity(words.len());
    let last = words.chars().count().saturating_sub(1);
    for (at, char) in words.chars().enumerate() {
        match char {
            '\n' => out.push_str("\\n"),
            ' ' if at == 0 || at == last => out.push_str("\\s"),
            '\r' => out.push_str("\\ud;"),
            _ if char.is_whitespace() && (at == 0 || at == last) => {
                out.push_str(&format!("\\u{:x};", u32::from(char)))
            }
            '\\' | '{' => out.extend(['\\', char]),
            _ if also.contains(&char) => out.extend(['\\', char]),
            _ => out.push(char),
        }
    }
    out
}

/// Takes escapes back.
pub(super) fn unescaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            out.push(char);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('s') => out.push(' '),
            Some('u') => {
                let code: String = chars.by_ref().take_while(|char| *char != ';').collect();
                out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
            }
            Some(other) => out.push(other),
            None => out.push('\\'),
        }
    }
    out
}

/// Where a character first stands unescaped.
pub(super) fn find(words: &str, wanted: &str) -> Option<usize> {
    let mut skip = false;
    words.char_indices().find_map(|(at, char)| {
        let here = !skip && words[at..].starts_with(wanted);
        skip = !skip && char == '\\';
        here.then_some(at)
    })
}

/// Parts a line into its words (still escaped) and what stands in braces at its end.
pub(super) fn parted(line: &str) -> Marked {
    let line = line.trim_end();
    let open = find(line, "{").filter(|_| line.ends_with('}'));
    match open {
        Some(at) => {
            Marked { words: line[..at].trim_end().into(), items: items(&line[at + 1..line.len() - 1]) }
        }
        None => Marked { words: line.into(), items: Vec::new() },
    }
}

fn items(inside: &str) -> Vec<Item> {
    let mut parts = vec![String::new()];
    let (mut in_quotes, mut skip) = (false, false);
    for char in inside.chars() {
        if char == ',' && !in_quotes {
            parts.push(String::new());
            continue;
        }
        if char == '"' && !skip {
            in_quotes = !in_quotes;
        }
        skip = in_quotes && !skip && char == '\\';
        if let Some(part) = parts.last_mut() {
            part.push(char);
        }
    }
    parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).map(item).collect()
}

fn item(part: &str) -> Item {
    let end = part.find([' ', ':']).unwrap_or(part.len());
    // `3–6 weeks` is a value without a key.
    if part.starts_with(|char: char| char.is_ascii_digit()) {
        return Item { key: String::new(), word: String::new(), value: part.into() };
    }
    let value = part[end..].trim_start_matches(':').trim();
    let value = match value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => unescaped(inner),
        None => value.into(),
    };
    Item { key: outline_name(&part[..end]).into(), word: part[..end].into(), value }
}

const UNITS: [(Unit, &str, &str); 6] = [
    (Unit::Minute, "minute", "minutes"),
    (Unit::Hour, "hour", "hours"),
    (Unit::Day, "day", "days"),
    (Unit::Week, "week", "weeks"),
    (Unit::Month, "month", "months"),
    (Unit::Year, "year", "years"),
];

/// What a unit is called in a language.
fn unit_word(name: &str, language: &str) -> String {
    let key = format!("unit.{name}");
    outline_word(&key, language).trim_start_matches("unit.").to_owned()
}

/// `3–6 weeks`, `1 day`.
pub(super) fn span_words(span: &Span, language: &str) -> String {
    let names =
        UNITS.iter().find(|(unit, _, _)| *unit == span.unit).map_or(("", ""), |(_, one, many)| (one, many));
    let name = unit_word(if span.to == 1.0 { names.0 } else { names.1 }, language);
    if span.from == span.to {
        format!("{} {name}", span.to)
    } else {
        format!("{}–{} {name}", span.from, span.to)
    }
}

/// Reads what [`span_words`] writes in any language, also with a hyphen, and short units like `wk`.
pub(super) fn span_of(words: &str) -> Option<Span> {
    let (numbers, name) = words.trim().rsplit_once(' ')?;
    let name = name.to_lowercase();
    let short = [
        ("min", Unit::Minute),
        ("h", Unit::Hour),
        ("d", Unit::Day),
        ("wk", Unit::Week),
        ("mo", Unit::Month),
        ("yr", Unit::Year),
    ];
    let is = |unit: &str| languages().iter().any(|own| unit_word(unit, own).to_lowercase() == name);
    let long = UNITS.iter().find(|(_, one, many)| is(one) || is(many)).map(|(unit, _, _)| *unit);
    let unit = long.or_else(|| short.iter().find(|(short, _)| name == *short).map(|(_, unit)| *unit))?;
    let (from, to) = numbers.split_once(['–', '-']).unwrap_or((numbers, numbers));
    let (from, to) = (from.trim().parse::<f64>().ok()?, to.trim().parse::<f64>().ok()?);
    (from >= 0.0 && to >= from && to.is_finite()).then_some(Span { from, to, unit })
}

/// A duration as it stands in braces.
pub(super) fn duration_words(duration: &Duration, language: &str) -> String {
    match duration {
        Duration::Ongoing => outline_word("ongoing", language).into(),
        Duration::Span(span) => span_words(span, language),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_and_values_come_back(words in "[ -~\\n\\r\\tä{}]{0,20}", value in "[ -~\\n\\rä]{1,20}") {
            let mut braces = Braces::new("en");
            braces.pair("note", &value);
            let line = format!("- {}{}", escaped(&words, &[':']), braces.written());
            let back = parted(&line);
            prop_assert_eq!(unescaped(back.words.strip_prefix('-').unwrap().trim_start()), words);
            prop_assert_eq!(back.items, vec![Item { key: "note".into(), word: "note".into(), value }]);
        }
    }

    #[test]
    fn spans() {
        for (words, from, to, unit) in [
            ("3–6 weeks", 3.0, 6.0, Unit::Week),
            ("4 wk", 4.0, 4.0, Unit::Week),
            ("0.5 day", 0.5, 0.5, Unit::Day),
            ("1 Tag", 1.0, 1.0, Unit::Day),
            ("2-3 Jahre", 2.0, 3.0, Unit::Year),
        ] {
            assert_eq!(span_of(words), Some(Span { from, to, unit }), "{words}");
        }
        assert_eq!(span_of("6–3 weeks"), None);
        assert_eq!(span_of("many weeks"), None);
    }
}
