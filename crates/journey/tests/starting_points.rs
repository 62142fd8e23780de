//! The templates letter by letter, the sample word by word, and that both keep every rule.

use journey::*;
use std::collections::BTreeSet;

fn counter() -> impl FnMut() -> Id {
    let mut last = 0;
    move || {
        last += 1;
        Id::from_u128(last)
    }
}

fn only_map(document: &Document) -> &Map {
    assert_eq!(document.maps.len(), 1);
    document.maps_in_order()[0]
}

/// Name: stages, as the vocabulary has them.
const TEMPLATES: &[(&str, &str)] = &[
    (
        "Seven phases",
        "Awareness · Research · Consideration · Decision · Purchase · Post-purchase · Loyalty and advocacy",
    ),
    ("B2B ecommerce", "Awareness · Consideration · Evaluation · Decision · Purchase · Retention · Advocacy"),
    (
        "Choosing a supplier",
        "Discover an organizational need · Research potential suppliers · Shortlist suppliers · Pick a preferred supplier · Sign contracts · Start work",
    ),
    ("Buyer jobs", "Identify a problem · Explore solutions · Build requirements · Select a supplier"),
    (
        "Interaction model",
        "Initiative · Research · Assessment · Buying decision · Implementation · Support · Renewal",
    ),
    ("Four acts", "Acquaintance · Reflection · Decision · Loyalty"),
    (
        "From first contact to contract",
        "Reads an article or hears a talk · Views the website · Reaches out on LinkedIn · Exchanges emails · Speaks on a call · Reads the proposal · Signs the contract",
    ),
    ("Self-service check", "Manage the account · Reorder · Find invoices · See the order · Get expert help"),
];

#[test]
fn templates_have_their_stages_letter_by_letter() {
    let found: Vec<(String, String)> = Template::ALL
        .iter()
        .map(|template| {
            let document = template.document(&mut counter(), "en");
            let stages = document.stages_of(only_map(&document).id);
            (
                template.name("en"),
                stages.iter().map(|stage| stage.name.as_str()).collect::<Vec<_>>().join(" · "),
            )
        })
        .collect();
    let expected: Vec<(String, String)> =
        TEMPLATES.iter().map(|(name, stages)| ((*name).into(), (*stages).into())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_document_of_a_template_keeps_every_rule_and_has_a_prompt_in_every_cell() {
    for template in Template::ALL {
        let document = template.document(&mut counter(), "en");
        assert_eq!(check(&document), [], "{}", template.key);
        let map = only_map(&document).id;
        let mut prompts = BTreeSet::new();
        for lane in document.lanes_of(map) {
            for stage in document.stages_of(map) {
                prompts.insert(prompt(&document, lane.id, stage.id, "en").expect("a prompt"));
            }
        }
        assert_eq!(prompts.len(), template.stages.len() * template.lanes.len(), "{}", template.key);
        assert!(prompts.iter().all(|prompt| prompt.ends_with('?') && !prompt.contains('{')), "{prompts:?}");
        assert_eq!(template.curve.len(), template.stages.len(), "{}", template.key);
        assert!(
            template.line("en").contains(' ') && template.summary("en").contains(' '),
            "{}",
            template.key
        );
    }
}

#[test]
fn a_stage_of_ones_own_is_asked_about_in_general() {
    let mut document = Template::find("seven phases").unwrap().document(&mut counter(), "en");
    let map = only_map(&document).id;
    let (lane, stage) = (document.lanes_of(map)[0].id, document.stages_of(map)[1].id);
    assert_eq!(
        prompt(&document, lane, stage, "en").unwrap(),
        "What do buyers do when they look around for what could solve it?"
    );
    Edit::set(Table::Stage, stage, "name", "Trial").apply(&mut document, Stamp::default()).unwrap();
    assert_eq!(prompt(&document, lane, stage, "en").unwrap(), "What do buyers do at this stage?");
    assert_eq!(prompt(&document, lane, lane, "en"), None);
}

#[test]
fn what_templates_bring_besides_stages() {
    let made = |name: &str| Template::find(name).unwrap().document(&mut counter(), "en");
    let seven = made("Seven phases");
    let acts: Vec<&str> =
        seven.stages_of(only_map(&seven).id).iter().map(|stage| stage.act.as_str()).collect();
    assert_eq!(
        acts,
        ["Acquaintance", "Acquaintance", "Reflection", "Decision", "Decision", "Loyalty", "Loyalty"]
    );
    let jobs = made("Buyer jobs");
    let name = |end: Option<RecordId>| jobs.stages[&end.unwrap().id].name.as_str();
    let paths: Vec<_> = jobs.paths.values().map(|path| (path.kind, name(path.from), name(path.to))).collect();
    assert_eq!(
        paths,
        [
            (PathKind::Revisit, "Select a supplier", "Explore solutions"),
            (PathKind::Revisit, "Build requirements", "Identify a problem"),
        ]
    );
    let model = made("Interaction model");
    let cards: Vec<&str> = model.cards.values().map(|card| card.text.as_str()).collect();
    assert_eq!(cards, ["Thought", "Content", "Engage", "Value", "Expertise", "Access", "Loyalty"]);
    assert!(model.paths.values().all(|path| path.kind == PathKind::Feedback) && model.paths.len() == 1);
}

#[test]
fn a_blank_map_has_the_starter_lanes_and_one_stage() {
    let document = blank(&mut counter(), "en");
    assert_eq!(check(&document), []);
    let map = only_map(&document).id;
    let kinds: Vec<LaneKind> = document.lanes_of(map).iter().map(|lane| lane.kind).collect();
    assert_eq!((kinds.as_slice(), document.stages.len()), (STARTER_LANES, 1));
}

#[test]
fn the_sample_is_the_same_in_every_language_but_for_its_texts() {
    let english = sample(&mut counter());
    let german = sample_in(&mut counter(), "de-AT");
    assert_eq!(check(&german), []);
    let map = only_map(&german);
    assert_eq!((map.title.as_str(), map.language.as_str()), ("Von der ersten Suche zur Empfehlung", "de"));
    assert_eq!(sample_in(&mut counter(), "tlh"), english, "a language that we do not speak gets English");
    assert_eq!(without_texts(english, "en"), without_texts(german, "de"), "all else is the same");
}

/// The sample with a mark in place of each text of a language; every text that there is for it is in it.
fn without_texts(mut document: Document, language: &str) -> Document {
    let is_text = |key: &&str| key.starts_with("sample") || key.starts_with("lane_kind.");
    let keys = words::keys(language).into_iter().filter(is_text);
    let texts: Vec<(&str, &str)> =
        keys.filter_map(|key| words::template(key, language).map(|text| (key, text))).collect();
    let mut said = BTreeSet::new();
    for table in Table::ALL {
        for id in document.ids(*table) {
            let mut fields = document.fields(*table, id).unwrap();
            for value in fields.values_mut() {
                // A touchpoint of the map's own has its text for a channel as well.
                let channel = value
                    .get_mut("channel")
                    .filter(|name| name.as_str().is_some_and(|name| Channel::find(name).is_none()));
                if let Some(channel) = channel {
                    *channel = "text".into();
                }
                if let Some((_, text)) = texts.iter().find(|(_, text)| value == text) {
                    said.insert(*text);
                    *value = "text".into();
                }
            }
            document.put_fields(*table, fields).unwrap();
        }
    }
    for map in document.maps.values_mut() {
        map.language.clear();
    }
    let unsaid = texts.into_iter().filter(|(key, text)| key.starts_with("sample") && !said.contains(text));
    assert_eq!(unsaid.collect::<Vec<_>>(), [], "{language}: the sample does not say these");
    document
}

#[test]
fn the_sample_says_what_it_shall() {
    let document = sample(&mut counter());
    assert_eq!(check(&document), []);
    let map = only_map(&document);
    let count = |table: Table| document.count(table);
    let tables = [Table::Stage, Table::Lane, Table::Card, Table::Person, Table::Feeling, Table::Gap];
    assert_eq!(tables.map(count), [7, 8, 46, 6, 15, 3]);
    assert_eq!([Table::Path, Table::Answer, Table::Action].map(count), [2, 6, 5]);
    assert_eq!((map.title.as_str(), map.state), ("From first search to advocate", MapState::Current));
    assert_eq!(document.stages[&map.conversion.unwrap()].name, "Purchase");
    let decision = document.stages_of(map.id)[3];
    let column: Vec<String> = document
        .lanes_of(map.id)
        .iter()
        .flat_map(|lane| document.cards_in(lane.id, decision.id))
        .map(|card| card.text.clone())
        .collect();
    assert_eq!(
        column,
        [
            "Requests a demo or trial",
            "Negotiates price and terms",
            "Demo",
            "E-mail",
            "We asked for a demo last week. Anyone there?",
            "Waits too long for feedback on a demo request",
            "Answer demo requests within one day",
        ]
    );
    let teams: Vec<Vec<&str>> = document
        .stages_of(map.id)
        .iter()
        .map(|stage| stage.responsible.iter().map(|team| document.teams[team].name.as_str()).collect())
        .collect();
    assert_eq!(
        teams,
        [
            vec!["Marketing"],
            vec!["Marketing"],
            vec!["Marketing", "Sales"],
            vec!["Sales"],
            vec!["Sales", "Finance"],
            vec!["Support"],
            vec!["Account mgmt"]
        ]
    );
    let people: Vec<&str> = document
        .cards
        .values()
        .filter(|card| card.fields.get("contact").is_some_and(|contact| contact == "human"))
        .map(|card| card.text.as_str())
        .collect();
    assert_eq!(people, ["Word of mouth", "Sales call", "Demo", "Service desk"]);
}
