//! The Scene: a finished layout, as plain data.
//!
//! What is settled before a painter sees it:
//! - every place and size, in units of 1/96 inch, relative to the node that owns the thing;
//! - every line of text is broken, every run has its face, every glyph its place;
//! - every colour is resolved for the theme; hatching is lines, a label's halo is a rectangle;
//! - every node says which record it depicts and how assistive technology reads it.
//!
//! Left out on purpose: filters, blend modes, masks, group opacity, transforms other than translation.

use crate::geometry::{Point, Rect, Segment, Size};
use crate::paint::{Color, Paint, Stroke};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::Arc;

/// The name of a node, the same as long as the thing that it depicts exists: `card/ID`, `cell/LANE/STAGE`, …
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(type = "string"))]
pub struct NodeKey(pub Arc<str>);

impl NodeKey {
    /// A key from its text.
    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }
}

impl std::fmt::Display for NodeKey {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

/// The record that a node depicts: its table (`stage`, `card`, …) and its id.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RecordRef {
    /// The name of the record's table.
    pub table: journey::Table,
    /// The record's id.
    pub id: journey::Id,
}

/// What lies above what. Paint order is layer, then tree order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Layer {
    /// Sheets, lanes, cells and cards.
    #[default]
    Sheet,
    /// The dashed lines of gaps.
    GapLine,
    /// Curves with their points and labels.
    Curve,
    /// Gap discs and capsules.
    Gap,
    /// Lane labels.
    Label,
    /// The header with the trail and its paths.
    Header,
}

/// What a node is, for assistive technology, for structure tags and for hit testing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Role {
    /// The whole map: its title is the text.
    Map,
    /// A person of the map's header.
    Person,
    /// A stage's header: a column header.
    Stage,
    /// A lane: a row of the table. Its children are the label and the cells.
    Lane,
    /// A lane's label: a row header.
    LaneLabel,
    /// Where a lane and a stage cross.
    Cell,
    /// A card.
    Card,
    /// A curve or another drawing, read by its alternative text.
    Figure,
    /// One feeling on a curve.
    Feeling,
    /// A gap between two stages.
    Gap,
    /// A path from one place of the map to another.
    Path,
    /// Text that belongs to its parent.
    Text,
    /// A group that only holds other nodes together.
    Group,
    /// Nothing to read: lines, backgrounds.
    #[default]
    Decoration,
}

/// A thing on the Scene. It owns its prims, in its own frame; a translation puts it into its parent's frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Node {
    /// Its name.
    pub key: NodeKey,
    /// The node that it lies in; none for the one root.
    pub parent: Option<NodeKey>,
    /// The nodes that lie in it, in reading order. Layer apart, this is the paint order as well.
    pub children: Vec<NodeKey>,
    /// Where it lies in its parent's frame.
    pub origin: Point,
    /// Its extent, for hit testing, focus rings and shapes of decks.
    pub size: Size,
    /// What it lies above.
    pub layer: Layer,
    /// What it is.
    pub role: Role,
    /// The record that it depicts.
    pub record: Option<RecordRef>,
    /// What it says, whole, in the order of reading; empty for decoration.
    pub text: String,
    /// What it shows, in words, where the text is not enough.
    pub alt: String,
    /// Its language (BCP 47) where it differs from the Scene's.
    pub language: Option<String>,
    /// Where it leads to (http, https or mailto only).
    pub link: Option<String>,
    /// Speaker notes.
    pub notes: String,
    /// What is drawn, in paint order, below its children of the same layer.
    pub prims: Vec<Prim>,
}

/// One drawn thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Prim {
    /// A rectangle with rounded corners (radius 0 for sharp ones).
    Rect(RectPrim),
    /// A free shape. Filled by the nonzero rule.
    Path(PathPrim),
    /// A line that is glued to two nodes.
    Connector(ConnectorPrim),
    /// A block of text.
    Text(TextPrim),
    /// A picture.
    Image(ImagePrim),
    /// From here to the matching [`Prim::ClipPop`], of this node, only what lies inside is drawn.
    ClipPush(ClipPrim),
    /// Ends the innermost clip.
    ClipPop,
}

/// A rounded rectangle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RectPrim {
    /// Its outline; a stroke is centred on it.
    pub rect: Rect,
    /// Radius of each corner, at most half of the shorter side.
    pub radius: f64,
    /// What it is filled with.
    pub fill: Option<Paint>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

/// A free shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PathPrim {
    /// Its outline. Begins with a [`Segment::Move`].
    pub segments: Vec<Segment>,
    /// What it is filled with.
    pub fill: Option<Paint>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

/// A line glued to two nodes; a deck moves it with them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ConnectorPrim {
    /// The line. Arrow heads are paths of their own.
    pub segments: Vec<Segment>,
    /// How it is drawn.
    pub stroke: Stroke,
    /// The node at its start.
    pub from: Option<NodeKey>,
    /// The node at its end.
    pub to: Option<NodeKey>,
}

/// A part of a picture, scaled into a box.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ImagePrim {
    /// Where it is drawn.
    pub rect: Rect,
    /// Index into [`Scene::images`] by content hash.
    pub image: String,
    /// The part that is drawn, in fractions 0–1 of the picture's width and height.
    pub crop: Rect,
    /// Radius of the corners.
    pub radius: f64,
}

/// The shape of a clip.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ClipPrim {
    /// What stays visible.
    pub rect: Rect,
    /// Radius of the corners.
    pub radius: f64,
}

/// A block of text: the words and the placed glyphs of the same words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextPrim {
    /// The source string.
    pub text: String,
    /// Styles, without holes, in rising order of their ranges.
    pub spans: Vec<StyleSpan>,
    /// Upper left corner of the block.
    pub origin: Point,
    /// The width that the lines were broken to; lines are aligned in it.
    pub width: f64,
    /// How lines lie in the width.
    pub align: Align,
    /// Whether the block as a whole runs from right to left.
    pub rtl: bool,
    /// The lines, top to bottom.
    pub lines: Vec<TextLine>,
}

/// How lines lie in a block's width. Start and end follow the direction of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Align {
    /// At the side where reading begins.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the side where reading ends.
    End,
}

/// A style over a range of the source string.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StyleSpan {
    /// First byte of the range.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// The style.
    pub style: TextStyle,
}

/// The look of text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextStyle {
    /// Inter, or Inter Display for large titles.
    pub family: Family,
    /// 400, 500, 600 or 700.
    pub weight: u16,
    /// Slanted.
    pub italic: bool,
    /// Size of the font.
    pub size: f64,
    /// Height of a line.
    pub line_height: f64,
    /// Extra space after each glyph; other than 0 switches ligatures off.
    pub letter_spacing: f64,
    /// Figures of equal width; only on runs without spaces.
    pub tabular: bool,
    /// The colour.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub color: Color,
}

/// A bundled type family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Family {
    /// Inter, in 400, 500, 600 and 700, and 400 italic.
    #[default]
    Inter,
    /// Inter Display, in 600.
    InterDisplay,
}

/// A line of a text block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TextLine {
    /// First byte of the line in the source string.
    pub start: u32,
    /// One past its last byte, without the line break or the spaces that hang at it.
    pub end: u32,
    /// Whether a hyphen, not in the source, was set at its end.
    pub hyphen: bool,
    /// Left edge of the ink's advance box, from the block's left edge.
    pub x: f64,
    /// Upper edge of the line's box, from the block's upper edge.
    pub y: f64,
    /// Sum of the advances.
    pub width: f64,
    /// Height of the line's box.
    pub height: f64,
    /// Baseline, from the block's upper edge.
    pub baseline: f64,
    /// The glyphs, in visual order. Painters draw these; the page sets the words instead.
    #[serde(skip)]
    #[cfg_attr(feature = "ts", ts(skip))]
    pub runs: Vec<GlyphRun>,
    /// The faces other than the span's own that the line uses, for the page to ask for by name.
    pub fallbacks: Vec<FaceUse>,
}

/// A range of a line that is set in a face other than its span's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct FaceUse {
    /// First byte in the source string.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Index into [`Scene::fonts`].
    pub font: u32,
}

/// Glyphs of one face, size and colour, side by side on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphRun {
    /// Index into [`Scene::fonts`].
    pub font: u32,
    /// Size of the font.
    pub size: f64,
    /// The colour (ignored by the layers of colour glyphs that carry their own).
    pub color: Color,
    /// Whether the run is read from right to left.
    pub rtl: bool,
    /// Slant in degrees that the face lacks and the painter adds (0 for none).
    pub synthetic_slant: f64,
    /// First byte in the source string.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The glyphs, left to right.
    pub glyphs: Vec<Glyph>,
}

/// A placed glyph.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Index in the face.
    pub id: u32,
    /// Its origin, from the block's left edge.
    pub x: f64,
    /// Its origin, from the block's upper edge (the baseline, unless the face moves it).
    pub y: f64,
    /// How far the pen moves on.
    pub advance: f64,
    /// First byte of the characters that it shows, in the source string.
    pub start: u32,
    /// One past the last byte. Equal to `start` for a glyph that only goes on with a cluster.
    pub end: u32,
}

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

/// A finished layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Counts up with each patch.
    pub revision: u64,
    /// The whole extent; the origin is the upper left corner.
    pub size: Size,
    /// What lies behind everything.
    pub background: Color,
    /// The title, for documents and windows.
    pub title: String,
    /// The language (BCP 47).
    pub language: String,
    /// The one root.
    pub root: NodeKey,
    /// Every node by its name.
    pub nodes: HashMap<NodeKey, Arc<Node>>,
    /// The faces; text runs refer to them by index. Only grows while a map is open.
    pub fonts: Vec<FontFace>,
    /// The pictures, sorted by hash.
    pub images: Vec<SceneImage>,
    /// What a person should know, sorted, each once.
    pub notices: Vec<Notice>,
}

/// A node with its place on the whole Scene.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The node.
    pub node: &'a Node,
    /// Its origin in the Scene's frame.
    pub at: Point,
}

impl Scene {
    /// A node by its name.
    pub fn node(&self, key: &NodeKey) -> Option<&Node> {
        self.nodes.get(key).map(|node| &**node)
    }

    /// Every node in reading order (tree order), with its place.
    pub fn reading_order(&self) -> Vec<Placed<'_>> {
        let mut found = Vec::with_capacity(self.nodes.len());
        let mut stack = vec![(&self.root, Point::default())];
        while let Some((key, frame)) = stack.pop() {
            let Some(node) = self.node(key) else { continue };
            let at = frame + node.origin;
            found.push(Placed { node, at });
            stack.extend(node.children.iter().rev().map(|child| (child, at)));
        }
        found
    }

    /// Every node in paint order: layer, then tree order.
    pub fn paint_order(&self) -> Vec<Placed<'_>> {
        let mut found = self.reading_order();
        found.sort_by_key(|placed| placed.node.layer);
        found
    }

    /// Where a node lies on the Scene.
    pub fn place(&self, key: &NodeKey) -> Option<Rect> {
        let node = self.node(key)?;
        let (mut at, mut above) = (node.origin, node.parent.as_ref());
        while let Some(parent) = above.and_then(|key| self.node(key)) {
            at = at + parent.origin;
            above = parent.parent.as_ref();
        }
        Some(Rect::of(node.size).moved(at))
    }

    /// The head and all nodes in tree order, as the page receives them.
    pub fn whole(&self) -> WholeScene {
        WholeScene {
            revision: self.revision,
            size: self.size,
            background: self.background,
            title: self.title.clone(),
            language: self.language.clone(),
            root: self.root.clone(),
            nodes: self
                .reading_order()
                .into_iter()
                .map(|placed| self.nodes[&placed.node.key].clone())
                .collect(),
            fonts: self.fonts.clone(),
            images: self.images.clone(),
            notices: self.notices.clone(),
        }
    }
}

/// A Scene on its way to the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct WholeScene {
    /// See [`Scene::revision`].
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: u64,
    /// See [`Scene::size`].
    pub size: Size,
    /// See [`Scene::background`].
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub background: Color,
    /// See [`Scene::title`].
    pub title: String,
    /// See [`Scene::language`].
    pub language: String,
    /// See [`Scene::root`].
    pub root: NodeKey,
    /// All nodes in tree order.
    pub nodes: Vec<Arc<Node>>,
    /// See [`Scene::fonts`].
    pub fonts: Vec<FontFace>,
    /// See [`Scene::images`].
    pub images: Vec<SceneImage>,
    /// See [`Scene::notices`].
    pub notices: Vec<Notice>,
}

/// What changed from one revision of a Scene to the next.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Patch {
    /// The revision that it leads to; it applies to the one before.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub revision: u64,
    /// Nodes that are new or differ in more than their origin, in tree order.
    pub changed: Vec<Arc<Node>>,
    /// Nodes that only moved in their parent's frame.
    pub moved: Vec<(NodeKey, Point)>,
    /// Nodes that are gone.
    pub removed: Vec<NodeKey>,
    /// The Scene's size now.
    pub size: Size,
    /// The Scene's title now.
    pub title: String,
    /// Faces that came in with this patch, behind those that were there.
    pub fonts: Vec<FontFace>,
    /// Pictures that came in with this patch.
    pub images: Vec<SceneImage>,
    /// All notices now.
    pub notices: Vec<Notice>,
}

impl Scene {
    /// Takes over a patch that was made for the next revision.
    ///
    /// # Errors
    /// [`MissedRevision`] where the patch is not the next one; the Scene is as it was.
    pub fn take(&mut self, patch: &Patch) -> Result<(), MissedRevision> {
        if patch.revision != self.revision + 1 {
            return Err(MissedRevision { expected: self.revision + 1, found: patch.revision });
        }
        for key in &patch.removed {
            self.nodes.remove(key);
        }
        for (key, origin) in &patch.moved {
            if let Some(node) = self.nodes.get_mut(key) {
                Arc::make_mut(node).origin = *origin;
            }
        }
        for node in &patch.changed {
            self.nodes.insert(node.key.clone(), node.clone());
        }
        self.revision = patch.revision;
        self.size = patch.size;
        self.title.clone_from(&patch.title);
        self.fonts.extend(patch.fonts.iter().cloned());
        self.images.extend(patch.images.iter().cloned());
        self.images.sort_by(|a, b| a.hash.cmp(&b.hash));
        self.notices.clone_from(&patch.notices);
        Ok(())
    }
}

/// A patch came that does not follow on the Scene at hand; fetch the whole Scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected the patch to revision {expected}, found the one to {found}")]
pub struct MissedRevision {
    /// The revision that was due.
    pub expected: u64,
    /// The revision that came.
    pub found: u64,
}
