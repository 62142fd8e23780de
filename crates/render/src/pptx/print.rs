//! What stands on a slide, as a fingerprint: it tells whether a slide of ours was changed by hand.
//!
//! Programs write a slide anew when they save it, so bytes tell nothing. Compared are words, boxes on the grid, fills
//! and the look of words. LibreOffice besides writes lines and colours of words by value and lays connectors anew; a
//! slide that went through it is compared without these.

use super::mark::Mark;
use super::measure::GRID;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The fingerprint of what stands on a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Print {
    /// Of all that is compared.
    pub(super) exact: u64,
    /// Of what LibreOffice keeps.
    pub(super) plain: u64,
}

/// What was read from a slide.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The mark, where the slide is ours.
    pub(super) mark: Option<Mark>,
    /// The words of the title.
    pub(super) title: String,
    /// Whether LibreOffice wrote it.
    pub(super) by_office: bool,
    /// Whether the slide is left out of the show.
    pub(super) is_hidden: bool,
    /// The words of the body, which is where speakers' notes stand.
    body: String,
    print: Print,
}

impl Seen {
    /// The fingerprint together with that of what the speaker says.
    pub(super) fn print(&self, notes: &str) -> Print {
        let notes = hash(plain_words(notes).as_bytes());
        Print { exact: self.print.exact ^ notes, plain: self.print.plain ^ notes }
    }

    /// What the speaker says, read from a slide's notes.
    pub(super) fn notes(&self) -> &str {
        &self.body
    }

    /// Whether the slide stands as it was made, with these notes.
    pub(super) fn is_untouched(&self, notes: &str) -> bool {
        let now = self.print(notes);
        self.mark.is_some_and(|mark| {
            now.exact == mark.print.exact || self.by_office && now.plain == mark.print.plain
        })
    }
}

/// FNV-1a.
pub(super) fn hash(bytes: &[u8]) -> u64 {
    Hash::default().bytes(bytes).0
}

#[derive(Clone, Copy)]
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn bytes(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    fn words(self, words: &str) -> Self {
        self.bytes(words.as_bytes()).bytes(&[0xff])
    }

    fn number(self, number: i64) -> Self {
        self.bytes(&number.to_le_bytes())
    }
}

/// Words without what programs add or drop: soft hyphens, joiners, and how much space there is between two.
fn plain_words(words: &str) -> String {
    let shown: String =
        words.chars().filter(|own| !matches!(own, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A shape while it is read.
#[derive(Default)]
struct Shape {
    is_group: bool,
    is_connector: bool,
    place: Option<String>,
    name: String,
    alt: String,
    turned: i64,
    flipped: bool,
    corner: Option<[i64; 2]>,
    extent: Option<[i64; 2]>,
    form: String,
    fill: String,
    /// The colours of a gradient.
    shade: String,
    line: String,
    /// Words of one look after the other.
    runs: Vec<(Look, String)>,
}

/// How words look.
#[derive(Clone, Debug, Default, PartialEq)]
struct Look {
    size: String,
    bold: bool,
    italic: bool,
    underlined: bool,
    color: String,
}

/// Where in a shape the reader is.
#[derive(Default)]
struct Within {
    style: bool,
    shade: bool,
    line: bool,
    body: bool,
    run: bool,
    /// Between two lines: its look is seen by nobody.
    pause: bool,
    text: bool,
}

/// Reads a slide, or the notes of one. None for what is not XML.
pub(super) fn read(xml: &str) -> Option<Seen> {
    let mut reader = Reader::from_str(xml);
    let mut seen = Seen::default();
    let mut open: Vec<Shape> = Vec::new();
    let mut within = Within::default();
    let mut exact = Hash::default();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => begin(&start, false, &mut seen, &mut open, &mut within),
            Event::Empty(start) => {
                begin(&start, true, &mut seen, &mut open, &mut within);
                if is_shape(local(start.name().as_ref())) {
                    end(open.pop()?, &mut seen, &mut exact);
                }
            }
            Event::End(name) => {
                let name = name.name();
                let name = local(name.as_ref());
                match name {
                    "style" => within.style = false,
                    "gradFill" => within.shade = false,
                    "ln" => within.line = false,
                    "txBody" => within.body = false,
                    "rPr" => within.run = false,
                    "br" => within.pause = false,
                    "t" => within.text = false,
                    "p" if within.body => push(&mut open, "\n"),
                    _ if is_shape(name) => end(open.pop()?, &mut seen, &mut exact),
                    _ => {}
                }
            }
            Event::Text(text) if within.text => push(&mut open, text.as_ref()),
            Event::GeneralRef(name) if within.text => push(&mut open, &entity(name.as_ref())),
            Event::Eof => break,
            _ => {}
        }
    }
    seen.print.exact = seen.print.exact.wrapping_add(exact.0);
    Some(seen)
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn is_shape(name: &str) -> bool {
    matches!(name, "sp" | "cxnSp" | "pic" | "graphicFrame" | "grpSp")
}

fn entity(name: &str) -> String {
    let number = |digits: &str, radix| {
        u32::from_str_radix(digits, radix).ok().and_then(char::from_u32).map(String::from)
    };
    let known = match name {
        "amp" => Some("&".into()),
        "lt" => Some("<".into()),
        "gt" => Some(">".into()),
        "quot" => Some("\"".into()),
        "apos" => Some("'".into()),
        _ => match name.strip_prefix("#x") {
            Some(digits) => number(digits, 16),
            None => name.strip_prefix('#').and_then(|digits| number(digits, 10)),
        },
    };
    known.unwrap_or_default()
}

fn push(open: &mut [Shape], text: &str) {
    if let Some((_, words)) = open.last_mut().and_then(|shape| shape.runs.last_mut()) {
        words.push_str(text);
    }
}

/// The value of an attribute by its name without prefix.
fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().with_checks(false).flatten().find(|own| own.key.as_ref() == name)?;
    Some(
        found
            .normalized_value(XmlVersion::Implicit1_0)
            .map_or_else(|_| found.value.to_string(), |value| value.into_owned()),
    )
}

fn number(start: &BytesStart<'_>, name: &str) -> i64 {
    value(start, name).and_then(|value| value.parse().ok()).unwrap_or_default()
}

fn is_on(start: &BytesStart<'_>, name: &str) -> bool {
    value(start, name).is_some_and(|value| value == "1" || value == "true")
}

fn begin(
    start: &BytesStart<'_>,
    is_empty: bool,
    seen: &mut Seen,
    open: &mut Vec<Shape>,
    within: &mut Within,
) {
    let name = start.name();
    let name = local(name.as_ref());
    if is_shape(name) {
        let (is_group, is_connector) = (name == "grpSp", name == "cxnSp");
        open.push(Shape { is_group, is_connector, ..Shape::default() });
        *within = Within::default();
        return;
    }
    let Some(shape) = open.last_mut() else {
        match name {
            "sld" => {
                seen.is_hidden = value(start, "show").is_some_and(|value| value == "0" || value == "false")
            }
            // What moves or fades was added by hand.
            "timing" | "fade" | "push" | "wipe" | "cut" | "cover" | "split" | "dissolve" | "morph"
            | "prstTrans" => {
                seen.print.exact = seen.print.exact.wrapping_add(hash(name.as_bytes()));
                seen.print.plain = seen.print.plain.wrapping_add(hash(name.as_bytes()));
            }
            _ => {}
        }
        return;
    };
    match name {
        "cNvPr" if shape.name.is_empty() => {
            shape.name = value(start, "name").unwrap_or_default();
            shape.alt = value(start, "descr").unwrap_or_default();
        }
        "ph" => shape.place = Some(value(start, "type").unwrap_or_else(|| "body".into())),
        "xfrm" => {
            shape.turned = number(start, "rot");
            shape.flipped = is_on(start, "flipH") != is_on(start, "flipV");
        }
        "off" if shape.corner.is_none() => shape.corner = Some([number(start, "x"), number(start, "y")]),
        "ext" if shape.extent.is_none() && value(start, "uri").is_none() => {
            shape.extent = Some([number(start, "cx"), number(start, "cy")]);
        }
        "prstGeom" => shape.form = value(start, "prst").unwrap_or_default(),
        "style" => within.style = !is_empty,
        "gradFill" => within.shade = !is_empty,
        "ln" if !is_empty => within.line = true,
        "txBody" => within.body = true,
        "blip" => shape.fill = "picture".into(),
        "r" | "fld" if within.body => shape.runs.push(<(Look, String)>::default()),
        "rPr" if within.body && !within.pause => {
            within.run = !is_empty;
            if let Some((look, _)) = shape.runs.last_mut() {
                look.size = value(start, "sz").unwrap_or_default();
                look.bold = is_on(start, "b");
                look.italic = is_on(start, "i");
                look.underlined = value(start, "u").is_some_and(|value| value != "none");
            }
        }
        "t" => within.text = !is_empty,
        "br" if within.body => {
            within.pause = !is_empty;
            push(open, "\n");
        }
        "schemeClr" | "srgbClr" if !within.style => {
            let color = value(start, "val").unwrap_or_default().to_lowercase();
            match (within.line, within.run, within.body) {
                (true, _, _) => shape.line += &color,
                (false, true, true) => {
                    if let Some((look, _)) = shape.runs.last_mut() {
                        look.color += &color;
                    }
                }
                (false, _, false) if within.shade => shape.shade += &color,
                (false, _, false) => shape.fill += &color,
                (false, false, true) => {}
            }
        }
        _ => {}
    }
}

/// Takes a shape into the fingerprint.
fn end(shape: Shape, seen: &mut Seen, exact: &mut Hash) {
    if let Some(mark) = Mark::parse(&shape.name) {
        seen.mark = Some(mark);
        return;
    }
    let words = plain_words(&shape.runs.iter().map(|(_, words)| words.as_str()).collect::<String>());
    let place = shape.place.as_deref().unwrap_or_default();
    match place {
        "title" | "ctrTitle" => {
            seen.by_office = shape.name.starts_with("PlaceHolder");
            seen.title.clone_from(&words);
        }
        "body" => {
            seen.body += &shape.runs.iter().map(|(_, words)| words.as_str()).collect::<String>();
        }
        // The number counts by itself.
        "sldNum" => return,
        _ => {}
    }
    let on_grid = |[x, y]: [i64; 2]| [x, y].map(|own| (own as f64 / GRID as f64).round() as i64);
    let mut hash = Hash::default().words(&words).number(shape.turned);
    if place.is_empty() {
        // The look of words in places is the master's.
        for (look, words) in merged(&shape.runs, false) {
            let flags = [look.bold, look.italic, look.underlined].map(u8::from);
            hash = hash.words(&words).words(&look.size).bytes(&flags);
        }
        hash = hash.words(&shape.fill);
    }
    let mut all = hash;
    // Footers stand where the master has them.
    let boxes = [shape.corner, shape.extent].map(|own| own.map(on_grid)).into_iter().flatten().flatten();
    if place != "ftr" {
        let boxed = boxes.fold(hash, Hash::number);
        all = boxed;
        hash = if shape.is_connector { hash } else { boxed };
    }
    if place.is_empty() {
        all = all
            .words(&shape.shade)
            .words(&shape.line)
            .words(&shape.form)
            .words(&shape.alt)
            .bytes(&[u8::from(shape.flipped)]);
        for (look, _) in merged(&shape.runs, true) {
            all = all.words(&look.color);
        }
    }
    *exact = exact.number(all.0 as i64);
    // Groups get the box of what lies in them, and footers move behind everything: a sum has no order.
    if !shape.is_group {
        seen.print.plain = seen.print.plain.wrapping_add(hash.0 | 1);
    }
}

/// Words of one look in one piece: programs cut them where a dictionary does not know a word.
fn merged(runs: &[(Look, String)], by_color: bool) -> Vec<(Look, String)> {
    let mut found: Vec<(Look, String)> = Vec::new();
    for (look, words) in runs {
        let color = if by_color { look.color.clone() } else { String::new() };
        let look = Look { color, ..look.clone() };
        match found.last_mut() {
            Some((own, before)) if *own == look => before.push_str(words),
            _ => found.push((look, words.clone())),
        }
    }
    found.iter_mut().for_each(|(_, words)| *words = plain_words(words));
    found
}
