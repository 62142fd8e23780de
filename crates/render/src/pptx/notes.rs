//! What a speaker says: the notes of slides, and their master.

use super::master::{background, plain_level};
use super::measure::{HEIGHT, Place};
use super::shape::transform;
use super::text::full_language;
use super::theme::color_map;
use super::tree::tree_head;
use super::xml::{A, P, R, Xml};
use layout::{Slide, Theme};

/// The master of the speaker's notes: the slide above, the words below.
pub(super) fn master() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("p:notesMaster", &[("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R)], |xml| {
        xml.element("p:cSld", &[], |xml| {
            background(xml);
            xml.element("p:spTree", &[], |xml| {
                tree_head(xml);
                notes_shapes(xml, "en", None);
            });
        });
        // Paper is light, whatever the slides are.
        color_map(xml, "p:clrMap", Theme::Light);
        xml.element("p:notesStyle", &[], plain_level);
    });
    xml.finish()
}

/// The part of a slide's notes.
pub(super) fn part(slide: &Slide) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("p:notes", &[("xmlns:a", A), ("xmlns:p", P), ("xmlns:r", R)], |xml| {
        xml.element("p:cSld", &[], |xml| {
            xml.element("p:spTree", &[], |xml| {
                tree_head(xml);
                notes_shapes(xml, &slide.scene.language, Some(&slide.notes));
            });
        });
        xml.element("p:clrMapOvr", &[], |xml| xml.empty("a:masterClrMapping", &[]));
    });
    xml.finish()
}

/// The slide's picture and the words below it. Without words these are the places of the master.
fn notes_shapes(xml: &mut Xml, language: &str, notes: Option<&str>) {
    let picture = Place { x: 685_800, y: 1_143_000, w: 5_486_400, h: 3_086_100 };
    let words = Place { x: 685_800, y: 4_400_550, w: 5_486_400, h: HEIGHT * 3 / 5 - 514_350 };
    let shapes = [("2", "Slide image", "sldImg", "2", picture), ("3", "Notes", "body", "3", words)];
    for (id, name, kind, index, place) in shapes {
        let is_image = kind == "sldImg";
        xml.element("p:sp", &[], |xml| {
            xml.element("p:nvSpPr", &[], |xml| {
                xml.empty("p:cNvPr", &[("id", id), ("name", name)]);
                let locks: &[(&str, &str)] = if is_image {
                    &[("noGrp", "1"), ("noRot", "1"), ("noChangeAspect", "1")]
                } else {
                    &[("noGrp", "1")]
                };
                xml.element("p:cNvSpPr", &[], |xml| xml.empty("a:spLocks", locks));
                xml.element("p:nvPr", &[], |xml| xml.empty("p:ph", &[("type", kind), ("idx", index)]));
            });
            xml.element("p:spPr", &[], |xml| {
                transform(xml, place, "");
                xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
            });
            if is_image {
                return;
            }
            xml.element("p:txBody", &[], |xml| {
                xml.empty("a:bodyPr", &[]);
                xml.empty("a:lstStyle", &[]);
                for line in notes.unwrap_or("Notes").lines() {
                    xml.element("a:p", &[], |xml| {
                        xml.element("a:r", &[], |xml| {
                            xml.empty("a:rPr", &[("lang", &full_language(language))]);
                            xml.words("a:t", &[], line);
                        });
                    });
                }
            });
        });
    }
}
