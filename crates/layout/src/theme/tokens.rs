//! The looks as the page has them: its `styles/tokens.css`.

use super::{Contrast, SPACES, Theme, radius};
use crate::type_roles;
use std::fmt::Write as _;

/// Shadows exist only on the page: inside the canvas nothing is blurred.
const SHADOWS: [[&str; 3]; 2] = [
    [
        "0 1px 2px rgba(40, 34, 24, 0.05), 0 0 0 1px rgba(40, 34, 24, 0.05)",
        "0 1px 2px rgba(40, 34, 24, 0.06), 0 8px 24px -6px rgba(40, 34, 24, 0.14)",
        "0 2px 6px rgba(40, 34, 24, 0.08), 0 18px 48px -8px rgba(40, 34, 24, 0.22)",
    ],
    [
        "0 0 0 1px rgba(255, 255, 255, 0.045)",
        "0 0 0 1px rgba(255, 255, 255, 0.08), 0 10px 28px -6px rgba(0, 0, 0, 0.6)",
        "0 0 0 1px rgba(255, 255, 255, 0.1), 0 22px 56px -8px rgba(0, 0, 0, 0.75)",
    ],
];

/// The page's `styles/tokens.css`: colours of both themes, shadows, radii, spaces and type roles.
pub fn tokens_css() -> String {
    let mut css = String::from(
        "/* Design tokens. Made from crates/layout/src/theme.rs; `UPDATE=1 cargo test -p layout tokens` writes it. */\n:root,\n[data-theme=\"light\"] {\n",
    );
    css.push_str("  --font: \"Inter\", system-ui, sans-serif;\n");
    css.push_str("  --display: \"Inter Display\", \"Inter\", system-ui, sans-serif;\n");
    let put = |css: &mut String, name: &str, value: &str| {
        writeln!(css, "  --{name}: {value};").expect("a String takes all that is written");
    };
    colors(&mut css, Theme::Light, &put);
    for (name, value) in [
        ("radius-chip", radius::CHIP),
        ("radius-card", radius::CARD),
        ("radius-segmented", radius::SEGMENTED),
        ("radius-sheet", radius::SHEET),
        ("radius-pill", radius::PILL),
    ] {
        put(&mut css, name, &format!("{value}px"));
    }
    for space in SPACES {
        put(&mut css, &format!("space-{space}"), &format!("{space}px"));
    }
    // The `font` shorthand resets the features, so a rule that uses a role sets them after it.
    css.push_str(
        "\n  /* After `font: var(--type-…)`, which resets them: font-feature-settings: var(--features). */\n",
    );
    put(&mut css, "features", r#""cv11" 1, "ss03" 1, "calt" 0"#);
    put(&mut css, "features-tracked", r#""cv11" 1, "ss03" 1, "calt" 0, "liga" 0, "clig" 0"#);
    for role in type_roles::ALL {
        put(&mut css, &format!("type-{}", role.name), &role.to_css_font());
        if role.letter_spacing != 0.0 {
            put(
                &mut css,
                &format!("tracking-{}", role.name),
                &format!("{}px", (role.letter_spacing * 1e3).round() / 1e3),
            );
        }
    }
    css.push_str("}\n\n[data-theme=\"dark\"] {\n");
    colors(&mut css, Theme::Dark, &put);
    css.push_str("}\n");
    for (theme, rule) in [(Theme::Light, ""), (Theme::Dark, "[data-theme=\"dark\"]")] {
        writeln!(css, "\n{rule}[data-contrast=\"strong\"] {{").expect("a String takes all that is written");
        let strong = theme.palette_at(Contrast::Strong).tokens();
        for ((name, color), (_, normal)) in strong.into_iter().zip(theme.palette().tokens()) {
            if color != normal {
                put(&mut css, name, &color.to_css());
            }
        }
        // Without shadows what lies above the rest needs an edge.
        for shadow in ["shadow1", "shadow2", "shadow3"] {
            put(&mut css, shadow, "0 0 0 1px var(--ink2)");
        }
        css.push_str("}\n");
    }
    css
}

fn colors(css: &mut String, theme: Theme, put: &dyn Fn(&mut String, &str, &str)) {
    for (name, color) in theme.palette().tokens() {
        put(css, name, &color.to_css());
    }
    for (index, shadow) in SHADOWS[theme as usize].iter().enumerate() {
        put(css, &format!("shadow{}", index + 1), shadow);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The one switch that rewrites committed files that tests compare with.
    fn update() -> bool {
        std::env::var_os("UPDATE").is_some_and(|value| value == "1")
    }

    #[test]
    fn tokens_css_is_what_the_page_has() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/styles/tokens.css");
        if update() {
            std::fs::create_dir_all(std::path::Path::new(path).parent().unwrap()).unwrap();
            std::fs::write(path, tokens_css()).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == tokens_css(), "ui/styles/tokens.css is stale: run with UPDATE=1");
    }
}
