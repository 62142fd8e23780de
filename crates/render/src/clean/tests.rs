//! Pictures of every format with words hidden in every place that takes them.

use super::without_metadata;
use crate::picture::decode;
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, RgbImage};
use std::io::Cursor;

/// A word that no picture shows.
const SECRET: &[u8] = b"Hidden-Hannah";

fn picture() -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(24, 16, |x, y| image::Rgb([x as u8 * 9, y as u8 * 15, 77])))
}

fn file(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// A camera's remarks: which way up, the camera's owner, and a place on earth.
fn exif(orientation: u16) -> Vec<u8> {
    let mut tiff = b"MM\0*\0\0\0\x08\0\x03".to_vec();
    tiff.extend(b"\x01\x12\0\x03\0\0\0\x01");
    tiff.extend(orientation.to_be_bytes());
    tiff.extend(b"\0\0\x01\x3B\0\x02\0\0\0\x0E\0\0\0\x32");
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x40\0\0\0\0");
    tiff.resize(0x32, 0);
    tiff.extend(SECRET);
    tiff.push(0);
    tiff.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0GPS-N-52");
    tiff
}

fn jpeg_segment(marker: u8, body: &[u8]) -> Vec<u8> {
    [&[0xFF, marker][..], &(body.len() as u16 + 2).to_be_bytes(), body].concat()
}

fn jpeg(orientation: u16) -> Vec<u8> {
    let mut plain = Vec::new();
    JpegEncoder::new(&mut plain).encode_image(&picture()).unwrap();
    let mut whole = plain[..2].to_vec();
    whole.extend(jpeg_segment(0xE1, &[b"Exif\0\0", exif(orientation).as_slice()].concat()));
    whole.extend(jpeg_segment(0xE1, &[b"http://ns.adobe.com/xap/1.0/\0".as_slice(), SECRET].concat()));
    whole.extend(jpeg_segment(0xED, &[b"Photoshop 3.0\0".as_slice(), SECRET].concat()));
    whole.extend(jpeg_segment(0xE2, &[b"MPF\0".as_slice(), SECRET].concat()));
    whole.extend(jpeg_segment(0xFE, SECRET));
    whole.extend(&plain[2..]);
    whole.extend(SECRET);
    whole
}

#[test]
fn a_jpeg_loses_place_camera_comments_and_what_lies_behind_its_end() {
    let before = jpeg(1);
    assert!(holds(&before, SECRET) && holds(&before, b"GPS"));
    let after = without_metadata(&before).unwrap();
    for word in [SECRET, b"GPS", b"Exif", b"adobe.com", b"Photoshop", b"MPF"] {
        assert!(!holds(&after, word), "{}", String::from_utf8_lossy(word));
    }
    assert_eq!(decode(&after).unwrap(), decode(&before).unwrap());
    assert_eq!(without_metadata(&after).unwrap(), after);
}

#[test]
fn a_photo_that_was_held_sideways_stays_the_right_way_up() {
    let before = jpeg(6);
    let after = without_metadata(&before).unwrap();
    assert!(!holds(&after, SECRET) && !holds(&after, b"GPS"));
    assert_eq!(decode(&after).unwrap(), decode(&before).unwrap());
    assert_eq!(decode(&after).unwrap().width(), 16);
}

#[test]
fn a_jpeg_in_several_scans_keeps_them_all() {
    // A baseline file whose scan holds stuffed bytes and a restart marker is walked to its end, not to the first 0xFF.
    let mut noisy = Vec::new();
    let noise = RgbImage::from_fn(64, 64, |x, y| {
        image::Rgb([(x * y * 31 % 251) as u8, (x * 97 % 253) as u8, y as u8 * 3])
    });
    JpegEncoder::new_with_quality(&mut noisy, 100).encode_image(&noise).unwrap();
    assert!(holds(&noisy[600..], b"\xFF\0"), "the scan holds stuffed bytes");
    assert_eq!(decode(&without_metadata(&noisy).unwrap()).unwrap(), decode(&noisy).unwrap());
}

#[test]
fn a_png_loses_texts_time_and_unknown_chunks() {
    let mut before = Vec::new();
    let mut encoder = png::Encoder::new(&mut before, 24, 16);
    encoder.set_color(png::ColorType::Rgb);
    let secret = String::from_utf8(SECRET.to_vec()).unwrap();
    encoder.add_text_chunk("Author".into(), secret.clone()).unwrap();
    encoder.add_itxt_chunk("XML:com.adobe.xmp".into(), secret).unwrap();
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(png::chunk::ChunkType(*b"eXIf"), &exif(1)).unwrap();
    writer.write_chunk(png::chunk::ChunkType(*b"tIME"), &[7, 234, 11, 22, 5, 50, 0]).unwrap();
    writer.write_chunk(png::chunk::ChunkType(*b"prVt"), SECRET).unwrap();
    writer.write_image_data(picture().as_bytes()).unwrap();
    drop(writer);
    before.extend(SECRET);
    let after = without_metadata(&before).unwrap();
    for word in [SECRET, b"GPS", b"tEXt", b"iTXt", b"eXIf", b"tIME", b"prVt"] {
        assert!(holds(&before, word), "{}", String::from_utf8_lossy(word));
        assert!(!holds(&after, word), "{}", String::from_utf8_lossy(word));
    }
    assert_eq!(decode(&after).unwrap(), picture());
}

#[test]
fn a_webp_loses_exif_and_xmp() {
    let mut before = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut before);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.write_image(picture().as_bytes(), 24, 16, ExtendedColorType::Rgb8).unwrap();
    let length = SECRET.len() as u32;
    before.extend([b"XMP ".as_slice(), &length.to_le_bytes(), SECRET, b"\0"].concat());
    let size = before.len() as u32 - 8;
    before[4..8].copy_from_slice(&size.to_le_bytes());
    assert!(holds(&before, SECRET) && holds(&before, b"GPS"));
    let after = without_metadata(&before).unwrap();
    for word in [SECRET, b"GPS", b"XMP "] {
        assert!(!holds(&after, word), "{}", String::from_utf8_lossy(word));
    }
    let mut decoder = image::codecs::webp::WebPDecoder::new(Cursor::new(&after)).unwrap();
    assert_eq!(decoder.orientation().unwrap(), Orientation::Rotate90);
    assert_eq!(decode(&after).unwrap(), decode(&before).unwrap());
}

#[test]
fn a_gif_loses_comments_and_keeps_its_frames() {
    let plain = file(ImageFormat::Gif);
    let head = 13 + 3 * (2 << (plain[10] & 7)) * usize::from(plain[10] >> 7);
    let mut before = plain[..head].to_vec();
    before.extend([b"\x21\xFE\x0D".as_slice(), SECRET, b"\0"].concat());
    before.extend([b"\x21\xFF\x0BXMP DataXMP\x0D".as_slice(), SECRET, b"\0"].concat());
    before.extend(b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0");
    before.extend(&plain[head..]);
    before.extend(SECRET);
    let after = without_metadata(&before).unwrap();
    assert!(holds(&before, SECRET) && !holds(&after, SECRET));
    assert!(!holds(&after, b"XMP") && holds(&after, b"NETSCAPE2.0"));
    assert_eq!(decode(&after).unwrap(), decode(&before).unwrap());
}

#[test]
fn a_drawing_loses_what_its_program_wrote_and_what_its_pictures_carry() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let photo = STANDARD.encode(jpeg(1));
    let before = format!(
        r##"<?xml version="1.0"?><!-- Hidden-Hannah --><!DOCTYPE svg [<!ENTITY fill "#c0ffee">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" width="40" height="10" s:docname="/home/Hidden-Hannah/a.svg">
<title>Hidden-Hannah</title><metadata><x>Hidden-Hannah</x></metadata><s:namedview>Hidden-Hannah</s:namedview>
<script>Hidden-Hannah</script><style>/* Hidden-Hannah */ .a {{ stroke: red }}</style>
<rect class="a" data-name="Hidden-Hannah" onclick="Hidden-Hannah" width="9" height="9" fill="&fill;"/>
<text x="1" y="9">a &lt; b</text><image xlink:href="data:image/jpeg;base64,{photo}" width="9" height="9"/></svg>"##
    );
    let after = String::from_utf8(without_metadata(before.as_bytes()).unwrap()).unwrap();
    assert!(!after.contains("Hannah") && !after.contains("sodipodi"), "{after}");
    assert!(
        after.contains("fill=\"#c0ffee\"") && after.contains("stroke: red") && after.contains("a &lt; b")
    );
    let packed = after.split("base64,").nth(1).unwrap().split('"').next().unwrap();
    let carried = STANDARD.decode(packed).unwrap();
    assert!(!holds(&carried, SECRET) && !holds(&carried, b"GPS"));
}

#[test]
fn what_is_broken_is_refused_and_never_passed_on_as_it_is() {
    let whole = jpeg(1);
    for bytes in [&b"just words"[..], &whole[..40], b"", b"\x89PNG\r\n\x1a\n\0\0\0\x09"] {
        assert!(without_metadata(bytes).is_err(), "{bytes:?}");
    }
}
