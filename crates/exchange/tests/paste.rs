//! What a clipboard holds, read and planned: fixtures as other programs make them, and cards of our own there and back.

use exchange::paste::{At, Content, Line, PasteError, Plan, copy, plan, read};
use journey::*;

fn counter(from: u128) -> impl NewIds {
    let mut last = from << 64;
    move || {
        last += 1;
        Id::from_u128(last)
    }
}

fn stamp() -> Stamp {
    Stamp { change: Id::from_u128(7), at: 0, author: String::new() }
}

/// Lines as text, headings with their mark.
fn lines(content: Content) -> Vec<String> {
    let Content::Lines(lines) = content else { panic!("lines, not {content:?}") };
    let marked = |line: Line| if line.heading { format!("# {}", line.text) } else { line.text };
    lines.into_iter().map(marked).collect()
}

fn table(content: Content) -> Vec<Vec<String>> {
    let Content::Table(rows) = content else { panic!("a table, not {content:?}") };
    rows
}

#[track_caller]
fn reads(text: &str, expected: &[&str]) {
    assert_eq!(lines(read(text, "", false).unwrap()), expected, "{text:?}");
}

#[test]
fn bullets_numbers_and_boxes_are_stripped_and_empty_lines_skipped() {
    reads(
        "- one\n* two\n• three\n1. four\n[ ] five\n- [x] six\n\n   \n12) seven\n – eight",
        &["one", "two", "three", "four", "five", "six", "seven", "eight"],
    );
    reads("a line\r\nanother\rand one more", &["a line", "another", "and one more"]);
    reads("\t- indented\n\t\t- twice", &["indented", "twice"]);
    reads("- \n-\nwords", &["words"]);
}

#[test]
fn what_only_looks_like_a_bullet_stays() {
    reads(
        "-5 % less\n1.5 hours\n*bold*\n[note] this\n2026. was good",
        &["-5 % less", "1.5 hours", "*bold*", "[note] this", "2026. was good"],
    );
}

#[test]
fn headings_are_told_apart() {
    reads(
        "# Awareness\n- hears\n## Decision ##\nsigns\n#hashtag",
        &["# Awareness", "hears", "# Decision", "signs", "#hashtag"],
    );
}

#[test]
fn cells_are_parted_by_tabs_and_quoted_where_they_have_line_breaks() {
    let rows = table(read("a\t\"b\nc\"\n\"say \"\"so\"\"\"\t\n", "", false).unwrap());
    assert_eq!(rows, [["a", "b\nc"], ["say \"so\"", ""]]);
    let odd = table(read("\"a\tb", "", false).unwrap());
    assert_eq!(odd, [["\"a", "b"]], "a quotation mark without a partner is one");
    // One column with line breaks in a cell, as Excel writes it.
    assert_eq!(
        lines(read("\"two\nlines\"\nnext\n\"last\"", "", false).unwrap()),
        ["two\nlines", "next", "last"]
    );
}

#[test]
fn excel_s_table_with_merged_hidden_and_broken_cells() {
    let expected = [
        vec!["Reads a review", "Asks two\ncolleagues", "Signs & pays"],
        vec!["Compares prices", "", "Waits"],
        vec!["2026", "", ""],
    ];
    let html = include_str!("fixtures/paste/excel.html");
    let text = include_str!("fixtures/paste/excel.txt");
    assert_eq!(table(read(text, html, false).unwrap()), expected);
    assert_eq!(table(read(text, "", false).unwrap()), expected);
}

#[test]
fn libreoffice_s_table() {
    let rows = table(read("", include_str!("fixtures/paste/libreoffice.html"), false).unwrap());
    assert_eq!(rows, [["Awareness", "Decision"], ["Hears a talk", ""], ["", "Zürich signs"]]);
}

#[test]
fn word_s_lists_are_paragraphs_also_after_a_web_view_has_cleaned_them() {
    let expected =
        ["# Research", "Searches for suppliers", "our own site comes third", "Reads three case studies"];
    assert_eq!(lines(read("", include_str!("fixtures/paste/word.html"), false).unwrap()), expected);
    assert_eq!(lines(read("", include_str!("fixtures/paste/word-cleaned.html"), false).unwrap()), expected);
}

#[test]
fn lists_of_a_browser_and_notes_of_a_whiteboard() {
    let browser = read("Waits…", include_str!("fixtures/paste/browser.html"), false).unwrap();
    assert_eq!(lines(browser), ["Waits for an answer", "Asks again,\na little louder", "by phone"]);
    let notes = ["No price on the page", "Calls the hotline", "Three approvals"];
    assert_eq!(lines(read("", include_str!("fixtures/paste/whiteboard.html"), false).unwrap()), notes);
    // Markup that says nothing more than the text: the text is nearer to what was copied.
    assert_eq!(lines(read("a\n  b", "<p>a b</p>", false).unwrap()), ["a", "b"]);
}

#[test]
fn all_of_it_can_be_one_card() {
    assert_eq!(
        lines(read("- one\n\n# two\tthree\n", "<ul><li>one</ul>", true).unwrap()),
        ["- one\n\n# two\tthree"]
    );
    assert_eq!(lines(read("", "<p>one<p>two", true).unwrap()), ["one\ntwo"]);
}

#[test]
fn what_cannot_be_pasted_is_refused_with_a_code() {
    let code = |text: &str, html: &str| read(text, html, false).unwrap_err().code();
    assert_eq!(code("", ""), "paste.nothing");
    assert_eq!(code(" \n\t\n", "<table><tr><td></td></tr></table>"), "paste.nothing");
    assert_eq!(code("\u{89}PNG\r\n\u{1a}\n\0\0\0", ""), "paste.not-text");
    assert_eq!(code(&"\u{fffd}".repeat(40), ""), "paste.not-text");
    assert_eq!(code(&"long ".repeat(1 << 20), ""), "paste.too-much");
    let many = "card\n".repeat(5001);
    assert_eq!(try_plan(&small(), many.trim(), cell("actions", 0)), Err(PasteError::TooMuch));
}

/// A map with stages One, Two, Three and a few lanes.
fn small() -> Document {
    let mut ids = counter(1);
    let mut document = template::blank(&mut ids, "en");
    let map = document.maps_in_order()[0].id;
    let first = document.stages_of(map)[0].id;
    let mut edits = vec![Edit::set(Table::Stage, first, "name", "One")];
    for name in ["Two", "Three"] {
        let stage = Stage { id: ids.next_id(), map, name: name.into(), ..Stage::default() };
        edits.push(Edit::add(&stage, edit::Place::Last));
    }
    Edit::together(edits).apply(&mut document, stamp()).unwrap();
    document
}

fn map_of(document: &Document) -> Id {
    document.maps_in_order()[0].id
}

fn lane(document: &Document, kind: &str) -> Id {
    let kind = LaneKind::ALL.iter().find(|own| own.name() == kind).unwrap();
    document.lanes_of(map_of(document)).into_iter().find(|lane| lane.kind == *kind).unwrap().id
}

fn cell(kind: &str, column: usize) -> At {
    let document = small();
    let stage = document.stages_of(map_of(&document))[column].id;
    At::Cell { lane: lane(&document, kind), stage, after: None }
}

fn try_plan(document: &Document, text: &str, at: At) -> Result<Plan, PasteError> {
    plan(document, map_of(document), read(text, "", false)?, at, &mut counter(9))
}

/// The stages, and the cards of a lane, a stage a list.
fn pasted(document: &Document, kind: &str, text: &str, at: At) -> (Vec<String>, Vec<Vec<String>>) {
    let plan = try_plan(document, text, at).unwrap();
    let mut after = document.clone();
    let change = plan.edit.apply(&mut after, stamp()).unwrap();
    assert_eq!(check(&after), []);
    let drawn = drawn(&after, kind);
    // One step takes all of it back.
    change.undo(&mut after, stamp()).unwrap();
    assert!(after == *document);
    drawn
}

fn drawn(document: &Document, kind: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let stages = document.stages_of(map_of(document));
    let lane = lane(document, kind);
    let texts = |stage: &&Stage| {
        document.cards_in(lane, stage.id).into_iter().map(|card| card.text.clone()).collect()
    };
    (stages.iter().map(|stage| stage.name.clone()).collect(), stages.iter().map(texts).collect())
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn six_lines_are_six_cards_from_the_focused_one_down() {
    let mut document = small();
    let (lane, stage) = (lane(&document, "pain_points"), document.stages_of(map_of(&document))[1].id);
    for (at, text) in ["first", "last"].iter().enumerate() {
        let id = Id::from_u128(50 + at as u128);
        Edit::add_card(id, lane, stage, text).apply(&mut document, stamp()).unwrap();
    }
    let at = At::Cell { lane, stage, after: Some(Id::from_u128(50)) };
    let six = try_plan(&document, "- a\n- b\n- c\n- d\n- e\n- f", at).unwrap();
    assert_eq!((six.cards, six.stages, six.lane), (6, 0, Some(lane)));
    assert_eq!(words::say(&six.edit.label(&document), "en"), "Paste 6 cards");
    let (_, cards) = pasted(&document, "pain_points", "- a\n- b", at);
    assert_eq!(cards, [strings(&[]), strings(&["first", "a", "b", "last"]), strings(&[])]);
}

#[test]
fn columns_go_over_the_stages_and_bring_some_where_there_are_none_left() {
    let (stages, cards) = pasted(&small(), "actions", "a\tb\n\tc\nd\t", cell("actions", 1));
    assert_eq!(stages, ["One", "Two", "Three"]);
    assert_eq!(cards, [strings(&[]), strings(&["a", "d"]), strings(&["b", "c"])]);
    let (stages, cards) = pasted(&small(), "actions", "a\tb\tc", cell("actions", 2));
    assert_eq!(stages, ["One", "Two", "Three", "New stage", "New stage"]);
    assert_eq!(cards[2..], [strings(&["a"]), strings(&["b"]), strings(&["c"])]);
}

#[test]
fn headings_are_stages_in_an_empty_map_and_in_the_stage_header() {
    let outline = "# Awareness\n- hears\n- reads\n# Decision\n- signs";
    let blank = template::blank(&mut counter(1), "en");
    let stage = blank.stages_of(map_of(&blank))[0].id;
    let at = At::Cell { lane: lane(&blank, "pain_points"), stage, after: None };
    let (stages, cards) = pasted(&blank, "pain_points", outline, at);
    assert_eq!(stages, ["Awareness", "Decision"]);
    assert_eq!(cards, [strings(&["hears", "reads"]), strings(&["signs"])]);

    let document = small();
    let one = document.stages_of(map_of(&document))[0].id;
    let (stages, cards) = pasted(&document, "actions", outline, At::Stages { after: Some(one) });
    assert_eq!(stages, ["One", "Awareness", "Decision", "Two", "Three"]);
    assert_eq!(cards[1], ["hears", "reads"]);
    let (stages, _) = pasted(&document, "actions", "Trial\nTests", At::Stages { after: None });
    assert_eq!(stages, ["One", "Two", "Three", "Trial", "Tests"]);

    // In a map with cards a heading is a line like the others.
    let sample = sample(&mut counter(3));
    let stage = sample.stages_of(map_of(&sample))[0].id;
    let at = At::Cell { lane: lane(&sample, "actions"), stage, after: None };
    let plan = try_plan(&sample, outline, at).unwrap();
    assert_eq!((plan.cards, plan.stages), (5, 0));
}

#[test]
fn a_lane_without_cards_leads_to_one_that_has_them() {
    let document = small();
    let (_, cards) = pasted(&document, "actions", "a", cell("emotions", 0));
    assert_eq!(cards[0], ["a"]);
}

#[test]
fn our_own_cards_come_back_whole_under_other_ids() {
    let from = sample(&mut counter(3));
    let pains: Vec<Id> = {
        let lane = lane(&from, "pain_points");
        from.cards.values().filter(|card| card.lane == lane).map(|card| card.id).collect()
    };
    let copied = copy(&from, &pains);
    let rows = copied.text.lines().map(|line| line.split('\t').count()).max().unwrap();
    assert!(rows > 1, "as a table for spreadsheets: {}", copied.text);
    assert!(copied.html.contains("<table><tr><td>"), "{}", copied.html);

    let mut to = small();
    let content = read(&copied.text, &copied.html, false).unwrap();
    assert!(matches!(content, Content::Cards(_)));
    let plan = plan(&to, map_of(&to), content, cell("pain_points", 0), &mut counter(9)).unwrap();
    assert_eq!(plan.cards, pains.len());
    plan.edit.apply(&mut to, stamp()).unwrap();
    assert_eq!(check(&to), []);
    for pain in &pains {
        let own = &from.cards[pain];
        assert!(!to.cards.contains_key(pain), "ids are renewed");
        let new = to.cards.values().find(|card| card.text == own.text).expect("it came along");
        assert_eq!((&new.fields, new.evidence, &new.note), (&own.fields, own.evidence, &own.note));
        let names = |document: &Document, card: &Card| -> Vec<String> {
            card.people.iter().map(|id| document.people[id].name.clone()).collect()
        };
        assert_eq!(names(&to, new), names(&from, own), "people come along by name");
        let team = |document: &Document, card: &Card| card.team.map(|id| document.teams[&id].name.clone());
        assert_eq!(team(&to, new), team(&from, own));
    }
    // A second time, nobody comes twice.
    let (people, teams) = (to.people.len(), to.teams.len());
    let content = read(&copied.text, &copied.html, false).unwrap();
    let again =
        exchange::paste::plan(&to, map_of(&to), content, cell("pain_points", 0), &mut counter(10)).unwrap();
    again.edit.apply(&mut to, stamp()).unwrap();
    assert_eq!((to.people.len(), to.teams.len(), check(&to)), (people, teams, vec![]));
}

#[test]
fn our_own_cards_keep_the_fields_of_their_kind_in_another_lane() {
    let from = sample(&mut counter(3));
    let lane_id = lane(&from, "pain_points");
    let rated = from.cards.values().find(|card| card.lane == lane_id && card.fields.contains_key("severity"));
    let copied = copy(&from, &[rated.unwrap().id]);
    let mut to = small();
    let content = read("", &copied.html, false).unwrap();
    let plan = plan(&to, map_of(&to), content, cell("actions", 1), &mut counter(9)).unwrap();
    plan.edit.apply(&mut to, stamp()).unwrap();
    let card = to.cards.values().next().unwrap();
    assert_eq!(card.lane, lane(&to, "actions"));
    assert_eq!(card.fields["pain_points.severity"], rated.unwrap().fields["severity"]);
}

#[test]
fn what_carries_our_mark_and_is_broken_is_read_as_what_it_shows() {
    let html = "<div data-desire-path=\"bm90IGpzb24=\"><ul><li>shown</li></ul></div>";
    assert_eq!(lines(read("", html, false).unwrap()), ["shown"]);
}
