//! A document to hand to strangers: the map as it is now, without its past and without what nobody sees in it.

use crate::read;
use journey::{Document, Image, Table, words};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A copy without a past. Written by [`crate::export_file`], nothing of these is in the file:
/// - the log with all words that were ever there, the names in it, and pictures that are no longer used;
/// - versions, comments and rounds, which name people;
/// - what a card remembers of the lane that it came from, and fields of other programs, which nobody can look at here;
/// - what `strip` takes out of the pictures.
///
/// The ids stay, so that what comes back can be told from what was sent.
///
/// # Errors
/// What `strip` fails with.
pub fn clean_copy<E>(
    document: &Document,
    mut strip: impl FnMut(&Image, &[u8]) -> Result<Vec<u8>, E>,
) -> Result<Document, E> {
    let mut copy = document.clone();
    copy.extra.clear();
    copy.versions.clear();
    copy.comments.clear();
    copy.rounds.clear();
    let gone: Vec<_> = copy
        .dismissals
        .iter()
        .filter(|(_, dismissal)| !copy.has(dismissal.about.table, dismissal.about.id))
        .map(|(id, _)| *id)
        .collect();
    copy.dismissals.retain(|id, _| !gone.contains(id));
    forget_former_kinds(&mut copy);
    forget_strangers(&mut copy);
    let used = used_images(&copy);
    copy.images.retain(|id, _| used.contains(id));
    copy.blobs = strip_pictures(&mut copy, &mut strip)?;
    Ok(copy)
}

/// Puts roles in the place of the names of people and organisations: "operations lead" for Marie. Who has no role is
/// called by `nobody`; a number tells apart who is called like somebody before. Initials and portraits go, and the name
/// of whoever owns a map; what people wrote on cards stays as it is.
pub fn without_names(document: &mut Document, nobody: &str) {
    let mut taken = BTreeSet::new();
    for person in document.people.values_mut() {
        let role = person.role.trim();
        let wanted = if role.is_empty() { nobody.to_owned() } else { words::capital(role) };
        let own = (2..).map(|count| format!("{wanted} {count}"));
        let free = std::iter::once(wanted.clone()).chain(own).find(|name| !taken.contains(name));
        person.name = free.unwrap_or(wanted);
        taken.insert(person.name.clone());
        person.initials.clear();
        person.portrait = None;
    }
    for map in document.maps.values_mut() {
        map.owner.clear();
    }
}

/// Cards keep the fields that their lane's kind has.
fn forget_former_kinds(copy: &mut Document) {
    let Document { cards, lanes, .. } = copy;
    for card in cards.values_mut() {
        let Some(lane) = lanes.get(&card.lane) else { continue };
        let known = lane.kind.fields();
        card.fields.retain(|name, _| known.iter().any(|field| field.name == name));
    }
}

/// Empties the fields that another program wrote.
fn forget_strangers(copy: &mut Document) {
    for &table in Table::ALL {
        for id in copy.ids(table) {
            let Some(mut fields) = copy.fields(table, id) else { continue };
            if fields.get("extra").and_then(Value::as_object).is_none_or(Map::is_empty) {
                continue;
            }
            fields.insert("extra".to_owned(), Value::Object(Map::new()));
            // The fields came from this very record, so they fit.
            let _ = copy.put_fields(table, fields);
        }
    }
}

/// The images that something shows.
fn used_images(copy: &Document) -> BTreeSet<journey::Id> {
    let mut used = BTreeSet::new();
    for &table in Table::ALL {
        for id in copy.ids(table) {
            copy.references_of(table, id, &mut |reference| {
                if reference.to.table == Table::Image {
                    used.insert(reference.to.id);
                }
            });
        }
    }
    used
}

fn strip_pictures<E>(
    copy: &mut Document,
    strip: &mut impl FnMut(&Image, &[u8]) -> Result<Vec<u8>, E>,
) -> Result<BTreeMap<String, Arc<Vec<u8>>>, E> {
    let mut stripped: BTreeMap<String, String> = BTreeMap::new();
    let mut blobs = BTreeMap::new();
    for image in copy.images.values_mut() {
        let Some(bytes) = copy.blobs.get(&image.hash) else { continue };
        let hash = match stripped.get(&image.hash) {
            Some(hash) => hash.clone(),
            None => {
                let cleaned = strip(image, bytes)?;
                let hash = read::sha256(&cleaned);
                blobs.insert(hash.clone(), Arc::new(cleaned));
                stripped.insert(image.hash.clone(), hash.clone());
                hash
            }
        };
        image.hash = hash;
    }
    Ok(blobs)
}
