//! The fields that belong to a card's kind: what each of them may hold.

use super::Faults;
use crate::{Card, Date, FieldDef, FieldType, Id, LaneKind, RecordId, Table};
use serde_json::Value;

/// The field of a kind's cards that has this name.
pub(crate) fn definition(kind: LaneKind, name: &str) -> Option<&'static FieldDef> {
    kind.fields().iter().find(|field| field.name == name)
}

/// A value as it is kept: a whole number that was written as `4.0` becomes `4`. `None` where the field cannot hold it.
/// Whether a record that it names is there is another question.
pub(crate) fn normal(holds: FieldType, value: &Value) -> Option<Value> {
    match holds {
        FieldType::Text => value.as_str().map(Value::from),
        FieldType::Choice(names) => value.as_str().filter(|name| names.contains(name)).map(Value::from),
        FieldType::Flag => value.as_bool().map(Value::from),
        FieldType::Number(low, high) => {
            value.as_f64().filter(|number| (low..=high).contains(number)).map(|_| value.clone())
        }
        FieldType::Whole(low, high) => {
            let whole = value.as_i64().or_else(|| {
                // Exact below 2^53, where every whole number is a double.
                let number = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 9e15)?;
                Some(number as i64)
            });
            whole.filter(|number| (low..=high).contains(number)).map(Value::from)
        }
        FieldType::Card | FieldType::Team | FieldType::Image => {
            value.as_str().filter(|text| text.parse::<Id>().is_ok()).map(Value::from)
        }
        FieldType::Series => {
            value.as_array().filter(|rows| rows.iter().all(is_dated_number)).map(|_| value.clone())
        }
    }
}

fn is_dated_number(row: &Value) -> bool {
    let Some([date, number]) = row.as_array().map(Vec::as_slice) else { return false };
    let date = date.as_str().map(|text| Date::try_from(text.to_owned()));
    matches!(date, Some(Ok(_))) && number.as_f64().is_some_and(f64::is_finite)
}

/// The fields of the card's own kind. Those of kinds that it once had are kept as they are.
pub(super) fn check(card: &Card, kind: LaneKind, faults: &mut Faults) {
    for field in kind.fields() {
        let Some(value) = card.fields.get(field.name) else { continue };
        if normal(field.holds, value).as_ref() != Some(value) {
            faults.tell("kind-field", field.name, &[value]);
        } else if field.holds == FieldType::Card
            && let Some(id) = value.as_str().and_then(|text| text.parse().ok())
        {
            let own = faults.document.map_of(RecordId::new(Table::Card, card.id));
            faults.same_map(field.name, own, RecordId::new(Table::Card, id));
        }
    }
}
