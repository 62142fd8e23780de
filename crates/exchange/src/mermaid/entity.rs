//! Mermaid's entity codes: `#58;` and `#colon;`-like names stand for characters that would end a name.

use super::EMPTY;

/// A character of a line, and whether it came from an entity code: such a one is never syntax.
pub(super) type Char = (char, bool);

/// The characters of a line, with entity codes taken for what they mean.
pub(super) fn chars_of(line: &str) -> Vec<Char> {
    let mut found = Vec::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if first == '#'
            && let Some(end) = rest.find(';')
            && let Some(meant) = meaning(&rest[1..end])
        {
            found.push((meant, true));
            rest = &rest[end + 1..];
            continue;
        }
        found.push((first, false));
        rest = &rest[first.len_utf8()..];
    }
    found
}

/// The character that a code stands for: a decimal number, or a name of HTML that people use in diagrams.
fn meaning(code: &str) -> Option<char> {
    if let Ok(number) = code.parse::<u32>() {
        return char::from_u32(number).filter(|meant| *meant != '\0');
    }
    Some(match code {
        "amp" => '&',
        "apos" => '\'',
        "colon" => ':',
        "comma" => ',',
        "gt" => '>',
        "hellip" => '…',
        "lt" => '<',
        "mdash" => '—',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "num" => '#',
        "quot" => '"',
        "semi" => ';',
        "euro" => '€',
        "infin" => '∞',
        "hearts" => '♥',
        _ => return None,
    })
}

/// The words of a part of a line: outer blanks off, `<br>` as a line break.
pub(super) fn words_of(part: &[Char]) -> String {
    let blank = |char: &Char| !char.1 && char.0.is_whitespace();
    let from = part.iter().position(|char| !blank(char)).unwrap_or(part.len());
    let to = part.iter().rposition(|char| !blank(char)).map_or(from, |at| at + 1);
    let mut words = String::new();
    let mut rest = &part[from..to];
    while let Some(((char, escaped), after)) = rest.split_first() {
        if *char == '<'
            && !escaped
            && let Some(skip) = line_break(rest)
        {
            words.push('\n');
            rest = &rest[skip..];
            continue;
        }
        words.push(*char);
        rest = after;
    }
    if words.chars().eq([EMPTY]) { String::new() } else { words }
}

/// How many characters `<br>`, `<br/>` or `<br />` takes at the start, if it is there.
fn line_break(part: &[Char]) -> Option<usize> {
    let end = part.iter().take(8).position(|(char, escaped)| *char == '>' && !escaped)?;
    let inside: String = part[1..end].iter().map(|(char, _)| char.to_ascii_lowercase()).collect();
    matches!(inside.trim_end().trim_end_matches('/').trim_end(), "br").then_some(end + 1)
}

/// A name, written so that it comes back as it is wherever Mermaid takes one. `also` names further characters that
/// would end it there.
pub(super) fn written(name: &str, also: &[char]) -> String {
    if name.is_empty() {
        return code(EMPTY);
    }
    let mut out = String::with_capacity(name.len());
    let (mut before, mut at_start) = (' ', true);
    let mut rest = name.chars().peekable();
    while let Some(char) = rest.next() {
        let outer = at_start || rest.peek().is_none();
        let unsafe_here = matches!(char, ':' | ';' | '#' | '<' | '\r')
            || (char == '%' && before == '%')
            || (char == '}' && before == '%')
            || also.contains(&char)
            || (outer && char != '\n' && (char.is_whitespace() || char == EMPTY));
        match char {
            '\n' => out.push_str("<br/>"),
            _ if unsafe_here => out.push_str(&code(char)),
            _ => out.push(char),
        }
        (before, at_start) = (char, false);
    }
    // A name that begins like a keyword, or like a fence, would be taken for one.
    let first_word =
        out.split(|char: char| !char.is_ascii_alphabetic()).next().unwrap_or_default().to_ascii_lowercase();
    let keyword = ["journey", "title", "section", "acctitle", "accdescr"].contains(&first_word.as_str());
    let fence =
        out.starts_with("```") || out.starts_with("~~~") || out.starts_with("---") || out.starts_with("%%");
    if (keyword || fence)
        && let Some(first) = name.chars().next()
    {
        out.replace_range(..first.len_utf8(), &code(first));
    }
    out
}

fn code(char: char) -> String {
    format!("#{};", u32::from(char))
}

#[cfg(test)]
mod tests {
    use super::{chars_of, words_of, written};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_name_comes_back(name in "[ -~\\n\u{200b}\u{a0}äß€#:;,%<>]{0,24}") {
            let out = written(&name, &[',']);
            prop_assert!(!out.contains('\n'));
            // As it stands in a line: with blanks around it.
            let back = words_of(&chars_of(&format!(" {out} ")));
            prop_assert!(back == name || (name == "\u{200b}" && back.is_empty()), "{:?} {:?} {:?}", name, out, back);
        }
    }

    #[test]
    fn names_of_entities_and_line_breaks() {
        let said = words_of(&chars_of("A#58; b#semi; #num;1 <BR /> next #unknown; #amp;"));
        assert_eq!(said, "A: b; #1 \n next #unknown; &");
    }
}
