//! What several shapes share: each definition is written once and named in the order of first use.

use std::collections::HashMap;

/// The definitions of a file.
#[derive(Default)]
pub(super) struct Defs {
    text: String,
    names: HashMap<String, String>,
    count: usize,
}

impl Defs {
    /// The name of a definition, which is written on its first use. `open` begins its element (`<clipPath`), `rest` is
    /// all that follows the name, up to the element's end.
    pub(super) fn share(&mut self, open: &str, rest: String) -> String {
        let key = format!("{open}{rest}");
        if let Some(name) = self.names.get(&key) {
            return name.clone();
        }
        let name = self.add(open, &rest);
        self.names.insert(key, name.clone());
        name
    }

    /// The name of a new definition.
    pub(super) fn add(&mut self, open: &str, rest: &str) -> String {
        let name = name(self.count);
        self.count += 1;
        self.text.push_str(open);
        self.text.push_str(" id=\"");
        self.text.push_str(&name);
        self.text.push('"');
        self.text.push_str(rest);
        self.text.push('\n');
        name
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// A short name: `a`, `b`, … `z`, `a0`, `b0`, …
fn name(index: usize) -> String {
    let mut name = String::from(char::from(b'a' + (index % 26) as u8));
    if index >= 26 {
        name.push_str(&(index / 26 - 1).to_string());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_definitions_are_written_once() {
        let mut defs = Defs::default();
        let one = defs.share("<clipPath", "><rect/></clipPath>".into());
        let two = defs.share("<clipPath", "><path/></clipPath>".into());
        assert_eq!((one.as_str(), two.as_str()), ("a", "b"));
        assert_eq!(defs.share("<clipPath", "><rect/></clipPath>".into()), one);
        assert_eq!(defs.text().matches("<clipPath id=").count(), 2);
    }

    #[test]
    fn names_are_short_and_unlike() {
        let names: std::collections::HashSet<_> = (0..1000).map(name).collect();
        assert_eq!(names.len(), 1000);
        assert_eq!(
            (name(0), name(25), name(26), name(52)),
            ("a".into(), "z".into(), "a0".into(), "a1".into())
        );
    }
}
