//! PDF: one page a Scene, with native shapes and searchable text, in the reading order of the Scene, made to be kept (PDF/A-2a)
//! and to be read by everyone (PDF/UA-1).
//!
//! Content is drawn in paint order; each piece leaves a mark, and the structure tree puts the marks in reading order.

mod date;
mod image;
mod marks;
mod outline;
mod page;
mod shape;
mod tags;
mod text;

use crate::{RenderError, Warning, Warnings, check};
use krilla::configure::{Accessibility, Archival, Configuration, ConfigurationBuilder, ValidationError};
use krilla::error::KrillaError;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::{Node as Tagged, TagTree};
use krilla::{Document, SerializeSettings};
use layout::{Node, NodeKey, Point, Prim, Role, Scene};
use page::Frame;
use std::collections::BTreeSet;
use std::io::Write;

pub use page::{LONGEST_MM, Margins, Page};

/// How a PDF is made.
#[derive(Clone, Debug, PartialEq)]
pub struct PdfOptions {
    /// The page. Default: as large as the map.
    pub page: Page,
    /// When the map was last changed, in seconds since 1970 (UTC); the only time that the file tells. Default: none.
    pub created: Option<i64>,
    /// The document's title. Default: the Scene's.
    pub title: Option<String>,
    /// The document's language (BCP 47). Default: the Scene's.
    pub language: Option<String>,
    /// Whether the file holds a structure tree and claims both standards. Default: yes; without, it is only ink.
    pub tagged: bool,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self { page: Page::Map, created: None, title: None, language: None, tagged: true }
    }
}

/// Writes the Scene as a PDF. A Scene that cannot meet the standards, as one with a character that no face has, gives
/// a plain PDF and a warning that says why.
///
/// # Errors
/// [`RenderError::NoExtent`], [`RenderError::TooFar`], [`RenderError::PageTooLarge`], [`RenderError::NoRoomOnPaper`], [`RenderError::NoFace`],
/// [`RenderError::Pdf`], [`RenderError::Output`].
pub fn write(scene: &Scene, options: &PdfOptions, to: impl Write) -> Result<Warnings, RenderError> {
    write_pages(&[scene], options, to)
}

/// Writes several Scenes as the pages of one PDF. Title and language are the first one's unless the options say.
///
/// # Errors
/// Those of [`write`]; [`RenderError::NoExtent`] where there is no Scene at all.
pub fn write_pages(scenes: &[&Scene], options: &PdfOptions, to: impl Write) -> Result<Warnings, RenderError> {
    let leaves: Vec<(&Scene, Page)> = scenes.iter().map(|scene| (*scene, options.page)).collect();
    write_leaves(&leaves, options, to)
}

/// Writes several Scenes, each on a page of its own kind, whatever the options say of the page.
///
/// # Errors
/// Those of [`write_pages`].
pub fn write_leaves(
    leaves: &[(&Scene, Page)],
    options: &PdfOptions,
    mut to: impl Write,
) -> Result<Warnings, RenderError> {
    if leaves.is_empty() {
        return Err(RenderError::NoExtent { w: 0.0, h: 0.0 });
    }
    let mut pages = Vec::with_capacity(leaves.len());
    let mut missing = BTreeSet::new();
    for &(scene, page) in leaves {
        check::scene(scene)?;
        pages.push((scene, page.frame(scene.size)?));
        missing.extend(text::missing_characters(scene));
    }
    let pages = pages.as_slice();
    let mut warnings = Warnings::default();
    let claims = options.tagged && missing.is_empty();
    if options.tagged {
        for character in missing {
            warnings.add(Warning::PlainPdf { character });
        }
    }
    let bytes = if claims {
        match document(pages, options, both_standards()?, &mut warnings)? {
            Ok(bytes) => bytes,
            Err(KrillaError::Validation(faults)) => {
                for (fault, _) in &faults {
                    warnings.add(Warning::NotAccessible { reason: reason(fault) });
                }
                plain(pages, options, &mut warnings)?
            }
            Err(error) => return Err(RenderError::Pdf { reason: error.to_string() }),
        }
    } else {
        plain(pages, options, &mut warnings)?
    };
    to.write_all(&bytes)?;
    Ok(warnings)
}

fn plain(
    pages: &[(&Scene, Frame)],
    options: &PdfOptions,
    warnings: &mut Warnings,
) -> Result<Vec<u8>, RenderError> {
    document(pages, options, Configuration::default(), warnings)?
        .map_err(|error| RenderError::Pdf { reason: error.to_string() })
}

fn both_standards() -> Result<Configuration, RenderError> {
    ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| RenderError::Pdf { reason: format!("{error:?}") })
}

/// Why the standards are not met, as a phrase.
fn reason(fault: &ValidationError) -> String {
    match fault {
        ValidationError::RestrictedLicense(_) => "the licence of a font forbids to embed it".into(),
        ValidationError::UnicodePrivateArea(_, _, character, _)
        | ValidationError::InvalidCodepointMapping(_, _, character, _) => {
            format!("the character U+{:04X} has no public meaning", u32::from(*character))
        }
        ValidationError::NoCodepointMapping(..) => "a glyph stands for no character".into(),
        ValidationError::NoDocumentTitle => "the map has no title".into(),
        ValidationError::NoDocumentLanguage => "the map has no language".into(),
        ValidationError::TooLongString => "a text is longer than 32,767 bytes".into(),
        other => format!("{other:?}"),
    }
}

/// The file, or what the PDF writer found against it.
fn document(
    pages: &[(&Scene, Frame)],
    options: &PdfOptions,
    configuration: Configuration,
    warnings: &mut Warnings,
) -> Result<Result<Vec<u8>, KrillaError>, RenderError> {
    let settings = SerializeSettings { configuration, enable_tagging: options.tagged, ..Default::default() };
    let mut document = Document::new_with(settings);
    let first = pages[0].0;
    let title = options.title.clone().unwrap_or_else(|| first.title.clone());
    let language = options.language.clone().unwrap_or_else(|| first.language.clone());
    let mut metadata = Metadata::new().title(title).language(language).creator("Desire Path".into());
    if let Some(date) = options.created.and_then(date::date) {
        metadata = metadata.creation_date(date);
    }
    document.set_metadata(metadata);
    document.set_outline(outline::outline(pages));
    let mut tree = TagTree::new().with_lang(Some(first.language.clone()));
    for (index, &(scene, frame)) in pages.iter().enumerate() {
        for block in page(&mut document, index, scene, frame, warnings)? {
            tree.push(block);
        }
    }
    document.set_tag_tree(tree);
    Ok(document.finish())
}

/// Draws a Scene on a page of its own. Returns what its marks say, in reading order.
fn page(
    document: &mut Document,
    index: usize,
    scene: &Scene,
    frame: Frame,
    warnings: &mut Warnings,
) -> Result<Vec<Tagged>, RenderError> {
    let mut texts = text::Texts::new(scene);
    let mut images = image::Images::new(scene, frame.scale);
    let settings = PageSettings::from_wh(frame.width, frame.height)
        .ok_or(RenderError::NoExtent { w: scene.size.w, h: scene.size.h })?;
    let mut page = document.start_page_with(settings);
    let mut marks = marks::Marks::new(scene, frame, &mut page);
    let mut surface = page.surface();
    shape::background(&mut surface, &mut marks, frame, scene.background);
    surface.push_transform(&frame.transform());
    for placed in scene.paint_order() {
        let mut brush = Brush { surface: &mut surface, marks: &mut marks, node: placed.node, at: placed.at };
        brush.node(&mut texts, &mut images, warnings)?;
    }
    surface.pop();
    let blocks = tags::blocks(scene, index, &mut marks, &mut surface);
    surface.finish();
    page.finish();
    Ok(blocks)
}

/// Draws the prims of one node, with the marks that say what each is.
struct Brush<'b, 's, 'a> {
    surface: &'b mut krilla::surface::Surface<'s>,
    marks: &'b mut marks::Marks<'a>,
    node: &'a Node,
    at: Point,
}

impl<'a> Brush<'_, '_, 'a> {
    fn node(
        &mut self,
        texts: &mut text::Texts<'a>,
        images: &mut image::Images<'a>,
        warnings: &mut Warnings,
    ) -> Result<(), RenderError> {
        let mut open = 0_usize;
        for prim in &self.node.prims {
            match prim {
                Prim::Rect(prim) => {
                    self.shape();
                    shape::rect(self.surface, self.at, prim);
                }
                Prim::Path(prim) => {
                    self.shape();
                    shape::path(self.surface, self.at, prim);
                }
                Prim::Connector(prim) => {
                    self.shape();
                    shape::connector(self.surface, self.at, prim);
                }
                Prim::Text(prim) => {
                    for index in 0..prim.lines.len() {
                        self.words();
                        texts.line(self.surface, self.at + prim.origin, prim, index)?;
                    }
                }
                Prim::Image(prim) => {
                    self.picture();
                    images.draw(self.surface, self.at, prim, warnings);
                }
                Prim::ClipPush(clip) => {
                    self.marks.close(self.surface);
                    shape::push_clip(self.surface, self.at, clip);
                    open += 1;
                }
                Prim::ClipPop => {
                    if open > 0 {
                        self.marks.close(self.surface);
                        self.surface.pop();
                        open -= 1;
                    }
                }
            }
        }
        self.marks.close(self.surface);
        for _ in 0..open {
            self.surface.pop();
        }
        Ok(())
    }

    /// Marks what follows as a drawing: a part of its figure, or decoration.
    fn shape(&mut self) {
        if self.marks.is_figure(self.node) {
            self.marks.figure(self.surface, &self.node.key);
        } else {
            self.marks.artifact(self.surface);
        }
    }

    /// Marks what follows as a picture: with its description if it has one.
    fn picture(&mut self) {
        if !self.marks.is_figure(self.node) && marks::shows_picture(self.node) {
            self.marks.picture(self.surface, &self.node.key);
        } else {
            self.shape();
        }
    }

    /// Marks what follows as a line of words.
    fn words(&mut self) {
        if self.marks.is_figure(self.node) {
            self.marks.figure(self.surface, &self.node.key);
        } else if self.node.role == Role::Decoration {
            self.marks.artifact(self.surface);
        } else {
            self.marks.words(self.surface, &self.node.key);
        }
    }
}

/// What a node says where its ink alone does not.
fn description(node: &Node) -> &str {
    if node.alt.is_empty() { &node.text } else { &node.alt }
}

/// Nodes by their names: what the marks hang on.
type ByNode<'a, T> = std::collections::HashMap<&'a NodeKey, T>;
