//! Blocks that were set before, by their whole request.

use super::{Block, TextRequest};
use crate::scene::{Align, TextStyle};
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};
use std::ops::Range;
use std::sync::Arc;

/// How many bytes of text one generation holds. A map of 10,000 cards has about 0.5 MB.
const GENERATION_BYTES: usize = 4 << 20;
/// What an entry counts for beside its text.
const ENTRY_BYTES: usize = 64;

/// Two generations: what is asked for moves into the young one; when that is full, it becomes the old one, and
/// the old one, which nobody has asked for since, goes. Bounded, and nothing to keep in order.
#[derive(Default)]
pub struct Cache {
    hasher: RandomState,
    young: HashMap<u64, Vec<Entry>>,
    old: HashMap<u64, Vec<Entry>>,
    bytes: usize,
}

struct Entry {
    text: Box<str>,
    spans: Box<[(Range<usize>, TextStyle)]>,
    width: Option<f64>,
    align: Align,
    language: Box<str>,
    max_lines: Option<u32>,
    block: Arc<Block>,
}

impl Entry {
    fn answers(&self, request: &TextRequest<'_>) -> bool {
        *self.text == *request.text
            && *self.spans == *request.spans
            && self.width == request.width
            && self.align == request.align
            && *self.language == *request.language
            && self.max_lines == request.max_lines
    }
}

impl Cache {
    /// The block of an equal request.
    pub fn get(&mut self, request: &TextRequest<'_>) -> Option<Arc<Block>> {
        let key = self.key(request);
        if let Some(entry) = self.young.get(&key).and_then(|all| all.iter().find(|it| it.answers(request))) {
            return Some(entry.block.clone());
        }
        let again = self.old.get_mut(&key)?;
        let index = again.iter().position(|entry| entry.answers(request))?;
        let entry = again.swap_remove(index);
        let block = entry.block.clone();
        self.add(key, entry);
        Some(block)
    }

    /// Remembers the block of a request.
    pub fn put(&mut self, request: &TextRequest<'_>, block: Arc<Block>) {
        let entry = Entry {
            text: request.text.into(),
            spans: request.spans.into(),
            width: request.width,
            align: request.align,
            language: request.language.into(),
            max_lines: request.max_lines,
            block,
        };
        self.add(self.key(request), entry);
    }

    fn add(&mut self, key: u64, entry: Entry) {
        self.bytes += entry.text.len() + ENTRY_BYTES;
        self.young.entry(key).or_default().push(entry);
        if self.bytes > GENERATION_BYTES {
            self.old = std::mem::take(&mut self.young);
            self.bytes = 0;
        }
    }

    fn key(&self, request: &TextRequest<'_>) -> u64 {
        let mut state = self.hasher.build_hasher();
        request.text.hash(&mut state);
        request.width.map(f64::to_bits).hash(&mut state);
        request.max_lines.hash(&mut state);
        for (range, style) in request.spans {
            range.hash(&mut state);
            (style.weight, style.italic, style.size.to_bits(), style.color).hash(&mut state);
        }
        state.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Shaper;
    use crate::{Fonts, Theme, type_roles};

    #[test]
    fn the_cache_is_bounded_and_keeps_what_is_in_use() {
        let style = type_roles::CARD.style(Theme::Light.palette().ink);
        let shaper = Shaper::new(Fonts::bundled_only());
        let block = shaper.line("x", style, "en");
        let mut cache = Cache::default();
        let spans = [(0..1, style)];
        let request = |width: f64| TextRequest {
            text: "x",
            spans: &spans,
            width: Some(width),
            align: Align::Start,
            language: "en",
            max_lines: None,
        };
        let rounds = 3 * GENERATION_BYTES / ENTRY_BYTES;
        cache.put(&request(-1.0), block.clone());
        for round in 0..rounds {
            cache.put(&request(round as f64), block.clone());
            assert!(round % 1000 != 0 || cache.get(&request(-1.0)).is_some(), "in use, yet gone at {round}");
        }
        assert!(cache.get(&request(0.0)).is_none(), "not asked for since, yet kept");
        let kept = cache.young.len() + cache.old.len();
        assert!(kept <= 2 * GENERATION_BYTES / ENTRY_BYTES, "{kept}");
    }
}
