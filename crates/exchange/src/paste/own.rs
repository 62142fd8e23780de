//! Cards of our own on a clipboard: a small document as JSON, carried by an attribute of the markup.
//!
//! An attribute survives where a format of its own does not: web views hand out text and (cleaned) markup only.

use crate::json;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

/// The attribute.
pub(super) const ATTRIBUTE: &str = "data-desire-path";

/// The document that markup carries; none where it carries none that can be read.
pub(super) fn read(page: &dom_query::Document) -> Option<journey::Document> {
    let carried = page.select_single(&format!("[{ATTRIBUTE}]")).attr(ATTRIBUTE)?;
    let bytes = BASE64_STANDARD.decode(carried.trim()).ok()?;
    let document = json::read(&bytes).ok()?.document;
    // It may come from anywhere: what breaks a rule of maps is not taken over.
    journey::check(&document).is_empty().then_some(document)
}

/// A document as the attribute carries it.
pub(super) fn write(document: &journey::Document) -> String {
    BASE64_STANDARD.encode(json::write(document).text)
}
