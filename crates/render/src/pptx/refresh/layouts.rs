//! The layouts of ours in a foreign deck, its master's look, and the master of its speakers' notes.

use super::error::DeckError;
use super::head::Head;
use super::parts::Parts;
use super::tree::Element;
use crate::pptx::package::{Kind, Relation, relations_of, relations_xml, way};
use crate::pptx::{master, notes, theme};
use layout::Theme;

/// The kind of a part of a theme.
const THEME: &str = "application/vnd.openxmlformats-officedocument.theme+xml";
/// The first number that masters and layouts may have.
const FIRST: u64 = 2_147_483_648;

/// The part of a layout of ours: the one that stands in the deck, or a new one under a master.
pub(super) fn layout(
    parts: &mut Parts,
    head: &Head,
    own: &master::Layout<'_>,
    theme: Theme,
) -> Result<String, DeckError> {
    let masters = head.masters();
    for master in &masters {
        for link in parts.links(master)? {
            let Some(part) = link.part.filter(|_| link.kind == "slideLayout") else { continue };
            let tree = parts.tree(&part)?;
            let is_ours = tree.child("cSld").and_then(|own| own.value("name")) == Some(own.name.as_str());
            // Other programs save it under its name, but without the place of the sentence.
            if is_ours && has_sentence(tree) {
                return Ok(part);
            }
        }
    }
    let master = masters
        .first()
        .ok_or_else(|| DeckError::Damaged { part: head.part.clone(), reason: "the deck has no master" })?;
    let part = parts.free("ppt/slideLayouts/slideLayout");
    parts.add(&part, kind!("slideLayout+xml"), master::layout(own, head.extent, theme));
    let relation = Relation::new(1, "slideMaster", way(&part, master));
    parts.put(&relations_of(&part), relations_xml(&[relation]));
    let relation = parts.link(master, &Kind::Office("slideLayout").address(), &part)?;
    let id = free_id(parts, head)?.to_string();
    let mut tree = parts.tree(master)?;
    if tree.child("sldLayoutIdLst").is_none() {
        let list = Element::beside(&tree, "sldLayoutIdLst", &[]);
        tree.push_behind(list, &["cSld", "clrMap"]);
    }
    if let Some(list) = tree.child_mut("sldLayoutIdLst") {
        let key = format!("{}:id", head.relation_prefix());
        let own = Element::beside(list, "sldLayoutId", &[("id", &id), (&key, &relation)]);
        list.push(own);
    }
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    tree.set(&format!("xmlns:{}", head.relation_prefix()), space);
    parts.put(master, tree.write());
    Ok(part)
}

/// Whether a layout has the place where the sentence below the title stands.
fn has_sentence(mut layout: Element) -> bool {
    let mut found = false;
    layout.all_mut("ph", &mut |own| found |= own.value("idx") == Some("13"));
    found
}

/// A number that no master and no layout has.
fn free_id(parts: &mut Parts, head: &Head) -> Result<u64, DeckError> {
    let mut highest = FIRST;
    let mut take = |list: Option<&Element>| {
        let all = list.into_iter().flat_map(Element::children);
        all.filter_map(|own| own.value("id")?.parse().ok()).for_each(|id: u64| highest = highest.max(id));
    };
    take(head.tree.child("sldMasterIdLst"));
    for master in head.masters() {
        let tree = parts.tree(&master)?;
        take(tree.child("sldLayoutIdLst"));
    }
    Ok(highest + 1)
}

/// Whether a deck is light or dark: the ground of the master that this slide has, or else of the first one.
pub(super) fn theme_of(parts: &mut Parts, head: &Head, slide: Option<&str>) -> Result<Theme, DeckError> {
    let mut target = |part: &str, kind: &str| -> Result<Option<String>, DeckError> {
        Ok(parts.links(part)?.into_iter().find(|link| link.kind == kind).and_then(|link| link.part))
    };
    let layout = match slide {
        Some(slide) => target(slide, "slideLayout")?,
        None => None,
    };
    let own = match layout {
        Some(layout) => target(&layout, "slideMaster")?,
        None => None,
    };
    let Some(master) = own.or_else(|| head.masters().into_iter().next()) else { return Ok(Theme::Light) };
    let tree = parts.tree(&master)?;
    let ground = tree.child("clrMap").and_then(|own| own.value("bg1")).unwrap_or("lt1").to_owned();
    let theme =
        parts.links(&master)?.into_iter().find(|link| link.kind == "theme").and_then(|link| link.part);
    let Some(theme) = theme else { return Ok(Theme::Light) };
    let tree = parts.tree(&theme)?;
    let slot = tree.child("themeElements").and_then(|own| own.child("clrScheme")?.child(&ground));
    let color = slot.and_then(|own| own.children().next());
    let value = color.and_then(|own| own.value("lastClr").or(own.value("val"))).unwrap_or("FFFFFF");
    let number = u32::from_str_radix(value, 16).unwrap_or(0x00ff_ffff);
    let [_, red, green, blue] = number.to_be_bytes().map(f64::from);
    // How bright the eye finds it.
    let is_dark = 0.299 * red + 0.587 * green + 0.114 * blue < 128.0;
    Ok(if is_dark { Theme::Dark } else { Theme::Light })
}

/// The master of the speakers' notes: the deck's, or a new one.
pub(super) fn notes_master(parts: &mut Parts, head: &mut Head) -> Result<String, DeckError> {
    if let Some(part) =
        head.links.iter().find(|link| link.kind == "notesMaster").and_then(|own| own.part.clone())
    {
        return Ok(part);
    }
    let part = parts.free("ppt/notesMasters/notesMaster");
    parts.add(&part, kind!("notesMaster+xml"), notes::master());
    let own_theme = parts.free("ppt/theme/theme");
    parts.add(&own_theme, THEME, theme::part(Theme::Light));
    let relation = Relation::new(1, "theme", way(&part, &own_theme));
    parts.put(&relations_of(&part), relations_xml(&[relation]));
    let id = parts.link(&head.part, &Kind::Office("notesMaster").address(), &part)?;
    head.links = parts.links(&head.part)?;
    let mut list = Element::beside(&head.tree, "notesMasterIdLst", &[]);
    let key = format!("{}:id", head.relation_prefix());
    list.push(Element::beside(&head.tree, "notesMasterId", &[(&key, &id)]));
    head.tree.push_behind(list, &["sldMasterIdLst"]);
    Ok(part)
}
