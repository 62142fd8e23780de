//! Decks, read back as a writing program reads them: parts, relationships, shapes and their words.

use journey::{Card, Document, Id, LaneKind};
use layout::{Density, Layouter, Options, Part, Prim, Theme};
use pipeline_tests::deck::{Element, expect_whole, parts, slides};
use pipeline_tests::{decks, journeys};
use render::pptx::PptxOptions;
use std::collections::BTreeSet;
use std::io::Read;

fn document() -> Document {
    pipeline_tests::sample()
}

fn deck(document: &Document, theme: Theme, density: Density) -> Vec<u8> {
    let map = document.maps_in_order()[0].id;
    let options = Options { map, theme, density, ..Options::default() };
    let slides = Layouter::new().slides(document, &options).expect("there is a map");
    let mut bytes = Vec::new();
    let options = PptxOptions { title: None, created: Some(1_795_000_000) };
    let warnings = render::pptx::write(&slides, &options, &mut bytes).expect("a deck");
    assert!(warnings.is_empty());
    bytes
}

/// The shape's name as a person sees it.
fn name_of(shape: &Element) -> &str {
    shape.first("p:cNvPr").map_or("", |own| own.value("name"))
}

#[test]
fn every_card_is_one_editable_shape_with_its_own_border_and_fill() {
    let document = document();
    for (theme, density) in [(Theme::Light, Density::Normal), (Theme::Dark, Density::Projector)] {
        let slides = slides(&parts(&deck(&document, theme, density)));
        let shapes: Vec<&Element> = slides.iter().flat_map(|slide| slide.find_all("p:sp")).collect();
        let kinds = [
            (LaneKind::Actions, "Action"),
            (LaneKind::PainPoints, "Pain point"),
            (LaneKind::Opportunities, "Opportunity"),
        ];
        for (kind, called) in kinds {
            let lanes: BTreeSet<Id> =
                document.lanes.values().filter(|lane| lane.kind == kind).map(|lane| lane.id).collect();
            let cards: Vec<_> = document.cards.values().filter(|card| lanes.contains(&card.lane)).collect();
            assert!(cards.len() >= 5);
            for card in cards {
                let name = format!("{called}: {}", card.text);
                let own: Vec<_> = shapes.iter().filter(|shape| name_of(shape) == name).collect();
                assert_eq!(own.len(), 1, "{name}");
                let look = own[0].child("p:spPr").expect("its look");
                assert!(look.child("a:solidFill").is_some(), "{name} has no fill");
                assert!(
                    look.child("a:ln").and_then(|line| line.child("a:solidFill")).is_some(),
                    "{name} has no border"
                );
                assert_eq!(own[0].words().lines().next(), Some(card.text.as_str()));
            }
        }
        // What people say stands in a shape of its own, too, as the design has it without a border.
        let is_said = |card: &&Card| document.lanes[&card.lane].kind == LaneKind::Thoughts;
        for card in document.cards.values().filter(is_said) {
            let found = shapes.iter().filter(|shape| shape.words().trim_matches(['“', '”']) == card.text);
            assert_eq!(found.count(), 1, "{}", card.text);
        }
    }
}

#[test]
fn no_word_of_any_journey_is_broken_without_a_hyphen_and_broken_names_have_room_for_a_wider_face() {
    const WIDER: f64 = 1.27;
    let mut broken = 0;
    for (journey, document) in journeys::all().into_iter().chain([("sample", document())]) {
        for density in [Density::Normal, Density::Projector] {
            for slide in decks::slides(&document, Theme::Light, density) {
                for placed in slide.scene.reading_order() {
                    let is_name = slide.part == Part::Overview && placed.node.key.0.starts_with("stage/");
                    for text in placed.node.prims.iter().filter_map(Prim::as_text) {
                        let name = format!("{journey}, {density:?}, {}: “{}”", slide.name, text.text);
                        for line in &text.lines {
                            let (before, after) = text.text.split_at(line.end as usize);
                            let is_torn = [before.chars().next_back(), after.chars().next()]
                                .into_iter()
                                .all(|own| own.is_some_and(char::is_alphabetic));
                            assert!(!is_torn, "{name} is broken after {before}");
                        }
                        if is_name && text.lines.iter().any(|line| line.hyphen) {
                            let widest = text.lines.iter().map(|line| line.width).fold(0.0, f64::max);
                            assert!(widest * WIDER <= text.width, "{name}: {widest} in {}", text.width);
                            broken += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(broken >= 4, "{broken}");
}

#[test]
fn words_are_broken_by_a_hyphen_at_the_end_of_a_line() {
    let (_, document) = journeys::all().pop().expect("the journey of long words");
    let slides = slides(&parts(&deck(&document, Theme::Light, Density::Normal)));
    let name = "Beschäftigteninformationsveranstaltungen";
    let shape =
        slides[0].find_all("p:sp").into_iter().find(|shape| name_of(shape) == name).expect("the name");
    let paragraph = shape.first("a:p").expect("a paragraph");
    let told: Vec<&str> = paragraph
        .children
        .iter()
        .filter_map(|own| match own.name.as_str() {
            "a:r" => Some(own.child("a:t")?.text.as_str()),
            "a:br" => Some("⏎"),
            _ => None,
        })
        .collect();
    assert_eq!(told, ["Beschäftigten-", "⏎", "informations-", "⏎", "veranstaltungen"]);
}

#[test]
fn every_relationship_leads_to_a_part_and_every_part_is_known() {
    let parts = parts(&deck(&document(), Theme::Light, Density::Normal));
    expect_whole(&parts);
    assert_ne!(parts.get("ppt/theme/theme2.xml"), None, "the notes' master has a theme of its own");
}

#[test]
fn shapes_have_ids_of_their_own_and_whole_measures() {
    for slide in slides(&parts(&deck(&document(), Theme::Light, Density::Normal))) {
        let ids: Vec<&str> = slide.find_all("p:cNvPr").iter().map(|own| own.value("id")).collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len());
        for name in ["a:off", "a:ext", "a:pt", "a:chOff", "a:chExt"] {
            for own in slide.find_all(name) {
                for (key, value) in own.attributes.iter().filter(|(key, _)| *key != "uri") {
                    assert!(value.parse::<i64>().is_ok(), "{name} {key}={value}");
                }
            }
        }
        for glue in ["a:stCxn", "a:endCxn"] {
            for own in slide.find_all(glue) {
                assert!(ids.contains(&own.value("id")), "glued to nothing");
            }
        }
        assert!(slide.find_all("p:pic").is_empty(), "a picture where nobody brought one");
        let titles: Vec<_> =
            slide.find_all("p:ph").into_iter().filter(|own| own.value("type") == "title").collect();
        assert_eq!(titles.len(), 1);
    }
}

#[test]
fn colours_and_faces_refer_to_the_theme() {
    for theme in Theme::ALL {
        let parts = parts(&deck(&document(), theme, Density::Normal));
        for slide in slides(&parts) {
            let by_value: BTreeSet<&str> =
                slide.find_all("a:srgbClr").into_iter().map(|own| own.value("val")).collect();
            let by_name = slide.find_all("a:schemeClr").len();
            // By value stand only the mixed colours between two feelings.
            assert!(by_value.len() <= 12 && by_name > 25, "{theme:?}: {by_value:?}, {by_name}");
            for face in slide.find_all("a:latin") {
                assert!(face.value("typeface").starts_with('+'), "{}", face.value("typeface"));
            }
        }
        let master = Element::parse(&parts["ppt/slideMasters/slideMaster1.xml"]);
        let ground = if theme == Theme::Light { "lt1" } else { "dk1" };
        assert_eq!(master.child("p:clrMap").expect("a map of colours").value("bg1"), ground);
    }
}

#[test]
fn a_curve_is_freeforms_of_one_colour_each() {
    let slides = slides(&parts(&deck(&document(), Theme::Light, Density::Normal)));
    let curve = slides[0]
        .find_all("p:grpSp")
        .into_iter()
        .find(|group| group.first("p:cNvPr").is_some_and(|own| own.value("descr").contains("Left waiting")))
        .expect("the curve with its words");
    let lines: BTreeSet<String> = curve
        .find_all("p:sp")
        .into_iter()
        .filter(|shape| shape.first("a:custGeom").is_some())
        .filter_map(|shape| shape.child("p:spPr")?.child("a:ln")?.child("a:solidFill"))
        .map(|fill| format!("{:?}", fill.children))
        .collect();
    assert!(lines.len() >= 3, "good, bad and between: {lines:?}");
    assert!(curve.find_all("a:gradFill").iter().all(|fill| fill.first("a:lin").is_some()));
}

#[test]
fn sections_notes_and_languages_are_told() {
    let mut document = document();
    document.maps.values_mut().for_each(|map| map.language = "fr".into());
    let pain = document.cards.values_mut().find(|card| card.text == "Pricing is unclear").expect("the pain");
    pain.note = "Said by three of five".into();
    let parts = parts(&deck(&document, Theme::Light, Density::Normal));
    let head = Element::parse(&parts["ppt/presentation.xml"]);
    let sections: Vec<&str> = head.find_all("p14:section").iter().map(|own| own.value("name")).collect();
    assert_eq!(sections.first(), Some(&"Overview"));
    assert_eq!(sections.last(), Some(&"Action plan"));
    assert_eq!(head.find_all("p14:sldId").len(), 10);
    let notes: Vec<String> = parts
        .iter()
        .filter(|(name, _)| name.starts_with("ppt/notesSlides/notesSlide"))
        .map(|(_, text)| Element::parse(text).words())
        .collect();
    assert!(
        notes.iter().any(|words| words.contains("Pricing is unclear: Said by three of five")),
        "{notes:?}"
    );
    // The map's own words are in its language, the program's in the one that was asked for.
    let all = slides(&parts);
    let runs: Vec<(&str, &str)> = all
        .iter()
        .flat_map(|slide| slide.find_all("a:r"))
        .filter_map(|run| Some((run.child("a:t")?.text.as_str(), run.child("a:rPr")?.value("lang"))))
        .collect();
    for (words, language) in
        [("Pricing is unclear", "fr-FR"), ("Consideration", "fr-FR"), ("What goes wrong", "en-US")]
    {
        let found: BTreeSet<&str> = runs.iter().filter(|run| run.0 == words).map(|run| run.1).collect();
        assert_eq!(found, BTreeSet::from([language]), "{words}");
    }
}

#[test]
fn the_first_title_is_the_headline_that_somebody_wrote() {
    let mut document = document();
    let title = |document: &Document| {
        let slides = slides(&parts(&deck(document, Theme::Light, Density::Normal)));
        let is_title =
            |shape: &&&Element| shape.first("p:ph").is_some_and(|own| own.value("type") == "title");
        slides[0].find_all("p:sp").iter().find(is_title).expect("a title").words()
    };
    assert_eq!(title(&document), "Buyers stall most at Decision");
    let own = "Confidence breaks while buyers wait for us to answer";
    document.maps.values_mut().for_each(|map| map.headline = own.into());
    assert_eq!(title(&document), own);
}

#[test]
fn a_company_brings_its_logo_and_its_colours() {
    let mut document = document();
    let png = decks::brand(&mut document);
    let bytes = deck(&document, Theme::Light, Density::Normal);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a zip file");
    let mut kept = Vec::new();
    zip.by_name("ppt/media/image1.png").expect("the logo, once").read_to_end(&mut kept).expect("bytes");
    assert_eq!(kept, png);
    assert!(zip.by_name("ppt/media/image2.png").is_err());
    for at in 1..=10 {
        let mut text = String::new();
        let name = format!("ppt/slides/slide{at}.xml");
        zip.by_name(&name).expect("a slide").read_to_string(&mut text).expect("text");
        let slide = Element::parse(&text);
        let pictures = slide.find_all("p:pic");
        assert_eq!(pictures.len(), 1);
        assert_eq!(name_of(pictures[0]), "Our logo");
        let values: BTreeSet<&str> = slide.find_all("a:srgbClr").iter().map(|own| own.value("val")).collect();
        assert!(values.contains("123456") && values.contains("FFCC00"), "{values:?}");
    }
}

#[test]
fn the_same_slides_give_the_same_bytes() {
    let document = document();
    let deck = || deck(&document, Theme::Dark, Density::Normal);
    assert!(deck() == deck());
}

#[test]
fn words_that_xml_cannot_hold_do_no_harm() {
    let mut document = document();
    for card in document.cards.values_mut() {
        card.text = format!("<{}> & \u{1}\u{b}\"quoted\"\n{}", card.text, "🚀");
    }
    for text in parts(&deck(&document, Theme::Light, Density::Normal)).values() {
        Element::parse(text);
    }
}
