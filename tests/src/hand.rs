//! What hands do to a deck: slides of their own, another theme, a word changed here and there. On the bytes of the file,
//! without any code of the product.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The files of a deck by name.
pub struct Files(pub BTreeMap<String, Vec<u8>>);

impl Files {
    /// Unpacks a deck.
    ///
    /// # Panics
    /// Where it is no deck.
    pub fn of(deck: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(deck)).expect("a zip file");
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).expect("a file");
            let name = file.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("bytes");
            files.insert(name, bytes);
        }
        Self(files)
    }

    /// Packs it again.
    ///
    /// # Panics
    /// Never: memory takes all that is written.
    pub fn deck(&self) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.0 {
            zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a file");
            zip.write_all(bytes).expect("room");
        }
        zip.finish().expect("a zip file").into_inner()
    }

    /// The words of a file.
    ///
    /// # Panics
    /// Where there is no such file.
    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.0.get(name).unwrap_or_else(|| panic!("no {name}")).clone()).expect("text")
    }

    /// Replaces the first `from` in a file.
    ///
    /// # Panics
    /// Where it does not stand there.
    pub fn replace(&mut self, name: &str, from: &str, to: &str) {
        let text = self.text(name);
        assert!(text.contains(from), "{name} has no {from}");
        self.0.insert(name.into(), text.replacen(from, to, 1).into_bytes());
    }

    /// The slides in the deck's order, by the names of their files.
    ///
    /// # Panics
    /// Where the head of the deck leads nowhere.
    pub fn order(&self) -> Vec<String> {
        let links = self.text("ppt/_rels/presentation.xml.rels");
        let target = |id: &str| {
            let at = links.find(&format!("Id=\"{id}\"")).expect("the relationship");
            let start = links[..at].rfind('<').expect("its element");
            let end = at + links[at..].find('>').expect("its end");
            let target = attribute(&links[start..end], "Target").expect("a target");
            target.strip_prefix('/').map_or_else(|| format!("ppt/{target}"), str::to_owned)
        };
        let head = self.text("ppt/presentation.xml");
        let list = head.split_once("<p:sldIdLst>").expect("slides").1;
        let list = list.split_once("</p:sldIdLst>").expect("an end").0;
        list.split("r:id=\"").skip(1).map(|rest| target(rest.split('"').next().expect("an id"))).collect()
    }

    /// All words of each slide, in the deck's order.
    pub fn words(&self) -> Vec<String> {
        let words = |name: &String| {
            let text = self.text(name);
            let pieces = text.split("<a:t>").skip(1).filter_map(|rest| rest.split("</a:t>").next());
            pieces.collect::<Vec<_>>().join(" ")
        };
        self.order().iter().map(words).collect()
    }

    /// The only slide with these words.
    ///
    /// # Panics
    /// Where none or several have them.
    pub fn slide_with(&self, words: &str) -> String {
        let order = self.order();
        let has = |name: &&String| self.text(name).contains(&format!("<a:t>{words}</a:t>"));
        let found: Vec<&String> = order.iter().filter(has).collect();
        assert_eq!(found.len(), 1, "slides with “{words}”: {found:?}");
        found[0].clone()
    }

    /// Adds a slide made by hand at a place of the deck: its own words, and a picture of its own.
    ///
    /// # Panics
    /// Where the deck has no slides.
    pub fn add_slide(&mut self, at: usize, words: &str, layout: &str) {
        let number = 100 + at;
        let name = format!("ppt/slides/slide{number}.xml");
        let slide = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><p:sld \
             xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:r=\"{OFFICE}\" \
             xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"><p:cSld><p:spTree><p:nvGrpSpPr>\
             <p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr \
             id=\"2\" name=\"Own words\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off \
             x=\"914400\" y=\"914400\"/><a:ext cx=\"5486400\" cy=\"914400\"/></a:xfrm><a:prstGeom prst=\"rect\">\
             <a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"en-US\"/>\
             <a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp><p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"Own picture\"/>\
             <p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\"/><a:stretch><a:fillRect/>\
             </a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x=\"914400\" y=\"2743200\"/><a:ext cx=\"1828800\" \
             cy=\"1828800\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>\
             </p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
        );
        let picture = format!("own{number}.png");
        let links = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><Relationships \
             xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"{OFFICE}/slideLayout\" Target=\"../slideLayouts/{layout}\"/><Relationship Id=\"rId2\" \
             Type=\"{OFFICE}/image\" Target=\"../media/{picture}\"/></Relationships>"
        );
        let mut png = Vec::new();
        let color = image::Rgba([u8::try_from(at).unwrap_or(0), 100, 200, 255]);
        let dot = image::RgbaImage::from_pixel(8, 8, color);
        dot.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).expect("a PNG");
        self.0.insert(format!("ppt/media/{picture}"), png);
        self.0.insert(format!("ppt/slides/_rels/slide{number}.xml.rels"), links.into_bytes());
        self.0.insert(name.clone(), slide.into_bytes());
        let kind = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
        let known = format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/></Types>");
        self.replace("[Content_Types].xml", "</Types>", &known);
        let link = format!(
            "<Relationship Id=\"rIdOwn{number}\" Type=\"{OFFICE}/slide\" Target=\"slides/slide{number}.xml\"/>\
             </Relationships>"
        );
        self.replace("ppt/_rels/presentation.xml.rels", "</Relationships>", &link);
        let head = self.text("ppt/presentation.xml");
        let (before, list) = head.split_once("<p:sldIdLst>").expect("slides");
        let (list, behind) = list.split_once("</p:sldIdLst>").expect("an end");
        let mut all: Vec<String> =
            list.split("<p:sldId ").skip(1).map(|own| format!("<p:sldId {own}")).collect();
        all.insert(at, format!("<p:sldId id=\"{}\" r:id=\"rIdOwn{number}\"/>", 1000 + at));
        let head = format!("{before}<p:sldIdLst>{}</p:sldIdLst>{behind}", all.concat());
        self.0.insert("ppt/presentation.xml".into(), head.into_bytes());
    }

    /// Gives the deck a company's theme.
    ///
    /// # Panics
    /// Where the theme is not ours.
    pub fn give_theme(&mut self) {
        let name = "ppt/theme/theme1.xml";
        self.replace(name, "typeface=\"Inter Display\"", "typeface=\"Georgia\"");
        let text = self.text(name);
        let (before, rest) = text.split_once("<a:accent1><a:srgbClr val=\"").expect("a colour");
        let changed = format!("{before}<a:accent1><a:srgbClr val=\"C0FFEE{}", &rest[6..]);
        self.0.insert(name.into(), changed.into_bytes());
    }
}

/// The value of an attribute in the text of an element.
fn attribute<'t>(element: &'t str, name: &str) -> Option<&'t str> {
    element.split_once(&format!("{name}=\""))?.1.split('"').next()
}
