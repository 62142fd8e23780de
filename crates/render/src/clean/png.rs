//! PNG: chunks with a name, a length and a checksum. Texts, the time, a camera's remarks and chunks of programs go.

use super::exif;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The chunks that are seen: the picture, its colours and its movement.
const SEEN: &[&[u8]] = &[
    b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"mDCV",
    b"cLLI", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// The picture without them; none where it is broken.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes.strip_prefix(SIGNATURE)?;
    let mut kept = SIGNATURE.to_vec();
    loop {
        let length = usize::try_from(u32::from_be_bytes(rest.get(..4)?.try_into().ok()?)).ok()?;
        let whole = rest.get(..length.checked_add(12)?)?;
        let (name, body) = (&whole[4..8], &whole[8..8 + length]);
        rest = &rest[whole.len()..];
        match name {
            b"IEND" => {
                kept.extend(whole);
                return Some(kept);
            }
            b"eXIf" => {
                if let Some(orientation) = exif::only_orientation(body) {
                    push(&mut kept, *b"eXIf", &orientation);
                }
            }
            _ if SEEN.contains(&name) => kept.extend(whole),
            // Whoever reads it cannot do without a chunk that is named with a capital.
            _ if name[0].is_ascii_uppercase() => return None,
            _ => {}
        }
    }
}

fn push(kept: &mut Vec<u8>, name: [u8; 4], body: &[u8]) {
    let length = u32::try_from(body.len()).unwrap_or_default();
    let named = [name.as_slice(), body].concat();
    kept.extend(length.to_be_bytes());
    kept.extend(&named);
    kept.extend(checksum(&named).to_be_bytes());
}

/// The CRC-32 of PNG; only ever of a few bytes.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}
