//! PPTX: slides as decks of native shapes that people go on working with.
//!
//! Every card is one shape with its own border, fill and words; the curve is freeforms, a part a colour; the trail is
//! connectors glued to their rings. Colours and faces refer to the theme, so that a company's theme changes them.
//! Pictures are only what people brought as pictures. All measures are whole EMUs, and nothing comes from a clock or
//! from chance: the same slides give the same bytes.

/// The content type of a part of a presentation.
macro_rules! kind {
    ($last:literal) => {
        concat!("application/vnd.openxmlformats-officedocument.presentationml.", $last)
    };
}

mod bands;
mod image;
mod items;
mod lines;
mod mark;
mod master;
mod measure;
mod notes;
mod package;
mod placeholder;
mod presentation;
mod print;
pub mod refresh;
mod shape;
mod slide;
mod text;
mod theme;
mod tree;
mod xml;

use crate::{RenderError, Warnings, check, date};
use image::Media;
use layout::{Slide, Theme};
use measure::Extent;
use package::{Kind, Package, Relation};
use std::io::Write;

/// How a deck is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PptxOptions {
    /// The deck's title. Default: the first slide's.
    pub title: Option<String>,
    /// When the map was last changed, in seconds since 1970 (UTC); the only time that the file tells. Default: none.
    pub created: Option<i64>,
}

/// Writes slides as a PPTX file. The theme is the first slide's.
///
/// # Errors
/// [`RenderError::NoExtent`] where there is no slide, [`RenderError::TooFar`], [`RenderError::Output`].
pub fn write(slides: &[Slide], options: &PptxOptions, to: impl Write) -> Result<Warnings, RenderError> {
    let Some(first) = slides.first() else { return Err(RenderError::NoExtent { w: 0.0, h: 0.0 }) };
    let mut warnings = Warnings::default();
    for slide in slides {
        check::scene(&slide.scene)?;
    }
    let media = Media::of(slides.iter().map(|slide| &slide.scene));
    media.warn(slides, &mut warnings);
    let (layouts, own) = master::layouts(slides);
    let mut package = Package::default();
    let has_notes = slides.iter().any(|slide| !slide.notes.is_empty());

    let mut relations = vec![Relation::new(1, "slideMaster", "slideMasters/slideMaster1.xml")];
    relations
        .extend((1..=slides.len()).map(|at| Relation::new(at + 1, "slide", format!("slides/slide{at}.xml"))));
    relations.push(Relation::new(slides.len() + 2, "theme", "theme/theme1.xml"));
    let notes_relation = format!("rId{}", slides.len() + 3);
    if has_notes {
        relations.push(Relation::new(slides.len() + 3, "notesMaster", "notesMasters/notesMaster1.xml"));
    }
    for (at, (name, content_type, bytes)) in presentation::usual_parts().into_iter().enumerate() {
        relations.push(Relation::new(slides.len() + 4 + at, name, format!("{name}.xml")));
        package.add(format!("ppt/{name}.xml"), content_type, bytes);
    }
    package.relate(
        "",
        &[
            Relation::new(1, "officeDocument", "ppt/presentation.xml"),
            Relation { id: "rId2".into(), kind: Kind::CoreProperties, target: "docProps/core.xml".into() },
            Relation::new(3, "extended-properties", "docProps/app.xml"),
        ],
    );
    let head = presentation::presentation(slides, has_notes.then_some(notes_relation.as_str()));
    package.add("ppt/presentation.xml", kind!("presentation.main+xml"), head);
    package.relate("ppt/presentation.xml", &relations);

    package.add(
        "ppt/slideMasters/slideMaster1.xml",
        kind!("slideMaster+xml"),
        master::master(slides, &layouts, first.theme),
    );
    let mut relations: Vec<Relation> = (1..=layouts.len())
        .map(|at| Relation::new(at, "slideLayout", format!("../slideLayouts/slideLayout{at}.xml")))
        .collect();
    relations.push(Relation::new(layouts.len() + 1, "theme", "../theme/theme1.xml"));
    package.relate("ppt/slideMasters/slideMaster1.xml", &relations);
    for (layout, at) in layouts.iter().zip(1..) {
        let name = format!("ppt/slideLayouts/slideLayout{at}.xml");
        package.add(&name, kind!("slideLayout+xml"), master::layout(layout, Extent::OURS, first.theme));
        package.relate(&name, &[Relation::new(1, "slideMaster", "../slideMasters/slideMaster1.xml")]);
    }
    let theme_kind = "application/vnd.openxmlformats-officedocument.theme+xml";
    package.add("ppt/theme/theme1.xml", theme_kind, theme::part(first.theme));
    if has_notes {
        let name = "ppt/notesMasters/notesMaster1.xml";
        package.add(name, kind!("notesMaster+xml"), notes::master());
        // A theme of its own: a shared one makes other programs repair the file.
        package.relate(name, &[Relation::new(1, "theme", "../theme/theme2.xml")]);
        package.add("ppt/theme/theme2.xml", theme_kind, theme::part(Theme::Light));
    }
    for ((slide, layout), at) in slides.iter().zip(&own).zip(1..) {
        add_slide(&mut package, slide, at, layout + 1, &media);
    }
    for (name, bytes) in media.parts() {
        package.add_file(format!("ppt/{name}"), bytes.to_vec());
    }
    let title = options.title.as_deref().unwrap_or(&first.title);
    let changed = options.created.and_then(date::text);
    let core = presentation::core_properties(title, &first.scene.language, changed.as_deref());
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", core);
    let app = presentation::app_properties(slides.len());
    package.add(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app,
    );
    package.write(to)?;
    Ok(warnings)
}

fn add_slide(package: &mut Package, slide: &Slide, at: usize, layout: usize, media: &Media) {
    let name = format!("ppt/slides/slide{at}.xml");
    let made = slide::part(slide, Extent::OURS, media);
    let mut relations =
        vec![Relation::new(1, "slideLayout", format!("../slideLayouts/slideLayout{layout}.xml"))];
    if !slide.notes.is_empty() {
        relations.push(Relation::new(2, "notesSlide", format!("../notesSlides/notesSlide{at}.xml")));
        let part = format!("ppt/notesSlides/notesSlide{at}.xml");
        package.add(&part, kind!("notesSlide+xml"), notes::part(slide));
        package.relate(
            &part,
            &[
                Relation::new(1, "notesMaster", "../notesMasters/notesMaster1.xml"),
                Relation::new(2, "slide", format!("../slides/slide{at}.xml")),
            ],
        );
    }
    relations.extend(made.relations(|hash| Some(format!("../{}", media.name(hash)?))));
    package.add(&name, kind!("slide+xml"), made.xml);
    package.relate(&name, &relations);
}
