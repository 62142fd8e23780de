//! What a PDF says about its own structure, as qpdf reads it.

use crate::pdf::{File, dated};
use crate::png::{image_prim, quarters};
use crate::scenes::*;
use layout::*;
use serde_json::Value;

/// The structure tree as an indented list of kinds, each with its description.
fn structure(objects: &Value) -> Vec<String> {
    let table = &objects["qpdf"][1];
    let resolve = |value: &Value| -> Value {
        match value.as_str() {
            Some(text) if text.ends_with(" R") => table[format!("obj:{text}")]["value"].clone(),
            _ => value.clone(),
        }
    };
    fn walk(element: &Value, depth: usize, resolve: &dyn Fn(&Value) -> Value, to: &mut Vec<String>) {
        if let Some(kind) = element["/S"].as_str() {
            let says = element["/Alt"].as_str().or(element["/T"].as_str()).map_or("", |text| &text[2..]);
            let scope = element["/A"].to_string();
            let scope = if scope.contains("/Column") {
                " column"
            } else if scope.contains("/Row") {
                " row"
            } else {
                ""
            };
            to.push(
                format!("{}{}{scope} {says}", "  ".repeat(depth.saturating_sub(1)), &kind[1..])
                    .trim_end()
                    .to_owned(),
            );
        }
        let below = resolve(&element["/K"]);
        let below = if below.is_array() { below.as_array().unwrap().clone() } else { vec![below] };
        for child in below {
            let child = resolve(&child);
            if child.is_object() {
                walk(&child, depth + 1, resolve, to);
            }
        }
    }
    let trailer = resolve(&table["trailer"]["value"]["/Root"]);
    let root = resolve(&trailer["/StructTreeRoot"]);
    let mut lines = Vec::new();
    walk(&root, 0, &resolve, &mut lines);
    lines
}

#[test]
fn its_structure_is_a_table_of_stages_and_lanes() {
    let found = structure(&File::of(&map(2, 2, 1), &dated()).objects());
    let expected = [
        "Document",
        "  H1 How buyers find us",
        "  Table",
        "    THead",
        "      TR",
        "        TD",
        "        TH column",
        "        TH column",
        "    TBody",
        "      TR",
        "        TH row",
        "        TD",
        "          Figure Rises from uneasy to content",
        "          P",
        "        TD",
        "          P",
        "      TR",
        "        TH row",
        "        TD",
        "          P",
        "        TD",
        "          P",
    ];
    assert_eq!(found, expected, "{found:#?}");
}

#[test]
fn rows_are_equally_wide_where_cells_are_empty_or_absent() {
    let mut scene = map(3, 2, 1);
    let cell = NodeKey::new("cell/1/1");
    std::sync::Arc::make_mut(scene.nodes.get_mut(&cell).unwrap()).children.clear();
    let lane = NodeKey::new("lane/0");
    std::sync::Arc::make_mut(scene.nodes.get_mut(&lane).unwrap())
        .children
        .retain(|key| &*key.0 != "cell/0/2");
    let found = structure(&File::of(&scene, &dated()).objects());
    let mut rows = Vec::new();
    for line in &found {
        match line.trim().split(' ').next() {
            Some("TR") => rows.push(0),
            Some("TH" | "TD") => *rows.last_mut().unwrap() += 1,
            _ => {}
        }
    }
    assert_eq!(rows, [4, 4, 4], "{found:#?}");
}

#[test]
fn a_thing_without_words_is_read_by_its_description() {
    let mut sheet = Sheet::new(60.0, 60.0);
    sheet.add("map", "gap", Point::default(), Size::new(20.0, 20.0), |node| {
        (node.role, node.alt) = (Role::Gap, "Gap: waits three days".into());
        node.prims = vec![rect(Rect::new(0.0, 0.0, 20.0, 20.0), 10.0, RED)];
    });
    let found = structure(&File::of(&sheet.0, &dated()).objects());
    assert_eq!(found, ["Document", "  Figure Gap: waits three days"]);
}

#[test]
fn a_picture_among_words_is_read_by_its_description() {
    let mut sheet = Sheet::new(120.0, 60.0);
    sheet.0.images.push(quarters(8));
    sheet.add("map", "card", Point::default(), Size::new(100.0, 50.0), |node| {
        (node.role, node.alt) = (Role::Card, "A storyboard".into());
        node.prims = vec![
            image_prim(Rect::new(0.0, 0.0, 20.0, 20.0), Rect::new(0.0, 0.0, 1.0, 1.0), 0.0),
            Prim::Text(words(REGULAR, 13.0, INK, "First visit", Point::new(4.0, 24.0))),
        ];
    });
    let found = structure(&File::of(&sheet.0, &dated()).objects());
    assert_eq!(found, ["Document", "  P", "    Figure A storyboard"]);
}

#[test]
fn a_link_is_tagged_and_leads_out() {
    let mut scene = map(1, 1, 1);
    let card = scene.nodes.get_mut(&NodeKey::new("card/0/0/0")).unwrap();
    std::sync::Arc::make_mut(card).link = Some("https://example.org/a".into());
    let file = File::of(&scene, &dated());
    let objects = file.objects();
    assert!(objects.to_string().contains("https://example.org/a"));
    assert!(structure(&objects).iter().any(|line| line.trim() == "Link"));
}

#[test]
fn the_outline_is_the_stages() {
    let objects = File::of(&map(3, 1, 1), &dated()).objects();
    let table = objects["qpdf"][1].as_object().unwrap();
    let items = table
        .values()
        .filter(|object| !object["value"]["/Dest"].is_null() || !object["value"]["/A"]["/D"].is_null());
    let mut names: Vec<_> = items.filter_map(|object| object["value"]["/Title"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["u:Stage 1", "u:Stage 2", "u:Stage 3"]);
}
