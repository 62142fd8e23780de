//! From a journey map to one SQLite file, and back.
//!
//! The working copy is edited, the user's file is published: every edit is one transaction in a private database
//! (`working_copy`), and the file that people see is replaced whole and atomically now and then (`publish`). A file
//! that comes in is read into memory and checked row by row (`snapshot`), and never opened in place.
//! `docs/file-format.md` describes the file.

mod beside;
mod clean;
mod columns;
mod conflicts;
mod copies;
mod document;
mod drafts;
mod error;
mod file;
mod lock;
mod log;
mod pictures;
mod publish;
mod publishing;
mod read;
mod rewind;
mod row;
mod save_state;
mod schedule;
pub mod schema;
mod snapshot;
mod sound;
mod store;
mod versions;
mod words;
mod working_copy;
mod write;

pub use clean::{clean_copy, without_names};
pub use conflicts::conflict_copies;
pub use document::{OpenDocument, Undone};
pub use drafts::{Draft, DraftKind, KEPT_ASIDE};
pub use error::{ReadOnly, StoreError};
pub use file::{Contents, export_file, read_contents, read_file};
pub use pictures::{holds_pictures_only, write_pictures};
pub use publish::write_atomically;
pub use publishing::{Outcome, Publishing};
pub use read::sha256;
pub use save_state::{SaveState, Why};
pub use schedule::{AT_LEAST_EVERY, QUIET, Schedule};
pub use snapshot::MOST_BYTES;
pub use store::{Notice, Open, Store, canonical};
pub use versions::NamedVersion;
