//! JPEG: segments, each behind a marker. Remarks lie in the application's segments (Exif, XMP, IPTC, previews) and in
//! comments, and some cameras put whole films behind the end.

use super::{big_u16, exif};

const END: u8 = 0xD9;
const SCAN: u8 = 0xDA;

/// The picture without them; none where it is broken.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(b"\xFF\xD8")?;
    let mut kept = b"\xFF\xD8".to_vec();
    let mut turned = false;
    loop {
        // Any number of 0xFF may fill the space before a marker.
        let marker_at = rest.iter().position(|byte| *byte != 0xFF).filter(|at| *at > 0)?;
        let marker = rest[marker_at];
        rest = &rest[marker_at + 1..];
        if marker == END {
            kept.extend([0xFF, END]);
            return Some(kept);
        }
        if marker == 0x01 || (0xD0..=0xD7).contains(&marker) {
            kept.extend([0xFF, marker]);
            continue;
        }
        let length = big_u16(rest, 0).filter(|length| *length >= 2)?;
        let segment = rest.get(2..length)?;
        rest = &rest[length..];
        if let Some(segment) = keep(marker, segment, &mut turned) {
            kept.extend([0xFF, marker]);
            kept.extend(u16::try_from(segment.len() + 2).ok()?.to_be_bytes());
            kept.extend(segment);
        }
        if marker == SCAN {
            let end = scan_end(rest)?;
            kept.extend(&rest[..end]);
            rest = &rest[end..];
        }
    }
}

/// What of a segment stays; none where all of it goes.
fn keep(marker: u8, segment: &[u8], turned: &mut bool) -> Option<Vec<u8>> {
    match marker {
        // The size of a dot stays, the preview that may follow it goes.
        0xE0 if segment.starts_with(b"JFIF\0") && segment.len() >= 14 => {
            let mut own = segment[..12].to_vec();
            own.extend([0, 0]);
            Some(own)
        }
        0xE1 => {
            let orientation = exif::only_orientation(segment.strip_prefix(b"Exif\0\0")?)?;
            let first = !std::mem::replace(turned, true);
            first.then(|| [b"Exif\0\0", orientation.as_slice()].concat())
        }
        // The colours: without them it would look different.
        0xE2 if segment.starts_with(b"ICC_PROFILE\0") => Some(segment.to_vec()),
        0xEE if segment.starts_with(b"Adobe") => Some(segment.to_vec()),
        0xE0..=0xEF | 0xFE => None,
        _ => Some(segment.to_vec()),
    }
}

/// Where the packed pixels end: at the next marker that is no part of them.
fn scan_end(bytes: &[u8]) -> Option<usize> {
    let part = |byte: u8| byte == 0 || byte == 0xFF || (0xD0..=0xD7).contains(&byte);
    bytes.windows(2).position(|pair| pair[0] == 0xFF && !part(pair[1]))
}
