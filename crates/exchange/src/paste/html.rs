//! Markup as Excel, LibreOffice, Word, browsers and whiteboards put it on a clipboard: tables, lists, headings.

use super::{Content, Line, listed, own, plain};
use dom_query::{Document, NodeRef};
use std::collections::HashMap;

/// What markup says.
pub(super) struct Marked {
    pub content: Content,
    /// Whether it says more than its plain text: a table, a list, a heading, cards of our own.
    pub rich: bool,
}

/// The widest and longest a merged cell counts as: a stray number must not make a million cells.
const WIDEST: usize = 1000;

/// Reads markup; none where it holds no words.
pub(super) fn read(html: &str) -> Option<Marked> {
    let document = Document::from(html);
    if let Some(cards) = own::read(&document) {
        return Some(Marked { content: Content::Cards(Box::new(cards)), rich: true });
    }
    let mut flow = Flow::default();
    flow.walk(document.body().unwrap_or_else(|| document.root()));
    flow.ends();
    if !flow.tables.is_empty() && flow.lines.is_empty() {
        return Some(Marked { content: listed(flow.tables), rich: true });
    }
    // A table among paragraphs: its cells are lines where it stood, and come last here.
    let cells = flow.tables.into_iter().flatten().filter(|cell| !cell.is_empty());
    flow.lines.extend(cells.map(|text| Line { text, heading: false }));
    if flow.lines.is_empty() {
        return None;
    }
    Some(Marked { content: Content::Lines(flow.lines), rich: flow.rich })
}

/// All words as one line.
pub(super) fn whole(html: &str) -> Option<Content> {
    let Some(Marked { content: Content::Lines(lines), .. }) = read(html) else { return None };
    let text: Vec<String> = lines.into_iter().map(|line| line.text).collect();
    plain::whole(&text.join("\n"))
}

/// Lines as they arise while a page is walked through.
#[derive(Default)]
struct Flow {
    lines: Vec<Line>,
    /// The rows of all tables.
    tables: Vec<Vec<String>>,
    /// The line under way.
    line: String,
    heading: bool,
    /// How many items of a list lie around: a line break in one does not end it.
    items: usize,
    rich: bool,
}

impl Flow {
    fn walk(&mut self, node: NodeRef<'_>) {
        for child in node.children() {
            if child.is_text() {
                self.line.push_str(&child.text());
            } else if child.is_element() {
                self.element(child);
            }
        }
    }

    fn element(&mut self, element: NodeRef<'_>) {
        let name = element.node_name().unwrap_or_default();
        match &*name {
            "script" | "style" | "head" | "title" | "meta" | "link" | "template" | "noscript" => {}
            _ if is_hidden(element) || is_word_mark(element) => {}
            "br" if self.items > 0 => self.line.push('\u{b}'),
            "br" => self.ends(),
            "table" => {
                self.ends();
                self.rich = true;
                self.tables.extend(grid(element));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.ends();
                self.rich = true;
                self.heading = true;
                self.walk(element);
                self.ends();
            }
            "li" => {
                self.ends();
                self.rich = true;
                self.items += 1;
                self.walk(element);
                self.items -= 1;
                self.ends();
            }
            // Word's lists are paragraphs that say so by their class or style.
            "p" | "div" if is_word_item(element) => {
                self.ends();
                self.rich = true;
                self.walk(element);
                let line = std::mem::take(&mut self.line);
                self.line = without_word_bullet(&line).to_owned();
                self.ends();
            }
            "p" if self.items > 0 && self.line.trim().is_empty() => self.walk(element),
            "p" | "div" | "section" | "article" | "blockquote" | "pre" | "ul" | "ol" | "dl" | "dt" | "dd"
            | "header" | "footer" | "figure" | "figcaption" | "hr" | "address" => {
                self.ends();
                self.walk(element);
                self.ends();
            }
            _ => self.walk(element),
        }
    }

    /// Ends a line; an empty one is none.
    fn ends(&mut self) {
        let words = collapsed(&std::mem::take(&mut self.line));
        let heading = std::mem::take(&mut self.heading);
        if words.is_empty() {
            return;
        }
        if heading {
            return self.lines.push(Line { text: words, heading });
        }
        let text = plain::unmarked(&words).unwrap_or(&words).trim().to_owned();
        if !text.is_empty() {
            self.lines.push(Line { text, heading });
        }
    }
}

/// Words as a browser shows them: runs of spaces are one, line breaks that were meant stay.
fn collapsed(text: &str) -> String {
    let lines = text.split('\u{b}').map(|line| {
        // A no-break space holds words together, but at the ends it is only room.
        line.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n").trim_matches(|char: char| char.is_whitespace()).to_owned()
}

fn is_hidden(element: NodeRef<'_>) -> bool {
    let style = element.attr_or("style", "").to_lowercase().replace(' ', "");
    style.contains("display:none") || style.contains("mso-hide:all")
}

/// The bullet that Word writes as text before an item.
fn is_word_mark(element: NodeRef<'_>) -> bool {
    let style = element.attr_or("style", "").to_lowercase().replace(' ', "");
    style.contains("mso-list:ignore")
}

fn is_word_item(element: NodeRef<'_>) -> bool {
    element.attr_or("class", "").starts_with("MsoListParagraph")
        || element.attr_or("style", "").to_lowercase().replace(' ', "").contains("mso-list:l")
}

/// An item of Word without the bullet that stayed where its style was taken away: `·Item`, `oItem`, `1.Item`.
fn without_word_bullet(line: &str) -> &str {
    let line = line.trim();
    if let Some(rest) = plain::unmarked(line) {
        return rest;
    }
    if let Some(rest) = line.strip_prefix(['·', '§', '•', '▪']) {
        return rest.trim_start();
    }
    match line.strip_prefix('o') {
        Some(rest) if rest.starts_with(['\u{a0}', ' ']) => rest.trim(),
        _ => line,
    }
}

/// The cells of a table. A merged cell says its words where it begins; the others that it covers are empty.
fn grid(table: NodeRef<'_>) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut taken: HashMap<(usize, usize), ()> = HashMap::new();
    for row in rows_of(table) {
        let at = rows.len();
        let mut cells: Vec<String> = Vec::new();
        for cell in
            row.element_children().into_iter().filter(|cell| cell.has_name("td") || cell.has_name("th"))
        {
            while taken.contains_key(&(at, cells.len())) {
                cells.push(String::new());
            }
            let many = |name: &str| cell.attr_or(name, "1").trim().parse().unwrap_or(1).clamp(1, WIDEST);
            let (wide, long) = (many("colspan"), many("rowspan"));
            let column = cells.len();
            for (down, right) in (0..long).flat_map(|down| (0..wide).map(move |right| (down, right))) {
                taken.insert((at + down, column + right), ());
            }
            cells.push(words_of(cell));
            cells.resize(column + wide, String::new());
        }
        rows.push(cells);
    }
    rows
}

/// The rows of a table, but not those of a table within.
fn rows_of(table: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    let mut rows = Vec::new();
    for child in table.element_children().into_iter().filter(|child| !is_hidden(*child)) {
        if child.has_name("tr") {
            rows.push(child);
        } else if ["tbody", "thead", "tfoot"].iter().any(|name| child.has_name(name)) {
            rows.extend(rows_of(child));
        }
    }
    rows
}

/// What a cell says, with the line breaks that it shows.
fn words_of(cell: NodeRef<'_>) -> String {
    let mut flow = Flow::default();
    flow.walk(cell);
    flow.ends();
    let lines = flow.lines.into_iter().map(|line| line.text);
    lines
        .chain(flow.tables.into_iter().flatten().filter(|text| !text.is_empty()))
        .collect::<Vec<_>>()
        .join("\n")
}
