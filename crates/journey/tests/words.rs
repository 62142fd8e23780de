//! Every sentence and every word that the code can ask for is there.

use journey::words::{languages, say, word};
use journey::*;
use std::collections::BTreeSet;
use std::path::Path as FilePath;

/// Whether a language has a sentence of its own, not the key said for want of one.
fn has(key: &str) -> bool {
    say(&Phrase::new(key), "en") != key
}

/// The string literals that follow `before` in a source.
fn literals<'a>(source: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    source.split(before).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
}

fn sources(folder: &FilePath, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            // What follows is tests, which make up keys of their own.
            found.push(source.split("#[cfg(test)]").next().unwrap_or_default().to_owned());
        }
    }
}

#[test]
fn every_sentence_that_the_source_names_is_there() {
    let mut found = Vec::new();
    sources(&FilePath::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut keys = BTreeSet::new();
    for source in &found {
        keys.extend(literals(source, "Phrase::new(").map(str::to_owned));
        keys.extend(literals(source, ".tell(").map(|code| format!("fault.{code}")));
        keys.extend(literals(source, ".tell_whole(").map(|code| format!("fault.{code}")));
        keys.extend(literals(source, "Friction::sum(&own,").map(str::to_owned));
        keys.extend(literals(source, "=> \"insight.").map(|rest| format!("insight.{rest}")));
        keys.extend(literals(source, "=> \"edit.").map(|rest| format!("edit.{rest}")));
    }
    assert!(keys.len() > 50, "the search finds the keys: {keys:?}");
    let missing: Vec<&String> = keys.iter().filter(|key| !has(key)).collect();
    assert!(missing.is_empty(), "no sentence for {missing:?}");
}

/// Layout says what stands on the canvas and on slides, in words that live here.
#[test]
fn every_sentence_of_the_canvas_and_of_slides_is_there() {
    let mut found = Vec::new();
    sources(&FilePath::new(env!("CARGO_MANIFEST_DIR")).join("../layout/src"), &mut found);
    for prefix in ["canvas", "slide"] {
        let start = format!("\"{prefix}.");
        let rests = found.iter().flat_map(|source| source.split(start.as_str()).skip(1));
        let keys: BTreeSet<String> = rests
            .filter_map(|rest| rest.split('"').next())
            .filter(|rest| !rest.contains('{'))
            .map(|rest| format!("{prefix}.{rest}"))
            .collect();
        assert!(keys.len() > 20, "the search finds the keys: {keys:?}");
        let missing: Vec<&String> = keys.iter().filter(|key| !has(key)).collect();
        assert!(missing.is_empty(), "no sentence for {missing:?}");
    }
}

#[test]
fn common_pains_are_offered_in_every_language() {
    assert_eq!(journey::words::common_pains("en")[0], "Waits too long for feedback on a demo request");
    for language in languages() {
        let pains = journey::words::common_pains(language);
        assert_eq!(pains.len(), 17, "{language}");
    }
}

#[test]
fn every_table_field_and_choice_has_a_word() {
    let mut missing = Vec::new();
    let mut want = |prefix: &str, name: &str| {
        if !has(&format!("{prefix}.{name}")) {
            missing.push(format!("{prefix}.{name}"));
        }
    };
    for table in Table::ALL {
        want("table", table.name());
        want(&format!("edit.{}", table.name()), "add");
        want(&format!("edit.{}", table.name()), "remove");
        table.fields().iter().for_each(|field| want("field", field));
    }
    for kind in LaneKind::ALL {
        ["lane_kind", "card_kind", "prompt"].iter().for_each(|prefix| want(prefix, kind.name()));
        for field in kind.fields() {
            want("field", field.name);
            if let FieldType::Choice(names) = field.holds {
                names.iter().for_each(|name| want(field.name, name));
            }
        }
    }
    fn names<T: serde::Serialize>(all: &[T]) -> Vec<String> {
        all.iter().map(|one| serde_json::to_value(one).unwrap().as_str().unwrap().to_owned()).collect()
    }
    let choices = [
        ("map_state", names(MapState::ALL)),
        ("map_status", names(MapStatus::ALL)),
        ("perspective", names(Perspective::ALL)),
        ("person_kind", names(PersonKind::ALL)),
        ("committee_role", names(CommitteeRole::ALL)),
        ("team_function", names(TeamFunction::ALL)),
        ("presence", names(Presence::ALL)),
        ("evidence_level", names(EvidenceLevel::ALL)),
        ("evidence_kind", names(EvidenceKind::ALL)),
        ("moment", names(Moment::ALL)),
        ("cause", names(Cause::ALL)),
        ("gap_status", names(GapStatus::ALL)),
        ("path_kind", names(PathKind::ALL)),
        ("action_status", names(ActionStatus::ALL)),
        ("involvement_kind", names(InvolvementKind::ALL)),
        ("round_kind", names(RoundKind::ALL)),
        ("unit_short", names(&[Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year])),
        ("month", (1..=12).map(|month| month.to_string()).collect()),
    ];
    for (prefix, names) in &choices {
        names.iter().for_each(|name| want(prefix, name));
    }
    assert!(missing.is_empty(), "no word for {missing:?}");
}

#[test]
fn lanes_are_called_like_their_kinds() {
    for kind in LaneKind::ALL {
        assert_eq!(words::lane_title(*kind, "en"), kind.title());
    }
}

#[test]
fn sentences_count_and_look_up_words() {
    let said = |phrase: Phrase| say(&phrase, "en");
    assert_eq!(said(Phrase::new("edit.card.add").with(1)), "Add card");
    assert_eq!(said(Phrase::new("edit.card.add").with(6)), "Add 6 cards");
    assert_eq!(said(Phrase::new("edit.card.move").with(3).with("Research")), "Move 3 cards to Research");
    assert_eq!(said(Phrase::new("edit.rename").with("stage")), "Rename stage");
    assert_eq!(said(Phrase::new("edit.set").with("card").with("severity")), "Change severity");
    assert_eq!(said(Phrase::new("canvas.reviewed").with("2026-11-21")), "Reviewed 21 Nov 2026");
    assert_eq!(
        said(Phrase::new("canvas.people.with_more").with(4).with("procurement")),
        "with procurement and four more deciders"
    );
    assert_eq!(
        said(
            Phrase::new("fault.out-of-range")
                .with("card")
                .with("Slow")
                .with("severity")
                .with(1)
                .with(5)
                .with(9)
        ),
        "Card “Slow”: severity must be from 1 to 5, found 9."
    );
    // People's own words are never looked into.
    assert_eq!(said(Phrase::new("edit.gap.move").with("{0} | {1:table}")), "Move gap after {0} | {1:table}");
}

#[test]
fn a_language_that_we_do_not_speak_gets_english() {
    assert_eq!(languages(), ["en"]);
    for tag in ["en-GB", "EN", "tlh", ""] {
        assert_eq!(word("table", "card", tag), "card", "{tag:?}");
    }
    assert_eq!(word("choice", "never_heard_of", "en"), "never heard of");
}
