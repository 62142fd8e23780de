//! Takes out of a picture's file what nobody sees in it: place, time and camera, remarks, names of programs and people.
//! Pixels are never packed anew: what is kept is kept byte for byte, so that nothing looks different.
//!
//! Each format has a list of what is kept, and not of what goes: a part that nobody has heard of stays behind.

mod exif;
mod gif;
mod jpeg;
mod png;
mod svg;
mod webp;

use crate::intake::{self, NotTaken};
use image::ImageFormat;

/// The same picture without what is not seen in it. Which way up it is stays.
///
/// # Errors
/// Where it is no picture that we read, or its parts do not fit together.
pub fn without_metadata(bytes: &[u8]) -> Result<Vec<u8>, NotTaken> {
    let before = intake::examine(bytes, usize::MAX)?;
    let cleaned = match image::guess_format(bytes) {
        Ok(ImageFormat::Jpeg) => jpeg::clean(bytes),
        Ok(ImageFormat::Png) => png::clean(bytes),
        Ok(ImageFormat::WebP) => webp::clean(bytes),
        Ok(ImageFormat::Gif) => gif::clean(bytes),
        _ => svg::clean(bytes),
    };
    let cleaned = cleaned.ok_or_else(|| NotTaken::Broken("its parts do not fit together".to_owned()))?;
    // What was taken out must not be missed: the rest is the same picture to its end.
    let after = intake::examine(&cleaned, usize::MAX)?;
    if after != before {
        return Err(NotTaken::Broken("without its remarks it is another picture".to_owned()));
    }
    Ok(cleaned)
}

/// The number in two bytes, the high one first.
fn big_u16(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

#[cfg(test)]
mod tests;
