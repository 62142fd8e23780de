//! Notes on what is being published: they tell after a crash whether it is in the user's file.

use super::{Standing, set_standing};
use crate::error::StoreError;
use crate::publish::Receipt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Notes in a working copy's standing what is being published.
#[derive(Clone)]
pub(crate) struct Notebook {
    pub(super) folder: PathBuf,
    pub(super) token: String,
    pub(super) standing: Arc<Mutex<Standing>>,
}

impl Notebook {
    /// Notes what is about to take the file's place.
    pub(crate) fn intend(&self, receipt: &Receipt) -> Result<(), StoreError> {
        self.note(|standing| standing.publishing = Some(receipt.clone()))
    }

    /// Notes what is in the file now.
    pub(crate) fn done(&self, receipt: &Receipt) -> Result<(), StoreError> {
        self.note(|standing| {
            standing.publishing = None;
            standing.published = Some(receipt.clone());
        })
    }

    /// The hash of the file as we last published or read it.
    pub(crate) fn published(&self) -> Option<String> {
        let standing = self.standing.lock().unwrap_or_else(PoisonError::into_inner);
        standing.published.as_ref().map(|receipt| receipt.hash.clone())
    }

    fn note(&self, change: impl FnOnce(&mut Standing)) -> Result<(), StoreError> {
        let mut standing = self.standing.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut standing);
        set_standing(&self.folder, &self.token, &standing)
    }
}
