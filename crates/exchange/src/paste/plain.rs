//! Plain text: lines with or without bullets, and tables with tabs between their cells.

use super::{Content, Line, listed};

/// Marks that programs set before the items of a list.
const BULLETS: &[char] = &['-', '*', '•', '–', '—', '·', '▪', '◦', '‣', '●', '○', '■', '□', '☐', '☑', '✓'];

/// Whether it is something else than text: programs write control characters only by mistake, other bytes are full of
/// them.
pub(super) fn is_binary(text: &str) -> bool {
    let odd = |char: char| char.is_control() && !matches!(char, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}');
    let odd = text.chars().filter(|char| odd(*char) || *char == '\u{fffd}').count();
    text.contains('\0') || odd * 20 > text.len()
}

fn lines(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n")
}

/// The text as one line of several.
pub(super) fn whole(text: &str) -> Option<Content> {
    let text = lines(text).trim().to_owned();
    (!text.is_empty()).then(|| Content::Lines(vec![Line { text, heading: false }]))
}

/// Reads lines, or a table where cells are parted by tabs.
pub(super) fn read(text: &str) -> Option<Content> {
    let text = lines(text);
    if text.trim().is_empty() {
        return None;
    }
    if is_table(&text) {
        return Some(listed(cells(&text)));
    }
    Some(Content::Lines(text.lines().filter_map(line).collect()))
}

/// Whether tabs part cells. Tabs that only indent are no table; a cell with line breaks stands in quotation marks.
fn is_table(text: &str) -> bool {
    let parts = |line: &str| {
        let rest = line.trim_start_matches('\t');
        let (indented, is_item) = (rest.len() < line.len(), unmarked(rest).is_some());
        rest.contains('\t') || (indented && !is_item && !rest.trim().is_empty())
    };
    text.lines().any(parts)
        || (text.starts_with('"') && text.trim_end().ends_with('"') && text.contains('\n'))
}

/// Cells as Excel, LibreOffice and this program write them: those with tabs, line breaks or quotation marks in them
/// stand in quotation marks, which are doubled inside.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(char) = chars.next() {
        let row = rows.len() - 1;
        let cell = rows[row].last_mut();
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                push(cell, '"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.as_ref().is_some_and(|cell| cell.is_empty()) && closes(&chars) => quoted = true,
            '\t' if !quoted => rows[row].push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            _ => push(cell, char),
        }
    }
    for cell in rows.iter_mut().flatten() {
        *cell = cell.trim().to_owned();
    }
    rows
}

fn push(cell: Option<&mut String>, char: char) {
    if let Some(cell) = cell {
        cell.push(char);
    }
}

/// Whether a quotation mark that begins a cell has a partner that ends one: people quote in the midst of words too.
fn closes(rest: &std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    let mut rest = rest.clone();
    while let Some(char) = rest.next() {
        if char != '"' {
            continue;
        }
        match rest.peek() {
            Some('"') => {
                rest.next();
            }
            next => return matches!(next, None | Some('\t' | '\n')),
        }
    }
    false
}

/// A line as a card or a heading; none where nothing is in it.
pub(super) fn line(line: &str) -> Option<Line> {
    let line = line.trim();
    let heading = line.trim_start_matches('#');
    let marks = line.len() - heading.len();
    let (text, heading) = if (1..=6).contains(&marks) && heading.starts_with(' ') {
        (heading.trim().trim_end_matches('#').trim_end(), true)
    } else {
        (unmarked(line).unwrap_or(line), false)
    };
    (!text.is_empty()).then(|| Line { text: text.to_owned(), heading })
}

/// A line without its bullet, number or box; none where it has none.
pub(super) fn unmarked(line: &str) -> Option<&str> {
    let bare = line.trim_start();
    let begun = bare.strip_prefix(BULLETS).or_else(|| numbered(bare)).filter(|rest| is_apart(rest));
    let boxed = begun.unwrap_or(bare).trim_start();
    let unboxed = ["[ ]", "[x]", "[X]", "[]"].iter().find_map(|mark| boxed.strip_prefix(mark));
    unboxed.filter(|rest| is_apart(rest)).or(begun).map(str::trim_start)
}

/// What follows a number with a full stop or a bracket.
fn numbered(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|char: char| char.is_ascii_digit());
    if rest.len() == line.len() || line.len() - rest.len() > 3 {
        return None;
    }
    rest.strip_prefix(['.', ')'])
}

fn is_apart(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(char::is_whitespace)
}
