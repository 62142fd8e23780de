//! The PNG painter.

use crate::pixels::{assert_golden, at, outlines, png, png_bytes, read};
use crate::scenes::*;
use layout::*;
use render::RenderError;
use render::png::{Extent, PngOptions, pixels, write};
use std::sync::Arc;

#[test]
fn a_rectangle_lies_where_it_is_put() {
    let picture = png(&Sheet::of(8.0, 6.0, vec![rect(Rect::new(2.0, 1.0, 3.0, 2.0), 0.0, RED)]));
    for (x, y, pixel) in picture.enumerate_pixels() {
        let inside = (2..5).contains(&x) && (1..3).contains(&y);
        assert_eq!(pixel.0, if inside { [255, 0, 0, 255] } else { [255; 4] }, "{x},{y}");
    }
}

#[test]
fn nodes_are_painted_by_layer_and_then_by_tree_order() {
    let mut sheet = Sheet::new(10.0, 10.0);
    let full = Rect::new(0.0, 0.0, 10.0, 10.0);
    let node = |color, layer| {
        move |node: &mut Node| {
            (node.layer, node.prims) = (layer, vec![rect(full, 0.0, color)]);
        }
    };
    sheet.add("map", "a", Point::new(0.0, 0.0), Size::default(), node(RED, Layer::Header));
    sheet.add("map", "b", Point::new(5.0, 0.0), Size::default(), node(BLUE, Layer::Sheet));
    sheet.add("map", "c", Point::new(0.0, 5.0), Size::default(), node(INK, Layer::Header));
    sheet.add("c", "d", Point::new(7.0, 3.0), Size::default(), node(BLUE, Layer::Header));
    let picture = png(&sheet.0);
    assert_eq!(at(&picture, 7, 2), [255, 0, 0], "a later layer is above");
    assert_eq!(at(&picture, 2, 7), [0x1d, 0x1d, 0x1f], "a later node is above");
    assert_eq!(at(&picture, 8, 9), [0, 0, 255], "origins add up");
}

#[test]
fn a_dash_leaves_gaps() {
    let stroke = Stroke::new(INK, 2.0).dashed([4.0, 4.0]);
    let picture = png(&Sheet::of(16.0, 4.0, vec![line(Point::new(0.0, 2.0), Point::new(16.0, 2.0), stroke)]));
    assert_eq!((at(&picture, 1, 2), at(&picture, 6, 2)), ([0x1d, 0x1d, 0x1f], [255; 3]));
    assert_eq!((at(&picture, 9, 2), at(&picture, 14, 2)), ([0x1d, 0x1d, 0x1f], [255; 3]));
}

#[test]
fn a_clip_cuts_off_until_its_pop() {
    let all = Rect::new(0.0, 0.0, 20.0, 20.0);
    let prims = vec![
        Prim::ClipPush(ClipPrim { rect: Rect::new(2.0, 2.0, 10.0, 10.0), radius: 5.0 }),
        rect(all, 0.0, RED),
        Prim::ClipPop,
        rect(Rect::new(15.0, 15.0, 2.0, 2.0), 0.0, BLUE),
    ];
    let picture = png(&Sheet::of(20.0, 20.0, prims));
    assert_eq!((at(&picture, 7, 7), at(&picture, 14, 7)), ([255, 0, 0], [255; 3]));
    assert_eq!(at(&picture, 2, 2), [255; 3], "its corner is round");
    assert_eq!(at(&picture, 15, 15), [0, 0, 255], "after the pop all is visible");
}

#[test]
fn a_clip_outside_of_a_band_hides_what_is_in_it() {
    let prims = vec![
        Prim::ClipPush(ClipPrim { rect: Rect::new(0.0, 0.0, 4.0, 4.0), radius: 0.0 }),
        Prim::ClipPush(ClipPrim { rect: Rect::new(0.0, 0.0, 4.0, 600.0), radius: 2.0 }),
        rect(Rect::new(0.0, 0.0, 4.0, 600.0), 0.0, RED),
        Prim::ClipPop,
        Prim::ClipPop,
        rect(Rect::new(0.0, 590.0, 4.0, 10.0), 0.0, BLUE),
    ];
    let picture = png(&Sheet::of(4.0, 600.0, prims));
    assert_eq!((at(&picture, 2, 2), at(&picture, 2, 300)), ([255, 0, 0], [255; 3]));
    assert_eq!(at(&picture, 2, 595), [0, 0, 255]);
}

#[test]
fn a_gradient_runs_from_stop_to_stop_and_on_beyond_its_ends() {
    let paint = gradient(Point::new(10.0, 0.0), Point::new(90.0, 0.0), &[RED, BLUE]);
    let picture = png(&Sheet::of(100.0, 4.0, vec![rect(Rect::new(0.0, 0.0, 100.0, 4.0), 0.0, paint)]));
    assert_eq!((at(&picture, 2, 2), at(&picture, 97, 2)), ([255, 0, 0], [0, 0, 255]));
    let [r, _, b] = at(&picture, 50, 2);
    assert!(r.abs_diff(127) < 4 && b.abs_diff(127) < 4, "the middle is {r}, {b}");
}

#[test]
fn bands_leave_no_seam() {
    let stripe = gradient(Point::new(0.0, 0.0), Point::new(0.0, 800.0), &[RED, RED]);
    let prims = vec![
        rect(Rect::new(1.0, 0.0, 8.0, 800.0), 4.0, stripe),
        line(Point::new(15.0, 0.0), Point::new(15.0, 800.0), Stroke::new(BLUE, 2.0)),
    ];
    let picture = png(&Sheet::of(20.0, 800.0, prims));
    for y in 4..796 {
        assert_eq!((at(&picture, 5, y), at(&picture, 14, y)), ([255, 0, 0], [0, 0, 255]), "row {y}");
    }
}

#[test]
fn text_that_crosses_a_band_is_whole() {
    let text = words(SEMIBOLD, 60.0, INK, "Hagx", Point::new(4.0, 220.0));
    let tall = Sheet::of(180.0, 320.0, vec![Prim::Text(text.clone())]);
    let short = Sheet::of(180.0, 100.0, vec![Prim::Text(TextPrim { origin: Point::new(4.0, 0.0), ..text })]);
    let (tall, short) = (png(&tall), png(&short));
    let cut = image::imageops::crop_imm(&tall, 0, 220, 180, 100).to_image();
    assert!(crate::pixels::differences(&cut, &short).all(|difference| difference <= 2));
    assert!(crate::pixels::share_above(&short, &png(&Sheet::of(180.0, 100.0, vec![])), 100) > 0.1);
}

#[test]
fn slanted_glyphs_lean_to_the_right() {
    let upright = words(REGULAR, 80.0, INK, "l", Point::new(30.0, 0.0));
    let mut slanted = upright.clone();
    slanted.lines[0].runs[0].synthetic_slant = 14.0;
    let ink = |prim: TextPrim, row: u32| {
        let picture = png(&Sheet::of(100.0, 100.0, vec![Prim::Text(prim)]));
        let dark: Vec<u32> = (0..100).filter(|x| at(&picture, *x, row)[0] < 128).collect();
        dark.iter().sum::<u32>() / dark.len() as u32
    };
    let (top, foot) = (30, 80);
    assert_eq!(ink(upright.clone(), top), ink(upright.clone(), foot));
    assert!(ink(slanted.clone(), top) > ink(slanted.clone(), foot) + 8);
    assert!(ink(slanted, foot).abs_diff(ink(upright, foot)) <= 2, "it leans around the baseline");
}

#[test]
fn lines_of_text_stand_on_rows_of_pixels_as_in_the_window() {
    let at_height = |y: f64| {
        let text = words(REGULAR, 16.0, BLACK, "hand", Point::new(4.0, y));
        read(&png_bytes(&Sheet::of(60.0, 30.0, vec![Prim::Text(text)]), &PngOptions::default()))
    };
    assert_eq!(at_height(4.0), at_height(4.3));
    assert_ne!(at_height(4.0), at_height(5.0));
}

#[test]
fn light_text_is_as_heavy_as_screens_show_it() {
    let ink = |color: Color, options: &PngOptions| {
        let text = words(REGULAR, 16.0, color, "hand", Point::new(4.0, 4.0));
        let ground = rect(Rect::new(0.0, 0.0, 60.0, 30.0), 0.0, if color == WHITE { BLACK } else { WHITE });
        let picture = read(&png_bytes(&Sheet::of(60.0, 30.0, vec![ground, Prim::Text(text)]), options));
        picture.pixels().map(|p| u64::from(p.0[0].abs_diff(255 - color.r))).sum::<u64>()
    };
    let (screen, outline) = (ink(WHITE, &PngOptions::default()), ink(WHITE, &outlines()));
    assert!(screen > outline * 11 / 10, "{screen} beside {outline}");
    let (screen, outline) = (ink(BLACK, &PngOptions::default()), ink(BLACK, &outlines()));
    assert!(
        screen.abs_diff(outline) * 100 < outline,
        "dark text is as heavy as it is: {screen} beside {outline}"
    );
}

#[test]
fn an_emoji_has_its_own_colours() {
    let text = words(EMOJI, 32.0, BLUE, "😀", Point::new(4.0, 4.0));
    let picture = png(&Sheet::of(44.0, 44.0, vec![Prim::Text(text)]));
    let yellow = picture.pixels().filter(|p| p.0[0] > 230 && p.0[1] > 180 && p.0[2] < 120).count();
    assert!(yellow > 200, "{yellow} yellow pixels");
    assert_golden(
        "emoji",
        &png_bytes(
            &Sheet::of(44.0, 44.0, vec![Prim::Text(words(EMOJI, 32.0, BLUE, "😀", Point::new(4.0, 4.0)))]),
            &outlines(),
        ),
    );
}

#[test]
fn golden_pictures() {
    let set = |name: &str, w: f64, h: f64, prims: Vec<Prim>| {
        assert_golden(name, &png_bytes(&Sheet::of(w, h, prims), &outlines()));
    };
    let box_ = Rect::new(4.0, 4.0, 40.0, 24.0);
    set(
        "rounded",
        48.0,
        32.0,
        vec![rect(box_, 8.0, Color::hex(0xffe9b8)), outline(box_, 8.0, Stroke::new(INK, 1.5))],
    );
    set("dashed", 48.0, 32.0, vec![outline(box_, 8.0, Stroke::new(INK, 2.0).dashed([5.0, 4.0]).rounded())]);
    let corner = |join, x: f64| {
        let p = |dx: f64, y: f64| Point::new(x + dx, y);
        let segments =
            vec![Segment::Move(p(0.0, 26.0)), Segment::Line(p(8.0, 8.0)), Segment::Line(p(16.0, 26.0))];
        let stroke = Stroke { join, cap: Cap::Square, ..Stroke::new(INK, 5.0) };
        Prim::Path(PathPrim { segments, fill: None, stroke: Some(stroke) })
    };
    set(
        "joins",
        84.0,
        34.0,
        vec![corner(Join::Miter, 6.0), corner(Join::Round, 34.0), corner(Join::Bevel, 62.0)],
    );
    let fill = gradient(
        Point::new(4.0, 4.0),
        Point::new(44.0, 28.0),
        &[RED, Color::hex(0xffcc00), Color::hex(0x33aa66), BLUE],
    );
    set("gradient", 48.0, 32.0, vec![rect(box_, 6.0, fill)]);
    set(
        "words",
        130.0,
        44.0,
        vec![Prim::Text(lines(
            REGULAR,
            13.0,
            INK,
            &["Waits too long", "for an answer"],
            Point::new(6.0, 4.0),
        ))],
    );
    set("hebrew", 70.0, 30.0, vec![Prim::Text(words(HEBREW, 16.0, INK, "שלום", Point::new(6.0, 4.0)))]);
}

/// A picture of four quarters: red, blue, ink and white.
pub fn quarters(side: u32) -> SceneImage {
    let picture = image::RgbaImage::from_fn(side, side, |x, y| {
        image::Rgba(match (x < side / 2, y < side / 2) {
            (true, true) => [255, 0, 0, 255],
            (false, true) => [0, 0, 255, 255],
            (true, false) => [0, 255, 0, 255],
            (false, false) => [0, 0, 0, 0],
        })
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    SceneImage {
        hash: "quarters".into(),
        media_type: "image/png".into(),
        size: Size::new(f64::from(side), f64::from(side)),
        bytes: Arc::new(bytes.into_inner()),
    }
}

pub fn image_prim(rect: Rect, crop: Rect, radius: f64) -> Prim {
    Prim::Image(ImagePrim { rect, image: "quarters".into(), crop, radius })
}

#[test]
fn an_image_is_scaled_cropped_rounded_and_keeps_its_alpha() {
    let whole = Rect::new(0.0, 0.0, 1.0, 1.0);
    let mut scene = Sheet::of(
        60.0,
        30.0,
        vec![
            image_prim(Rect::new(2.0, 2.0, 24.0, 24.0), whole, 6.0),
            image_prim(Rect::new(32.0, 2.0, 24.0, 24.0), Rect::new(0.5, 0.0, 0.5, 0.5), 0.0),
        ],
    );
    scene.images.push(quarters(400));
    let picture = png(&scene);
    assert_eq!(
        (at(&picture, 8, 8), at(&picture, 20, 8), at(&picture, 8, 20)),
        ([255, 0, 0], [0, 0, 255], [0, 255, 0])
    );
    assert_eq!((at(&picture, 20, 20), at(&picture, 2, 2)), ([255; 3], [255; 3]));
    assert!((33..55).all(|x| at(&picture, x, 14) == [0, 0, 255]), "only the cropped quarter shows");
}

#[test]
fn a_broken_image_leaves_its_place_empty_and_is_told_once() {
    let mut scene = Sheet::of(
        20.0,
        600.0,
        vec![image_prim(Rect::new(0.0, 0.0, 20.0, 600.0), Rect::new(0.0, 0.0, 1.0, 1.0), 0.0)],
    );
    let mut image = quarters(8);
    image.bytes = Arc::new(b"\x89PNG\r\n\x1a\nno".to_vec());
    scene.images.push(image);
    let mut bytes = Vec::new();
    let warnings = write(&scene, &PngOptions::default(), &mut bytes).unwrap();
    assert_eq!(warnings.iter().map(|warning| warning.code()).collect::<Vec<_>>(), ["unreadable_image"]);
    assert_eq!(at(&read(&bytes), 10, 10), [255; 3]);
}

#[test]
fn scale_width_and_resolution_are_kept() {
    let scene = Sheet::of(120.0, 50.0, vec![]);
    let with = |extent| PngOptions { extent, ..PngOptions::default() };
    assert_eq!(pixels(&scene, &with(Extent::Scale(2.5))).unwrap(), (300, 125));
    assert_eq!(pixels(&scene, &with(Extent::Width(1920))).unwrap(), (1920, 800));
    for (options, per_metre) in [
        (with(Extent::Scale(1.0)), 3780),
        (with(Extent::Scale(3.125)), 11811),
        (PngOptions { dpi: Some(72.0), ..with(Extent::Scale(2.0)) }, 2835),
    ] {
        let bytes = png_bytes(&scene, &options);
        let reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().unwrap();
        let told = reader.info().pixel_dims.unwrap();
        assert_eq!((told.xppu, told.yppu, told.unit), (per_metre, per_metre, ::png::Unit::Meter));
        assert_eq!(reader.info().color_type, ::png::ColorType::Rgb);
        assert_eq!((reader.info().width, reader.info().height), pixels(&scene, &options).unwrap());
    }
}

#[test]
fn a_transparent_background_gives_straight_alpha() {
    let scene = Sheet::of(4.0, 4.0, vec![rect(Rect::new(0.0, 0.0, 2.0, 4.0), 0.0, RED.with_alpha(0.5))]);
    let options = PngOptions { background: Some(WHITE.with_alpha(0.0)), ..PngOptions::default() };
    let picture = read(&png_bytes(&scene, &options));
    assert_eq!((picture.get_pixel(0, 0).0, picture.get_pixel(3, 0).0[3]), ([255, 0, 0, 128], 0));
}

#[test]
fn absurd_sizes_are_refused_before_anything_is_written() {
    let scene = Sheet::of(100.0, 100.0, vec![]);
    let refuse = |scene: &Scene, options: PngOptions| {
        let mut bytes = Vec::new();
        let error = write(scene, &options, &mut bytes).unwrap_err();
        assert!(bytes.is_empty());
        error.code()
    };
    let scaled = |scale| PngOptions { extent: Extent::Scale(scale), ..PngOptions::default() };
    assert_eq!(refuse(&scene, scaled(400.0)), "too_many_pixels");
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(refuse(&scene, scaled(scale)), "not_positive", "{scale}");
    }
    assert_eq!(refuse(&scene, PngOptions { dpi: Some(0.0), ..scaled(1.0) }), "not_positive");
    for size in [Size::new(0.0, 5.0), Size::new(5.0, f64::NAN)] {
        assert_eq!(refuse(&Scene { size, ..scene.clone() }, scaled(1.0)), "no_extent");
    }
    assert!(pixels(&scene, &scaled(327.67)).is_ok());
}

#[test]
fn a_face_without_its_file_is_an_error() {
    let mut scene = Sheet::of(50.0, 20.0, vec![Prim::Text(words(REGULAR, 13.0, INK, "a", Point::default()))]);
    scene.fonts[0].data = FontData::default();
    let mut bytes = Vec::new();
    let error = write(&scene, &PngOptions::default(), &mut bytes).unwrap_err();
    assert!(bytes.is_empty());
    assert!(matches!(&error, RenderError::NoFace { name } if name == "Inter-Regular.ttf"), "{error}");
}

#[test]
fn a_refusing_output_is_told() {
    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let error = write(&map(2, 2, 1), &PngOptions::default(), Full).unwrap_err();
    assert_eq!(error.code(), "output");
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let options = PngOptions { extent: Extent::Scale(1.5), ..PngOptions::default() };
    let one = png_bytes(&map(4, 3, 2), &options);
    assert!(one == png_bytes(&map(4, 3, 2), &options));
}

#[test]
fn places_that_cannot_be_drawn_are_refused_by_every_painter() {
    for bad in [f64::NAN, f64::INFINITY, 1e30, -1e30] {
        let mut text = words(REGULAR, 13.0, INK, "ab", Point::new(2.0, 2.0));
        text.lines[0].runs[0].glyphs[1].x = bad;
        let dashes = Stroke::new(INK, 2.0).dashed([3.0, 3.0]);
        let paint = gradient(Point::new(bad, 0.0), Point::new(1.0, 1.0), &[RED, BLUE]);
        for prim in [
            rect(Rect::new(bad, 4.0, 8.0, 8.0), 2.0, RED),
            line(Point::new(0.0, 30.0), Point::new(bad, 30.0), dashes),
            rect(Rect::new(2.0, 2.0, 8.0, 8.0), 0.0, paint),
            Prim::Text(text),
        ] {
            let scene = Sheet::of(40.0, 40.0, vec![prim]);
            let errors = [
                write(&scene, &PngOptions::default(), Vec::new()),
                render::svg::write(&scene, &Default::default(), Vec::new()),
                render::pdf::write(&scene, &Default::default(), Vec::new()),
            ];
            for error in errors {
                assert_eq!(error.unwrap_err().code(), "too_far", "{bad}");
            }
        }
    }
}
