//! cargo xtask run | test | bench | shots.
fn main() {}
