//! Which links a picture may carry out into the world.

/// The link, if it leads to a page or a letter and nowhere else.
pub(crate) fn outward(link: Option<&str>) -> Option<&str> {
    link.filter(|link| {
        ["http://", "https://", "mailto:"]
            .iter()
            .any(|start| link.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start)))
    })
}

#[cfg(test)]
mod tests {
    use super::outward;

    #[test]
    fn only_pages_and_letters_are_let_out() {
        for link in ["https://example.org/a", "HTTP://example.org", "mailto:a@example.org"] {
            assert_eq!(outward(Some(link)), Some(link));
        }
        for link in ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ümlaut", ""] {
            assert_eq!(outward(Some(link)), None, "{link}");
        }
    }
}
