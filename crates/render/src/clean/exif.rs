//! The one thing of a camera's remarks that is seen: which way up the picture is.

/// The tag that says which way up.
const ORIENTATION: u16 = 0x0112;

/// Remarks (a TIFF file, without what a format puts before it) that say only which way up; none where the picture
/// stands as it is, or its remarks cannot be read.
pub(super) fn only_orientation(tiff: &[u8]) -> Option<Vec<u8>> {
    let value = orientation(tiff)?;
    if !(2..=8).contains(&value) {
        return None;
    }
    // One directory with one entry, low byte first: tag, a number of two bytes, one of it, its value; no directory more.
    let mut made = b"II*\0\x08\0\0\0\x01\0".to_vec();
    made.extend(ORIENTATION.to_le_bytes());
    made.extend([3, 0, 1, 0, 0, 0]);
    made.extend(value.to_le_bytes());
    made.extend([0; 6]);
    Some(made)
}

fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| -> Option<u16> {
        let pair: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let long = |at: usize| -> Option<usize> {
        let four: [u8; 4] = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let number = if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
        usize::try_from(number).ok()
    };
    let first = long(4)?;
    let entries = usize::from(short(first)?);
    (0..entries)
        .map(|entry| first + 2 + entry * 12)
        .find(|at| short(*at) == Some(ORIENTATION))
        .and_then(|at| short(at + 8))
}
