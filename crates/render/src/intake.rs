//! Takes in a picture that somebody brings: what it is, how large, and whether every painter can show it. The file's
//! own bytes are kept as they are; a preview is for screens.

use crate::picture::{LONGEST_SIDE, MOST_MEMORY, closed_options, decode, limited, png_of};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageDecoder, ImageError, ImageFormat, RgbaImage, imageops};
use resvg::usvg;

/// The longest side of a preview, in pixels: a card on a sharp screen, zoomed in.
const LONGEST_PREVIEW: u32 = 1_600;
/// Pictures up to this size are their own preview.
const SMALL_BYTES: usize = 1 << 20;
/// The largest vector picture, in bytes: its text is read as a whole.
const MOST_VECTOR: usize = 8 << 20;

/// What a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Examined {
    /// `image/png`, `image/jpeg`, `image/webp`, `image/gif` or `image/svg+xml`.
    pub media_type: &'static str,
    /// Width in its own pixels, the right way up.
    pub width: u32,
    /// Height in its own pixels, the right way up.
    pub height: u32,
}

/// Why a picture is not taken in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// Its file is too large.
    #[error("{found} bytes are above the limit of {most}")]
    TooBig {
        /// How many bytes it has.
        found: u64,
        /// How many it may have.
        most: u64,
    },
    /// It has more pixels than can be read.
    #[error("it has too many pixels")]
    TooManyPixels,
    /// It is no picture, or of a format that we do not read.
    #[error("it is no picture that we can read")]
    Unknown,
    /// It begins like a picture and then goes wrong.
    #[error("{0}")]
    Broken(String),
}

/// Looks at the bytes of a picture; a file of pixels is read to its end, so that it cannot fail later.
///
/// # Errors
/// See [`NotTaken`]; `most` is the largest size in bytes.
pub fn examine(bytes: &[u8], most: usize) -> Result<Examined, NotTaken> {
    let too_big = |most: usize| NotTaken::TooBig { found: bytes.len() as u64, most: most as u64 };
    if bytes.len() > most {
        return Err(too_big(most));
    }
    let broken = |reason: String| NotTaken::Broken(reason);
    let reader = limited(bytes).map_err(broken)?;
    let media_type = match reader.format() {
        Some(ImageFormat::Png) => "image/png",
        Some(ImageFormat::Jpeg) => "image/jpeg",
        Some(ImageFormat::WebP) => "image/webp",
        Some(ImageFormat::Gif) => "image/gif",
        Some(_) => return Err(NotTaken::Unknown),
        None if bytes.len() > MOST_VECTOR && is_vector(bytes) => return Err(too_big(MOST_VECTOR)),
        None if is_vector(bytes) => return examine_vector(bytes),
        None => return Err(NotTaken::Unknown),
    };
    let told = |error: ImageError| match error {
        ImageError::Limits(_) => NotTaken::TooManyPixels,
        other => NotTaken::Broken(other.to_string()),
    };
    let decoder = reader.into_decoder().map_err(told)?;
    let (width, height) = decoder.dimensions();
    if decoder.total_bytes() > MOST_MEMORY || width > LONGEST_SIDE || height > LONGEST_SIDE {
        return Err(NotTaken::TooManyPixels);
    }
    let picture = decode(bytes).map_err(broken)?;
    Ok(Examined { media_type, width: picture.width(), height: picture.height() })
}

/// Whether it is text that begins a drawing. Packed text is not read: what it unpacks to has no end.
fn is_vector(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    head.trim_start_matches('\u{feff}').trim_start().starts_with('<') && head.contains("<svg")
}

fn examine_vector(bytes: &[u8]) -> Result<Examined, NotTaken> {
    let tree = usvg::Tree::from_data(bytes, &closed_options())
        .map_err(|error| NotTaken::Broken(error.to_string()))?;
    let side = |length: f32| length.ceil().clamp(1.0, LONGEST_SIDE as f32) as u32;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    Ok(Examined { media_type: "image/svg+xml", width, height })
}

/// A smaller picture for screens, with its media type; none where the picture itself is small enough, and for drawings.
///
/// # Errors
/// What is wrong with the picture, as a phrase.
pub fn preview(media_type: &str, bytes: &[u8]) -> Result<Option<(&'static str, Vec<u8>)>, String> {
    // A moving picture would stand still.
    if matches!(media_type, "image/svg+xml" | "image/gif") {
        return Ok(None);
    }
    let size = limited(bytes)?.into_dimensions().map_err(|error| error.to_string())?;
    let longest = size.0.max(size.1);
    if longest <= LONGEST_PREVIEW && bytes.len() <= SMALL_BYTES {
        return Ok(None);
    }
    let mut picture = decode(bytes)?;
    if longest > LONGEST_PREVIEW {
        picture = picture.resize(LONGEST_PREVIEW, LONGEST_PREVIEW, imageops::FilterType::Triangle);
    }
    if picture.color().has_alpha() {
        return Ok(Some(("image/png", png_of(&picture.into_rgba8())?)));
    }
    let mut small = Vec::new();
    JpegEncoder::new_with_quality(&mut small, 88)
        .encode_image(&picture.into_rgb8())
        .map_err(|error| error.to_string())?;
    Ok(Some(("image/jpeg", small)))
}

/// Pixels from a clipboard (RGBA, straight alpha) as a PNG file.
///
/// # Errors
/// Where there are not as many pixels as width and height say.
pub fn png_of_pixels(width: u32, height: u32, pixels: Vec<u8>) -> Result<Vec<u8>, String> {
    let picture = RgbaImage::from_raw(width, height, pixels).ok_or("its size and its pixels disagree")?;
    png_of(&picture)
}

/// A PNG file as pixels for a clipboard: width, height, and RGBA with straight alpha.
///
/// # Errors
/// Where it is no PNG.
pub fn pixels_of_png(bytes: &[u8]) -> Result<(u32, u32, Vec<u8>), String> {
    let picture = image::load_from_memory_with_format(bytes, image::ImageFormat::Png);
    let picture = picture.map_err(|error| error.to_string())?.into_rgba8();
    Ok((picture.width(), picture.height(), picture.into_raw()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{DynamicImage, RgbImage};
    use std::io::Cursor;

    const MOST: usize = 50 << 20;

    fn picture(width: u32, height: u32) -> DynamicImage {
        let paint = |x, y| image::Rgb([(x * 7 % 256) as u8, (y * 3 % 256) as u8, ((x ^ y) % 256) as u8]);
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, paint))
    }

    fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn every_format_is_known_by_its_content() {
        let formats = [
            (ImageFormat::Png, "image/png"),
            (ImageFormat::Jpeg, "image/jpeg"),
            (ImageFormat::WebP, "image/webp"),
            (ImageFormat::Gif, "image/gif"),
        ];
        for (format, media_type) in formats {
            let found = examine(&file(&picture(30, 20), format), MOST);
            assert_eq!(found, Ok(Examined { media_type, width: 30, height: 20 }));
        }
        let drawing = b"\xef\xbb\xbf<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"10.5\"/>";
        let found = examine(drawing, MOST);
        assert_eq!(found, Ok(Examined { media_type: "image/svg+xml", width: 40, height: 11 }));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_before_it_is_read() {
        let bytes = vec![0_u8; MOST + 1];
        let found = examine(&bytes, MOST);
        assert_eq!(found, Err(NotTaken::TooBig { found: MOST as u64 + 1, most: MOST as u64 }));
    }

    #[test]
    fn a_bomb_is_refused_before_it_grows() {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 30_000, 30_000);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().unwrap();
        writer.write_chunk(png::chunk::IDAT, &[0x78, 0x9c]).unwrap();
        drop(writer);
        assert_eq!(examine(&bytes, MOST), Err(NotTaken::TooManyPixels));
        let mut wide = Vec::new();
        let writer = png::Encoder::new(&mut wide, 200_000, 1).write_header().unwrap();
        drop(writer);
        assert!(matches!(examine(&wide, MOST), Err(NotTaken::TooManyPixels)));
    }

    #[test]
    fn a_broken_file_is_told_from_an_unknown_one() {
        let whole = file(&picture(200, 200), ImageFormat::Png);
        assert!(matches!(examine(&whole[..whole.len() / 2], MOST), Err(NotTaken::Broken(_))));
        assert!(matches!(
            examine(b"<svg xmlns=\"http://www.w3.org/2000/svg\"><g>", MOST),
            Err(NotTaken::Broken(_))
        ));
        for other in
            [&b"%PDF-1.7"[..], b"BM\0\0\0\0", b"", b"just words", b"<html><body>hi", b"\x1f\x8b\x08\0\0"]
        {
            assert_eq!(examine(other, MOST), Err(NotTaken::Unknown), "{other:?}");
        }
    }

    #[test]
    fn a_large_picture_gets_a_smaller_preview_and_a_small_one_none() {
        let (media_type, small) =
            preview("image/png", &file(&picture(4000, 1000), ImageFormat::Png)).unwrap().expect("a preview");
        assert_eq!(media_type, "image/jpeg");
        assert_eq!(examine(&small, MOST).map(|one| (one.width, one.height)), Ok((1600, 400)));
        assert_eq!(preview("image/png", &file(&picture(40, 30), ImageFormat::Png)), Ok(None));
        let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(2000, 10, image::Rgba([9, 9, 9, 0])));
        let (media_type, _) =
            preview("image/png", &file(&clear, ImageFormat::Png)).unwrap().expect("a preview");
        assert_eq!(media_type, "image/png");
    }

    #[test]
    fn pixels_of_a_clipboard_become_a_file() {
        let bytes = png_of_pixels(2, 1, vec![255, 0, 0, 255, 0, 0, 0, 0]).unwrap();
        assert_eq!(examine(&bytes, MOST).map(|one| (one.width, one.height)), Ok((2, 1)));
        assert!(png_of_pixels(2, 2, vec![0; 4]).is_err());
    }
}
