//! SVG: comments, metadata, titles and descriptions, what drawing programs put in under names of their own (the
//! folder it was drawn in is among it), scripts, and the remarks in pictures that it carries.

use super::without_metadata;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::usvg::roxmltree::{Attribute, Document, Node, ParsingOptions};
use std::fmt::Write;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that draw nothing.
const UNSEEN: &[&str] = &["metadata", "title", "desc", "script"];

/// The picture without them; none where it is broken.
pub(super) fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).ok()?;
    let mut out = String::with_capacity(text.len());
    element(&mut out, document.root_element(), true)?;
    Some(out.into_bytes())
}

fn element(out: &mut String, node: Node<'_, '_>, root: bool) -> Option<()> {
    let name = node.tag_name();
    if name.namespace() != Some(SVG) || UNSEEN.contains(&name.name()) {
        return Some(());
    }
    write!(out, "<{}", name.name()).ok()?;
    if root {
        write!(out, r#" xmlns="{SVG}" xmlns:xlink="{XLINK}""#).ok()?;
    }
    for attribute in node.attributes() {
        let prefix = match attribute.namespace() {
            None => "",
            Some(XLINK) => "xlink:",
            Some(XML) => "xml:",
            Some(_) => continue,
        };
        // What begins so is a program's own, or runs.
        if prefix.is_empty() && (attribute.name().starts_with("data-") || attribute.name().starts_with("on"))
        {
            continue;
        }
        write!(out, " {prefix}{}=\"", attribute.name()).ok()?;
        escape(out, &value(name.name(), &attribute)?);
        out.push('"');
    }
    out.push('>');
    for child in node.children() {
        if child.is_element() {
            element(out, child, false)?;
        } else if let (true, Some(text)) = (child.is_text(), child.text()) {
            match name.name() {
                "style" => escape(out, &without_remarks(text)),
                _ => escape(out, text),
            }
        }
    }
    write!(out, "</{}>", name.name()).ok()
}

fn value(element: &str, attribute: &Attribute<'_, '_>) -> Option<String> {
    let value = attribute.value();
    match attribute.name() {
        "style" => Some(without_remarks(value)),
        "href" if matches!(element, "image" | "feImage") => picture(value),
        _ => Some(value.to_owned()),
    }
}

/// A picture that the drawing carries, cleaned as any other; one that lies elsewhere is not shown, and its name goes.
fn picture(href: &str) -> Option<String> {
    let Some(data) = href.trim_start().strip_prefix("data:") else {
        return Some(if href.starts_with('#') { href.to_owned() } else { String::new() });
    };
    let (kind, packed) = data.split_once(',')?;
    if !kind.ends_with(";base64") {
        return None;
    }
    let packed: String = packed.split_whitespace().collect();
    let cleaned = without_metadata(&STANDARD.decode(packed).ok()?).ok()?;
    let kind = kind.split(';').next().unwrap_or_default();
    Some(format!("data:{kind};base64,{}", STANDARD.encode(cleaned)))
}

/// A style sheet without its comments.
fn without_remarks(css: &str) -> String {
    let mut parts = css.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // One that does not end goes to the end.
        kept.push(' ');
        kept.push_str(part.split_once("*/").map_or("", |(_, after)| after));
    }
    kept
}

fn escape(out: &mut String, text: &str) {
    for one in text.chars() {
        match one {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // An attribute would lose them otherwise.
            '\n' | '\t' | '\r' => {
                let _ = write!(out, "&#{};", u32::from(one));
            }
            other => out.push(other),
        }
    }
}
