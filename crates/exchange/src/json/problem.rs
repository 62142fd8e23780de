//! What serde found wrong, as sentences: its own are in English only.

use crate::shortened;
use journey::Phrase;
use serde_json::{Error, Value};

/// How serde's words for broken JSON begin, and the word of ours for it.
const SYNTAX: [(&str, &str); 16] = [
    ("EOF", "ends"),
    ("expected `:`", "colon"),
    ("expected `,`", "comma"),
    ("expected ident", "value"),
    ("expected value", "value"),
    ("expected `\"`", "name"),
    ("key must be a string", "name"),
    ("trailing comma", "comma_too_many"),
    ("trailing characters", "more"),
    ("invalid number", "number"),
    ("number out of range", "number_range"),
    ("control character", "control"),
    ("invalid escape", "escape"),
    ("invalid unicode", "escape"),
    ("lone leading surrogate", "escape"),
    ("unexpected end of hex escape", "escape"),
];

/// What is expected of a value, by serde's word for it.
const KINDS: [(&str, &str); 12] = [
    ("f64", "number"),
    ("u8", "whole"),
    ("u32", "whole"),
    ("i64", "whole"),
    ("a string", "text"),
    ("a boolean", "flag"),
    ("a sequence", "list"),
    ("a map", "object"),
    ("struct ", "object"),
    ("a date", "date"),
    ("a day or a month", "date"),
    ("an id", "id"),
];

/// Why a text is no JSON.
pub(super) fn syntax(error: &Error) -> Phrase {
    let said = error.to_string();
    let known = SYNTAX.iter().find(|(begin, _)| said.starts_with(begin));
    // The only other one is about braces in braces in braces.
    Phrase::new(&format!("read.json.{}", known.map_or("depth", |(_, name)| name)))
}

/// Why a record cannot be made from its fields, of which one has this value.
pub(super) fn of_record(error: &Error, value: Option<&Value>) -> Phrase {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let own = || said.strip_prefix("expected ").map(|rest| ("", rest));
    let wanted = said.split_once(", expected ").or_else(own).map_or("", |(_, wanted)| wanted);
    if let Some(choices) = wanted.strip_prefix("one of ") {
        return Phrase::new("read.one-of").with(choices.replace('`', "\"")).with_phrase(&found(value));
    }
    match KINDS.iter().find(|(word, _)| wanted.starts_with(word)) {
        Some((_, kind)) => expected(kind, value),
        None => Phrase::new("read.does-not-fit").with_phrase(&found(value)).with(said),
    }
}

/// Something of a kind was expected, and something else was there.
pub(super) fn expected(kind: &str, value: Option<&Value>) -> Phrase {
    Phrase::new("read.expected").with(kind).with_phrase(&found(value))
}

/// What was there.
pub(super) fn found(value: Option<&Value>) -> Phrase {
    match value {
        None => Phrase::new("read.found.nothing"),
        Some(Value::Array(_)) => Phrase::new("read.found.list"),
        Some(Value::Object(_)) => Phrase::new("read.found.object"),
        Some(value) => Phrase::new("read.found.value").with(shortened(&value.to_string(), 40)),
    }
}
