//! What the sample map works out by itself, with the vocabulary's numbers.

use journey::insight::{Friction, Quadrant, pains_by_friction, stage_frictions};
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

#[test]
fn friction_of_stages_and_of_the_gaps_after_them() {
    let document = document();
    let found: Vec<(&str, Option<f64>, Option<f64>)> = stage_frictions(&document, map(&document))
        .into_iter()
        .map(|stage| (document.stages[&stage.stage].name.as_str(), stage.friction.value, stage.gap.value))
        .collect();
    let expected = [
        ("Awareness", None, Some(6.0)),
        ("Research", Some(9.0), None),
        ("Consideration", Some(20.0), Some(12.0)),
        ("Decision", Some(40.0), None),
        ("Purchase", Some(16.0), Some(10.0)),
        ("Post-purchase", Some(12.0), None),
        ("Loyalty and advocacy", None, None),
    ];
    assert_eq!(found, expected);
}

#[test]
fn pains_come_worst_first_and_say_why() {
    let mut document = document();
    let unrated = Card {
        text: "Not rated".into(),
        ..document.cards.values().find(|card| card.text == "Pricing is unclear").unwrap().clone()
    };
    let unrated = Card { id: Id::from_u128(9999), fields: Fields::new(), ..unrated };
    Edit::add(&unrated, edit::Place::First).apply(&mut document, Stamp::default()).unwrap();
    let pains = pains_by_friction(&document, map(&document));
    let found: Vec<(&str, String)> = pains
        .iter()
        .map(|pain| (document.cards[&pain.card].text.as_str(), words::say(&pain.friction.why, "en")))
        .collect();
    assert_eq!(
        found,
        [
            ("Waits too long for feedback on a demo request", "Severity 5 × 8 votes".into()),
            ("Pricing is unclear", "Severity 4 × 5 votes".into()),
            ("Approval bottleneck", "Severity 4 × 4 votes".into()),
            ("Slow, stock replies from customer service", "Severity 3 × 4 votes".into()),
            ("Loses interest once on the website", "Severity 3 × 3 votes".into()),
            ("Not rated", "Not rated yet: say how severe it is, from 1 to 5.".into()),
        ]
    );
}

#[test]
fn a_pain_without_votes_counts_once() {
    let mut card = Card::default();
    card.fields.insert("severity".into(), 4.into());
    assert_eq!(Friction::of_pain(&card).value, Some(4.0));
    assert_eq!(words::say(&Friction::of_pain(&card).why, "en"), "Severity 4 × 1 vote");
}

#[test]
fn opportunities_stand_in_their_quadrants() {
    let document = document();
    let quadrant = |text: &str| {
        let card =
            document.cards.values().find(|card| card.text == text && card.fields.get("icon").is_none());
        Quadrant::of_card(card.unwrap())
    };
    assert_eq!(quadrant("Answer demo requests within one day"), Some(Quadrant::QuickWin));
    assert_eq!(quadrant("Named contact and check-ins"), Some(Quadrant::QuickWin));
    assert_eq!(quadrant("Publish price ranges and terms"), Some(Quadrant::BigBet));
    assert_eq!(quadrant("Approval pack for the committee"), Some(Quadrant::BigBet));
    assert_eq!(quadrant("One consistent product story"), Some(Quadrant::FillIn));
    assert_eq!(quadrant("Help first: articles, no hard sell"), None);
    assert_eq!(Quadrant::of(3.4, 3.0), Quadrant::ThinkTwice);
}

#[test]
fn a_curve_in_short_is_a_mean_for_each_stage_of_the_person_who_counts() {
    let mut document = document();
    let map = map(&document);
    let curve = insight::curve_in_short(&document, map);
    assert_eq!(curve.len(), 7);
    let lowest = insight::lowest_feeling(&document, map).unwrap().stage;
    let column = document.stages_of(map).iter().position(|stage| stage.id == lowest).unwrap();
    assert_eq!(curve.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)).unwrap().0, column);
    // A second point in that stage halves the way to it.
    let low =
        document.feelings.values().find(|feeling| feeling.stage == lowest && feeling.value < 0.0).unwrap();
    let high = Feeling { id: Id::from_u128(u128::MAX), value: 2.0, position: 0.9, ..low.clone() };
    let before = curve[column];
    document.feelings.insert(high.id, high);
    assert!((insight::curve_in_short(&document, map)[column] - (before + 2.0) / 2.0).abs() < 1e-9);
    document.feelings.clear();
    assert_eq!(insight::curve_in_short(&document, map), [] as [f64; 0]);
}
