//! Slides: a map as a deck, one idea a slide. Overview, one slide a stage, gaps, action plan; a presentation begins with
//! a cover.
//!
//! Composition and sizes are the design's; words come only from the map and from `journey::words`. What does not find
//! room is counted (“and 2 more”), never set smaller.

mod brand;
mod breaks;
mod cards;
mod cover;
mod curve;
mod fit;
mod gaps;
mod labels;
mod matrix;
mod metrics;
mod notes;
mod overview;
mod page;
mod plan;
mod split;
mod stage;
mod trail;

use crate::canvas::Context;
use crate::canvas::branch::{Branch, key};
use crate::geometry::{Rect, Size};
use crate::layouter::{Layouter, notice};
use crate::mirror::{is_from_right, mirror};
use crate::options::{LayoutError, Options, Part};
use crate::scene::{Node, NodeKey, Role, Scene};
use crate::theme::Theme;
use journey::{Document, Id, Table};
use metrics::{Metrics, SLIDE};
use page::{Desk, Page};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// One slide of a deck.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// What is drawn: 1920 × 1080 units.
    pub scene: Scene,
    /// A name for files, with its number: `01-overview`, `05-decision`.
    pub name: String,
    /// What it is about.
    pub part: Part,
    /// The stage that it is about; none where it is about more.
    pub stage: Option<journey::Id>,
    /// The section that the slide belongs to; slides side by side with one section share it.
    pub section: String,
    /// The title in words.
    pub title: String,
    /// What the speaker says to it: notes and evidence of what it shows.
    pub notes: String,
    /// Light or dark.
    pub theme: Theme,
    /// Whether it is read from right to left: it is what it would be otherwise, in a mirror.
    pub from_right: bool,
    /// What makes it the same slide when it is made anew.
    pub identity: Identity,
    /// The nodes that stand in the places that every slide of a deck has.
    pub places: Places,
}

/// What makes a slide the same one when the map has changed and the deck is made anew.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Identity {
    /// The map.
    pub map: Id,
    /// What of the map it shows: `overview/1`, `stage/…`, `gaps`, `plan`.
    pub about: String,
}

/// The nodes that stand in the places that every slide of a deck has; a node that a slide lacks is not in its Scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// The title.
    pub title: NodeKey,
    /// The sentence below it.
    pub subtitle: NodeKey,
    /// The map's name at the foot.
    pub footer: NodeKey,
    /// The number at the foot.
    pub number: NodeKey,
}

impl Layouter {
    /// Lays a map out as slides.
    ///
    /// # Errors
    /// [`LayoutError::NoMap`] where the document has no such map.
    pub fn slides(&self, document: &Document, options: &Options) -> Result<Vec<Slide>, LayoutError> {
        let map = document.maps.get(&options.map).ok_or(LayoutError::NoMap(options.map))?;
        let mut cx = Context::new(document, map, options, &self.shaper);
        cx.from_right = is_from_right(document, map);
        let desk = Desk { cx: &cx, sizes: Metrics::of(options.density) };
        let cover = options.cover.then(|| cover::page(&desk));
        let first = usize::from(cover.is_none());
        let mut pages: Vec<Page> = cover.into_iter().collect();
        pages.extend(overview::pages(&desk));
        pages.extend(stage::pages(&desk));
        pages.extend(gaps::page(&desk));
        pages.push(plan::page(&desk));
        pages.retain(|page| !options.leave_out.contains(&page.part));
        Ok(pages.into_iter().zip(first..).map(|(page, number)| self.slide(&desk, page, number)).collect())
    }

    /// A slide of a number; the cover has 0 and shows none.
    fn slide(&self, desk: &Desk<'_>, page: Page, number: usize) -> Slide {
        let cx = desk.cx;
        let id = cx.map.id;
        let size = Size::new(SLIDE.0, SLIDE.1);
        let root = key("slide", id);
        let (logo, images) = brand::logo(cx).unzip();
        let mut tree = Branch::new(root.clone(), Role::Map, Rect::of(size))
            .of(Table::Map, id)
            .says(page.title.clone())
            .draws(brand::strip(cx))
            .holds(page.branches)
            .holds((number > 0).then(|| desk.footer(number)).into_iter().flatten())
            .holds(logo);
        if cx.from_right {
            mirror(&mut tree, size.w);
        }
        let mut nodes: HashMap<NodeKey, Arc<Node>> = HashMap::new();
        tree.flatten(None, &mut |node| {
            nodes.insert(node.key.clone(), Arc::new(node));
        });
        let mut noticed = BTreeSet::new();
        nodes.values().for_each(|node| notice(node, &self.shaper, &mut noticed));
        let scene = Scene {
            revision: 0,
            size,
            background: cx.palette.sheet,
            title: page.title.clone(),
            language: cx.map.language.clone(),
            root,
            nodes,
            fonts: self.shaper.fonts(),
            images: images.into_iter().collect(),
            notices: noticed.into_iter().collect(),
        };
        Slide {
            scene,
            name: format!("{number:02}-{}", file_name(&page.name)),
            part: page.part,
            stage: page.stage,
            section: page.section,
            title: page.title,
            notes: page.notes,
            theme: cx.options.theme,
            from_right: cx.from_right,
            identity: Identity { map: id, about: page.about },
            places: Places {
                title: key("title", id),
                subtitle: key("subtitle", id),
                footer: key("footer", id),
                number: key("number", id),
            },
        }
    }
}

/// Letters and figures of any script, in small letters, parted by hyphens.
fn file_name(name: &str) -> String {
    let mut found = String::new();
    for character in name.to_lowercase().chars() {
        if character.is_alphanumeric() {
            found.push(character);
        } else if !found.ends_with('-') && !found.is_empty() {
            found.push('-');
        }
    }
    let found: String = found.chars().take(60).collect();
    let found = found.trim_end_matches('-');
    if found.is_empty() { "slide".into() } else { found.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn file_names_are_plain_in_any_script() {
        assert_eq!(file_name("Loyalty and advocacy"), "loyalty-and-advocacy");
        assert_eq!(file_name("  Prüfen & wählen!  "), "prüfen-wählen");
        assert_eq!(file_name("検討"), "検討");
        assert_eq!(file_name("../…"), "slide");
    }
}
