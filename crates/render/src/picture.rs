//! Reads the pictures of a Scene, which come from anywhere: with limits, and without following what they name.

use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage, imageops,
};
use layout::{Rect, SceneImage};
use resvg::{tiny_skia, usvg};
use std::borrow::Cow;
use std::io::Cursor;

/// The longest side of a picture that is read, in pixels.
pub(crate) const LONGEST_SIDE: u32 = 32_768;
/// The most memory that reading one picture may take, in bytes.
pub(crate) const MOST_MEMORY: u64 = 512 << 20;
/// The longest side that a vector picture is drawn at, in pixels.
const LONGEST_DRAWN: f64 = 8_192.0;

/// The part `crop` (fractions) of a picture, at most `width` × `height` pixels large and never larger than its own
/// pixels; vector pictures are drawn at that size. Alpha is straight.
///
/// # Errors
/// What is wrong with the picture, as a phrase.
pub(crate) fn read(image: &SceneImage, crop: Rect, width: f64, height: f64) -> Result<RgbaImage, String> {
    let part = if image.media_type == "image/svg+xml" {
        draw_vector(&image.bytes, crop, width, height)?
    } else {
        let whole = decode(&image.bytes)?;
        let (w, h) = (f64::from(whole.width()), f64::from(whole.height()));
        let (left, right) = pixels(crop.x, crop.right(), w);
        let (top, bottom) = pixels(crop.y, crop.bottom(), h);
        whole.crop_imm(left, top, right - left, bottom - top).into_rgba8()
    };
    let (to_w, to_h) = (fit(width, part.width()), fit(height, part.height()));
    if (to_w, to_h) == part.dimensions() {
        return Ok(part);
    }
    Ok(imageops::resize(&part, to_w, to_h, imageops::FilterType::CatmullRom))
}

/// A picture as a file that every reader of SVG and PDF shows alike.
pub(crate) struct Portable<'a> {
    pub media_type: &'static str,
    pub bytes: Cow<'a, [u8]>,
}

/// The picture's own bytes where they are an upright PNG or JPEG, else a PNG of its first frame.
///
/// # Errors
/// What is wrong with the picture, as a phrase.
pub(crate) fn portable(bytes: &[u8]) -> Result<Portable<'_>, String> {
    let mut decoder = limited(bytes)?.into_decoder().map_err(|e| e.to_string())?;
    let upright = decoder.orientation().map_err(|e| e.to_string())? == Orientation::NoTransforms;
    // Readers disagree on how to turn printing inks into light.
    let upright = upright && decoder.original_color_type() != ExtendedColorType::Cmyk8;
    let own = match limited(bytes)?.format() {
        Some(ImageFormat::Png) => Some("image/png"),
        Some(ImageFormat::Jpeg) => Some("image/jpeg"),
        _ => None,
    };
    // Decoding proves that readers will not choke on it.
    let picture = decode(bytes)?;
    match own.filter(|_| upright) {
        Some(media_type) => Ok(Portable { media_type, bytes: bytes.into() }),
        None => Ok(Portable { media_type: "image/png", bytes: png_of(&picture.into_rgba8())?.into() }),
    }
}

/// A PNG file.
pub(crate) fn png_of(picture: &RgbaImage) -> Result<Vec<u8>, String> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).map_err(|e| e.to_string())?;
    Ok(bytes.into_inner())
}

/// A whole picture of pixels, the right way up.
///
/// # Errors
/// What is wrong with it, as a phrase.
pub(crate) fn decode(bytes: &[u8]) -> Result<DynamicImage, String> {
    let mut decoder = limited(bytes)?.into_decoder().map_err(|e| e.to_string())?;
    let orientation = decoder.orientation().map_err(|e| e.to_string())?;
    // The reader's own limit covers what it needs beside the pixels.
    if decoder.total_bytes() > MOST_MEMORY {
        let (w, h) = decoder.dimensions();
        return Err(format!("{w} × {h} pixels are above the limit of {} MB", MOST_MEMORY >> 20));
    }
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|e| e.to_string())?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// A reader with limits.
///
/// # Errors
/// What is wrong with the bytes, as a phrase.
pub(crate) fn limited(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, String> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|e| e.to_string())?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    Ok(reader)
}

/// First pixel and one past the last of a part given in fractions; at least one pixel.
fn pixels(from: f64, to: f64, side: f64) -> (u32, u32) {
    let first = (from.clamp(0.0, 1.0) * side).round().min(side - 1.0);
    let last = (to.clamp(0.0, 1.0) * side).round().clamp(first + 1.0, side);
    (first as u32, last as u32)
}

/// The size to scale to: what is wanted, but never more than there is.
fn fit(wanted: f64, own: u32) -> u32 {
    (wanted.ceil().max(1.0).min(f64::from(own))) as u32
}

/// Draws a vector picture so that its part `crop` becomes `width` × `height` pixels.
fn draw_vector(bytes: &[u8], crop: Rect, width: f64, height: f64) -> Result<RgbaImage, String> {
    let tree = usvg::Tree::from_data(bytes, &closed_options()).map_err(|e| e.to_string())?;
    let (w, h) = (width.ceil().clamp(1.0, LONGEST_DRAWN), height.ceil().clamp(1.0, LONGEST_DRAWN));
    let mut canvas = tiny_skia::Pixmap::new(w as u32, h as u32).ok_or("it has no extent")?;
    let own = tree.size();
    let (part_w, part_h) = (f64::from(own.width()) * crop.w, f64::from(own.height()) * crop.h);
    if part_w <= 0.0 || part_h <= 0.0 {
        return Err("its visible part has no extent".into());
    }
    let (sx, sy) = (w / part_w, h / part_h);
    let to_part = tiny_skia::Transform::from_row(
        sx as f32,
        0.0,
        0.0,
        sy as f32,
        (-crop.x * f64::from(own.width()) * sx) as f32,
        (-crop.y * f64::from(own.height()) * sy) as f32,
    );
    resvg::render(&tree, to_part, &mut canvas.as_mut());
    let pixels = canvas.pixels().iter().flat_map(|pixel| {
        let straight = pixel.demultiply();
        [straight.red(), straight.green(), straight.blue(), straight.alpha()]
    });
    RgbaImage::from_raw(w as u32, h as u32, pixels.collect()).ok_or_else(|| "it has no extent".into())
}

/// Options that let a vector picture reach no file, and no pixels but small ones inside it.
pub(crate) fn closed_options() -> usvg::Options<'static> {
    let inside = usvg::ImageHrefResolver::default_data_resolver();
    usvg::Options {
        resources_dir: None,
        image_href_resolver: usvg::ImageHrefResolver {
            resolve_data: Box::new(move |mime, data, options| {
                // A vector picture within a vector picture could nest without end.
                let size = ImageReader::new(Cursor::new(&**data))
                    .with_guessed_format()
                    .ok()?
                    .into_dimensions()
                    .ok()?;
                (size.0 <= 8_192 && size.1 <= 8_192).then(|| inside(mime, data, options))?
            }),
            resolve_string: Box::new(|_, _| None),
        },
        ..usvg::Options::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn vector(body: &str) -> SceneImage {
        let text = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="20" height="10">{body}</svg>"#
        );
        SceneImage {
            hash: "v".into(),
            media_type: "image/svg+xml".into(),
            size: layout::Size::new(20.0, 10.0),
            bytes: Arc::new(text.into_bytes()),
        }
    }

    #[test]
    fn a_vector_picture_is_drawn_at_the_wanted_size_and_cropped() {
        let image = vector(r##"<rect width="10" height="10" fill="#ff0000"/>"##);
        let whole = read(&image, Rect::new(0.0, 0.0, 1.0, 1.0), 80.0, 40.0).unwrap();
        assert_eq!(whole.dimensions(), (80, 40));
        assert_eq!((whole.get_pixel(38, 20).0, whole.get_pixel(42, 20).0), ([255, 0, 0, 255], [0, 0, 0, 0]));
        let right = read(&image, Rect::new(0.5, 0.0, 0.5, 1.0), 40.0, 40.0).unwrap();
        assert!(right.pixels().all(|pixel| pixel.0[3] == 0));
    }

    #[test]
    fn a_vector_picture_reaches_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let secret = folder.path().join("secret.png");
        RgbaImage::from_pixel(4, 4, image::Rgba([0, 255, 0, 255])).save(&secret).unwrap();
        let image = vector(&format!(r#"<image xlink:href="{}" width="20" height="10"/>"#, secret.display()));
        let drawn = read(&image, Rect::new(0.0, 0.0, 1.0, 1.0), 20.0, 10.0).unwrap();
        assert!(drawn.pixels().all(|pixel| pixel.0[3] == 0));
    }

    #[test]
    fn a_bomb_is_refused_before_it_grows() {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 30_000, 30_000);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        writer.write_chunk(png::chunk::IDAT, &[0x78, 0x9c]).unwrap();
        drop(writer);
        assert!(decode(&bytes).is_err_and(|reason| reason.contains("limit")));
    }

    #[test]
    fn a_picture_is_only_ever_made_smaller() {
        assert_eq!((fit(50.2, 100), fit(300.0, 100), fit(0.0, 100)), (51, 100, 1));
        assert_eq!((pixels(0.25, 0.75, 100.0), pixels(1.0, 1.0, 100.0)), ((25, 75), (99, 100)));
    }
}
