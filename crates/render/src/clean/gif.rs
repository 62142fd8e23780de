//! GIF: blocks. Comments, texts and what programs put in go; how often a film repeats stays.

/// The picture without them; none where it is broken.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let head = 13 + table(*bytes.get(10)?);
    let mut kept = bytes.get(..head)?.to_vec();
    let mut rest = &bytes[head..];
    loop {
        match rest.first()? {
            0x3B => {
                kept.push(0x3B);
                return Some(kept);
            }
            0x21 => {
                let end = 2 + blocks(rest.get(2..)?)?;
                let (extension, after) = rest.split_at(end);
                let repeats = extension.get(3..14).is_some_and(|name| {
                    [b"NETSCAPE2.0".as_slice(), b"ANIMEXTS1.0", b"ICCRGBG1012"].contains(&name)
                });
                if extension[1] == 0xF9 || (extension[1] == 0xFF && repeats) {
                    kept.extend(extension);
                }
                rest = after;
            }
            0x2C => {
                // Its place, its own colours, one number for the packing, then its pixels.
                let pixels = 10 + table(*rest.get(9)?) + 1;
                let end = pixels + blocks(rest.get(pixels..)?)?;
                kept.extend(&rest[..end]);
                rest = &rest[end..];
            }
            _ => return None,
        }
    }
}

/// How long the table of colours is that these flags tell of.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

/// How long a chain of blocks is, its end included.
fn blocks(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let length = usize::from(*bytes.get(at)?);
        at += 1 + length;
        if length == 0 {
            return Some(at);
        }
    }
}
