//! Mermaid `journey` → document.

use super::entity::{Char, chars_of, words_of};
use super::{HIGH, LOW};
use crate::fresh::Fresh;
use crate::{Format, LeftOut, Read, ReadError, shortened, text_of};
use journey::{Card, Feeling, Fields, Id, LaneKind, Map, NewIds, Phrase, Stage};
use std::ops::Range;

/// Reads every `journey` diagram of a `.mmd` file, or of the fenced blocks of a Markdown file, as a map each.
///
/// Scores of 1–5 become feelings of −2…+2; where scores lie beyond, the scale is widened to them and kept in the map.
///
/// # Errors
/// [`ReadError::NotText`], and [`ReadError::NothingReadable`] where there is no journey diagram in it.
pub fn read(bytes: &[u8], ids: &mut dyn NewIds) -> Result<Read, ReadError> {
    let text = text_of(bytes)?;
    let lines: Vec<&str> = text.split('\n').collect();
    let mut left_out = Vec::new();
    let diagrams: Vec<Diagram> =
        sources(&lines).into_iter().flat_map(|source| parse(&lines, source, &mut left_out)).collect();
    if diagrams.iter().all(Diagram::is_empty) {
        return Err(ReadError::NothingReadable(Format::Mermaid));
    }
    let mut fresh = Fresh::new(ids);
    for diagram in &diagrams {
        build(diagram, &mut fresh);
    }
    Ok(Read { document: fresh.document, left_out })
}

#[derive(Default)]
struct Diagram {
    title: String,
    description: String,
    sections: Vec<Section>,
}

impl Diagram {
    fn is_empty(&self) -> bool {
        self.title.is_empty() && self.sections.is_empty()
    }
}

#[derive(Default)]
struct Section {
    name: String,
    tasks: Vec<Task>,
}

struct Task {
    name: String,
    score: Option<f64>,
    actors: Vec<String>,
}

/// The ranges of lines that hold Mermaid: the fenced blocks of Markdown, or else everything.
fn sources(lines: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, &str, bool)> = None;
    let mut any_fence = false;
    for (at, line) in lines.iter().enumerate() {
        let line = line.trim();
        let mark = &line[..line.len() - line.trim_start_matches(['`', '~']).len()];
        if mark.len() < 3 {
            continue;
        }
        match open {
            None => {
                let info = line[mark.len()..].trim_start_matches(['{', ' ', '.']).to_ascii_lowercase();
                let mermaid = info.starts_with("mermaid");
                any_fence |= mermaid;
                open = Some((at + 1, mark, mermaid));
            }
            Some((from, begun, mermaid)) if mark.starts_with(begun) && line.len() == mark.len() => {
                if mermaid {
                    found.push(from..at);
                }
                open = None;
            }
            Some(_) => {}
        }
    }
    if let Some((from, _, true)) = open {
        found.push(from..lines.len());
    }
    if any_fence { found } else { std::iter::once(0..lines.len()).collect() }
}

/// Reads the diagrams of one source. What is no journey diagram is passed over.
fn parse(lines: &[&str], source: Range<usize>, left_out: &mut Vec<LeftOut>) -> Vec<Diagram> {
    let mut found: Vec<Diagram> = Vec::new();
    let mut title_of_front_matter = String::new();
    let mut at = source.start;
    if let Some((title, after)) = front_matter(lines, &source) {
        (title_of_front_matter, at) = (title, after);
    }
    let mut in_directive = false;
    let mut strays: Vec<(usize, String)> = Vec::new();
    // What stands behind the `}` of a description on its last line.
    let mut behind: Option<String> = None;
    while at < source.end || behind.is_some() {
        let number = if behind.is_some() { at } else { at + 1 };
        let line = match behind.take() {
            Some(rest) => without_comments(&rest, &mut in_directive),
            None => {
                at += 1;
                without_comments(lines[at - 1], &mut in_directive)
            }
        };
        if let Some(diagram) = found.last_mut()
            && let Some(rest) = accessible(diagram, &line, &lines[at..source.end], &mut at)
        {
            behind = Some(rest).filter(|rest| !rest.trim().is_empty());
            continue;
        }
        for statement in statements(&line) {
            let said = words_of(&statement);
            let (keyword, rest) = keyword_of(&statement);
            if keyword == "journey" && words_of(rest).is_empty() {
                let told = |said: String| Phrase::new("left.before-journey").with(said);
                left_out.extend(strays.drain(..).map(|(line, said)| LeftOut::at(line, told(said))));
                let title = std::mem::take(&mut title_of_front_matter);
                found.push(Diagram { title, ..Diagram::default() });
                continue;
            }
            let Some(diagram) = found.last_mut() else {
                if !said.is_empty() {
                    strays.push((number, short(&said)));
                }
                continue;
            };
            match keyword.as_str() {
                "title" => diagram.title = words_of(rest),
                "section" => diagram.sections.push(Section { name: words_of(rest), tasks: Vec::new() }),
                _ if said.is_empty() => {}
                _ => {
                    if diagram.sections.is_empty() {
                        diagram.sections.push(Section::default());
                    }
                    let task = task_of(&statement, number, left_out);
                    if let Some(section) = diagram.sections.last_mut() {
                        section.tasks.push(task);
                    }
                }
            }
        }
    }
    // Still here: another kind of diagram. Its first line tells which, the others would say no more.
    if let Some((line, said)) = strays.into_iter().next() {
        left_out.push(LeftOut::at(line, Phrase::new("left.other-diagram").with(said)));
    }
    found
}

/// Reads `accTitle: …`, `accDescr: …` and `accDescr { … }`, which end with their line or their brace, never with a
/// `#` or a `;`. `at` goes over the lines `after` it that belong to it. Gives what stands behind, or nothing where the
/// line is none of these.
fn accessible(diagram: &mut Diagram, line: &str, after: &[&str], at: &mut usize) -> Option<String> {
    let line = line.trim_start();
    let word = line.find(|char: char| !char.is_ascii_alphabetic())?;
    let (name, rest) = (line[..word].to_ascii_lowercase(), line[word..].trim_start());
    let words = |text: &str| words_of(&chars_of(text));
    match (name.as_str(), rest.chars().next()?) {
        ("acctitle", ':') => {
            if diagram.title.is_empty() {
                diagram.title = words(&rest[1..]);
            }
            Some(String::new())
        }
        ("accdescr", ':') => {
            diagram.description = words(&rest[1..]);
            Some(String::new())
        }
        ("accdescr", '{') => {
            let mut text = rest[1..].to_owned();
            let mut more = after.iter();
            while !text.contains('}')
                && let Some(next) = more.next()
            {
                text.push('\n');
                text.push_str(next);
                *at += 1;
            }
            let (inside, behind) = text.split_once('}').unwrap_or((&text, ""));
            diagram.description = inside.lines().map(words).collect::<Vec<_>>().join("\n").trim().to_owned();
            Some(behind.to_owned())
        }
        _ => None,
    }
}

/// A `---` block at the head: its title, and the line after it.
fn front_matter(lines: &[&str], source: &Range<usize>) -> Option<(String, usize)> {
    let first = source.clone().find(|at| !lines[*at].trim().is_empty())?;
    if lines[first].trim() != "---" {
        return None;
    }
    let last = (first + 1..source.end).find(|at| lines[*at].trim() == "---")?;
    // The whole block may be indented; a title further in belongs to something else.
    let inside = &lines[first + 1..last];
    let indent = |line: &str| line.len() - line.trim_start().len();
    let least = inside.iter().filter(|line| !line.trim().is_empty()).map(|line| indent(line)).min();
    let title = inside
        .iter()
        .filter(|line| Some(indent(line)) == least)
        .find_map(|line| line.trim_start().strip_prefix("title:"))
        .unwrap_or_default()
        .trim();
    let quoted = [('"', '"'), ('\'', '\'')];
    let bare = quoted
        .iter()
        .find_map(|(open, close)| title.strip_prefix(*open)?.strip_suffix(*close))
        .unwrap_or(title);
    Some((bare.to_owned(), last + 1))
}

/// The line without `%%` comments and without `%%{…}%%` directives, which may go over several lines. A `%%` right behind
/// a word belongs to it: “50%%”.
fn without_comments(line: &str, in_directive: &mut bool) -> String {
    let mut kept = String::new();
    let mut rest = line;
    loop {
        if *in_directive {
            let Some(end) = rest.find("}%%") else { return kept };
            *in_directive = false;
            rest = &rest[end + 3..];
        }
        let Some(begin) = rest.find("%%") else {
            kept.push_str(rest);
            return kept;
        };
        kept.push_str(&rest[..begin]);
        rest = &rest[begin + 2..];
        if rest.starts_with('{') {
            *in_directive = true;
        } else if kept.ends_with(|char: char| !char.is_whitespace() && char != ';') {
            kept.push_str("%%");
        } else {
            return kept;
        }
    }
}

/// The statements of a line: parted by `;`, each up to its `#` comment. Mermaid cannot read a `#` in the name of a task,
/// nor one that begins a title or the name of a section; where a score follows it, or where nothing else would be left of
/// the name, we take it for a part of the name.
fn statements(line: &str) -> Vec<Vec<Char>> {
    let colon = |part: &[Char]| part.contains(&(':', false));
    let mut found = Vec::new();
    for part in chars_of(line).split(|char| *char == (';', false)) {
        let end = part.iter().position(|char| *char == ('#', false)).unwrap_or(part.len());
        let (before, after) = part.split_at(end);
        let part_of_name = match keyword_of(before) {
            (keyword, rest) if !keyword.is_empty() => keyword != "journey" && words_of(rest).is_empty(),
            _ => !words_of(before).is_empty() && !colon(before) && colon(after),
        };
        found.push(if part_of_name { part.to_vec() } else { before.to_vec() });
    }
    found
}

fn keyword_of(statement: &[Char]) -> (String, &[Char]) {
    let from = statement.iter().position(|(char, _)| !char.is_whitespace()).unwrap_or(statement.len());
    let word =
        statement[from..].iter().take_while(|(char, escaped)| !escaped && char.is_ascii_alphabetic()).count();
    let rest = &statement[from + word..];
    let ends = rest.first().is_none_or(|(char, escaped)| !escaped && (char.is_whitespace() || *char == ':'));
    let name: String =
        statement[from..from + word].iter().map(|(char, _)| char.to_ascii_lowercase()).collect();
    let with_colon = rest
        .iter()
        .find(|(char, _)| !char.is_whitespace())
        .is_some_and(|(char, escaped)| !escaped && *char == ':');
    let fits = match name.as_str() {
        "journey" => rest.iter().all(|(char, _)| char.is_whitespace()),
        // `title:` and `section:` would be tasks of that name.
        "title" | "section" => ends && !with_colon,
        _ => false,
    };
    if fits { (name, rest) } else { (String::new(), statement) }
}

fn task_of(statement: &[Char], line: usize, left_out: &mut Vec<LeftOut>) -> Task {
    let mut parts = statement.split(|char| *char == (':', false));
    let name = words_of(parts.next().unwrap_or_default());
    let score = words_of(parts.next().unwrap_or_default());
    let people = parts.next().unwrap_or_default();
    let score = match score.parse::<f64>() {
        Ok(number) if number.is_finite() => Some(number),
        _ if score.is_empty() => None,
        _ => {
            let what = Phrase::new("left.no-score").with(short(&score)).with(short(&name));
            left_out.push(LeftOut::at(line, what));
            None
        }
    };
    let mut actors: Vec<String> = Vec::new();
    for actor in people.split(|char| *char == (',', false)).map(words_of).filter(|actor| !actor.is_empty()) {
        if !actors.contains(&actor) {
            actors.push(actor);
        }
    }
    let more: Vec<String> = parts.map(words_of).filter(|part| !part.is_empty()).collect();
    if !more.is_empty() {
        let what = Phrase::new("left.behind-actors").with(short(&more.join(":"))).with(short(&name));
        left_out.push(LeftOut::at(line, what));
    }
    Task { name, score, actors }
}

fn short(words: &str) -> String {
    shortened(&words.replace('\n', " "), 60)
}

fn build(diagram: &Diagram, fresh: &mut Fresh) {
    let scores = || diagram.sections.iter().flat_map(|section| &section.tasks).filter_map(|task| task.score);
    let low = scores().fold(LOW, f64::min);
    let high = scores().fold(HIGH, f64::max);
    let map = fresh.map(Map {
        title: diagram.title.clone(),
        scenario: diagram.description.clone(),
        score_low: low,
        score_high: high,
        ..Map::default()
    });
    let lanes = fresh.starter_lanes(map, "en");
    let (actions, emotions) = (lanes[&LaneKind::Actions], lanes[&LaneKind::Emotions]);
    for section in &diagram.sections {
        let stage = fresh.stage(map, Stage { name: section.name.clone(), ..Stage::default() });
        for (at, task) in section.tasks.iter().enumerate() {
            let people: Vec<Id> = task.actors.iter().map(|actor| fresh.person(actor)).collect();
            for person in &people {
                fresh.cast(map, *person);
            }
            let card = Card {
                text: task.name.clone(),
                people: people.clone(),
                fields: Fields::new(),
                ..Card::default()
            };
            let card = fresh.card(actions, stage, card);
            let Some(score) = task.score else { continue };
            // Without the noise of binary fractions: 7.25 of 0–10 is 0.9.
            let value = ((-2.0 + 4.0 * (score - low) / (high - low)) * 1e9).round() / 1e9;
            let position = (at as f64 + 0.5) / section.tasks.len() as f64;
            let whose: Vec<Option<Id>> =
                if people.is_empty() { vec![None] } else { people.into_iter().map(Some).collect() };
            for person in whose {
                let (lane, card) = (emotions, Some(card));
                fresh.feeling(Feeling { lane, stage, position, person, value, card, ..Feeling::default() });
            }
        }
    }
}
