//! R17: pictures. Their bytes are kept once by content hash.

use crate::{Fields, Id};
use serde::{Deserialize, Serialize};

/// A picture that the document uses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Image {
    /// Its name.
    pub id: Id,
    /// SHA-256 of its bytes in hex; see [`crate::Document::blobs`].
    pub hash: String,
    /// `image/png`, `image/jpeg`, `image/webp`, `image/gif` or `image/svg+xml`.
    pub media_type: String,
    /// Width in its own pixels.
    pub width: u32,
    /// Height in its own pixels.
    pub height: u32,
    /// What it shows, in words.
    pub alt: String,
    /// Fields that a newer program wrote; kept and written back.
    #[cfg_attr(feature = "ts", ts(type = "Record<string, unknown>"))]
    pub extra: Fields,
}

impl Image {
    /// The largest file that a document takes in: larger ones make every copy of the document slow.
    pub const MOST_BYTES: usize = 50 << 20;
}
