//! What a record says in words, field by field.

use crate::{Document, FieldType, RecordId, Table};
use std::borrow::Cow;

/// The fields of a record that hold words which people wrote, with the words; empty ones are left out. Fields of a
/// card's kind are named as `Edit::Set` names them.
pub fn said(document: &Document, record: RecordId) -> Vec<(Cow<'static, str>, &str)> {
    let mut all = plain(document, record);
    if let Some(card) = document.cards.get(&record.id).filter(|_| record.table == Table::Card)
        && let Some(lane) = document.lanes.get(&card.lane)
    {
        // The icon is a name of ours, not a word of theirs.
        let kind = lane.kind.fields().iter().filter(|field| field.name != "icon");
        for field in kind.filter(|field| field.holds == FieldType::Text) {
            if let Some(text) = card.fields.get(field.name).and_then(serde_json::Value::as_str) {
                all.push((format!("fields.{}", field.name).into(), text));
            }
        }
    }
    all.retain(|(_, text)| !text.is_empty());
    all
}

macro_rules! fields {
    ($record:expr, $($field:ident)*) => {
        $record.map(|record| vec![$((Cow::Borrowed(stringify!($field)), &*record.$field),)*])
    };
}

fn plain(document: &Document, record: RecordId) -> Vec<(Cow<'static, str>, &str)> {
    let id = &record.id;
    let found = match record.table {
        Table::Map => {
            fields!(document.maps.get(id), title scenario goal headline starts_when ends_when sector)
        }
        Table::Stage => fields!(document.stages.get(id), name short_name act job purpose question entry exit),
        Table::Step => fields!(document.steps.get(id), name),
        Table::Lane => fields!(document.lanes.get(id), name),
        Table::Card => fields!(document.cards.get(id), text note),
        Table::Feeling => fields!(
            document.feelings.get(id),
            label note need response_organisation response_sales response_content
        ),
        Table::Gap => fields!(document.gaps.get(id), title detail plug covering_system),
        Table::Path => fields!(document.paths.get(id), label trigger expectation),
        Table::Team
        | Table::Tag
        | Table::Image
        | Table::Person
        | Table::Evidence
        | Table::Cast
        | Table::Answer
        | Table::Action
        | Table::Involvement
        | Table::Approval
        | Table::Comment
        | Table::Round
        | Table::Dismissal
        | Table::Version => None,
    };
    found.unwrap_or_default()
}
