//! Every rule that a document keeps, each said once: readers of files and `journey check` ask here, and an Edit is
//! refused for breaking one. It only tells; it repairs nothing.

mod kind_fields;
mod records;
mod together;

pub(crate) use kind_fields::{definition, normal};

use crate::{Document, Id, Order, Phrase, RecordId, Span, Table};
use serde::Serialize;

/// Something that is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// A stable code, like `out-of-range`.
    pub code: &'static str,
    /// The record.
    pub record: RecordId,
    /// The field, where it is about one; for a field of a card's kind its bare name.
    pub field: Option<String>,
    /// The sentence; its first two arguments are the table and what the record says.
    pub phrase: Phrase,
}

/// Everything that is wrong with a document, table by table. Empty for every document that Edits made.
pub fn check(document: &Document) -> Vec<Fault> {
    let mut faults = Vec::new();
    for &table in Table::ALL {
        for id in document.ids(table) {
            faults.extend(check_record(document, RecordId::new(table, id)));
        }
    }
    faults.extend(together::check(document));
    faults
}

/// What is wrong with one record by itself and with what it refers to; nothing for a record that is not there.
pub fn check_record(document: &Document, record: RecordId) -> Vec<Fault> {
    let mut faults = Faults { document, record, found: Vec::new() };
    document.references_of(record.table, record.id, &mut |reference| {
        if !document.has(reference.to.table, reference.to.id) {
            faults.tell(
                "missing-reference",
                reference.field,
                &[&reference.to.table.name(), &reference.to.id],
            );
        }
    });
    records::check(document, record, &mut faults);
    faults.found
}

/// The faults of one record while they are looked for.
struct Faults<'a> {
    document: &'a Document,
    record: RecordId,
    found: Vec<Fault>,
}

impl Faults<'_> {
    /// A fault in a field. The arguments follow table, caption and field.
    fn tell(&mut self, code: &'static str, field: &str, args: &[&dyn ToString]) {
        let mut phrase = self.phrase(code).with(field);
        phrase.args.extend(args.iter().map(|arg| arg.to_string()));
        self.found.push(Fault { code, record: self.record, field: Some(field.into()), phrase });
    }

    /// A fault of the whole record, about fields that belong together. The first of them counts as the field.
    fn tell_whole(&mut self, code: &'static str, field: &str, args: &[&dyn ToString]) {
        let mut phrase = self.phrase(code);
        phrase.args.extend(args.iter().map(|arg| arg.to_string()));
        self.found.push(Fault { code, record: self.record, field: Some(field.into()), phrase });
    }

    fn phrase(&self, code: &str) -> Phrase {
        Phrase::new(&format!("fault.{code}"))
            .with(self.record.table.name())
            .with(self.document.caption(self.record).unwrap_or_else(|| self.record.id.to_string()))
    }

    fn range(&mut self, field: &str, value: f64, low: f64, high: f64) {
        if !value.is_finite() {
            self.tell("not-finite", field, &[]);
        } else if !(low..=high).contains(&value) {
            self.tell("out-of-range", field, &[&low, &high, &value]);
        }
    }

    fn not_negative(&mut self, field: &str, value: Option<f64>) {
        match value {
            Some(value) if !value.is_finite() => self.tell("not-finite", field, &[]),
            Some(value) if value < 0.0 => self.tell("negative", field, &[&value]),
            _ => {}
        }
    }

    fn span(&mut self, field: &str, span: Option<Span>) {
        let Some(Span { from, to, .. }) = span else { return };
        self.not_negative(field, Some(from));
        self.not_negative(field, Some(to));
        if from > to {
            self.tell("span-order", field, &[]);
        }
    }

    fn order(&mut self, order: &Order) {
        if Order::parse(order.as_str()).is_none() {
            self.tell_whole("order-key", "order", &[&order.as_str()]);
        }
    }

    fn color(&mut self, field: &str, color: &str) {
        let fine = color.len() == 7
            && color.starts_with('#')
            && color[1..].bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        if !fine {
            self.tell("color", field, &[&color]);
        }
    }

    fn once<T: PartialEq>(&mut self, field: &str, list: &[T]) {
        if list.iter().enumerate().any(|(at, one)| list[..at].contains(one)) {
            self.tell("listed-twice", field, &[]);
        }
    }

    /// The two lie in one map. A record that is not there is another fault.
    fn same_map(&mut self, field: &str, own: Option<Id>, other: RecordId) {
        if let (Some(own), Some(other)) = (own, self.document.map_of(other))
            && own != other
        {
            self.tell("other-map", field, &[]);
        }
    }
}
