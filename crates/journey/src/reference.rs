//! Which records refer to which: said once, for removing, checking, reading foreign files and giving new ids.

use crate::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What becomes of a record when the one that it refers to goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// It is a part of it and goes too.
    Part,
    /// It only mentions it and stays, without the mention.
    Mention,
    /// It reaches up to it (the ends of a card): a neighbour takes over, and where there is none it goes too.
    End,
}

/// A reference from a field of a record to another record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The field that it stands in; for a field of a card's kind its bare name.
    pub field: &'static str,
    /// The record that is meant.
    pub to: RecordId,
    /// What becomes of the record when that one goes.
    pub hold: Hold,
}

/// What a record refers to.
pub trait Refers {
    /// The tables that its references can point into, with what becomes of it; none for any table.
    const TARGETS: &'static [(Option<Table>, Hold)];

    /// Shows every reference.
    fn references(&self, see: &mut dyn FnMut(Reference));

    /// Gives every reference another target, or none: a mention is then dropped, every other one stays as it is.
    fn redirect(&mut self, to: &mut dyn FnMut(RecordId) -> Option<RecordId>);
}

/// The names under which a card's fields hold ids, with the bare name and the table that they point into: those of its
/// own kind and those that wait from an earlier one. No two kinds use one name for different tables.
static KIND_REFERENCES: LazyLock<BTreeMap<String, (&'static str, Table)>> = LazyLock::new(|| {
    let mut found = BTreeMap::new();
    for &kind in LaneKind::ALL {
        for field in kind.fields() {
            let table = match field.holds {
                FieldType::Card => Table::Card,
                FieldType::Team => Table::Team,
                FieldType::Image => Table::Image,
                _ => continue,
            };
            found.insert(field.name.to_owned(), (field.name, table));
            found.insert(kept_name(kind, field.name), (field.name, table));
        }
    }
    found
});

fn see_kind_fields(fields: &Fields, see: &mut dyn FnMut(Reference)) {
    if fields.is_empty() {
        return;
    }
    for (name, &(field, table)) in KIND_REFERENCES.iter() {
        let id = fields.get(name).and_then(|value| value.as_str()).and_then(|text| text.parse().ok());
        if let Some(id) = id {
            see(Reference { field, to: RecordId::new(table, id), hold: Hold::Mention });
        }
    }
}

fn redirect_kind_fields(fields: &mut Fields, to: &mut dyn FnMut(RecordId) -> Option<RecordId>) {
    if fields.is_empty() {
        return;
    }
    for (name, &(_, table)) in KIND_REFERENCES.iter() {
        let Some(id) = fields.get(name).and_then(|value| value.as_str()).and_then(|text| text.parse().ok())
        else {
            continue;
        };
        match to(RecordId::new(table, id)) {
            Some(target) => fields.insert(name.clone(), target.id.to_string().into()),
            // Not `swap_remove`: the order of the fields is part of the file.
            None => fields.shift_remove(name),
        };
    }
}

macro_rules! refers {
    ($($record:ident { $($shape:ident $field:ident $(: $table:ident)?,)* })*) => {
        $(impl Refers for $record {
            const TARGETS: &'static [(Option<Table>, Hold)] = &[$(refers!(@target $shape $($table)?),)*];

            #[allow(unused_variables)]
            fn references(&self, see: &mut dyn FnMut(Reference)) {
                $(refers!(@see $shape self see $field $($table)?);)*
            }
            #[allow(unused_variables)]
            fn redirect(&mut self, to: &mut dyn FnMut(RecordId) -> Option<RecordId>) {
                $(refers!(@to $shape self to $field $($table)?);)*
            }
        })*
    };
    (@target part $table:ident) => { (Some(Table::$table), Hold::Part) };
    (@target end $table:ident) => { (Some(Table::$table), Hold::End) };
    (@target about) => { (None, Hold::Part) };
    (@target about_some) => { (None, Hold::Part) };
    (@target some $table:ident) => { (Some(Table::$table), Hold::Mention) };
    (@target list $table:ident) => { (Some(Table::$table), Hold::Mention) };
    (@target kind) => { (None, Hold::Mention) };
    // `part`: an id that the record cannot be without.
    (@see part $self:ident $see:ident $field:ident $table:ident) => {
        $see(Reference { field: stringify!($field), to: RecordId::new(Table::$table, $self.$field), hold: Hold::Part })
    };
    (@to part $self:ident $to:ident $field:ident $table:ident) => {
        if let Some(target) = $to(RecordId::new(Table::$table, $self.$field)) { $self.$field = target.id }
    };
    // `end`: an end of a card.
    (@see end $self:ident $see:ident $field:ident $table:ident) => {
        $see(Reference { field: stringify!($field), to: RecordId::new(Table::$table, $self.$field), hold: Hold::End })
    };
    (@to end $self:ident $to:ident $field:ident $table:ident) => { refers!(@to part $self $to $field $table) };
    // `about`: a record of any table that it cannot be without.
    (@see about $self:ident $see:ident $field:ident) => {
        $see(Reference { field: stringify!($field), to: $self.$field, hold: Hold::Part })
    };
    (@to about $self:ident $to:ident $field:ident) => {
        if let Some(target) = $to($self.$field) { $self.$field = target }
    };
    // `about_some`: the same, where it may be none from the start.
    (@see about_some $self:ident $see:ident $field:ident) => {
        if let Some(target) = $self.$field {
            $see(Reference { field: stringify!($field), to: target, hold: Hold::Part })
        }
    };
    (@to about_some $self:ident $to:ident $field:ident) => {
        if let Some(target) = $self.$field.and_then(|target| $to(target)) { $self.$field = Some(target) }
    };
    // `some`: an id or none.
    (@see some $self:ident $see:ident $field:ident $table:ident) => {
        if let Some(id) = $self.$field {
            $see(Reference { field: stringify!($field), to: RecordId::new(Table::$table, id), hold: Hold::Mention })
        }
    };
    (@to some $self:ident $to:ident $field:ident $table:ident) => {
        if let Some(id) = $self.$field {
            $self.$field = $to(RecordId::new(Table::$table, id)).map(|target| target.id)
        }
    };
    // `list`: ids.
    (@see list $self:ident $see:ident $field:ident $table:ident) => {
        for &id in &$self.$field {
            $see(Reference { field: stringify!($field), to: RecordId::new(Table::$table, id), hold: Hold::Mention })
        }
    };
    (@to list $self:ident $to:ident $field:ident $table:ident) => {
        $self.$field = $self.$field.iter()
            .filter_map(|&id| $to(RecordId::new(Table::$table, id)).map(|target| target.id))
            .collect()
    };
    // `kind`: the fields of a card's kind.
    (@see kind $self:ident $see:ident $field:ident) => { see_kind_fields(&$self.$field, $see) };
    (@to kind $self:ident $to:ident $field:ident) => { redirect_kind_fields(&mut $self.$field, $to) };
}

refers! {
    Team {}
    Tag {}
    Image {}
    Person { some member_of: Person, some portrait: Image, }
    Evidence { list cards: Card, }
    Map { some conversion: Stage, some logo: Image, }
    Cast { part map: Map, part person: Person, }
    Stage { part map: Map, list responsible: Team, list supports: Team, some linked_map: Map, }
    Step { part stage: Stage, }
    Lane { part map: Map, }
    Card {
        part lane: Lane, end stage: Stage, end to_stage: Stage, some step: Step,
        list people: Person, some team: Team, list tags: Tag, kind fields,
    }
    Feeling { part lane: Lane, part stage: Stage, some person: Person, some card: Card, }
    Gap { part stage: Stage, some owner: Team, }
    Path { part map: Map, about_some from, about_some to, }
    Answer { part opportunity: Card, about problem, }
    Action { part map: Map, some opportunity: Card, some owner: Person, some team: Team, }
    Involvement { part person: Person, part stage: Stage, }
    Approval { about about, some approver: Person, }
    Comment { about_some about, }
    Round { part map: Map, }
    Dismissal { about about, }
    Version {}
}
