//! WebP: a RIFF file of chunks. A camera's remarks, XMP and chunks of programs go.

use super::exif;

/// The flags in the head of an extended file that say what follows.
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

/// The picture without them; none where it is broken.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let size = usize::try_from(u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?)).ok()?;
    if !bytes.starts_with(b"RIFF") || bytes.get(8..12)? != b"WEBP" {
        return None;
    }
    let body = bytes.get(12..size.checked_add(8)?.min(bytes.len()))?;
    let mut made = b"WEBP".to_vec();
    let mut orientation = None;
    for (name, part) in chunks(body)? {
        match &name {
            b"VP8X" => {
                let mut head = part.to_vec();
                *head.first_mut()? &= !(HAS_EXIF | HAS_XMP);
                push(&mut made, name, &head);
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ICCP" => push(&mut made, name, part),
            b"ANMF" => push(&mut made, name, &frame(part)?),
            b"EXIF" => {
                orientation = exif::only_orientation(part.strip_prefix(b"Exif\0\0").unwrap_or(part));
            }
            _ => {}
        }
    }
    if let Some(orientation) = orientation {
        // The head comes first and says what follows: behind `WEBP`, its name and its length.
        let head = made.get(4..8)? == b"VP8X";
        if head {
            *made.get_mut(12)? |= HAS_EXIF;
            push(&mut made, *b"EXIF", &orientation);
        }
    }
    let mut whole = b"RIFF".to_vec();
    whole.extend(u32::try_from(made.len()).ok()?.to_le_bytes());
    whole.extend(made);
    Some(whole)
}

/// A picture of a moving one: its place and time, then chunks of its own.
fn frame(part: &[u8]) -> Option<Vec<u8>> {
    let (place, rest) = part.split_at_checked(16)?;
    let mut made = place.to_vec();
    for (name, part) in chunks(rest)? {
        if matches!(&name, b"VP8 " | b"VP8L" | b"ALPH") {
            push(&mut made, name, part);
        }
    }
    Some(made)
}

fn chunks(mut rest: &[u8]) -> Option<Vec<([u8; 4], &[u8])>> {
    let mut found = Vec::new();
    while rest.len() >= 8 {
        let name = rest[..4].try_into().ok()?;
        let size = usize::try_from(u32::from_le_bytes(rest[4..8].try_into().ok()?)).ok()?;
        found.push((name, rest.get(8..size.checked_add(8)?)?));
        // Chunks begin at even places.
        rest = rest.get(8 + size + size % 2..).unwrap_or_default();
    }
    Some(found)
}

fn push(made: &mut Vec<u8>, name: [u8; 4], part: &[u8]) {
    made.extend(name);
    made.extend(u32::try_from(part.len()).unwrap_or_default().to_le_bytes());
    made.extend(part);
    if part.len() % 2 == 1 {
        made.push(0);
    }
}
