//! Every look of the window: each state, menu, dialog, panel and empty place, with what a person does to get there.
//!
//! `cargo xtask shots` takes a picture of each; a test of the window goes through them to see that nothing is cut off.

mod dialogs;
mod fields;
mod frame;
mod menus;
mod panels;
mod reading;
mod rules;
mod stand;
mod states;

pub use stand::Stand;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is open in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// No map: the home screen of the first start.
    Home,
    /// The sample, in English whatever the window speaks.
    Sample,
    /// The sample in the language of the window.
    Spoken,
    /// A map of every kind of lane, path and field.
    Every,
    /// A blank map.
    Blank,
    /// A map of a template: stages and lanes without a card.
    Template,
    /// The sample, written by a newer program.
    Newer,
    /// A long map, which scrolls.
    Long,
    /// A map in Arabic.
    Arabic,
}

/// The window in one state.
pub struct Look {
    /// What its picture is called, without theme and ending.
    pub name: String,
    /// What is open.
    pub shown: Shown,
    /// The size of the page.
    pub size: (u32, u32),
    /// What a person does to get there.
    pose: Box<dyn Fn(&Stand<'_>)>,
}

/// The reference size of the design.
const FULL: (u32, u32) = (1600, 1000);
/// Usual smaller screens.
const SMALL: [(u32, u32); 2] = [(1366, 768), (1280, 720)];

impl Look {
    fn new(name: impl Into<String>, shown: Shown, pose: impl Fn(&Stand<'_>) + 'static) -> Self {
        Self { name: name.into(), shown, size: FULL, pose: Box::new(pose) }
    }

    fn sized(mut self, size: (u32, u32)) -> Self {
        self.name = format!("{}-{}x{}", self.name, size.0, size.1);
        self.size = size;
        self
    }
}

/// All of them, those with the same map and size side by side.
pub fn all() -> Vec<Look> {
    let mut looks = [
        frame::looks(),
        reading::looks(),
        states::looks(),
        menus::looks(),
        dialogs::looks(),
        fields::looks(),
        panels::looks(),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>();
    looks.sort_by_key(|look| (look.shown, look.size));
    looks
}

/// The same looks on a page of another size; those that were made for a smaller screen are left out.
pub fn at_size(looks: &mut Vec<Look>, size: (u32, u32)) {
    looks.retain(|look| look.size == FULL);
    looks.iter_mut().for_each(|look| look.size = size);
    looks.sort_by_key(|look| look.shown);
}

/// Brings the window into each of `looks`, in one theme and language, and shows it to `see`. What could not be reached,
/// with why.
pub fn visit(
    looks: &[Look],
    theme: &str,
    language: &'static str,
    mut see: impl FnMut(&Stand<'_>, &Look),
) -> Vec<(String, String)> {
    let mut failed = Vec::new();
    for group in looks.chunk_by(|one, next| (one.shown, one.size) == (next.shown, next.size)) {
        let mut rest = group;
        // A window in which something went wrong is closed; the next look gets a new one.
        while let [first, ..] = rest {
            let desk = stand::desk(theme, language);
            let begun =
                catch_unwind(AssertUnwindSafe(|| Stand::begin(&desk, language, first.shown, first.size)));
            let Ok(stand) = begun else {
                failed.push((first.name.clone(), why(begun.err())));
                rest = &rest[1..];
                continue;
            };
            while let [look, later @ ..] = rest {
                rest = later;
                let done = catch_unwind(AssertUnwindSafe(|| {
                    stand.rest();
                    (look.pose)(&stand);
                    stand.settle();
                    see(&stand, look);
                    stand.let_go();
                }));
                if done.is_err() {
                    failed.push((look.name.clone(), why(done.err())));
                    break;
                }
            }
        }
    }
    failed
}

fn why(thrown: Option<Box<dyn std::any::Any + Send>>) -> String {
    let Some(thrown) = thrown else { return String::new() };
    let text = thrown.downcast_ref::<String>().cloned();
    text.or_else(|| thrown.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}
