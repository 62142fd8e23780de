//! Links that people wrote: opened by the system's own program, after a click, and only where they lead to a page or a
//! letter. Everything else that a system would open (a file, a program, another app's scheme) is refused here.

use crate::automation;
use crate::problem::Problem;
use tauri::Url;

/// A link that may be opened, as it is then given to the system; none for every other text.
fn allowed(link: &str) -> Option<Url> {
    let url = Url::parse(link.trim()).ok()?;
    let fine = match url.scheme() {
        "http" | "https" => url.has_host(),
        "mailto" => !url.path().is_empty(),
        _ => false,
    };
    fine.then_some(url)
}

/// Opens a link outside of the window.
///
/// # Errors
/// Where it is not one that may be opened, or the system has no program for it.
pub fn open(link: &str) -> Result<(), Problem> {
    let url = allowed(link).ok_or_else(|| Problem::said("window.link_refused", &[]))?;
    if automation::link_opened(url.as_str()) {
        return Ok(());
    }
    open::that_detached(url.as_str()).map_err(|error| Problem::said("window.link_failed", &[&error]))
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn only_pages_and_letters_are_opened() {
        for link in [
            "https://example.org/a?b=c#d",
            "http://localhost:8080",
            " mailto:a@example.org ",
            "HTTPS://EXAMPLE.ORG",
        ] {
            assert!(allowed(link).is_some(), "{link}");
        }
        for link in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,hi",
            "ssh://example.org",
            "smb://server/share",
            "vscode://file/x",
            "/usr/bin/xcalc",
            "xcalc",
            "https:",
            "https://",
            "mailto:",
            "",
            "-h https://example.org",
        ] {
            assert!(allowed(link).is_none(), "{link}");
        }
    }

    #[test]
    fn what_is_opened_cannot_be_taken_for_an_option_or_a_second_word() {
        let url = allowed("https://example.org/a b\n--x").expect("it is a link");
        assert!(url.as_str().starts_with("https://"));
        assert!(!url.as_str().contains([' ', '\n']));
    }
}
