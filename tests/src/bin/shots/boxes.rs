//! The window on the sample at 1600×1000 beside the boxes of the design.

use journey::Document;
use pipeline_tests::window::{App, Desk};
use serde_json::{Value, json};
use std::path::Path;

fn sample() -> Document {
    pipeline_tests::sample()
}

fn open<'a>(desk: &'a Desk, document: &Document, size: (u32, u32)) -> App<'a> {
    let file = desk.home().join("seven-phases.journey");
    store::export_file(document, &file, true).expect("the map's file");
    let app = App::start(desk, &[&file]);
    app.size_page(size.0, size.1);
    app.wait_until(
        "the map",
        "return document.querySelector(\"[data-key^='card/'], [data-key^='cell/']\") !== null",
        &[],
    );
    settle();
    app
}

/// Fonts, slices of nodes and the change of size need a moment.
fn settle() {
    std::thread::sleep(std::time::Duration::from_millis(1200));
}

/// Prints how far each box of the design is off; how many are further off than allowed.
pub fn boxes(folder: &Path) -> usize {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("anchors.json"))
        .expect("anchors.json");
    let anchors: Value = serde_json::from_str(&text).expect("anchors.json");
    let tolerance = anchors["tolerance"].as_f64().unwrap_or_default();
    let desk = Desk::new(1600, 1000);
    let app = open(&desk, &sample(), (1600, 1000));
    let mut far = 0;
    for anchor in anchors["boxes"].as_array().into_iter().flatten() {
        let name = anchor["name"].as_str().unwrap_or_default();
        let found = app.run(FIND, &[json!(name)]);
        let off =
            |side: &str| found[side].as_f64().map(|found| found - anchor[side].as_f64().unwrap_or_default());
        let offsets = ["x", "y", "w", "h"].map(off);
        let fits = offsets.iter().all(|off| off.is_some_and(|off| off.abs() <= tolerance));
        let told: Vec<String> =
            offsets.iter().map(|off| off.map_or("missing".into(), |off| format!("{off:+.1}"))).collect();
        println!("{} {name:<55} {}", if fits { " " } else { "✗" }, told.join("  "));
        far += usize::from(!fits);
    }
    println!("{far} boxes are off by more than {tolerance} px");
    desk.picture(&folder.join("compared.png"));
    app.quit();
    far
}

/// The box of a thing that the design names, as the page has it.
const FIND: &str = "
const name = args[0];
const fixed = { 'top bar': '.top-bar', 'file name': '.file-name', 'bottom bar': '.bottom-bar', 'lens': \"[data-key^='lens/']\",
  'stage header': \"[data-key^='header/']\", 'experience sheet': \"[data-key^='sheet/experience/']\", 'insight sheet': \"[data-key^='sheet/insight/']\" };
const box = (node) => { const at = node.getBoundingClientRect(); return { x: at.x, y: at.y, w: at.width, h: at.height }; };
if (name in fixed) { const node = document.querySelector(fixed[name]); return node ? box(node) : {}; }
if (name === 'export button') {
  const node = [...document.querySelectorAll('.top-bar button')].find((node) => node.textContent.trim() === 'Export');
  return node ? box(node) : {};
}
const at = name.indexOf(': ');
const [table, said] = [name.slice(0, at), name.slice(at + 2)];
const field = { lane: 'name', stage: 'name', card: 'text', gap: 'title' }[table];
for (const node of document.querySelectorAll(`[data-key^='${table}/']`)) {
  const record = await window.__TAURI_INTERNALS__.invoke('record', { table, id: node.dataset.key.split('/')[1] });
  if (record?.[field] === said) return box(node);
}
return {};";
