//! A draft of a Change: a document being changed, with a note of every touched record as it was.

use crate::family::{self, Families, Members};
use crate::{
    Change, Document, EditError, Family, Fields, Id, Order, Phrase, Record, RecordChange, RecordId, Stamp,
    Table,
};
use std::collections::HashMap;

/// A document being changed. Every edit goes through here, so that the Change is always the whole truth.
/// Dropped without [`Draft::finish`], it puts everything back.
pub struct Draft<'a> {
    document: &'a mut Document,
    /// Each touched record once, with its fields as they were.
    touched: Vec<(Table, Id, Option<Fields>)>,
    /// Where in `touched` a record stands.
    at: HashMap<(Table, Id), usize>,
    /// The siblings that were asked for, kept true.
    families: Families,
    /// The hashes of bytes that were not there before.
    blobs: Vec<String>,
    finished: bool,
}

impl<'a> Draft<'a> {
    /// Begins to change a document.
    pub fn new(document: &'a mut Document) -> Self {
        Self {
            document,
            touched: Vec::new(),
            at: HashMap::new(),
            families: Families::default(),
            blobs: Vec::new(),
            finished: false,
        }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        self.document
    }

    /// Does something to one record, with a note of how it was and with the siblings kept true.
    fn change<R>(&mut self, table: Table, id: Id, act: impl FnOnce(&mut Document) -> R) -> R {
        self.at.entry((table, id)).or_insert_with(|| {
            self.touched.push((table, id, self.document.fields(table, id)));
            self.touched.len() - 1
        });
        let follow = self.families.knows(table);
        let was = if follow { family::of(self.document, RecordId::new(table, id)) } else { None };
        let result = act(self.document);
        if follow {
            self.families.moved(id, was, family::of(self.document, RecordId::new(table, id)));
        }
        result
    }

    /// The members of a family in order. Cheap to ask again, however many edits lie between.
    pub(crate) fn members(&mut self, family: Family) -> &Members {
        self.families.members(self.document, family)
    }

    /// Gives a record another place among its siblings.
    pub(crate) fn set_order(&mut self, table: Table, id: Id, order: Order) {
        self.change(table, id, |document| family::set_order(document, table, id, order));
    }

    /// Gives the references of a record other targets, see [`crate::Refers::redirect`].
    pub(crate) fn redirect(
        &mut self,
        table: Table,
        id: Id,
        to: &mut dyn FnMut(RecordId) -> Option<RecordId>,
    ) {
        self.change(table, id, |document| document.redirect(table, id, to));
    }

    /// Puts a new record in.
    ///
    /// # Errors
    /// [`EditError::AlreadyThere`] where its id is taken.
    pub fn insert<T: Record>(&mut self, record: T) -> Result<(), EditError> {
        let id = record.id();
        if T::of(self.document).contains_key(&id) {
            return Err(EditError::AlreadyThere { table: T::TABLE, id });
        }
        self.change(T::TABLE, id, |document| T::of_mut(document).insert(id, record));
        Ok(())
    }

    /// Changes a record.
    ///
    /// # Errors
    /// [`EditError::NotThere`] where it is not there, and what `change` says.
    pub fn update<T: Record>(
        &mut self,
        id: Id,
        change: impl FnOnce(&mut T) -> Result<(), EditError>,
    ) -> Result<(), EditError> {
        let mut record =
            T::of(self.document).get(&id).ok_or(EditError::NotThere { table: T::TABLE, id })?.clone();
        change(&mut record)?;
        self.change(T::TABLE, id, |document| T::of_mut(document).insert(id, record));
        Ok(())
    }

    /// Puts a record in from its fields, in place of one of the same id.
    ///
    /// # Errors
    /// [`EditError::WrongType`] where a field has the wrong type.
    pub fn put(&mut self, table: Table, id: Id, fields: Fields) -> Result<(), EditError> {
        self.change(table, id, |document| document.put_fields(table, fields))
            .map_err(|error| EditError::WrongType { table, id, field: None, problem: error.to_string() })
    }

    /// Takes a record out; nothing where it is not there.
    pub fn remove(&mut self, table: Table, id: Id) {
        if self.document.has(table, id) {
            self.change(table, id, |document| document.take(table, id));
        }
    }

    /// Keeps the bytes of an image.
    pub fn keep_blob(&mut self, hash: String, bytes: Vec<u8>) {
        if !self.document.blobs.contains_key(&hash) {
            self.blobs.push(hash.clone());
            self.document.blobs.insert(hash, bytes.into());
        }
    }

    /// Ends the draft: the Change that it came to. Fields that are as before are left out.
    pub fn finish(mut self, label: Phrase, stamp: Stamp) -> Change {
        self.finished = true;
        let mut records = Vec::with_capacity(self.touched.len());
        for (table, id, before) in std::mem::take(&mut self.touched) {
            let after = self.document.fields(table, id);
            let (before, after) = match (before, after) {
                (None, None) => continue,
                (Some(mut before), Some(mut after)) => {
                    before.retain(|name, value| after.get(name) != Some(&*value));
                    after.retain(|name, _| before.contains_key(name));
                    if after.is_empty() {
                        continue;
                    }
                    (Some(before), Some(after))
                }
                sides => sides,
            };
            records.push(RecordChange { table, id, before, after });
        }
        Change { id: stamp.change, at: stamp.at, author: stamp.author, label, undoes: None, records }
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        for hash in self.blobs.drain(..) {
            self.document.blobs.remove(&hash);
        }
        for (table, id, before) in self.touched.drain(..).rev() {
            self.document.take(table, id);
            if let Some(fields) = before {
                // These fields came from a record of this very table, so they fit.
                let _ = self.document.put_fields(table, fields);
            }
        }
    }
}
