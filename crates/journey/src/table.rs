//! The tables of a document, and the trait that makes one mechanism serve all of them.

use crate::{Document, Hold, Id, Reference, Refers};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map as JsonMap, Value};
use std::collections::BTreeMap;

/// The fields of a record, or some of them, by name.
pub type Fields = JsonMap<String, Value>;

/// Records of one kind by id.
pub type Records<T> = BTreeMap<Id, T>;

/// What every record can do. A record's fields are exactly the fields that serde writes for it.
pub trait Record: Refers + Clone + Default + PartialEq + Serialize + DeserializeOwned + 'static {
    /// The table that it lives in.
    const TABLE: Table;

    /// Its name.
    fn id(&self) -> Id;

    /// Its table in a document.
    fn of(document: &Document) -> &Records<Self>;

    /// Its table in a document, to be changed. Only a [`crate::Draft`] and a [`crate::Change`] may.
    fn of_mut(document: &mut Document) -> &mut Records<Self>;

    /// All its fields by name.
    fn to_fields(&self) -> Fields {
        match serde_json::to_value(self) {
            Ok(Value::Object(fields)) => fields,
            _ => Fields::new(),
        }
    }

    /// A record from its fields; missing ones take their defaults.
    ///
    /// # Errors
    /// Where a field has the wrong type; the message names it.
    fn from_fields(fields: Fields) -> Result<Self, serde_json::Error> {
        serde_json::from_value(Value::Object(fields))
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $variant:ident $record:ident $field:ident $name:literal,)*) => {
        /// The tables of a document. A table's name is the singular of what it holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum Table { $($(#[$doc])* $variant,)* }

        impl Table {
            /// All tables, those that are referred to before those that refer to them.
            pub const ALL: &'static [Table] = &[$(Table::$variant,)*];

            /// The name in the file and in JSON.
            pub const fn name(self) -> &'static str {
                match self { $(Table::$variant => $name,)* }
            }

            /// The table of a name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Table::$variant),)* _ => None }
            }

            /// The names of the fields of its records, `id` first.
            pub fn fields(self) -> Vec<String> {
                self.defaults().into_iter().map(|(name, _)| name).collect()
            }

            /// Whether its records can refer to records of another table in this way.
            pub(crate) fn can_refer_to(self, other: Table, hold: Hold) -> bool {
                let targets = match self { $(Table::$variant => <$record as Refers>::TARGETS,)* };
                targets.iter().any(|(table, own)| *own == hold && table.is_none_or(|table| table == other))
            }

            /// The fields of a record about which nothing is said.
            pub fn defaults(self) -> Fields {
                match self { $(Table::$variant => $record::default().to_fields(),)* }
            }
        }

        $(impl Record for $record {
            const TABLE: Table = Table::$variant;
            fn id(&self) -> Id { self.id }
            fn of(document: &Document) -> &Records<Self> { &document.$field }
            fn of_mut(document: &mut Document) -> &mut Records<Self> { &mut document.$field }
        })*

        impl Document {
            /// The fields of a record, whatever its table.
            pub fn fields(&self, table: Table, id: Id) -> Option<Fields> {
                match table { $(Table::$variant => self.$field.get(&id).map(Record::to_fields),)* }
            }

            /// Whether a record is there.
            pub fn has(&self, table: Table, id: Id) -> bool {
                match table { $(Table::$variant => self.$field.contains_key(&id),)* }
            }

            /// The ids of a table's records, rising.
            pub fn ids(&self, table: Table) -> Vec<Id> {
                match table { $(Table::$variant => self.$field.keys().copied().collect(),)* }
            }

            /// The id that the record filed under `id` says it has. Differs only in a damaged document.
            pub(crate) fn own_id(&self, table: Table, id: Id) -> Option<Id> {
                match table { $(Table::$variant => self.$field.get(&id).map(|record| record.id),)* }
            }

            /// How many records a table holds.
            pub fn count(&self, table: Table) -> usize {
                match table { $(Table::$variant => self.$field.len(),)* }
            }

            /// Shows every reference of a table's records: the id of the record that refers, and the reference.
            pub fn each_reference(&self, table: Table, see: &mut dyn FnMut(Id, Reference)) {
                match table { $(Table::$variant => for (&id, record) in &self.$field {
                    record.references(&mut |reference| see(id, reference));
                })* }
            }

            /// Shows every reference of a record; nothing where it is not there.
            pub fn references_of(&self, table: Table, id: Id, see: &mut dyn FnMut(Reference)) {
                match table { $(Table::$variant => if let Some(record) = self.$field.get(&id) {
                    record.references(see);
                })* }
            }

            /// Gives the references of a record other targets, see [`Refers::redirect`]. Only a
            /// [`crate::Draft`] and readers of files may.
            pub fn redirect(&mut self, table: Table, id: Id, to: &mut dyn FnMut(RecordId) -> Option<RecordId>) {
                match table { $(Table::$variant => if let Some(record) = self.$field.get_mut(&id) {
                    record.redirect(to);
                })* }
            }

            /// Puts a record in from its fields, in place of one of the same id. For readers of files and for
            /// reversing a Change; everything else goes through an [`crate::Edit`].
            ///
            /// # Errors
            /// Where a field has the wrong type.
            pub fn put_fields(&mut self, table: Table, fields: Fields) -> Result<(), serde_json::Error> {
                match table { $(Table::$variant => {
                    let record = <$record as Record>::from_fields(fields)?;
                    self.$field.insert(record.id, record);
                })* }
                Ok(())
            }

            /// Takes a record out. See [`Document::put_fields`].
            pub fn take(&mut self, table: Table, id: Id) -> bool {
                match table { $(Table::$variant => self.$field.remove(&id).is_some(),)* }
            }
        }
    };
}

use crate::{
    Action, Answer, Approval, Card, Cast, Comment, Dismissal, Evidence, Feeling, Gap, Image, Involvement,
    Lane, Map, Path, Person, RecordId, Round, Stage, Step, Tag, Team, Version,
};

tables! {
    /// R4 teams.
    Team Team teams "team",
    /// R4 tags.
    Tag Tag tags "tag",
    /// R17 images (their bytes lie in [`Document::blobs`]).
    Image Image images "image",
    /// R2 people.
    Person Person people "person",
    /// R14 evidence.
    Evidence Evidence evidence "evidence",
    /// R1 maps.
    Map Map maps "map",
    /// R3 who plays a part in a map.
    Cast Cast cast "cast",
    /// R5 stages.
    Stage Stage stages "stage",
    /// R6 steps of a stage.
    Step Step steps "step",
    /// R7 lanes.
    Lane Lane lanes "lane",
    /// R8 cards.
    Card Card cards "card",
    /// R9 feelings.
    Feeling Feeling feelings "feeling",
    /// R10 gaps.
    Gap Gap gaps "gap",
    /// R11 paths.
    Path Path paths "path",
    /// R12 which opportunity answers which pain or gap.
    Answer Answer answers "answer",
    /// R13 actions.
    Action Action actions "action",
    /// R15 who is how involved in which stage.
    Involvement Involvement involvements "involvement",
    /// R16 approvals.
    Approval Approval approvals "approval",
    /// R18 comments.
    Comment Comment comments "comment",
    /// R19 rounds of a workshop.
    Round Round rounds "round",
    /// R20 checks and proposals that a person dismissed.
    Dismissal Dismissal dismissals "dismissal",
    /// R21 named versions.
    Version Version versions "version",
}
