//! What a Scene brings along: faces and pictures, and what a person should know of them.

use crate::geometry::Size;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A face that the Scene uses.
#[derive(Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FontFace {
    /// A stable name: a hash of the file, and the index of the face in it. The page asks for `font://NAME`.
    pub name: String,
    /// The family as the face itself calls it.
    pub family: String,
    /// 100–900.
    pub weight: u16,
    /// Slanted.
    pub italic: bool,
    /// Whether it came with the program. A face of the system is told in a [`Notice`].
    pub bundled: bool,
    /// Index of the face in its file.
    pub index: u32,
    /// The whole file.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub data: FontData,
}

impl PartialEq for FontFace {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl std::fmt::Debug for FontFace {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "FontFace({} {} {})", self.family, self.weight, self.name)
    }
}

/// The bytes of a font file: either part of the program or read once and shared.
#[derive(Clone, Default)]
pub struct FontData(pub Option<Arc<dyn AsRef<[u8]> + Send + Sync>>);

impl FontData {
    /// The bytes; empty where the Scene came over a wire.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_ref().map_or(&[], |data| (**data).as_ref())
    }
}

/// A picture that the Scene uses.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SceneImage {
    /// SHA-256 of the bytes, in hex.
    pub hash: String,
    /// `image/png`, `image/jpeg`, `image/webp`, `image/gif` or `image/svg+xml`.
    pub media_type: String,
    /// Size in the picture's own pixels.
    pub size: Size,
    /// The file's bytes.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub bytes: Arc<Vec<u8>>,
}

impl std::fmt::Debug for SceneImage {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "SceneImage({} {})", self.media_type, self.hash)
    }
}

/// Something that a person should know about the finished layout.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Notice {
    /// No face has a glyph for this character; a box is drawn.
    MissingGlyph {
        /// The character.
        character: char,
    },
    /// A face of this computer was used; elsewhere the text may look different.
    SystemFont {
        /// The face's family.
        family: String,
    },
}
