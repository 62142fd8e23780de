//! The head of a deck: its slides in order, their sections, and what the file says about itself.

use super::master::plain_level;
use super::measure::{HEIGHT, WIDTH};
use super::xml::{A, P, R, Xml};
use layout::Slide;

/// The first id that a slide may have.
const FIRST_SLIDE: usize = 256;

/// The part of the presentation. Slide `n` is the relationship `rId{n + 1}`, after the master.
pub(super) fn presentation(slides: &[Slide], notes_master: Option<&str>) -> Vec<u8> {
    let mut xml = Xml::new();
    let spaces = [("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R), ("saveSubsetFonts", "1")];
    xml.element("p:presentation", &spaces, |xml| {
        xml.element("p:sldMasterIdLst", &[], |xml| {
            xml.empty("p:sldMasterId", &[("id", "2147483648"), ("r:id", "rId1")]);
        });
        if let Some(relation) = notes_master {
            xml.element("p:notesMasterIdLst", &[], |xml| xml.empty("p:notesMasterId", &[("r:id", relation)]));
        }
        xml.element("p:sldIdLst", &[], |xml| {
            for at in 0..slides.len() {
                let (id, relation) = ((FIRST_SLIDE + at).to_string(), format!("rId{}", at + 2));
                xml.empty("p:sldId", &[("id", &id), ("r:id", &relation)]);
            }
        });
        xml.empty("p:sldSz", &[("cx", &WIDTH.to_string()), ("cy", &HEIGHT.to_string())]);
        xml.empty("p:notesSz", &[("cx", &HEIGHT.to_string()), ("cy", "9144000")]);
        xml.element("p:defaultTextStyle", &[], plain_level);
        xml.element("p:extLst", &[], |xml| {
            xml.element("p:ext", &[("uri", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}")], |xml| {
                sections(xml, slides)
            });
        });
    });
    xml.finish()
}

fn sections(xml: &mut Xml, slides: &[Slide]) {
    let mut found: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, slide) in slides.iter().enumerate() {
        match found.last_mut() {
            Some((name, slides)) if *name == slide.section => slides.push(at),
            _ => found.push((&slide.section, vec![at])),
        }
    }
    let space = "http://schemas.microsoft.com/office/powerpoint/2010/main";
    xml.element("p14:sectionLst", &[("xmlns:p14", space)], |xml| {
        for (name, slides) in found {
            let id = guid(name, slides[0]);
            xml.element("p14:section", &[("name", name), ("id", &id)], |xml| {
                xml.element("p14:sldIdLst", &[], |xml| {
                    for at in slides {
                        xml.empty("p14:sldId", &[("id", &(FIRST_SLIDE + at).to_string())]);
                    }
                });
            });
        }
    });
}

/// An id that is the same on every run (FNV-1a over the name and the place, twice).
fn guid(name: &str, at: usize) -> String {
    let hash = |seed: u64| {
        let bytes = name.bytes().chain(at.to_le_bytes());
        bytes.fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    let (one, other) = (hash(0xcbf2_9ce4_8422_2325), hash(0x9e37_79b9_7f4a_7c15));
    format!(
        "{{{:08X}-{:04X}-4{:03X}-8{:03X}-{:012X}}}",
        one >> 32,
        (one >> 16) & 0xffff,
        one & 0xfff,
        other >> 52,
        other & 0xffff_ffff_ffff
    )
}

/// How the deck is shown, how it is looked at, and how its tables look: all as usual, but other programs offer to
/// repair a deck that does not say so.
pub(super) fn usual_parts() -> [(&'static str, &'static str, Vec<u8>); 3] {
    let part = |name: &str, more: &[(&str, &str)]| {
        let mut xml = Xml::new();
        let spaces = [("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R)];
        let spaces = if name.starts_with("a:") { &spaces[..1] } else { &spaces[..] };
        xml.empty(name, &[spaces, more].concat());
        xml.finish()
    };
    let tables = [("def", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")];
    [
        ("presProps", kind!("presProps+xml"), part("p:presentationPr", &[])),
        ("viewProps", kind!("viewProps+xml"), part("p:viewPr", &[])),
        ("tableStyles", kind!("tableStyles+xml"), part("a:tblStyleLst", &tables)),
    ]
}

/// What the file says about itself: title, language, and the time of the last change.
pub(super) fn core_properties(title: &str, language: &str, changed: Option<&str>) -> Vec<u8> {
    let mut xml = Xml::new();
    let spaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.element("cp:coreProperties", &spaces, |xml| {
        xml.words("dc:title", &[], title);
        xml.words("dc:creator", &[], "Desire Path");
        xml.words("dc:language", &[], language);
        if let Some(changed) = changed {
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.words(name, &[("xsi:type", "dcterms:W3CDTF")], changed);
            }
        }
    });
    xml.finish()
}

/// Which program made it, and how many slides there are.
pub(super) fn app_properties(slides: usize) -> Vec<u8> {
    let mut xml = Xml::new();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    xml.element("Properties", &[("xmlns", space)], |xml| {
        xml.words("Application", &[], "Desire Path");
        xml.words("Slides", &[], &slides.to_string());
    });
    xml.finish()
}
