//! The lines of an outline, told apart by how they begin.

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Title,
    Stage,
    Lane,
    Bullet,
    Quote,
    Text,
}

/// A line, or a bullet with the lines that go on with it.
#[derive(Debug, PartialEq)]
pub(super) struct Block {
    /// From 1.
    pub(super) line: usize,
    pub(super) kind: Kind,
    /// Without the mark at the head.
    pub(super) text: String,
}

pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    // Blank lines belong to a bullet only if it goes on behind them.
    let mut blank = 0;
    for (at, line) in text.split('\n').enumerate() {
        if let (Some(last), Some(more)) = (found.last_mut(), line.strip_prefix("  "))
            && last.kind == Kind::Bullet
        {
            if more.trim().is_empty() {
                blank += 1;
                continue;
            }
            last.text.push_str(&"\n".repeat(blank + 1));
            last.text.push_str(more);
            blank = 0;
            continue;
        }
        if line.trim().is_empty() {
            blank += 1;
            continue;
        }
        blank = 0;
        let (kind, text) = kind_of(line.trim());
        found.push(Block { line: at + 1, kind, text: text.to_owned() });
    }
    found
}

fn kind_of(line: &str) -> (Kind, &str) {
    let heading = line.len() - line.trim_start_matches('#').len();
    let rest = &line[heading..];
    if heading > 0 && (rest.is_empty() || rest.starts_with(' ')) {
        let kind = match heading {
            1 => Kind::Title,
            2 => Kind::Stage,
            _ => Kind::Lane,
        };
        return (kind, rest.trim());
    }
    if let Some(rest) = line.strip_prefix('>') {
        return (Kind::Quote, rest.trim());
    }
    for mark in ["- ", "* ", "+ ", "• "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return (Kind::Bullet, rest.trim_start());
        }
    }
    if line == "-" {
        return (Kind::Bullet, "");
    }
    let digits = line.len() - line.trim_start_matches(|char: char| char.is_ascii_digit()).len();
    if digits > 0
        && let Some(rest) = line[digits..].strip_prefix(". ")
    {
        return (Kind::Bullet, rest.trim_start());
    }
    (Kind::Text, line)
}
