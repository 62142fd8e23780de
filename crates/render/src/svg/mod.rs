//! SVG: the Scene as shapes. Text is text, to be found, marked and edited, in faces that the file brings along for
//! browsers; or outlines, so that it looks the same wherever it is opened.
//!
//! Paint order is layer, then tree. Each layer is therefore a walk of its own over the tree, and a node is a group
//! within its parent's group, which keeps numbers small and the structure readable.

mod defs;
mod faces;
mod glyph;
mod image;
mod shape;
mod text;
mod words;
mod write;

use crate::link::outward;
use crate::{RenderError, Warnings, check};
use layout::{Color, GlyphRun, Layer, Node, NodeKey, Point, Prim, Role, Scene};
use std::collections::{BTreeSet, HashMap};
use std::io::Write;
use write::{attribute, escape, number};

/// How an SVG is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SvgOptions {
    /// What lies behind everything. Default: the Scene's own.
    pub background: Option<Color>,
    /// How text is written. Default: as text.
    pub text: TextForm,
}

/// How text is written into an SVG.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TextForm {
    /// As text, with the glyphs of its faces that it uses. Colour glyphs, and faces that may not be given on or that a
    /// browser could not use, are outlines all the same.
    #[default]
    Words,
    /// As outlines, for programs that do not read the faces in an SVG.
    Outlines,
}

/// Every layer, from the lowest up.
const LAYERS: [Layer; 6] =
    [Layer::Sheet, Layer::GapLine, Layer::Curve, Layer::Gap, Layer::Label, Layer::Header];

/// Writes the Scene as an SVG file.
///
/// # Errors
/// [`RenderError::NoExtent`], [`RenderError::TooFar`], [`RenderError::NoFace`], [`RenderError::Output`].
pub fn write(scene: &Scene, options: &SvgOptions, mut to: impl Write) -> Result<Warnings, RenderError> {
    check::scene(scene)?;
    let mut outlined: BTreeSet<u32> = match options.text {
        TextForm::Words => BTreeSet::new(),
        TextForm::Outlines => (0..scene.fonts.len() as u32).collect(),
    };
    let (painter, style) = loop {
        let painter = Painter::of(scene, &outlined)?;
        match painter.words.style(scene) {
            Ok(style) => break (painter, style),
            // A face that cannot be brought along is drawn; then all is drawn anew.
            Err(face) => outlined.insert(face),
        };
    };
    to.write_all(head(scene, options.background.unwrap_or(scene.background)).as_bytes())?;
    to.write_all(style.as_bytes())?;
    to.write_all(b"<defs>")?;
    to.write_all(painter.defs.text().as_bytes())?;
    to.write_all(b"</defs>\n")?;
    to.write_all(painter.body.as_bytes())?;
    to.write_all(b"</svg>\n")?;
    Ok(painter.warnings)
}

/// Everything before the definitions: the extent, the title, the background.
fn head(scene: &Scene, background: Color) -> String {
    let mut head = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
    );
    let (mut w, mut h) = (String::new(), String::new());
    number(&mut w, scene.size.w, 2);
    number(&mut h, scene.size.h, 2);
    for (name, value) in [("width", &w), ("height", &h), ("viewBox", &format!("0 0 {w} {h}"))] {
        attribute(&mut head, name, value);
    }
    attribute(&mut head, "xml:lang", &scene.language);
    head.push_str(" role=\"graphics-document document\" aria-labelledby=\"title\">\n<title id=\"title\">");
    escape(&mut head, &scene.title);
    head.push_str("</title>\n");
    if background.a > 0 {
        head.push_str("<rect");
        attribute(&mut head, "width", &w);
        attribute(&mut head, "height", &h);
        shape::color(&mut head, "fill", background);
        head.push_str("/>\n");
    }
    head
}

struct Painter<'a> {
    scene: &'a Scene,
    /// Which layers a node and all below it draw on, a bit each.
    layers: HashMap<&'a NodeKey, u8>,
    body: String,
    defs: defs::Defs,
    text: text::Text<'a>,
    words: words::Words,
    images: image::Images,
    warnings: Warnings,
}

impl<'a> Painter<'a> {
    /// Everything drawn, with the text of these faces as outlines.
    fn of(scene: &'a Scene, outlined: &BTreeSet<u32>) -> Result<Self, RenderError> {
        let mut painter = Self {
            scene,
            layers: HashMap::new(),
            body: String::new(),
            defs: defs::Defs::default(),
            text: text::Text::new(scene),
            words: words::Words::new(scene, outlined),
            images: image::Images::default(),
            warnings: Warnings::default(),
        };
        painter.find_layers(&scene.root);
        for layer in LAYERS {
            painter.node(&scene.root, layer)?;
        }
        Ok(painter)
    }

    fn find_layers(&mut self, key: &'a NodeKey) -> u8 {
        let Some(node) = self.scene.node(key) else { return 0 };
        let own = if node.prims.is_empty() { 0 } else { bit(node.layer) };
        let all = node.children.iter().fold(own, |found, child| found | self.find_layers(child));
        self.layers.insert(key, all);
        all
    }

    /// What a node and those below it draw on one layer.
    fn node(&mut self, key: &'a NodeKey, layer: Layer) -> Result<(), RenderError> {
        let Some(node) = self.scene.node(key) else { return Ok(()) };
        if self.layers.get(key).is_none_or(|layers| layers & bit(layer) == 0) {
            return Ok(());
        }
        let own = node.layer == layer;
        let mut attributes = String::new();
        if node.origin != Point::default() {
            attributes.push_str(" transform=\"translate(");
            number(&mut attributes, node.origin.x, 3);
            attributes.push(' ');
            number(&mut attributes, node.origin.y, 3);
            attributes.push_str(")\"");
        }
        if own {
            label(&mut attributes, node);
        }
        let link = outward(node.link.as_deref()).filter(|_| own);
        if let Some(link) = link {
            self.body.push_str("<a");
            attribute(&mut self.body, "xlink:href", link);
            self.body.push('>');
        }
        if !attributes.is_empty() {
            self.body.push_str("<g");
            self.body.push_str(&attributes);
            self.body.push('>');
        }
        if own {
            self.prims(node)?;
        }
        for child in &node.children {
            self.node(child, layer)?;
        }
        if !attributes.is_empty() {
            self.body.push_str("</g>");
        }
        if link.is_some() {
            self.body.push_str("</a>");
        }
        self.body.push('\n');
        Ok(())
    }

    fn prims(&mut self, node: &Node) -> Result<(), RenderError> {
        let mut open = 0_usize;
        for prim in &node.prims {
            match prim {
                Prim::Rect(prim) => shape::rect(&mut self.body, &mut self.defs, prim),
                Prim::Path(prim) => shape::path(&mut self.body, &mut self.defs, prim),
                Prim::Connector(prim) => shape::connector(&mut self.body, &mut self.defs, prim),
                Prim::Text(prim) => {
                    self.words.draw(&mut self.body, prim);
                    let drawn = |run: &GlyphRun| !self.words.can_write(run);
                    self.text.draw(&mut self.body, &mut self.defs, prim, drawn)?;
                }
                Prim::Image(prim) => {
                    self.images.draw(&mut self.body, &mut self.defs, self.scene, prim, &mut self.warnings);
                }
                Prim::ClipPush(clip) => {
                    shape::push_clip(&mut self.body, &mut self.defs, clip);
                    open += 1;
                }
                Prim::ClipPop => {
                    if open > 0 {
                        self.body.push_str("</g>");
                        open -= 1;
                    }
                }
            }
        }
        for _ in 0..open {
            self.body.push_str("</g>");
        }
        Ok(())
    }
}

fn bit(layer: Layer) -> u8 {
    1 << match layer {
        Layer::Sheet => 0,
        Layer::GapLine => 1,
        Layer::Curve => 2,
        Layer::Gap => 3,
        Layer::Label => 4,
        Layer::Header => 5,
    }
}

/// How assistive technology reads a node: outlines say nothing by themselves.
fn label(to: &mut String, node: &Node) {
    let role = match node.role {
        // The file's own title names the map; groups and decoration have nothing to say.
        Role::Map | Role::Group | Role::Decoration => return,
        Role::Stage | Role::Lane | Role::LaneLabel | Role::Cell | Role::Card | Role::Person
            if !node.children.is_empty() =>
        {
            "group"
        }
        Role::Stage
        | Role::Lane
        | Role::LaneLabel
        | Role::Cell
        | Role::Card
        | Role::Person
        | Role::Figure
        | Role::Feeling
        | Role::Gap
        | Role::Path
        | Role::Text => "img",
    };
    let says = match (node.text.is_empty(), node.alt.is_empty()) {
        (true, true) => return,
        (false, true) => node.text.clone(),
        (true, false) => node.alt.clone(),
        (false, false) => format!("{}. {}", node.text, node.alt),
    };
    attribute(to, "role", role);
    attribute(to, "aria-label", &says);
    if let Some(language) = &node.language {
        attribute(to, "xml:lang", language);
    }
}
