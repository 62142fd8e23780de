//! Cards for a clipboard: as a table for spreadsheets, as lines for texts, and as a small document for ourselves.

use super::own;
use journey::{Card, Document, Id, Map, RecordId, Stage, Table};
use std::collections::BTreeSet;

/// The most bytes of pictures that go along; more are left behind.
const MOST_PICTURES: usize = 8 << 20;

/// Cards as a clipboard holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Lines, or cells with tabs between them where the cards lie in several stages.
    pub text: String,
    /// The same as a table, and for ourselves.
    pub html: String,
}

/// A text as a clipboard holds it: in markup its lines stay as they are.
pub fn copy_text(text: String) -> Copied {
    let html = format!("<meta charset=\"utf-8\"><pre>{}</pre>", escaped(&text));
    Copied { text, html }
}

/// Makes cards into what a clipboard holds. Ids that are not there are passed over.
pub fn copy(document: &Document, cards: &[Id]) -> Copied {
    let rows = rows(document, cards);
    let wide = rows.first().is_some_and(|row| row.len() > 1);
    let text = rows.iter().map(|row| {
        let cells =
            row.iter().map(|cell| if wide || cell.contains('\n') { quoted(cell) } else { cell.clone() });
        cells.collect::<Vec<_>>().join("\t")
    });
    let text = text.collect::<Vec<_>>().join("\n");
    let table = rows.iter().map(|row| {
        let cells = row.iter().map(|cell| format!("<td>{}</td>", escaped(cell).replace('\n', "<br>")));
        format!("<tr>{}</tr>", cells.collect::<String>())
    });
    let html = format!(
        "<meta charset=\"utf-8\"><div {}=\"{}\"><table>{}</table></div>",
        own::ATTRIBUTE,
        own::write(&part(document, cards)),
        table.collect::<String>()
    );
    Copied { text, html }
}

/// The cards as rows and columns: a column a stage from the first to the last one, lanes below each other.
fn rows(document: &Document, cards: &[Id]) -> Vec<Vec<String>> {
    let chosen: BTreeSet<Id> = cards.iter().copied().filter(|id| document.cards.contains_key(id)).collect();
    let map = chosen.first().and_then(|id| document.map_of(RecordId::new(Table::Card, *id)));
    let Some(map) = map else { return Vec::new() };
    let stages: Vec<Id> = document.stages_of(map).iter().map(|stage| stage.id).collect();
    let column = |card: &Card| stages.iter().position(|stage| *stage == card.stage);
    let columns: Vec<usize> = chosen.iter().filter_map(|id| column(&document.cards[id])).collect();
    let (Some(&first), Some(&last)) = (columns.iter().min(), columns.iter().max()) else { return Vec::new() };
    let mut rows = Vec::new();
    for lane in document.lanes_of(map) {
        let cells: Vec<Vec<&str>> = stages[first..=last]
            .iter()
            .map(|stage| {
                let cell = document.cards_in(lane.id, *stage).into_iter();
                cell.filter(|card| chosen.contains(&card.id)).map(|card| card.text.as_str()).collect()
            })
            .collect();
        for row in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            rows.push(
                cells.iter().map(|cell| cell.get(row).map_or(String::new(), |text| (*text).into())).collect(),
            );
        }
    }
    rows
}

/// A cell as spreadsheets read it.
fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The cards with all that they refer to, as a document of its own.
fn part(document: &Document, cards: &[Id]) -> Document {
    let mut part = Document::new(document.id);
    let mut pictures = 0;
    let mut wanted: Vec<RecordId> = cards.iter().map(|id| RecordId::new(Table::Card, *id)).collect();
    while let Some(record) = wanted.pop() {
        if part.has(record.table, record.id) {
            continue;
        }
        let Some(fields) = document.fields(record.table, record.id) else { continue };
        if record.table == Table::Image {
            let hash = &document.images[&record.id].hash;
            let Some(bytes) = document.blobs.get(hash) else { continue };
            pictures += bytes.len();
            if pictures > MOST_PICTURES {
                continue;
            }
            part.blobs.insert(hash.clone(), bytes.clone());
        }
        // The fields are those of a record of this very table.
        let _ = part.put_fields(record.table, fields);
        if matches!(record.table, Table::Card | Table::Lane) {
            document.references_of(record.table, record.id, &mut |reference| {
                // Another card is not taken along because one mentions it.
                if reference.to.table != Table::Card || cards.contains(&reference.to.id) {
                    wanted.push(reference.to);
                }
            });
        }
    }
    whole(document, &mut part);
    part
}

/// Makes it a sound document: the stages between are there too, maps and stages say only what they are called, and what
/// was left behind is no longer mentioned.
fn whole(document: &Document, part: &mut Document) {
    for map in part.maps.values_mut() {
        let Map { id, order, title, language, .. } = std::mem::take(map);
        *map = Map { id, order, title, language, ..Map::default() };
        for stage in document.stages_of(id) {
            let Stage { id, map, order, name, .. } = stage.clone();
            part.stages.insert(id, Stage { id, map, order, name, ..Stage::default() });
        }
    }
    let there: BTreeSet<RecordId> = Table::ALL
        .iter()
        .flat_map(|table| part.ids(*table).into_iter().map(|id| RecordId::new(*table, id)))
        .collect();
    for record in &there {
        part.redirect(record.table, record.id, &mut |to| there.contains(&to).then_some(to));
    }
}
