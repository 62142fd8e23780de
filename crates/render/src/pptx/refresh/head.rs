//! The head of a foreign deck: the order of its slides, their sections, their extent.

use super::error::DeckError;
use super::parts::{Link, Parts};
use super::tree::Element;
use crate::pptx::measure::Extent;
use std::collections::BTreeSet;

/// Kinds of packages that are decks, but not ordinary ones.
const OTHERS: [(&str, &str); 5] = [
    ("macroEnabled", "a deck with macros"),
    ("template", "a template"),
    ("slideshow", "a slide show"),
    ("wordprocessingml", "a text document"),
    ("spreadsheetml", "a spreadsheet"),
];
/// What ISO's strict kind of the format begins its names with.
const STRICT: &str = "http://purl.oclc.org/ooxml/";

/// The head of a deck.
pub(super) struct Head {
    /// The name of its part.
    pub(super) part: String,
    /// What the part says.
    pub(super) tree: Element,
    /// The part's relationships.
    pub(super) links: Vec<Link>,
    /// How large slides are.
    pub(super) extent: Extent,
}

/// A slide in the deck's order.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The number by which sections name it.
    pub(super) id: String,
    /// Its relationship.
    pub(super) relation: String,
    /// Its part.
    pub(super) part: String,
}

impl Head {
    /// Reads the head, and refuses what is no ordinary deck.
    pub(super) fn read(parts: &mut Parts) -> Result<Self, DeckError> {
        let links = parts.links("")?;
        if links.iter().any(|link| link.kind == "origin") {
            return Err(DeckError::Signed);
        }
        let part = links.iter().find(|link| link.kind == "officeDocument").and_then(|link| link.part.clone());
        let part = part.ok_or(DeckError::NotADeck)?;
        let kind = parts.kind(&part)?;
        if let Some((_, found)) = OTHERS.iter().find(|(word, _)| kind.contains(word)) {
            return Err(DeckError::OtherKind { found });
        }
        let tree = parts.tree(&part)?;
        let is_strict = |own: &Element| own.attributes.iter().any(|(_, value)| value.starts_with(STRICT));
        if is_strict(&tree) {
            return Err(DeckError::OtherKind { found: "a deck of the strict kind of the format" });
        }
        if tree.local() != "presentation" {
            return Err(DeckError::NotADeck);
        }
        let side = |name: &str| -> Option<i64> { tree.child("sldSz")?.value(name)?.parse().ok() };
        let extent = match (side("cx"), side("cy")) {
            (Some(w @ 1..), Some(h @ 1..)) => Extent { w, h },
            _ => return Err(DeckError::Damaged { part, reason: "the slides have no extent" }),
        };
        let links = parts.links(&part)?;
        Ok(Self { part, tree, links, extent })
    }

    /// The part that a relationship of the head leads to.
    pub(super) fn target(&self, relation: &str) -> Option<String> {
        self.links.iter().find(|link| link.id == relation)?.part.clone()
    }

    /// The slides in their order.
    pub(super) fn entries(&self) -> Result<Vec<Entry>, DeckError> {
        let Some(list) = self.tree.child("sldIdLst") else { return Ok(Vec::new()) };
        let entry = |own: &Element| {
            let relation = own.relation()?.to_owned();
            let part = self.target(&relation)?;
            Some(Entry { id: own.value("id")?.to_owned(), relation, part })
        };
        let all: Option<Vec<Entry>> = list.children().map(entry).collect();
        all.ok_or_else(|| DeckError::Damaged {
            part: self.part.clone(),
            reason: "the list of slides leads nowhere",
        })
    }

    /// The masters in their order.
    pub(super) fn masters(&self) -> Vec<String> {
        let list = self.tree.child("sldMasterIdLst");
        let all = list.into_iter().flat_map(Element::children);
        all.filter_map(|own| self.target(own.relation()?)).collect()
    }

    /// A number for a slide that no other slide has.
    pub(super) fn free_id(&self) -> u64 {
        let list = self.tree.child("sldIdLst");
        let all = list.into_iter().flat_map(Element::children);
        let highest = all.filter_map(|own| own.value("id")?.parse::<u64>().ok()).max();
        highest.map_or(256, |id| id.max(255) + 1)
    }

    /// Puts the slides into another order: those that go leave the sections and the shows, and new ones join the section
    /// of the slide before them.
    pub(super) fn order(&mut self, entries: &[Entry], gone: &BTreeSet<String>) {
        if self.tree.child("sldIdLst").is_none() {
            let own = Element::beside(&self.tree, "sldIdLst", &[]);
            let before = ["sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst"];
            self.tree.push_behind(own, &before);
        }
        let prefix = self.relation_prefix();
        let key = format!("{prefix}:id");
        let mut before: Vec<String> = Vec::new();
        if let Some(list) = self.tree.child_mut("sldIdLst") {
            before = list.children().filter_map(|own| own.value("id").map(str::to_owned)).collect();
            let old: Vec<Element> = list.children().cloned().collect();
            let made = |entry: &Entry| {
                let same = old.iter().find(|own| own.value("id") == Some(&entry.id));
                same.cloned().unwrap_or_else(|| {
                    Element::beside(list, "sldId", &[("id", &entry.id), (&key, &entry.relation)])
                })
            };
            let children = entries.iter().map(made).collect();
            list.replace_children(children);
        }
        let stays: BTreeSet<&str> = entries.iter().map(|own| own.id.as_str()).collect();
        let left: BTreeSet<String> =
            before.iter().filter(|id| !stays.contains(id.as_str())).cloned().collect();
        // Sections name slides by number, shows by relationship.
        self.tree.retain(&|own| match own.local() {
            "sldId" => !own.value("id").is_some_and(|id| left.contains(id)),
            "sld" => !own.relation().is_some_and(|id| gone.contains(id)),
            _ => true,
        });
        let mut previous: Option<&str> = None;
        for entry in entries {
            if !before.contains(&entry.id) {
                join(&mut self.tree, &entry.id, previous);
            }
            previous = Some(&entry.id);
        }
    }

    /// What the head calls relationships.
    pub(super) fn relation_prefix(&self) -> String {
        let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let found = self.tree.attributes.iter().find(|(_, value)| value == space);
        found.and_then(|(name, _)| name.strip_prefix("xmlns:")).unwrap_or("r").to_owned()
    }
}

/// Adds a slide to the section of another one, behind it; to the first section where there is no other.
fn join(tree: &mut Element, id: &str, behind: Option<&str>) {
    let mut is_done = false;
    tree.all_mut("section", &mut |section| {
        let Some(list) = section.child_mut("sldIdLst").filter(|_| !is_done) else { return };
        let mut all: Vec<Element> = list.children().cloned().collect();
        let at = match behind {
            Some(other) => all.iter().position(|own| own.value("id") == Some(other)).map(|at| at + 1),
            None => Some(0),
        };
        if let Some(at) = at {
            all.insert(at, Element::beside(list, "sldId", &[("id", id)]));
            list.replace_children(all);
            is_done = true;
        }
    });
}
