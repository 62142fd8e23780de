//! Every sentence that Rust makes, said in a language. One file a language; a [`Phrase`] is only a key until then.

mod dates;
mod de;
mod en;
mod locale;
mod numbers;

pub use dates::{date, due, due_in_full, due_short, duration, span};
pub use locale::{of_environment, sort_key};
pub use numbers::number;

use crate::{LaneKind, Phrase};
use std::collections::HashMap;
use std::sync::LazyLock;

/// A language that this crate speaks.
pub(crate) struct Language {
    /// The primary subtag of BCP 47.
    tag: &'static str,
    /// Every sentence by its key, see [`say`] for what may stand in one.
    sentences: &'static [&'static [(&'static str, &'static str)]],
    /// Which of the forms of a sentence goes with a number.
    form: fn(u64) -> usize,
    /// A common noun as it stands within a sentence.
    within: fn(&str) -> String,
    /// Between the whole and the parts of a number.
    decimal: &'static str,
    /// A day from its number, the month's short name and the year.
    day: fn(u32, &str, i32) -> String,
    /// A day from its number and the month's name.
    day_of_year: fn(u32, &str) -> String,
    /// Names of departments and systems, in small letters, that stages should not be called.
    departments: &'static [&'static str],
    /// The words of the outline as Markdown, by their English names.
    outline: &'static [(&'static str, &'static str)],
}

/// All of them, English first: it stands in for what another one lacks.
static LANGUAGES: &[&Language] = &[&en::ENGLISH, &de::GERMAN];

/// The English name of each word of the outline, whatever its language, in small letters.
static OUTLINE: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let own = LANGUAGES.iter().flat_map(|language| language.outline);
    // Units stand behind numbers only: "Tag" is a day there, and a tag elsewhere.
    let alone = own.filter(|(name, _)| !name.starts_with("unit."));
    alone.map(|(name, word)| (word.to_lowercase(), *name)).collect()
});

static SENTENCES: LazyLock<Vec<HashMap<&'static str, &'static str>>> = LazyLock::new(|| {
    LANGUAGES.iter().map(|language| language.sentences.iter().copied().flatten().copied().collect()).collect()
});

/// The tags of the languages that this crate speaks.
pub fn languages() -> Vec<&'static str> {
    LANGUAGES.iter().map(|language| language.tag).collect()
}

/// The tag of ours for a language (BCP 47, or a locale like `de_CH.UTF-8`); none where we do not speak it.
pub fn spoken(language: &str) -> Option<&'static str> {
    let primary = primary(language);
    LANGUAGES.iter().map(|own| own.tag).find(|own| *own == primary)
}

/// The keys of all sentences of a language, in their order.
pub fn keys(language: &str) -> Vec<&'static str> {
    self::language(language).sentences.iter().copied().flatten().map(|(key, _)| *key).collect()
}

fn primary(language: &str) -> String {
    language.split(['-', '_', '.', '@']).next().unwrap_or_default().to_lowercase()
}

fn index(language: &str) -> usize {
    let primary = primary(language);
    LANGUAGES.iter().position(|own| own.tag == primary).unwrap_or(0)
}

fn language(tag: &str) -> &'static Language {
    LANGUAGES[index(tag)]
}

/// The sentence of a key as it was written, with its places still open.
pub fn template(key: &str, language: &str) -> Option<&'static str> {
    let sentences = &*SENTENCES;
    sentences[index(language)].get(key).or_else(|| sentences[0].get(key)).copied()
}

/// Says a phrase in a language (BCP 47; English where we do not speak it).
///
/// In a sentence `{0}` is the first argument as it stands, `{0:table}` the word with the key `table.ARGUMENT`,
/// `{0:date}` a day or a month, `{0:number}` a number, `{0:phrase}` another phrase ([`Phrase::with_phrase`]). Forms for one and for many are parted by ` | `; the first
/// argument decides. A key without a sentence is said as it is, so that nothing is lost silently.
pub fn say(phrase: &Phrase, language: &str) -> String {
    let Some(template) = template(&phrase.key, language) else {
        return phrase.key.clone();
    };
    let count = phrase.args.first().and_then(|arg| arg.parse().ok()).unwrap_or(0);
    let form = (self::language(language).form)(count);
    let template = template.split(" | ").nth(form).unwrap_or(template);
    let mut said = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (place, after) = after.split_once('}').unwrap_or((after, ""));
        let (at, prefix) = place.split_once(':').unwrap_or((place, ""));
        let arg = at.parse().ok().and_then(|at: usize| phrase.args.get(at)).map_or("", String::as_str);
        said.push_str(before);
        said.push_str(&match prefix {
            "" => arg.to_owned(),
            "date" => dates::of_text(arg, language),
            "phrase" => serde_json::from_str(arg).map_or_else(|_| arg.to_owned(), |own| say(&own, language)),
            "number" => arg.parse().map_or_else(|_| arg.to_owned(), |value| number(value, language)),
            // A sentence begins with a capital; what people wrote themselves is never changed.
            _ if said.is_empty() => capital(&word(prefix, arg, language)),
            _ => word(prefix, arg, language),
        });
        rest = after;
    }
    said + rest
}

/// A word as it begins a sentence or stands alone.
pub fn capital(word: &str) -> String {
    let mut rest = word.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// A common noun that begins with a capital, as it stands within a sentence.
pub fn within(noun: &str, tag: &str) -> String {
    (language(tag).within)(noun)
}

/// The word for a name that files use, like `word("evidence_level", "hypothesis", "en")`: the name of a table, a field
/// or a choice. Without a word it is the name itself with spaces.
pub fn word(prefix: &str, name: &str, language: &str) -> String {
    template(&format!("{prefix}.{name}"), language).map_or_else(|| name.replace('_', " "), str::to_owned)
}

/// A word of the outline as Markdown, by its English name: what it is called in a language.
pub fn outline_word<'a>(name: &'a str, tag: &str) -> &'a str {
    let own = language(tag).outline.iter().find(|(own, _)| *own == name);
    own.map_or(name, |(_, word)| word)
}

/// The English name of a word of the outline, in whichever language it is; itself where it is none of ours.
pub fn outline_name(word: &str) -> &str {
    let key = word.to_lowercase().replace([' ', '-'], "_");
    OUTLINE.get(&key).copied().unwrap_or(word)
}

/// Names of departments and systems, in small letters, that stages should not be called.
pub(crate) fn department_words(tag: &str) -> &'static [&'static str] {
    language(tag).departments
}

/// Pain points that many maps have, in the order in which they are offered.
pub fn common_pains(language: &str) -> Vec<String> {
    (1..).map_while(|at| template(&format!("common_pain.{at}"), language)).map(str::to_owned).collect()
}

/// The name that a new lane of a kind gets.
pub fn lane_title(kind: LaneKind, language: &str) -> String {
    word("lane_kind", kind.name(), language)
}
