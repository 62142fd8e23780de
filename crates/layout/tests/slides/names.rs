//! Names of stages that are wider than their column: broken at good places, with room for a wider face.

use super::*;

/// How much wider than ours another face may be.
const WIDER: f64 = 1.27;
/// Names as people give them to stages; the last one is longer than any column.
const NAMES: [&str; 7] = [
    "Beitragsanpassungsschreiben",
    "Beschäftigteninformationsveranstaltungen",
    "Wirtschaftlichkeitsberechnung",
    "Ausschreibungsvorbereitung und Lieferantenauswahl",
    "Vertragsabschluss",
    "Inbetriebnahme",
    "Datenschutzfolgenabschätzungsverantwortlichkeitsübertragung",
];

/// The blocks of words of stage names on a slide.
fn names(slide: &Slide) -> Vec<TextPrim> {
    let order = slide.scene.reading_order();
    let of_stages = order.iter().filter(|placed| placed.node.key.0.starts_with("stage/"));
    of_stages.flat_map(texts).map(|(_, text)| text).collect()
}

/// The lines of a block as they are read.
fn lines(text: &TextPrim) -> Vec<String> {
    let said = |line: &layout::TextLine| {
        let words = text.text[line.start as usize..line.end as usize].replace('\u{ad}', "");
        format!("{}{}", words.trim_end(), if line.hyphen { "-" } else { "" })
    };
    text.lines.iter().map(said).collect()
}

#[test]
fn each_line_of_a_broken_name_leaves_room_for_a_wider_face() {
    let mut broken = 0;
    for count in 3..=NAMES.len() {
        for (density, floor) in [(Density::Normal, 24.0), (Density::Projector, 36.0)] {
            let document = map("de", &NAMES[NAMES.len() - count..]);
            for slide in
                slides(&document, density).iter().filter(|slide| slide.part == layout::Part::Overview)
            {
                sound(slide, floor);
                for name in names(slide).iter().filter(|name| name.lines.iter().any(|line| line.hyphen)) {
                    for line in &name.lines {
                        assert!(
                            line.width * WIDER <= name.width,
                            "{count} stages, {density:?}: {:?} in {}",
                            lines(name),
                            name.width
                        );
                    }
                    broken += 1;
                }
            }
        }
    }
    assert!(broken > 20, "{broken}");
}

#[test]
fn a_name_that_a_wider_face_would_break_anywhere_is_broken_here() {
    for count in 3..=7 {
        let names_of: Vec<&str> =
            NAMES.iter().copied().chain(["Angebotsvergleich"]).rev().take(count).collect();
        for density in [Density::Normal, Density::Projector] {
            for slide in &slides(&map("de", &names_of), density) {
                for name in names(slide).iter().filter(|name| !name.text.contains(' ')) {
                    let room = name.width / name.lines.iter().map(|line| line.width).fold(0.0, f64::max);
                    assert!(room >= 1.1, "{}, {count} stages: {:?} has {room}", slide.name, lines(name));
                }
            }
        }
    }
}

#[test]
fn german_names_are_broken_where_their_words_meet() {
    let told = |stages: usize| {
        let slides = slides(&map("de", &NAMES[..stages]), Density::Normal);
        names(&slides[0]).iter().map(lines).collect::<Vec<_>>()
    };
    let five = told(5);
    assert_eq!(five[1], ["Beschäftigten-", "informations-", "veranstaltungen"]);
    assert_eq!(five[4], ["Vertragsabschluss"]);
    let six = told(6);
    assert_eq!(six[0], ["Beitrags-", "anpassungs-", "schreiben"]);
    assert_eq!(six[2], ["Wirtschaft-", "lichkeits-", "berechnung"]);
    assert_eq!(six[3][4..], ["Lieferanten-", "auswahl"]);
    assert_eq!(six[4], ["Vertrags-", "abschluss"]);
    assert_eq!(six[5], ["Inbetriebnahme"]);
}
