//! English: what the outline says of points on curves.

pub(super) static SENTENCES: &[(&str, &str)] =
    &[("outline.at", "at {0:number}"), ("outline.no_data", "{0}: no data")];
