//! From a journey map to text and tables, and back.
