//! What the sample works out about the way ahead, with the vocabulary's numbers; and maps with nothing to compute from.

use journey::insight::*;
use journey::*;

fn document() -> Document {
    let mut last = 0;
    sample(&mut || {
        last += 1;
        Id::from_u128(last)
    })
}

fn map(document: &Document) -> Id {
    document.maps_in_order()[0].id
}

fn caption(document: &Document, record: RecordId) -> String {
    document.caption(record).unwrap_or_default()
}

fn stage(document: &Document, name: &str) -> Id {
    document.stages.values().find(|stage| stage.name == name).unwrap().id
}

fn set(document: &mut Document, edit: Edit) {
    edit.apply(document, Stamp::default()).unwrap();
}

fn today() -> Date {
    Date::try_from("2026-11-22".to_owned()).unwrap()
}

#[test]
fn downstream_impacts_are_the_stated_ones() {
    let document = document();
    let found: Vec<(String, String)> = impacts(&document, map(&document))
        .iter()
        .map(|impact| (caption(&document, impact.record), format!("{:.1}", impact.value.unwrap())))
        .collect();
    let expected = [
        ("Waits too long for feedback on a demo request", "45.7"),
        ("Pricing is unclear", "28.6"),
        ("Loses interest once on the website", "15.4"),
        ("Digital → human", "13.7"),
        ("Approval bottleneck", "6.9"),
        ("Budget wait", "5.1"),
        ("Slow, stock replies from customer service", "3.4"),
        ("Sales → Support", "2.9"),
    ];
    let expected: Vec<(String, String)> =
        expected.iter().map(|(text, value)| ((*text).into(), (*value).into())).collect();
    assert_eq!(found, expected);
}

#[test]
fn an_impact_spells_its_product_out() {
    let document = document();
    let found = impacts(&document, map(&document));
    assert_eq!(words::say(&found[0].why, "en"), "Friction 40 × 2 passes × reach 4 ÷ 7 stages");
    assert_eq!(words::say(&found[4].why, "en"), "Friction 16 × 1 pass × reach 3 ÷ 7 stages");
}

#[test]
fn only_revisits_count_as_passes() {
    let mut document = document();
    let first = stage(&document, "Awareness");
    let last = stage(&document, "Loyalty and advocacy");
    let course = Course::of(&document, map(&document));
    assert_eq!([0, 1, 3, 4].map(|at| course.passes(Spot::Stage(at))), [1, 2, 2, 1]);
    assert_eq!([0, 1, 2, 3].map(|at| course.passes(Spot::After(at))), [1, 2, 2, 1]);
    assert_eq!((course.reach(Spot::Stage(6)), course.reach(Spot::After(6))), (1, 0));
    for (at, kind) in [PathKind::Feedback, PathKind::Exit, PathKind::Fallback].into_iter().enumerate() {
        let ends = [last, first].map(|stage| Some(RecordId::new(Table::Stage, stage)));
        let path = Path {
            id: Id::from_u128(9000 + at as u128),
            map: map(&document),
            from: ends[0],
            to: ends[1],
            kind,
            ..Path::default()
        };
        set(&mut document, Edit::add(&path, edit::Place::Last));
    }
    assert_eq!(Course::of(&document, map(&document)).passes(Spot::Stage(0)), 1);
}

#[test]
fn suggested_impacts_are_the_stated_ones() {
    let mut document = document();
    let suggestions = suggested_impacts(&document, map(&document));
    let found: Vec<(&str, Option<u8>)> = suggestions
        .iter()
        .map(|own| (document.stages[&document.cards[&own.card].stage].name.as_str(), own.impact))
        .collect();
    let expected = [
        ("Awareness", None),
        ("Research", Some(3)),
        ("Consideration", Some(4)),
        ("Decision", Some(5)),
        ("Purchase", Some(2)),
        ("Post-purchase", Some(1)),
        ("Loyalty and advocacy", None),
    ];
    assert_eq!(found, expected);
    assert_eq!(
        words::say(&suggestions[0].why, "en"),
        "Link it to the pain points or gaps that it answers, and rate those."
    );
    let one = suggestions[1].card;
    let links = document.answers.values().filter(|own| own.opportunity == one);
    let records = links.map(|own| RecordId::new(Table::Answer, own.id)).collect();
    set(&mut document, Edit::Remove { records });
    let fewer = suggested_impacts(&document, map(&document));
    assert!(fewer.iter().all(|own| own.impact.is_none()));
    assert_eq!(
        words::say(&fewer[2].why, "en"),
        "Suggested once 5 opportunities answer something; 4 do so far."
    );
}

#[test]
fn gaps_are_proposed_where_the_map_tells_of_them() {
    let mut document = document();
    let found = |document: &Document| -> Vec<(String, &str)> {
        proposed_gaps(document, map(document))
            .iter()
            .map(|gap| (document.stages[&gap.stage].name.clone(), gap.code))
            .collect()
    };
    let expected = [
        ("Awareness".to_owned(), "gap.channel"),
        ("Purchase".to_owned(), "gap.channel"),
        ("Post-purchase".to_owned(), "gap.silo"),
    ];
    assert_eq!(found(&document), expected);
    let why = &proposed_gaps(&document, map(&document))[0].why;
    assert_eq!(
        words::say(why, "en"),
        "The channel changes from Word of mouth to Website, between a machine and a person."
    );
    let about = RecordId::new(Table::Stage, stage(&document, "Purchase"));
    let dismissal = Dismissal {
        id: Id::from_u128(9000),
        code: "gap.channel".into(),
        about,
        reason: "One desk".into(),
        ..Dismissal::default()
    };
    set(&mut document, Edit::add(&dismissal, edit::Place::Last));
    assert_eq!(found(&document), [expected[0].clone(), expected[2].clone()]);
}

#[test]
fn a_long_wait_proposes_a_gap_in_time() {
    let mut document = document();
    let gap = document.gaps.values().find(|gap| gap.title == "Digital → human").unwrap().clone();
    let at = |weeks: f64| Gap { wait: Some(Span { from: 1.0, to: weeks, unit: Unit::Week }), ..gap.clone() };
    for (weeks, proposed) in [(4.0, false), (5.0, true)] {
        document.gaps.insert(gap.id, at(weeks));
        let found = proposed_gaps(&document, map(&document));
        assert_eq!(found.iter().any(|own| own.cause == Cause::Time), proposed, "{weeks} weeks");
    }
}

#[test]
fn people_disagree_where_the_vocabulary_says() {
    let document = document();
    let found: Vec<(String, f64)> = disagreements(&document, map(&document))
        .iter()
        .map(|own| (words::say(&own.why, "en"), own.distance))
        .collect();
    let expected = [
        ("Procurement and Marie are 1.8 points apart at Decision.".to_owned(), 1.8),
        ("Marie and Procurement are 1.8 points apart at Purchase.".to_owned(), 1.8),
    ];
    assert_eq!(found, expected);
}

#[test]
fn shares_and_times_name_what_they_lack() {
    let mut document = document();
    let map = map(&document);
    let share = share_with_supplier(&document, map);
    assert_eq!(
        (share.value, words::say(&share.why, "en")),
        (None, "Say who is with the buyer at Awareness.".into())
    );
    let ids: Vec<Id> = document.stages_of(map).iter().map(|stage| stage.id).collect();
    for (at, id) in ids.iter().enumerate() {
        let presence = if at == 3 { Presence::WithSupplier } else { Presence::Independent };
        document.stages.get_mut(id).unwrap().presence = Some(presence);
    }
    let share = share_with_supplier(&document, map);
    assert_eq!(share.value, Some(1.0 / 7.0));
    assert_eq!(
        words::say(&share.why, "en"),
        "14 % of the journey is with a supplier; buyers spend 17 % with all their suppliers together."
    );
    let time = cycle_time(&document, map);
    assert_eq!(time.days, Some((29.0 * 7.0, 32.0 * 7.0)));
    assert_eq!(time.ongoing, [stage(&document, "Loyalty and advocacy")]);
    assert_eq!(time.missing_waits.len(), 1);
    assert_eq!(words::say(&time.why, "en"), "Sum of 6 durations and waits: 203 to 224 days; 2 left out.");
}

#[test]
fn checks_tell_what_is_forgotten_and_how_to_mend_it() {
    let mut document = document();
    let map = map(&document);
    let codes = |document: &Document| -> Vec<&'static str> {
        checks(document, map, &today()).iter().map(|finding| finding.code).collect()
    };
    let count = |document: &Document, code: &str| codes(document).iter().filter(|own| **own == code).count();
    assert_eq!(count(&document, "opportunity.no-owner"), 2);
    assert_eq!(count(&document, "stage.no-evidence"), 7);
    assert_eq!(count(&document, "stage.no-person"), 3);
    for code in ["pain.no-answer", "map.small-committee", "stage.department", "stage.empty-after-conversion"]
    {
        assert_eq!(count(&document, code), 0, "{code}");
    }
    assert!(codes(&document).iter().all(|code| CODES.contains(code)));
    for finding in checks(&document, map, &today()) {
        for phrase in [&finding.why, &finding.fix] {
            assert_ne!(words::say(phrase, "en"), phrase.key);
        }
    }

    let own = document.maps.get_mut(&map).unwrap();
    own.review_every = Some(Span { from: 1.0, to: 1.0, unit: Unit::Month });
    own.reviewed_on = Some(Date::try_from("2026-10-01".to_owned()).unwrap());
    let research = stage(&document, "Research");
    document.stages.get_mut(&research).unwrap().name = "Marketing".into();
    let answers: Vec<RecordId> =
        document.answers.keys().map(|id| RecordId::new(Table::Answer, *id)).collect();
    set(&mut document, Edit::Remove { records: answers });
    let cast: Vec<RecordId> =
        document.cast_of(map)[4..].iter().map(|own| RecordId::new(Table::Cast, own.id)).collect();
    set(&mut document, Edit::Remove { records: cast });
    for (code, expected) in
        [("map.review-due", 1), ("stage.department", 1), ("pain.no-answer", 5), ("map.small-committee", 1)]
    {
        assert_eq!(count(&document, code), expected, "{code}");
    }
    let small = checks(&document, map, &today()).into_iter().find(|own| own.code == "map.small-committee");
    assert_eq!(words::say(&small.unwrap().why, "en"), "4 people decide here; 6 to ten usually do.");
}

#[test]
fn every_check_has_its_sentences() {
    for code in CODES {
        for part in ["check", "fix"] {
            let key = format!("insight.{part}.{code}");
            assert_ne!(words::say(&Phrase::new(&key), "en"), key);
        }
    }
}

#[test]
fn stages_know_which_of_the_five_parts_they_lack() {
    let document = document();
    let found: Vec<Vec<Part>> =
        completeness(&document, map(&document)).into_iter().map(|own| own.missing).collect();
    assert_eq!(found[3], []);
    assert_eq!(found[0], [Part::Detours]);
    assert_eq!(found[6], [Part::Detours]);
    for part in Part::ALL {
        assert_ne!(words::say(&part.missing(), "en"), part.missing().key);
    }
}

#[test]
fn the_headline_says_what_was_found() {
    let mut document = document();
    let map = map(&document);
    let said = |document: &Document| headline(document, map).map(|phrase| words::say(&phrase, "en"));
    assert_eq!(said(&document).as_deref(), Some("Buyers stall most at Decision"));
    for card in document.cards.values_mut() {
        card.fields.remove("severity");
    }
    assert_eq!(said(&document).as_deref(), Some("Three places where buyers get lost"));
    document.gaps.clear();
    assert_eq!(said(&document).as_deref(), Some("Spirits are lowest at Decision"));
    document.feelings.clear();
    assert_eq!(said(&document), None);
    assert_eq!(generated_headline(&document, map, "en"), "From first search to advocate");
}

#[test]
fn nothing_to_compute_from_gives_a_sentence_and_no_number() {
    let mut document = Document::new(Id::from_u128(1));
    let map = Map { id: Id::from_u128(2), ..Map::default() };
    set(&mut document, Edit::add(&map, edit::Place::Last));
    for stages in 0..2 {
        assert!(impacts(&document, map.id).is_empty());
        assert!(suggested_impacts(&document, map.id).is_empty());
        assert!(proposed_gaps(&document, map.id).is_empty());
        assert!(disagreements(&document, map.id).is_empty());
        assert_eq!(headline(&document, map.id), None);
        assert_eq!(share_with_supplier(&document, map.id).value, None);
        assert_eq!(cycle_time(&document, map.id).days, None);
        assert_eq!(completeness(&document, map.id).len(), stages);
        checks(&document, map.id, &today());
        let stage = Stage { id: Id::from_u128(3), map: map.id, ..Stage::default() };
        if stages == 0 {
            set(&mut document, Edit::add(&stage, edit::Place::Last));
        }
    }
}
