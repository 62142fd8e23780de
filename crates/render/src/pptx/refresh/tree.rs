//! A part of a foreign deck as a tree: read whole, changed in few places, and written with all the rest as it was.

use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, Event};
use quick_xml::{Reader, Writer, XmlVersion};

/// How deep elements may lie in one another.
const DEEPEST: usize = 200;

/// An element with its attributes and what lies in it. Names keep the prefixes that the file gave them.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    children: Vec<Child>,
}

#[derive(Clone, Debug)]
enum Child {
    Element(Element),
    /// Words, comments and the like, as they stand.
    Other(Event<'static>),
}

impl Element {
    /// Reads a part. None for what is not well-formed, says a document type, or is deeper than any deck.
    pub(super) fn parse(xml: &str) -> Option<Self> {
        let mut reader = Reader::from_str(xml);
        let mut open: Vec<Self> = vec![Self::default()];
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) => {
                    if open.len() > DEEPEST {
                        return None;
                    }
                    open.push(Self::of(&start)?);
                }
                Event::Empty(start) => open.last_mut()?.push(Self::of(&start)?),
                Event::End(_) => {
                    let own = open.pop()?;
                    open.last_mut()?.push(own);
                }
                Event::DocType(_) => return None,
                Event::Decl(_) => {}
                Event::Eof => break,
                other => open.last_mut()?.children.push(Child::Other(other.into_owned())),
            }
        }
        let document = open.pop().filter(|_| open.is_empty())?;
        let mut roots = document.children.into_iter().filter_map(|child| match child {
            Child::Element(root) => Some(root),
            Child::Other(_) => None,
        });
        roots.next().filter(|_| roots.next().is_none())
    }

    fn of(start: &BytesStart<'_>) -> Option<Self> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
            attributes.push((attribute.key.as_ref().to_owned(), value));
        }
        Some(Self { name: start.name().as_ref().to_owned(), attributes, children: Vec::new() })
    }

    /// An element with the prefix that another one has.
    pub(super) fn beside(other: &Self, local: &str, attributes: &[(&str, &str)]) -> Self {
        let prefix = other.name.rsplit_once(':').map_or("", |(prefix, _)| prefix);
        let name = if prefix.is_empty() { local.to_owned() } else { format!("{prefix}:{local}") };
        let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        Self { name, attributes, children: Vec::new() }
    }

    /// The part's bytes.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new(Vec::new());
        put(&mut writer, Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        self.put(&mut writer);
        writer.into_inner()
    }

    fn put(&self, writer: &mut Writer<Vec<u8>>) {
        let mut start = BytesStart::new(self.name.as_str());
        for (name, value) in &self.attributes {
            start.push_attribute((name.as_str(), value.as_str()));
        }
        if self.children.is_empty() {
            put(writer, Event::Empty(start));
            return;
        }
        put(writer, Event::Start(start));
        for child in &self.children {
            match child {
                Child::Element(own) => own.put(writer),
                Child::Other(event) => put(writer, event.borrow()),
            }
        }
        put(writer, Event::End(BytesEnd::new(self.name.as_str())));
    }

    /// The name without its prefix.
    pub(super) fn local(&self) -> &str {
        self.name.rsplit_once(':').map_or(self.name.as_str(), |(_, local)| local)
    }

    /// An attribute by its whole name.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The `id` that leads to another part: the one with a prefix.
    pub(super) fn relation(&self) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name.ends_with(":id"));
        found.map(|(_, value)| value.as_str())
    }

    /// Gives an attribute another value.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        match self.attributes.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => value.clone_into(own),
            None => self.attributes.push((name.into(), value.into())),
        }
    }

    /// What lies directly in it.
    pub(super) fn children(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(own) => Some(own),
            Child::Other(_) => None,
        })
    }

    /// The first child of a name without prefix.
    pub(super) fn child(&self, local: &str) -> Option<&Self> {
        self.children().find(|own| own.local() == local)
    }

    /// The same, to change it.
    pub(super) fn child_mut(&mut self, local: &str) -> Option<&mut Self> {
        self.children.iter_mut().find_map(|child| match child {
            Child::Element(own) if own.local() == local => Some(own),
            _ => None,
        })
    }

    /// Every element of a name without prefix, at any depth.
    pub(super) fn all_mut(&mut self, local: &str, act: &mut impl FnMut(&mut Self)) {
        for child in &mut self.children {
            if let Child::Element(own) = child {
                if own.local() == local {
                    act(own);
                }
                own.all_mut(local, act);
            }
        }
    }

    /// Adds an element at the end.
    pub(super) fn push(&mut self, own: Self) {
        self.children.push(Child::Element(own));
    }

    /// Adds an element behind the last of these children, or before all others.
    pub(super) fn push_behind(&mut self, own: Self, before: &[&str]) {
        let last = self
            .children
            .iter()
            .rposition(|child| matches!(child, Child::Element(other) if before.contains(&other.local())));
        self.children.insert(last.map_or(0, |at| at + 1), Child::Element(own));
    }

    /// Keeps those elements, at any depth, that `keep` says yes to.
    pub(super) fn retain(&mut self, keep: &impl Fn(&Self) -> bool) {
        self.children.retain(|child| !matches!(child, Child::Element(own) if !keep(own)));
        for child in &mut self.children {
            if let Child::Element(own) = child {
                own.retain(keep);
            }
        }
    }

    /// Puts other elements in the place of all children.
    pub(super) fn replace_children(&mut self, children: Vec<Self>) {
        self.children = children.into_iter().map(Child::Element).collect();
    }
}

fn put(writer: &mut Writer<Vec<u8>>, event: Event<'_>) {
    writer.write_event(event).expect("a Vec takes all that is written");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_changes_stays_as_it_was() {
        let xml = "<p:a xmlns:p=\"x\" b=\"1 &lt; 2\">\n <!-- c --><q:d r:id=\"rId1\"/>words &amp; &#8212; more</p:a>";
        let written = Element::parse(xml).expect("well-formed").write();
        let text = String::from_utf8(written).expect("text");
        assert_eq!(text.split_once("?>").expect("a declaration").1.trim(), xml);
    }

    #[test]
    fn what_is_no_part_of_a_deck_is_refused() {
        let deep = "<a>".repeat(300) + &"</a>".repeat(300);
        for xml in ["", "<a>", "<a></b>", "<a/><b/>", "words", "<!DOCTYPE a><a/>", "<a b=1/>", deep.as_str()]
        {
            assert!(Element::parse(xml).is_none(), "{xml}");
        }
    }
}
