//! Decks as tests read them: parts, elements, and whether all leads where it says.

use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// The parts of a deck by name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a zip file");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut found = BTreeMap::new();
    for name in names {
        let mut bytes = Vec::new();
        zip.by_name(&name).expect("the part").read_to_end(&mut bytes).expect("bytes");
        // Pictures are not looked at here.
        found.insert(name, String::from_utf8_lossy(&bytes).into_owned());
    }
    found
}

/// An element with what lies in it.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name with prefix.
    pub name: String,
    /// Its attributes.
    pub attributes: BTreeMap<String, String>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// The words directly in it.
    pub text: String,
}

impl Element {
    /// Reads a part.
    pub fn parse(xml: &str) -> Self {
        let mut reader = quick_xml::Reader::from_str(xml);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => {
                    let own = Self::of(&start);
                    open.last_mut().expect("a parent").children.push(own);
                }
                Event::End(_) => {
                    let own = open.pop().expect("an open element");
                    open.last_mut().expect("a parent").children.push(own);
                }
                Event::Text(text) => open.last_mut().expect("a parent").text += text.as_ref(),
                Event::GeneralRef(name) => {
                    let name: &str = name.as_ref();
                    let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'")];
                    let value = known.iter().find(|(own, _)| *own == name).expect("a known entity").1;
                    open.last_mut().expect("a parent").text += value;
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let mut root = open.pop().expect("the document");
        assert!(open.is_empty() && root.children.len() == 1, "one root, all closed");
        root.children.remove(0)
    }

    fn of(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = attribute.value.replace("&quot;", "\"").replace("&amp;", "&");
            (attribute.key.as_ref().to_owned(), value)
        });
        let name = start.name().as_ref().to_owned();
        Self { name, attributes: attributes.collect(), ..Self::default() }
    }

    fn all<'e>(&'e self, name: &str, found: &mut Vec<&'e Self>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            child.all(name, found);
        }
    }

    /// Every element of a name, at any depth.
    pub fn find_all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        self.all(name, &mut found);
        found
    }

    /// The first of these.
    pub fn first(&self, name: &str) -> Option<&Self> {
        self.find_all(name).into_iter().next()
    }

    /// The first child of a name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// An attribute, or nothing.
    pub fn value(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// The words of a shape, a paragraph a line.
    pub fn words(&self) -> String {
        let paragraphs = self.find_all("a:p");
        let line =
            |own: &&Self| own.find_all("a:t").iter().map(|text| text.text.as_str()).collect::<String>();
        paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// The slides of a deck of ours in order.
pub fn slides(parts: &BTreeMap<String, String>) -> Vec<Element> {
    let count = parts.keys().filter(|name| name.starts_with("ppt/slides/slide")).count();
    (1..=count).map(|at| Element::parse(&parts[&format!("ppt/slides/slide{at}.xml")])).collect()
}

/// Every relationship leads to a part, every part is reached and known, and what parts ask for is there.
///
/// # Panics
/// Where that is not so.
pub fn expect_whole(parts: &BTreeMap<String, String>) {
    let types = Element::parse(&parts["[Content_Types].xml"]);
    let endings: BTreeSet<&str> =
        types.find_all("Default").iter().map(|own| own.value("Extension")).collect();
    let named: BTreeSet<&str> = types.find_all("Override").iter().map(|own| own.value("PartName")).collect();
    for name in parts.keys().filter(|name| *name != "[Content_Types].xml") {
        let ending = name.rsplit('.').next().expect("an ending");
        assert!(
            named.contains(format!("/{name}").as_str()) || (ending != "xml" && endings.contains(ending)),
            "{name}"
        );
    }
    let mut reached = BTreeSet::new();
    for (name, text) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
        let folder = name.replace("_rels/", "");
        let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut ids = BTreeSet::new();
        for relation in Element::parse(text).find_all("Relationship") {
            assert!(ids.insert(relation.value("Id").to_owned()), "{name}: an id twice");
            let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
            for step in relation.value("Target").split('/') {
                if step == ".." {
                    path.pop();
                } else {
                    path.push(step);
                }
            }
            let target = path.join("/");
            assert!(parts.contains_key(&target), "{name} leads to {target}");
            reached.insert(target);
        }
        // What the part asks for is there.
        let part = name.replace("_rels/", "");
        let part = part.strip_suffix(".rels").unwrap_or(&part);
        if let Some(text) = parts.get(part) {
            for asked in text.split("r:id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(ids.contains(asked), "{part} asks for {asked}");
            }
        }
    }
    for name in parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml") {
        assert!(reached.contains(name), "nothing leads to {name}");
    }
}
