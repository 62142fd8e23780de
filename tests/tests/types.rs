//! The page's types are written from Rust's: `ui/shell/types.ts` is stale when this fails; `UPDATE=1` writes it anew.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use ts_rs::{Config, TS, TypeVisitor};

const HEAD: &str = "// Types that cross from Rust to the page. Written by `UPDATE=1 cargo test -p pipeline-tests --test types`; \
                    do not edit.\n";

/// Walks from a type to all that it mentions and keeps the declarations by name.
struct Declarations {
    config: Config,
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only derived types have a place of their own; `Option`, `Vec` and numbers are written where they are used.
        if T::output_path().is_some() {
            let mut text = String::new();
            for line in T::docs().unwrap_or_default().lines() {
                text.push_str(line);
                text.push('\n');
            }
            text.push_str("export ");
            text.push_str(&T::decl(&self.config));
            let name = T::ident(&self.config);
            let other = self.by_name.insert(name.clone(), text);
            assert!(other.is_none(), "two types are called {name}");
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

fn generated() -> String {
    let mut all = Declarations {
        config: Config::new().with_large_int("number"),
        seen: HashSet::new(),
        by_name: BTreeMap::new(),
    };
    all.visit::<layout::WholeScene>();
    all.visit::<layout::Patch>();
    all.visit::<journey::Edit>();
    all.visit::<journey::RecordId>();
    all.visit::<journey::FieldDef>();
    all.visit::<journey::Map>();
    all.visit::<journey::Cast>();
    all.visit::<journey::Person>();
    all.visit::<journey::Team>();
    all.visit::<journey::Tag>();
    all.visit::<journey::Stage>();
    all.visit::<journey::Step>();
    all.visit::<journey::Lane>();
    all.visit::<journey::Card>();
    all.visit::<journey::Feeling>();
    all.visit::<journey::Gap>();
    all.visit::<journey::Path>();
    all.visit::<journey::Answer>();
    all.visit::<journey::Action>();
    all.visit::<journey::Evidence>();
    all.visit::<journey::Involvement>();
    all.visit::<journey::Approval>();
    all.visit::<journey::Image>();
    all.visit::<journey::Comment>();
    all.visit::<journey::Round>();
    all.visit::<journey::Dismissal>();
    all.visit::<journey::Version>();
    all.visit::<journey::inspect::Inspection>();
    all.visit::<journey::inspect::Candidate>();
    all.visit::<journey::find::Query>();
    all.visit::<journey::find::Found>();
    all.visit::<journey::find::FilterChoices>();
    all.visit::<journey::inspect::ShownPerson>();
    all.visit::<journey::outline::Outline>();
    all.visit::<journey::outline::OutlinePart>();
    all.visit::<journey::outline::Touched>();
    let mut text = String::from(HEAD);
    for declaration in all.by_name.values() {
        text.push('\n');
        text.push_str(&tidy(declaration));
    }
    text
}

/// Comments of one line on one line, fields indented, no space at the end of a line.
fn tidy(declaration: &str) -> String {
    let text = declaration.replace("/**\n * ", "/** ").replace("\n */", " */");
    let mut tidy = String::new();
    let mut inside = false;
    for line in text.lines().map(str::trim_end) {
        if inside {
            tidy.push_str("  ");
        }
        tidy.push_str(line);
        tidy.push('\n');
        inside = (inside || line.starts_with("export ")) && !line.ends_with(';');
    }
    tidy
}

#[test]
fn the_pages_types_are_those_of_rust() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/shell/types.ts");
    let fresh = generated();
    assert!(!fresh.contains("bigint"), "whole numbers reach the page as `number`");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == fresh,
        "ui/shell/types.ts is stale: run `UPDATE=1 cargo test -p pipeline-tests --test types`"
    );
}
