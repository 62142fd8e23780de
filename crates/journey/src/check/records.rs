//! The rules of each record, as far as they speak of the record itself and of what it refers to.

use super::{Faults, kind_fields};
use crate::*;

/// Looks at one record.
pub(super) fn check(document: &Document, record: RecordId, faults: &mut Faults) {
    let RecordId { table, id } = record;
    match table {
        Table::Tag => with(document, id, |tag: &Tag| {
            if !tag.color.is_empty() {
                faults.color("color", &tag.color);
            }
        }),
        Table::Image => with(document, id, |own| image(own, faults)),
        Table::Person => with(document, id, |own| person(own, faults)),
        Table::Evidence => with(document, id, |evidence: &Evidence| faults.once("cards", &evidence.cards)),
        Table::Map => with(document, id, |own| map(own, faults)),
        Table::Cast => with(document, id, |cast: &Cast| {
            faults.order(&cast.order);
            if let Some(slot) = cast.curve_slot {
                faults.range("curve_slot", slot.into(), 1.0, 5.0);
            }
        }),
        Table::Stage => with(document, id, |own| stage(own, faults)),
        Table::Step => with(document, id, |step: &Step| faults.order(&step.order)),
        Table::Lane => with(document, id, |lane: &Lane| {
            faults.order(&lane.order);
            if let Some(height) = lane.height {
                faults.range("height", height, 20.0, 2000.0);
            }
        }),
        Table::Card => with(document, id, |own| card(own, faults)),
        Table::Feeling => with(document, id, |own| feeling(own, faults)),
        Table::Gap => with(document, id, |own| gap(own, faults)),
        Table::Path => with(document, id, |own| path(own, faults)),
        Table::Answer => with(document, id, |own| answer(own, faults)),
        Table::Action => with(document, id, |action: &Action| {
            faults.order(&action.order);
            if let Some(card) = action.opportunity {
                faults.same_map("opportunity", Some(action.map), RecordId::new(Table::Card, card));
            }
        }),
        Table::Approval => with(document, id, |approval: &Approval| {
            faults.order(&approval.order);
            one_of(&[Table::Stage, Table::Card], "about", approval.about, faults);
            faults.not_negative("days", approval.days);
        }),
        Table::Round => with(document, id, |round: &Round| faults.order(&round.order)),
        Table::Team | Table::Involvement | Table::Comment | Table::Dismissal | Table::Version => {}
    }
    if document.own_id(table, id).is_some_and(|own| own != id) {
        faults.tell_whole("wrong-id", "id", &[]);
    }
}

fn with<T: Record>(document: &Document, id: Id, look: impl FnOnce(&T)) {
    if let Some(record) = document.get(id) {
        look(record);
    }
}

fn one_of(tables: &[Table], field: &str, found: RecordId, faults: &mut Faults) {
    if !tables.contains(&found.table) {
        faults.tell("wrong-table", field, &[&found.table.name()]);
    }
}

/// Pictures that every painter can show.
const MEDIA_TYPES: &[&str] = &["image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml"];

fn image(image: &Image, faults: &mut Faults) {
    let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if image.hash.len() != 64 || !image.hash.bytes().all(hex) {
        faults.tell_whole("image-hash", "hash", &[]);
    } else if !faults.document.blobs.contains_key(&image.hash) {
        faults.tell_whole("image-bytes", "hash", &[]);
    }
    if !MEDIA_TYPES.contains(&image.media_type.as_str()) {
        faults.tell_whole("media-type", "media_type", &[&image.media_type]);
    }
    faults.range("width", image.width.into(), 1.0, f64::from(u32::MAX));
    faults.range("height", image.height.into(), 1.0, f64::from(u32::MAX));
}

fn person(person: &Person, faults: &mut Faults) {
    // As many steps as there are people: longer is a circle.
    let mut above = person.member_of;
    for _ in 0..faults.document.people.len() {
        match above {
            None => return,
            Some(id) if id == person.id => break,
            Some(id) => above = faults.document.people.get(&id).and_then(|person| person.member_of),
        }
    }
    if above == Some(person.id) {
        faults.tell("cycle", "member_of", &[]);
    }
}

fn map(map: &Map, faults: &mut Faults) {
    faults.order(&map.order);
    if map.language.trim().is_empty() {
        faults.tell_whole("no-language", "language", &[]);
    }
    if let Some(stage) = map.conversion {
        faults.same_map("conversion", Some(map.id), RecordId::new(Table::Stage, stage));
    }
    faults.span("review_every", map.review_every);
    faults.span("deal", map.deal.duration);
    faults.not_negative("deal", map.deal.value_from);
    faults.not_negative("deal", map.deal.value_to);
    if map.deal.value_from > map.deal.value_to && map.deal.value_to.is_some() {
        faults.tell("span-order", "deal", &[]);
    }
    if map.brand_colors.len() > 2 {
        faults.tell("too-many", "brand_colors", &[&2, &map.brand_colors.len()]);
    }
    for color in &map.brand_colors {
        faults.color("brand_colors", color);
    }
    let scale = [("score_low", map.score_low), ("score_high", map.score_high)];
    for (field, _) in scale.into_iter().filter(|(_, score)| !score.is_finite()) {
        faults.tell("not-finite", field, &[]);
    }
    if map.score_low >= map.score_high {
        // Told of both, since either can be the one that was just set.
        faults.tell_whole("score-scale", "score_low", &[]);
        faults.tell_whole("score-scale", "score_high", &[]);
    }
}

fn stage(stage: &Stage, faults: &mut Faults) {
    faults.order(&stage.order);
    if let Some(Duration::Span(span)) = stage.duration {
        faults.span("duration", Some(span));
    }
    faults.not_negative("effort", stage.effort);
    faults.range("width", stage.width, 176.0, 480.0);
    faults.once("responsible", &stage.responsible);
    faults.once("supports", &stage.supports);
    if stage.linked_map == Some(stage.map) {
        faults.tell("cycle", "linked_map", &[]);
    }
}

fn card(card: &Card, faults: &mut Faults) {
    let document = faults.document;
    faults.order(&card.order);
    let lane = document.lanes.get(&card.lane);
    let map = lane.map(|lane| lane.map);
    faults.same_map("stage", map, RecordId::new(Table::Stage, card.stage));
    if card.to_stage != card.stage {
        faults.same_map("to_stage", map, RecordId::new(Table::Stage, card.to_stage));
        if let (Some(first), Some(last)) =
            (document.stages.get(&card.stage), document.stages.get(&card.to_stage))
            && (&first.order, first.id) > (&last.order, last.id)
        {
            faults.tell_whole("backwards", "to_stage", &[]);
        }
    }
    if let Some(step) = card.step.and_then(|step| document.steps.get(&step))
        && step.stage != card.stage
    {
        faults.tell_whole("other-stage", "step", &[]);
    }
    faults.once("people", &card.people);
    faults.once("tags", &card.tags);
    if !card.color.is_empty() {
        faults.color("color", &card.color);
    }
    if let Some(lane) = lane {
        if !lane.kind.holds_cards() {
            faults.tell_whole("not-a-card-lane", "lane", &[]);
        }
        kind_fields::check(card, lane.kind, faults);
    }
}

fn feeling(feeling: &Feeling, faults: &mut Faults) {
    let lane = faults.document.lanes.get(&feeling.lane);
    let map = lane.map(|lane| lane.map);
    faults.same_map("stage", map, RecordId::new(Table::Stage, feeling.stage));
    if lane.is_some_and(|lane| !lane.kind.is_curve()) {
        faults.tell_whole("not-a-curve", "lane", &[]);
    }
    faults.range("position", feeling.position, 0.0, 1.0);
    faults.range("value", feeling.value, -2.0, 2.0);
    if let Some(card) = feeling.card {
        faults.same_map("card", map, RecordId::new(Table::Card, card));
    }
}

fn gap(gap: &Gap, faults: &mut Faults) {
    faults.order(&gap.order);
    faults.once("causes", &gap.causes);
    faults.span("wait", gap.wait);
    if let Some(severity) = gap.severity {
        faults.range("severity", severity.into(), 1.0, 5.0);
    }
}

fn path(path: &Path, faults: &mut Faults) {
    faults.order(&path.order);
    for (field, end) in [("from", path.from), ("to", path.to)] {
        if let Some(end) = end {
            one_of(&[Table::Stage, Table::Card], field, end, faults);
            faults.same_map(field, Some(path.map), end);
        } else if path.from == path.to {
            faults.tell_whole("nowhere", field, &[]);
        }
    }
    faults.not_negative("often", path.often);
    faults.span("wait", path.wait);
}

fn answer(answer: &Answer, faults: &mut Faults) {
    one_of(&[Table::Card, Table::Gap], "problem", answer.problem, faults);
    let own = faults.document.map_of(RecordId::new(Table::Card, answer.opportunity));
    faults.same_map("problem", own, answer.problem);
}
