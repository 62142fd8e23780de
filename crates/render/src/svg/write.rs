//! Numbers, names and attributes: short, and the same on every run.

/// Appends a number with at most `digits` decimals, without needless zeros.
pub(super) fn number(to: &mut String, value: f64, digits: u32) {
    let unit = 10_i64.pow(digits);
    let scaled = (value * unit as f64).round();
    // A number that is none or far off any map draws nothing sensible; 0 keeps the file readable.
    let scaled = if scaled.abs() < 1e15 { scaled as i64 } else { 0 };
    if scaled < 0 {
        to.push('-');
    }
    let (whole, part) = (scaled.unsigned_abs() / unit as u64, scaled.unsigned_abs() % unit as u64);
    if whole > 0 || part == 0 {
        to.push_str(&whole.to_string());
    }
    if part > 0 {
        let decimals = format!("{part:0width$}", width = digits as usize);
        to.push('.');
        to.push_str(decimals.trim_end_matches('0'));
    }
}

/// Appends ` name="value"`.
pub(super) fn attribute(to: &mut String, name: &str, value: &str) {
    to.push(' ');
    to.push_str(name);
    to.push_str("=\"");
    escape(to, value);
    to.push('"');
}

/// Appends ` name="number"` with at most two decimals.
pub(super) fn measure(to: &mut String, name: &str, value: f64) {
    to.push(' ');
    to.push_str(name);
    to.push_str("=\"");
    number(to, value, 2);
    to.push('"');
}

/// Appends text so that it stays text; characters that XML cannot hold are left out.
pub(super) fn escape(to: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => to.push_str("&amp;"),
            '<' => to.push_str("&lt;"),
            '>' => to.push_str("&gt;"),
            '"' => to.push_str("&quot;"),
            // Within an attribute a bare one would be read as a space.
            '\n' => to.push_str("&#10;"),
            '\t' | '\r' => to.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => to.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = |value, digits| {
            let mut to = String::new();
            number(&mut to, value, digits);
            to
        };
        for (value, text) in [
            (0.0, "0"),
            (-0.001, "0"),
            (0.5, ".5"),
            (-0.25, "-.25"),
            (12.0, "12"),
            (3.456, "3.46"),
            (7.05, "7.05"),
        ] {
            assert_eq!(written(value, 2), text);
        }
        assert_eq!(
            (written(1.9996, 3), written(f64::NAN, 2), written(1e300, 2)),
            ("2".into(), "0".into(), "0".into())
        );
    }

    #[test]
    fn text_stays_text() {
        let mut to = String::new();
        attribute(&mut to, "a", "x < \"y\" & \u{1} z\n");
        assert_eq!(to, " a=\"x &lt; &quot;y&quot; &amp;  z&#10;\"");
    }
}
