//! How fast decks are made, and how large they get.

use super::{options, row, share, timed};
use journey::Document;
use layout::Layouter;
use render::png::{Extent, PngOptions};
use render::pptx::PptxOptions;

/// The deck of a map of twelve stages and 360 cards, and a large picture of one of its slides.
pub fn all(document: &Document) {
    let slides = Layouter::new().slides(document, &options(document)).expect("slides");
    let mut bytes = Vec::new();
    let mut times = timed(9, || {
        bytes.clear();
        render::pptx::write(&slides, &PptxOptions::default(), &mut bytes).expect("a deck");
    });
    row("PPTX of 12 stages and 360 cards", &format!("{:.1} ms", share(&mut times, 0.5)), "≤ 40 ms");
    row("· its size", &format!("{} KB", bytes.len() / 1000), "≤ 1,000 KB");
    let large = PngOptions { extent: Extent::Width(3840), ..PngOptions::default() };
    let mut times = timed(9, || {
        render::png::write(&slides[0].scene, &large, std::io::sink()).expect("a picture");
    });
    row("PNG of a slide at 3840 × 2160", &format!("{:.0} ms", share(&mut times, 0.5)), "≤ 120 ms");
}
