//! Scenes made by hand: what a painter is given, without a map or a layout.

use layout::*;
use skrifa::MetadataProvider;
use std::collections::HashMap;
use std::sync::Arc;

pub const INK: Color = Color::hex(0x1d1d1f);
pub const WHITE: Color = Color::hex(0xffffff);
pub const RED: Color = Color::hex(0xff0000);
pub const BLUE: Color = Color::hex(0x0000ff);
pub const BLACK: Color = Color::hex(0x000000);

/// Faces of [`Sheet`], by their index in the Scene.
pub const REGULAR: u32 = 0;
pub const SEMIBOLD: u32 = 1;
pub const EMOJI: u32 = 2;
pub const HEBREW: u32 = 3;

/// A Scene under construction.
pub struct Sheet(pub Scene);

impl Sheet {
    /// An empty white Scene with its root and four faces.
    pub fn new(w: f64, h: f64) -> Self {
        let root = NodeKey::new("map");
        let mut sheet = Self(Scene {
            revision: 1,
            size: Size::new(w, h),
            background: WHITE,
            title: "A map".into(),
            language: "en".into(),
            root: root.clone(),
            nodes: HashMap::new(),
            fonts: vec![
                face("Inter-Regular.ttf", "Inter", 400),
                face("Inter-SemiBold.ttf", "Inter", 600),
                face("Twemoji.ttf", "Twemoji", 400),
                face("NotoSansHebrew-Regular.ttf", "Noto Sans Hebrew", 400),
            ],
            images: Vec::new(),
            notices: Vec::new(),
        });
        let node = Node { role: Role::Map, text: "A map".into(), ..blank(root.clone(), None) };
        sheet.0.nodes.insert(root, Arc::new(Node { size: Size::new(w, h), ..node }));
        sheet
    }

    /// A Scene whose root draws these prims.
    pub fn of(w: f64, h: f64, prims: Vec<Prim>) -> Scene {
        let mut sheet = Self::new(w, h);
        let root = sheet.0.root.clone();
        Arc::make_mut(sheet.0.nodes.get_mut(&root).unwrap()).prims = prims;
        sheet.0
    }

    /// Adds a node below `parent`.
    pub fn add(&mut self, parent: &str, key: &str, at: Point, size: Size, change: impl FnOnce(&mut Node)) {
        let (parent, key) = (NodeKey::new(parent), NodeKey::new(key));
        Arc::make_mut(self.0.nodes.get_mut(&parent).unwrap()).children.push(key.clone());
        let mut node = Node { origin: at, size, ..blank(key.clone(), Some(parent)) };
        change(&mut node);
        self.0.nodes.insert(key, Arc::new(node));
    }
}

fn blank(key: NodeKey, parent: Option<NodeKey>) -> Node {
    Node {
        key,
        parent,
        children: Vec::new(),
        origin: Point::default(),
        size: Size::default(),
        layer: Layer::Sheet,
        role: Role::Decoration,
        record: None,
        text: String::new(),
        alt: String::new(),
        language: None,
        link: None,
        notes: String::new(),
        prims: Vec::new(),
    }
}

fn font_bytes(file: &str) -> Vec<u8> {
    let path = format!("{}/../layout/fonts/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn face(file: &str, family: &str, weight: u16) -> FontFace {
    FontFace {
        name: file.into(),
        family: family.into(),
        weight,
        italic: false,
        bundled: true,
        index: 0,
        data: FontData(Some(Arc::new(font_bytes(file)))),
    }
}

pub fn rect(rect: Rect, radius: f64, fill: impl Into<Paint>) -> Prim {
    Prim::Rect(RectPrim { rect, radius, fill: Some(fill.into()), stroke: None })
}

pub fn outline(rect: Rect, radius: f64, stroke: Stroke) -> Prim {
    Prim::Rect(RectPrim { rect, radius, fill: None, stroke: Some(stroke) })
}

pub fn line(from: Point, to: Point, stroke: Stroke) -> Prim {
    let segments = vec![Segment::Move(from), Segment::Line(to)];
    Prim::Path(PathPrim { segments, fill: None, stroke: Some(stroke) })
}

pub fn gradient(from: Point, to: Point, colors: &[Color]) -> Paint {
    let last = (colors.len() - 1) as f64;
    let stops =
        colors.iter().enumerate().map(|(index, color)| Stop { at: index as f64 / last, color: *color });
    Paint::Linear { from, to, stops: stops.collect() }
}

/// One line of words, set glyph by glyph without kerning, its upper left corner at `origin`.
pub fn words(face: u32, size: f64, color: Color, text: &str, origin: Point) -> TextPrim {
    lines(face, size, color, &[text], origin)
}

/// Words on several lines; between the lines the source has a space.
pub fn lines(face: u32, size: f64, color: Color, rows: &[&str], origin: Point) -> TextPrim {
    let files = ["Inter-Regular.ttf", "Inter-SemiBold.ttf", "Twemoji.ttf", "NotoSansHebrew-Regular.ttf"];
    let bytes = font_bytes(files[face as usize]);
    let font = skrifa::FontRef::new(&bytes).unwrap();
    let metrics = font
        .glyph_metrics(skrifa::instance::Size::new(size as f32), skrifa::instance::LocationRef::default());
    let map = font.charmap();
    let height = (size * 1.4).round();
    let (mut source, mut placed, mut widest) = (String::new(), Vec::new(), 0.0_f64);
    let rtl = face == HEBREW;
    for (row, text) in rows.iter().enumerate() {
        if row > 0 {
            source.push(' ');
        }
        let start = source.len() as u32;
        let (mut x, y) = (0.0, row as f64 * height);
        let baseline = y + size * 1.05;
        let mut characters: Vec<(usize, char)> = text.char_indices().collect();
        if rtl {
            characters.reverse();
        }
        let mut glyphs = Vec::new();
        for (at, character) in characters {
            let id = map.map(character).unwrap_or_default();
            let advance = f64::from(metrics.advance_width(id).unwrap_or_default());
            let from = start + at as u32;
            let end = from + character.len_utf8() as u32;
            glyphs.push(Glyph { id: id.to_u32(), x, y: baseline, advance, start: from, end });
            x += advance;
        }
        source.push_str(text);
        let end = source.len() as u32;
        let run = GlyphRun { font: face, size, color, rtl, synthetic_slant: 0.0, start, end, glyphs };
        placed.push(TextLine {
            start,
            end,
            hyphen: false,
            x: 0.0,
            y,
            width: x,
            height,
            baseline,
            runs: vec![run],
            fallbacks: Vec::new(),
        });
        widest = widest.max(x);
    }
    let style = TextStyle {
        family: Family::Inter,
        weight: 400,
        italic: false,
        size,
        line_height: height,
        letter_spacing: 0.0,
        tabular: false,
        color,
    };
    TextPrim {
        spans: vec![StyleSpan { start: 0, end: source.len() as u32, style }],
        text: source,
        origin,
        width: widest,
        align: Align::Start,
        rtl,
        lines: placed,
    }
}

/// A map with one text node for each block.
pub fn text_map(blocks: Vec<TextPrim>) -> Scene {
    let mut sheet = Sheet::new(220.0, 120.0);
    for (index, block) in blocks.into_iter().enumerate() {
        sheet.add("map", &format!("text/{index}"), Point::default(), Size::new(200.0, 40.0), |node| {
            (node.role, node.text) = (Role::Text, block.text.clone());
            node.prims = vec![Prim::Text(block)];
        });
    }
    sheet.0
}

/// Texts as layout sets them, with the bundled faces, below each other.
pub fn shaped(texts: &[&str], width: f64) -> Scene {
    let shaper = Shaper::new(Fonts::bundled_only());
    let style = type_roles::CARD.style(INK);
    let mut top = 4.0;
    let blocks = texts.iter().map(|text| {
        let block = shaper.paragraph(text, style, Some(width), "en");
        assert!(block.missing.is_empty(), "{text}: {:?}", block.missing);
        let placed = block.at(6.0, top);
        top += block.size.h + 8.0;
        placed
    });
    let mut scene = text_map(blocks.collect());
    scene.fonts = shaper.fonts();
    scene.size = Size::new(width + 12.0, top);
    scene
}

/// A map of `stages` × `lanes` × `cards`, with a curve, in the shape that layout gives.
pub fn map(stages: usize, lanes: usize, cards: usize) -> Scene {
    let (column, label, card_height) = (200.0, 150.0, 56.0);
    let lane_height = cards as f64 * (card_height + 8.0) + 16.0;
    let (w, h) = (48.0 + label + stages as f64 * column, 140.0 + lanes as f64 * lane_height + 24.0);
    let mut sheet = Sheet::new(w, h);
    sheet.0.background = Color::hex(0xf4f2ee);
    sheet.0.title = "How buyers find us".into();
    sheet.add("map", "lens", Point::new(24.0, 18.0), Size::new(w - 48.0, 50.0), |node| {
        node.role = Role::Group
    });
    let title = words(SEMIBOLD, 26.0, INK, "How buyers find us", Point::default());
    sheet.add("lens", "title", Point::default(), Size::new(400.0, 36.0), |node| {
        (node.role, node.text) = (Role::Text, title.text.clone());
        node.prims = vec![Prim::Text(title)];
    });
    sheet.add("map", "header", Point::new(24.0, 80.0), Size::new(w - 48.0, 50.0), |node| {
        (node.role, node.layer) = (Role::Group, Layer::Header);
    });
    sheet.add("header", "trail", Point::default(), Size::default(), |node| {
        node.layer = Layer::Header;
        let stroke = Stroke::new(Color::hex(0x8a5a2b), 3.0).dashed([6.0, 5.0]).rounded();
        node.prims = vec![line(Point::new(label, 8.0), Point::new(w - 60.0, 8.0), stroke)];
    });
    for stage in 0..stages {
        let name = words(SEMIBOLD, 14.0, INK, &format!("Stage {}", stage + 1), Point::default());
        let at = Point::new(label + stage as f64 * column, 20.0);
        sheet.add("header", &format!("stage/{stage}"), at, Size::new(column, 30.0), |node| {
            (node.role, node.layer, node.text) = (Role::Stage, Layer::Header, name.text.clone());
            node.prims = vec![Prim::Text(name)];
        });
    }
    let inner = Rect::new(0.0, 0.0, w - 48.0, lanes as f64 * lane_height);
    sheet.add("map", "sheet", Point::new(24.0, 140.0), Size::new(inner.w, inner.h), |node| {
        node.role = Role::Group;
        node.prims =
            vec![rect(inner, 12.0, WHITE), outline(inner, 12.0, Stroke::new(Color::hex(0xd8d4cc), 1.0))];
    });
    for lane in 0..lanes {
        let key = format!("lane/{lane}");
        let at = Point::new(0.0, lane as f64 * lane_height);
        sheet.add("sheet", &key, at, Size::new(inner.w, lane_height), |node| {
            (node.role, node.text) = (Role::Lane, format!("Lane {}", lane + 1));
            node.prims = vec![line(
                Point::new(0.0, lane_height),
                Point::new(inner.w, lane_height),
                Stroke::new(Color::hex(0xe8e4dc), 1.0),
            )];
        });
        let name = words(SEMIBOLD, 13.0, INK, &format!("Lane {}", lane + 1), Point::new(14.0, 12.0));
        let key_label = format!("label/{lane}");
        sheet.add(&key, &key_label, Point::default(), Size::new(label, lane_height), |node| {
            (node.role, node.layer, node.text) = (Role::LaneLabel, Layer::Label, name.text.clone());
            node.prims = vec![Prim::Text(name)];
        });
        for stage in 0..stages {
            let cell = format!("cell/{lane}/{stage}");
            let at = Point::new(label + stage as f64 * column, 8.0);
            sheet.add(&key, &cell, at, Size::new(column, lane_height), |node| node.role = Role::Cell);
            for card in 0..cards {
                add_card(
                    &mut sheet,
                    &cell,
                    &format!("card/{lane}/{stage}/{card}"),
                    card as f64 * (card_height + 8.0),
                );
            }
        }
    }
    add_curve(&mut sheet, stages, column, label);
    sheet.0
}

fn add_card(sheet: &mut Sheet, cell: &str, key: &str, y: f64) {
    let number = key.bytes().map(usize::from).sum::<usize>();
    let first =
        ["Waits for feedback", "Compares suppliers", "Asks a colleague", "Reads the reviews"][number % 4];
    let second = ["on a demo request", "with what they know", "about the pricing", "before the first call"]
        [number % 3];
    let words = lines(REGULAR, 13.0, INK, &[first, second], Point::new(11.0, 9.0));
    let size = Size::new(184.0, 56.0);
    sheet.add(cell, key, Point::new(8.0, y), size, |node| {
        (node.role, node.text) = (Role::Card, words.text.clone());
        let stripe = Rect::new(0.0, 0.0, 4.0, size.h);
        node.prims = vec![
            rect(Rect::of(size), 8.0, Color::hex(0xfff6e0)),
            outline(Rect::of(size), 8.0, Stroke::new(Color::hex(0xe6c77a), 1.0)),
            Prim::ClipPush(ClipPrim { rect: Rect::of(size), radius: 8.0 }),
            rect(
                stripe,
                0.0,
                gradient(Point::default(), Point::new(0.0, size.h), &[RED, Color::hex(0xd08000)]),
            ),
            Prim::ClipPop,
            Prim::Text(words),
        ];
    });
}

fn add_curve(sheet: &mut Sheet, stages: usize, column: f64, label: f64) {
    let at =
        |stage: usize| Point::new(label + (stage as f64 + 0.5) * column, 40.0 + 25.0 * ((stage % 3) as f64));
    let mut segments = vec![Segment::Move(at(0))];
    for stage in 1..stages {
        let (a, b) = (at(stage - 1), at(stage));
        segments.push(Segment::Cubic(Point::new(a.x + 80.0, a.y), Point::new(b.x - 80.0, b.y), b));
    }
    let stroke = Stroke::new(Color::hex(0x2f6f8f), 2.5).rounded();
    sheet.add("lane/0", "curve", Point::default(), Size::new(stages as f64 * column, 120.0), |node| {
        (node.role, node.layer) = (Role::Figure, Layer::Curve);
        node.alt = "Rises from uneasy to content".into();
        node.prims = vec![Prim::Path(PathPrim { segments, fill: None, stroke: Some(stroke) })];
    });
}
