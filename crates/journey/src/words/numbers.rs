//! Numbers as people write them.

/// A number with as many decimals as it needs, three at most, and a true minus sign.
pub fn number(value: f64, language: &str) -> String {
    let rounded = (value * 1000.0).round() / 1000.0;
    // Not -0, and nothing that a format string would turn into an exponent.
    let plain = format!("{}", rounded.abs());
    let plain = plain.replace('.', super::language(language).decimal);
    if rounded < 0.0 { format!("−{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_short_and_exact() {
        let said: Vec<String> = [4.0, 2.5, -1.55, 0.1 + 0.2, -0.0001, 12_000.0]
            .iter()
            .map(|value| number(*value, "en"))
            .collect();
        assert_eq!(said, ["4", "2.5", "−1.55", "0.3", "0", "12000"]);
    }
}
