//! From a journey map to one SQLite file, and back.
