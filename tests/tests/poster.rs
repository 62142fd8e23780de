//! Posters: read back from the PDF, put together from tiles, on every paper; and what is said of small text.

use image::{GenericImage, RgbImage};
use journey::{Document, Id, Template};
use layout::{
    Include, Layouter, Options, PageOptions, Pages, Paper, PaperPage, Prim, Remedy, Role, Theme, View,
};
use pipeline_tests::{ids, maps, pdf, sample};
use render::export::{ExportOptions, Format, Pixels, export};
use render::png::{Extent, PngOptions};

fn wish(document: &Document, paper: Paper) -> PageOptions {
    let map = document.maps_in_order()[0].id;
    let layout = Options { map, view: View::Poster, ..Options::default() };
    PageOptions { layout, paper: Some(paper), ..PageOptions::default() }
}

fn pages(document: &Document, wish: &PageOptions) -> Pages {
    Layouter::new().pages(document, wish).expect("pages")
}

fn sheets(document: &Document, wish: &PageOptions) -> Vec<PaperPage> {
    match pages(document, wish) {
        Pages::Sheets { sheets, .. } => sheets,
        Pages::Slides(_) => panic!("a poster is no deck"),
    }
}

fn file(pages: &Pages, format: Format) -> Vec<u8> {
    let options = ExportOptions { format, created: Some(1_795_000_000), ..ExportOptions::default() };
    let made = export(pages, &options, &mut |_| true).expect("a file");
    assert!(made.warnings.is_empty(), "{:?}", made.warnings);
    assert_eq!(made.files.len(), 1);
    made.files.into_iter().next().expect("a file").bytes
}

fn paper(name: &str) -> Paper {
    Paper::parse(name).expect("a paper")
}

#[test]
fn no_glyph_of_the_samples_a3_is_smaller_than_8_pt_in_its_pdf() {
    let document = sample();
    let pages = pages(&document, &wish(&document, Paper::A3));
    let sizes = pdf::glyph_sizes(&file(&pages, Format::Pdf));
    let smallest = sizes.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(sizes.len() > 100, "the words of the map are read: {}", sizes.len());
    assert!((8.0..9.0).contains(&smallest), "{smallest}");
    // What is told is what is there.
    let Pages::Sheets { legibility: Some(told), .. } = &pages else { panic!("a poster has sheets") };
    assert!((told.smallest_pt - smallest).abs() < 0.01, "{} told, {smallest} found", told.smallest_pt);
    assert_eq!(told.remedies, []);
    assert_eq!(told.say("en"), Some("Smallest text is 8.1 pt.".into()));
}

#[test]
fn pages_are_as_large_as_their_papers() {
    let document = sample();
    let custom = ["300x200mm", "36x24in", "250x400mm"].map(|text| (text, paper(text)));
    for (name, paper) in Paper::named().chain(custom) {
        let pages = pages(&document, &wish(&document, paper));
        let found = pdf::page_sizes(&file(&pages, Format::Pdf));
        let points = |mm: f64| mm / 25.4 * 72.0;
        let [(w, h)] = found.as_slice() else { panic!("{name}: {found:?}") };
        assert!(
            (w - points(paper.w_mm)).abs() < 0.01 && (h - points(paper.h_mm)).abs() < 0.01,
            "{name}: {found:?}"
        );
        for page in pages.each() {
            assert_inside(name, &page);
        }
    }
}

/// Every shape and every line of text lies between the margins.
fn assert_inside(name: &str, page: &layout::PageView<'_>) {
    let margin = 10.0 / page.paper.w_mm * page.scene.size.w - 1.0;
    let paper = layout::Rect::of(page.scene.size).grown(-margin);
    for placed in page.scene.reading_order() {
        for prim in &placed.node.prims {
            let boxes: Vec<layout::Rect> = match prim {
                Prim::Text(text) => text
                    .lines
                    .iter()
                    .map(|line| {
                        layout::Rect::new(
                            text.origin.x + line.x,
                            text.origin.y + line.y,
                            line.width,
                            line.height,
                        )
                    })
                    .collect(),
                other => other.ink().into_iter().collect(),
            };
            for one in boxes {
                let one = one.moved(placed.at);
                assert!(paper.holds(&one), "{name}: {} at {one:?} of {paper:?}", placed.node.key);
            }
        }
    }
}

#[test]
fn tiles_put_together_are_the_poster_pixel_by_pixel() {
    let document = sample();
    let whole = wish(&document, paper("a0"));
    for tile in [Paper::A4, Paper::A3] {
        let poster = &sheets(&document, &whole)[0];
        let tiles = sheets(&document, &PageOptions { tile: Some(tile), ..whole.clone() });
        let drawn = |scene: &layout::Scene| {
            let options = PngOptions { extent: Extent::Scale(1.0), ..PngOptions::default() };
            let mut bytes = Vec::new();
            render::png::write(scene, &options, &mut bytes).expect("a picture");
            image::load_from_memory(&bytes).expect("it opens").into_rgb8()
        };
        let expected = drawn(&poster.scene);
        // What no tile shows is white.
        let mut found = RgbImage::from_pixel(expected.width(), expected.height(), image::Rgb([255; 3]));
        for page in &tiles {
            assert_eq!(page.paper.lying(), tile);
            // Where the poster lies on the tile, and the tile's window on the poster.
            let at = page.scene.place(&poster.scene.root).expect("the poster is on its tile");
            let picture = drawn(&page.scene);
            let (margin, window) = window(page, at.x, at.y);
            assert!(margin >= 8.0, "printers reach it");
            let part = image::imageops::crop_imm(
                &picture,
                (window.x + at.x) as u32,
                (window.y + at.y) as u32,
                (window.w as u32).min(expected.width() - window.x as u32),
                (window.h as u32).min(expected.height() - window.y as u32),
            );
            found
                .copy_from(&part.to_image(), window.x as u32, window.y as u32)
                .expect("it lies on the poster");
        }
        // Edges are smoothed in 32-bit numbers, which round differently away from the corner.
        let off = |x: u32, y: u32, pixel: &image::Rgb<u8>| {
            let other = found.get_pixel(x, y);
            pixel.0.iter().zip(other.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or_default()
        };
        let off: Vec<u8> = expected.enumerate_pixels().map(|(x, y, pixel)| off(x, y, pixel)).collect();
        let worst = off.iter().max().copied().unwrap_or_default();
        let many = off.iter().filter(|off| **off > 0).count();
        assert!(worst <= 12 && many * 2000 < off.len(), "{tile}: {many} of {} pixels, by {worst}", off.len());
    }
}

/// The margin of a tile, and what it shows of its poster, told by its marks: two for each edge above and below, at the
/// left and at the right; the last two ends of the upper left and lower right ones bound the window.
fn window(page: &PaperPage, left: f64, top: f64) -> (f64, layout::Rect) {
    let marks =
        page.scene.nodes.values().find(|node| node.key.to_string().starts_with("tilemarks/")).expect("marks");
    let ends: Vec<(layout::Point, layout::Point)> = marks
        .prims
        .iter()
        .filter_map(|prim| match prim {
            Prim::Path(path) => match path.segments.as_slice() {
                [layout::Segment::Move(a), layout::Segment::Line(b)] => Some((*a, *b)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    assert_eq!(ends.len(), 8, "two marks at each corner");
    // Upright marks begin 1.5 mm above and below the window, lying ones beside it.
    let mm = page.scene.size.w / page.paper.w_mm;
    let away = 1.5 * mm;
    let (upright, lying): (Vec<_>, Vec<_>) = ends.into_iter().partition(|(a, b)| a.x == b.x);
    let y = |at: fn(f64, f64) -> f64, start: f64| upright.iter().map(|(a, _)| a.y).fold(start, at);
    let x = |at: fn(f64, f64) -> f64, start: f64| lying.iter().map(|(a, _)| a.x).fold(start, at);
    let (from_x, to_x) = (x(f64::min, f64::MAX) + away, x(f64::max, 0.0) - away);
    let (from_y, to_y) = (y(f64::min, f64::MAX) + away, y(f64::max, 0.0) - away);
    let window = layout::Rect::new(
        (from_x - left).round(),
        (from_y - top).round(),
        (to_x - from_x).round(),
        (to_y - from_y).round(),
    );
    (from_x.min(from_y) / mm, window)
}

#[test]
fn tiles_are_numbered_and_cut_at_borders_where_possible() {
    let document = sample();
    let wish = PageOptions { tile: Some(Paper::A3), ..wish(&document, paper("a0")) };
    let tiles = sheets(&document, &wish);
    assert_eq!(tiles.len(), 9);
    assert_eq!(tiles[4].name, "05-poster-2-2");
    assert_eq!(tiles[4].title, "Sheet 5 of 9: row 2, column 2");
    let words = pdf::words(&file(&pages(&document, &wish), Format::Pdf), 5);
    assert!(words.contains("Sheet 5 of 9: row 2, column 2"), "{words}");

    // On some papers a border lies within reach, on others it would cost another sheet.
    let (mut at_stage, mut at_lane) = (0, 0);
    for name in ["a0", "a1", "a2", "841x1189mm", "700x1000mm", "900x700mm"] {
        let wish = PageOptions { paper: Some(paper(name)), ..wish.clone() };
        let whole = &sheets(&document, &PageOptions { tile: None, ..wish.clone() })[0].scene;
        let edges = |role: Role| -> Vec<layout::Point> {
            let placed = whole.reading_order();
            placed.iter().filter(|placed| placed.node.role == role).map(|placed| placed.at).collect()
        };
        let (stages, lanes) = (edges(Role::Stage), edges(Role::Lane));
        for page in sheets(&document, &PageOptions { tile: Some(Paper::A4), ..wish }) {
            let at = page.scene.place(&whole.root).expect("the poster is on its tile");
            let cut = window(&page, at.x, at.y).1;
            at_stage += usize::from(stages.iter().any(|stage| (stage.x - cut.x).abs() < 1.0));
            at_lane += usize::from(lanes.iter().any(|lane| (lane.y - cut.y).abs() < 1.0));
        }
    }
    assert!(at_stage >= 8 && at_lane >= 4, "{at_stage} tiles begin at a stage, {at_lane} at a lane");
}

#[test]
fn what_is_said_to_help_helps() {
    let document = maps::of_size(12, 10, 3);
    let told = |wish: &PageOptions| match pages(&document, wish) {
        Pages::Sheets { legibility: Some(told), .. } => told,
        _ => panic!("a poster tells how legible it is"),
    };
    let small = told(&wish(&document, Paper::A4));
    assert!(small.is_small(), "{small:?}");
    assert!(!small.remedies.is_empty(), "{small:?}");
    for remedy in &small.remedies {
        let mut better = wish(&document, Paper::A4);
        match remedy {
            Remedy::Paper { paper, .. } => better.paper = Some(*paper),
            Remedy::Tiles { poster, count } => {
                better.paper = Some(*poster);
                better.tile = Some(Paper::A4);
                assert_eq!(sheets(&document, &better).len(), *count);
            }
            Remedy::HideLanes { lanes } => better.include.without_lanes.clone_from(lanes),
        }
        let now = told(&better).smallest_pt;
        assert!(now >= small.floor_pt - 0.1, "{remedy:?}: {now} pt, {} wanted", small.floor_pt);
    }
    let sentence = small.say("en").expect("there is text");
    assert!(sentence.starts_with("Smallest text is ") && sentence.contains(" pt. "), "{sentence}");
}

#[test]
fn blank_posters_have_stages_and_lanes_and_fill_their_paper() {
    let document = sample();
    let include = Include { cards: false, ..Include::default() };
    let blank = &sheets(&document, &PageOptions { include, ..wish(&document, paper("a0")) })[0].scene;
    let count = |role: Role| blank.nodes.values().filter(|node| node.role == role).count();
    assert_eq!((count(Role::Stage), count(Role::Lane)), (7, 8));
    assert_eq!((count(Role::Card), count(Role::Gap), count(Role::Feeling)), (0, 0, 0));
    let lanes = blank.reading_order();
    let lanes = lanes.iter().filter(|placed| placed.node.role == Role::Lane);
    let bottom = lanes.map(|placed| placed.at.y + placed.node.size.h).fold(0.0, f64::max);
    assert!(bottom > blank.size.h * 0.9, "{bottom} of {}", blank.size.h);
}

#[test]
fn a_sheet_for_each_zone_is_legible_on_a4() {
    let document = sample();
    let wish = PageOptions { zones_apart: true, ..wish(&document, Paper::A4) };
    let pages = pages(&document, &wish);
    let Pages::Sheets { sheets, legibility: Some(told) } = &pages else { panic!("a poster has sheets") };
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["01-experience", "02-insight"]);
    assert!(!told.is_small(), "{told:?}");
}

#[test]
fn gaps_and_plan_may_follow_and_stay_on_the_same_paper() {
    let document = sample();
    let include = Include { gaps: true, plan: true, ..Include::default() };
    let pages = pages(&document, &PageOptions { include, ..wish(&document, Paper::A3) });
    let names: Vec<&str> = pages.each().iter().map(|page| page.name).collect();
    assert_eq!(names, ["01-poster", "02-gaps", "03-action-plan"]);
    let sizes = pdf::page_sizes(&file(&pages, Format::Pdf));
    assert_eq!(sizes.len(), 3);
    assert!(sizes.iter().all(|size| *size == sizes[0]), "{sizes:?}");
}

#[test]
fn tinted_cards_keep_an_edge_that_black_and_white_shows() {
    let document = maps::every_kind();
    let scene = &sheets(&document, &wish(&document, paper("a0")))[0].scene;
    let light = |color: layout::Color| {
        0.299 * f64::from(color.r) + 0.587 * f64::from(color.g) + 0.114 * f64::from(color.b)
    };
    let mut seen = 0;
    for node in scene.nodes.values().filter(|node| node.role == Role::Card) {
        let Some(Prim::Rect(rect)) = node.prims.first() else { continue };
        let (Some(layout::Paint::Solid(fill)), Some(edge)) = (&rect.fill, &rect.stroke) else { continue };
        let layout::Paint::Solid(ink) = &edge.paint else { panic!("an edge has one colour") };
        seen += 1;
        assert!(edge.width >= 1.0 && light(*fill) - light(*ink) > 8.0, "{}: {fill:?} {ink:?}", node.text);
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn every_map_becomes_a_poster_light_and_dark_twice_the_same() {
    let templates = Template::ALL.iter().map(|template| template.document(&mut ids(), "en"));
    for document in templates.chain([maps::arabic(), maps::long()]) {
        for theme in Theme::ALL {
            let mut wish = wish(&document, Paper::A3);
            wish.layout.theme = theme;
            let (one, other) = (pages(&document, &wish), pages(&document, &wish));
            assert!(file(&one, Format::Svg) == file(&other, Format::Svg));
            assert!(file(&one, Format::Pdf) == file(&other, Format::Pdf));
        }
    }
}

#[test]
fn an_export_can_be_stopped_between_any_two_bytes() {
    let document = sample();
    let pages = pages(&document, &wish(&document, Paper::A3));
    let options = ExportOptions { pixels: Pixels::Dpi(50.0), ..ExportOptions::default() };
    let mut asked = 0;
    let stopped = export(&pages, &options, &mut |step| {
        assert_eq!((step.page, step.of), (0, 1));
        asked += 1;
        asked < 3
    });
    assert!(matches!(stopped, Err(render::RenderError::Stopped)), "{stopped:?}");
    assert_eq!(asked, 3, "nothing goes on after that");
}

#[test]
fn pixels_are_those_of_the_paper_at_its_resolution() {
    let document = sample();
    let pages = pages(&document, &wish(&document, Paper::A4));
    let options = ExportOptions { pixels: Pixels::Dpi(100.0), ..ExportOptions::default() };
    let made = export(&pages, &options, &mut |_| true).expect("a picture");
    let picture = image::load_from_memory(&made.files[0].bytes).expect("it opens");
    assert_eq!((picture.width(), picture.height()), (1169, 827));
    let nowhere = Options { map: Id::from_u128(u128::MAX), ..Options::default() };
    assert!(
        Layouter::new().pages(&document, &PageOptions { layout: nowhere, ..PageOptions::default() }).is_err()
    );
}

#[test]
fn a_map_larger_than_pdf_readers_show_becomes_a_smaller_page() {
    let document = maps::of_size(110, 1, 1);
    let layout = Options { map: document.maps_in_order()[0].id, ..Options::default() };
    let pages = pages(&document, &PageOptions { layout, ..PageOptions::default() });
    let options = ExportOptions { format: Format::Pdf, created: Some(0), ..ExportOptions::default() };
    let made = export(&pages, &options, &mut |_| true).expect("a PDF");
    let said: Vec<String> = made.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["PDF readers show pages of up to 5,080 mm, so the map is shown at 72 % of its size"]);
    let [(w, h)] = pdf::page_sizes(&made.files[0].bytes)[..] else { panic!("one page") };
    assert!((w - 14_400.0).abs() < 0.1 && h > 200.0, "{w} × {h}");
}
