//! Trees and groups of shapes.

use super::measure::Place;
use super::xml::Xml;

/// The head that every tree of shapes has.
pub(super) fn tree_head(xml: &mut Xml) {
    xml.element("p:nvGrpSpPr", &[], |xml| {
        xml.empty("p:cNvPr", &[("id", "1"), ("name", "")]);
        xml.empty("p:cNvGrpSpPr", &[]);
        xml.empty("p:nvPr", &[]);
    });
    xml.element("p:grpSpPr", &[], |xml| {
        let nothing = Place { x: 0, y: 0, w: 0, h: 0 };
        group_transform(xml, nothing);
    });
}

/// A group whose frame is that of its children.
pub(super) fn group_transform(xml: &mut Xml, place: Place) {
    let (x, y, w, h) = (place.x.to_string(), place.y.to_string(), place.w.to_string(), place.h.to_string());
    xml.element("a:xfrm", &[], |xml| {
        xml.empty("a:off", &[("x", &x), ("y", &y)]);
        xml.empty("a:ext", &[("cx", &w), ("cy", &h)]);
        xml.empty("a:chOff", &[("x", &x), ("y", &y)]);
        xml.empty("a:chExt", &[("cx", &w), ("cy", &h)]);
    });
}
