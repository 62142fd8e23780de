//! A copy of an open document in another file, while editing goes on where it was.

use crate::document::OpenDocument;
use crate::error::StoreError;
use crate::publish::{self, Expect, NotPublished};
use crate::snapshot;
use std::path::Path;

impl OpenDocument {
    /// Writes the document with its past to `path` and goes on where it was. What is open for reading only is copied as
    /// its file is.
    ///
    /// # Errors
    /// As [`OpenDocument::save_as`]; [`StoreError::InUse`] also where `path` is the document's own file.
    pub fn save_copy(&self, path: &Path, overwrite: bool) -> Result<(), StoreError> {
        let path = crate::canonical(path)?;
        if self.path() == Some(&path) {
            return Err(StoreError::InUse { path });
        }
        let Some(work) = &self.work else {
            let own = self.path().unwrap_or(&path);
            return publish::write_atomically(&path, &snapshot::bytes(own)?, overwrite);
        };
        let expect = if overwrite { Expect::Anything } else { Expect::Nothing };
        let _lock = work.lock_for(self.document().id, &path)?;
        match publish::document(&work.database(), &path, &expect, |_| Ok(())) {
            Ok(_) => Ok(()),
            Err(NotPublished::Failed(error)) => Err(error),
            Err(NotPublished::ChangedOutside | NotPublished::Closed) => Err(StoreError::Exists { path }),
        }
    }
}
