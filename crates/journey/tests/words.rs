//! Every sentence and every word that the code can ask for is there.

use journey::words::{keys, languages, say, template, word};
use journey::*;
use std::collections::BTreeSet;
use std::path::Path as FilePath;

/// The places and the number of forms of a sentence: what a language may not change.
fn shape(sentence: &str) -> (BTreeSet<String>, usize) {
    let places = sentence.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()));
    (places.collect(), sentence.split(" | ").count())
}

#[test]
fn every_language_has_the_same_sentences_with_the_same_places_and_forms() {
    let english: BTreeSet<&str> = keys("en").into_iter().collect();
    assert_eq!(english.len(), keys("en").len(), "a key stands twice");
    for language in languages() {
        let own = keys(language);
        assert_eq!(own.len(), own.iter().collect::<BTreeSet<_>>().len(), "{language}: a key stands twice");
        let own: BTreeSet<&str> = own.into_iter().collect();
        let missing: Vec<_> = english.difference(&own).collect();
        let strange: Vec<_> = own.difference(&english).collect();
        assert!(
            missing.is_empty() && strange.is_empty(),
            "{language}: missing {missing:?}, strange {strange:?}"
        );
        for key in own {
            let (sentence, model) = (template(key, language).unwrap(), template(key, "en").unwrap());
            assert_eq!(shape(sentence), shape(model), "{language} {key}: {sentence}");
            assert_eq!(sentence.trim(), sentence, "{language} {key}");
            assert!(!sentence.is_empty(), "{language} {key}");
            assert_eq!(ends(sentence), ends(model), "{language} {key}: {sentence}");
        }
    }
}

/// How a sentence ends: what is a sentence in one language is one in all.
fn ends(sentence: &str) -> Option<char> {
    sentence.chars().last().filter(|last| ".?:".contains(*last) && sentence.contains(' '))
}

#[test]
fn german_is_german() {
    let same: Vec<&str> = keys("en")
        .into_iter()
        .filter(|key| template(key, "de") == template(key, "en"))
        .filter(|key| template(key, "en").is_some_and(|said| said.contains(' ') && !said.contains('{')))
        .collect();
    assert_eq!(same, Vec::<&str>::new(), "said as in English");
    for key in keys("de") {
        let said = template(key, "de").unwrap();
        let own =
            !said.contains("Sie ") && !said.contains("Ihr") && !said.contains('“') || said.contains('„');
        assert!(own, "{key}: {said}");
        assert_eq!(said.matches('„').count(), said.matches('“').count(), "{key}: {said}");
    }
    let de = |phrase: Phrase| say(&phrase, "de-AT");
    assert_eq!(de(Phrase::new("edit.card.add").with(1)), "Karte hinzufügen");
    assert_eq!(de(Phrase::new("edit.card.add").with(6)), "6 Karten hinzufügen");
    assert_eq!(de(Phrase::new("edit.rename").with("stage")), "Phase umbenennen");
    assert_eq!(de(Phrase::new("canvas.severity").with(2.5)), "Schwere 2,5");
    assert_eq!(de(Phrase::new("canvas.reviewed").with("2026-11-14")), "Geprüft am 14. Nov. 2026");
    let first = Phrase::new("fault.no-language").with("map").with("Umzug");
    assert_eq!(
        de(Phrase::new("file.faults").with(2).with("a.journey").with_phrase(&first)),
        "In a.journey passen 2 Dinge nicht zusammen; das erste: Map „Umzug“ hat keine Sprache."
    );
    let refused = EditError::WrongType {
        table: Table::Card,
        id: Id::default(),
        field: Some("severity".into()),
        problem: "it cannot be 9".into(),
    };
    assert_eq!(de(refused.phrase()), "Karte kann das nicht im Feld „Schwere“ enthalten.");
    let stopped = Phrase::new("deck.damaged").with("a part is missing").with("ppt/presentation.xml");
    assert_eq!(
        de(Phrase::new("deck.refused").with_phrase(&stopped)),
        "Die Folien kamen nicht in die Präsentation: die Präsentation ist beschädigt: ein Teil fehlt (ppt/presentation.xml)."
    );
}

#[test]
fn a_template_is_made_in_the_language_that_is_asked_for() {
    for template in Template::ALL {
        let mut last = 0;
        let mut ids = || {
            last += 1;
            Id::from_u128(last)
        };
        let document = template.document(&mut ids, "de-CH");
        let map = document.maps_in_order()[0];
        assert_eq!(map.language, "de");
        assert_eq!(map.title, template.name("de"));
        let names: Vec<String> = document.stages_of(map.id).iter().map(|stage| stage.name.clone()).collect();
        assert_eq!(names, template.stage_names("de"));
        let english = template.stage_names("en");
        assert!(names.iter().zip(&english).all(|(own, other)| own != other), "{names:?}");
        assert_eq!(Template::find(&template.name("de")).map(|found| found.key), Some(template.key));
        for lane in document.lanes_of(map.id) {
            assert_eq!(lane.name, words::lane_title(lane.kind, "de"));
            // What to ask is known by the stage's name, in whatever language it was made.
            let stage = document.stages_of(map.id)[0].id;
            let asked = prompt(&document, lane.id, stage, "en").unwrap();
            assert!(!asked.contains("at this stage"), "{}: {asked}", template.key);
        }
    }
}

#[test]
fn a_channel_is_known_by_its_name_in_any_language() {
    for channel in Channel::ALL {
        for language in languages() {
            let found = Channel::find(&channel.title(language)).expect("a channel");
            assert_eq!(found.icon, channel.icon, "{}", channel.title(language));
        }
    }
    assert_eq!(Channel::find("telefon").map(|found| found.name), Some("Phone"));
}

/// Families whose names are numbers, or numbers after a template's key.
const COUNTED: &[&str] =
    &["month", "month_long", "spelled", "ordinal", "common_pain", "prompt_moment", "template_stage"];

#[test]
fn no_sentence_is_left_unused() {
    let mut found = Vec::new();
    let root = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["crates", "src-tauri/src"] {
        sources(&root.join(folder), &mut found);
    }
    // What the sentences themselves look up counts, what they are called does not.
    let is_words = |source: &&String| source.contains(": &[(&str, &str)] = &[");
    let (words, code): (Vec<&String>, Vec<&String>) = found.iter().partition(is_words);
    let quoted: BTreeSet<&str> = code.iter().flat_map(|source| source.split('"')).collect();
    let names: BTreeSet<&str> = code
        .iter()
        .flat_map(|source| source.split(|one: char| !one.is_alphanumeric() && one != '_'))
        .collect();
    let looked_up: BTreeSet<&str> = words
        .iter()
        .flat_map(|source| source.split('{').skip(1))
        .filter_map(|rest| rest.split_once('}')?.0.split_once(':').map(|(_, family)| family))
        .collect();
    let known =
        |name: &str| quoted.contains(name) || names.contains(name) || names.contains(camel(name).as_str());
    let channels: BTreeSet<String> =
        Channel::ALL.iter().map(|own| own.name.to_lowercase().replace([' ', '-'], "_")).collect();
    let unused: Vec<&str> = keys("en")
        .into_iter()
        .filter(|key| {
            let base = key.strip_suffix(".next").unwrap_or(key);
            if quoted.contains(key) || quoted.contains(base) {
                return false;
            }
            // A word of a family is looked up by the family's name and its own.
            let Some((family, name)) = key.split_once('.') else { return true };
            if COUNTED.contains(&family) || family.starts_with("sample_") {
                let made = quoted.contains(format!("{family}.{{at}}").as_str());
                return !made && !quoted.contains(family) && !looked_up.contains(family);
            }
            let code = name.split_once('.').map_or(name, |(_, code)| code);
            let last = name.rsplit('.').next().unwrap_or(name);
            let sentence = ["edit", "say", "canvas", "slide", "poster", "insight"].contains(&family);
            let is_known =
                if sentence { quoted.contains(code) || known(last) && code != last } else { known(last) };
            !(is_known || family == "channel" && channels.contains(name))
        })
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "nothing says these");
}

fn camel(name: &str) -> String {
    name.split(['_', '-']).map(words::capital).collect()
}

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

/// Painters know no words: they tell a code, whose sentence lives here.
#[test]
fn every_code_of_the_painters_has_a_sentence() {
    let places = [
        ("render/src/error.rs", "render."),
        ("render/src/warning.rs", "warning."),
        ("render/src/pptx/refresh/error.rs", ""),
        ("layout/src/paper.rs", "layout."),
    ];
    for (file, prefix) in places {
        let path = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
        let source = std::fs::read_to_string(&path).unwrap();
        let codes: Vec<&str> = source
            .lines()
            .filter(|line| line.contains("Self::"))
            .flat_map(|line| literals(line, "=>"))
            .collect();
        assert!(codes.len() > 1, "{file}: the search finds the codes");
        for code in codes {
            assert!(has(&format!("{prefix}{code}")), "{file}: no sentence for {prefix}{code}");
        }
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

/// Every language but English has a word for each name that an outline can hold, and each word stands for one name.
#[test]
fn the_words_of_an_outline_are_whole_and_can_be_read_back() {
    let mut names: BTreeSet<String> = BTreeSet::new();
    for kind in LaneKind::ALL {
        names.insert(kind.name().to_owned());
        for field in kind.fields() {
            names.insert(field.name.to_owned());
            if let FieldType::Choice(choices) = field.holds {
                names.extend(choices.iter().map(|name| (*name).to_owned()));
            }
        }
    }
    fn all<T: serde::Serialize>(choices: &[T]) -> impl Iterator<Item = String> {
        choices.iter().map(|one| serde_json::to_value(one).unwrap().as_str().unwrap().to_owned())
    }
    names.extend(all(MapState::ALL));
    names.extend(all(MapStatus::ALL));
    names.extend(all(Perspective::ALL));
    names.extend(all(CommitteeRole::ALL));
    names.extend(all(Presence::ALL));
    names.extend(all(EvidenceLevel::ALL));
    names.extend(all(Cause::ALL));
    names.extend(all(GapStatus::ALL));
    names.extend(all(PathKind::ALL));
    names.extend(all(ActionStatus::ALL));
    names.extend(all(InvolvementKind::ALL));
    for language in languages().into_iter().filter(|own| *own != "en") {
        for name in &names {
            let word = words::outline_word(name, language);
            assert_eq!(words::outline_name(word), name, "{language}: {word}");
            assert!(!word.contains([' ', ',', '"', '{', ':']), "{language}: {word} is one word");
            // A name may be its own word, but not another one's.
            assert!(words::outline_name(name) == name, "{language}: {name} is a word for something else");
        }
        let same: Vec<&String> =
            names.iter().filter(|name| words::outline_word(name, language) == **name).collect();
        assert_eq!(same, ["digital", "offline", "online"], "{language}: names without a word");
    }
    assert_eq!(words::outline_word("severity", "en"), "severity");
    assert_eq!(words::outline_name("Moment der Wahrheit"), "moment_of_truth");
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
    assert_eq!(languages(), ["en", "de"]);
    for tag in ["en-GB", "EN", "tlh", ""] {
        assert_eq!(word("table", "card", tag), "card", "{tag:?}");
    }
    assert_eq!(word("choice", "never_heard_of", "en"), "never heard of");
}
