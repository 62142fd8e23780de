//! A clean copy, searched byte by byte for what must not be in it: removed words, names of those who edited, the places
//! where photos were taken. What is on the map is all there.

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, RgbImage};
use journey::edit::Place;
use journey::{Document, Edit, Fields, Id, Image, LaneKind, RecordId, Stamp, Table};
use serde_json::{Value, json};
use std::path::Path;
use store::Store;

const AUTHOR: &str = "Wilhelmine Verfasserin";
/// All that must be gone; each of them is in the file that it is made from.
const GONE: &[&str] = &[
    AUTHOR,
    "Commentator Karl",
    "secret remark",
    "Version for the board",
    "removed confession",
    "first wording",
    "unused picture",
    "GPS-52.5200",
    "kept from another lane",
    "another program's note",
    "Round of ideas",
];

struct Writer {
    open: store::OpenDocument,
    last: u128,
}

impl Writer {
    fn id(&mut self) -> Id {
        self.last += 1;
        Id::from_u128(self.last)
    }

    fn apply(&mut self, edit: &Edit) {
        let stamp = Stamp { change: self.id(), at: 1_790_000_000_000, author: AUTHOR.into() };
        self.open.apply(edit, stamp).expect("the edit fits");
    }

    fn add(&mut self, table: Table, fields: Value) -> Id {
        let id = self.id();
        let Value::Object(mut fields) = fields else { panic!("fields") };
        fields.insert("id".into(), json!(id));
        self.apply(&Edit::Add { table, fields, place: Place::Last });
        id
    }

    fn photo(&mut self, words: &str) -> Id {
        let bytes = photo(words);
        let image = Image {
            id: self.id(),
            hash: store::sha256(&bytes),
            media_type: "image/jpeg".into(),
            width: 24,
            height: 16,
            alt: "The shop".into(),
            ..Image::default()
        };
        let id = image.id;
        self.apply(&Edit::AddImage { image, bytes });
        id
    }
}

/// A photo whose remarks hold these words.
fn photo(words: &str) -> Vec<u8> {
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(24, 16, |x, y| {
        image::Rgb([x as u8, y as u8, words.len() as u8])
    }));
    let mut plain = Vec::new();
    JpegEncoder::new(&mut plain).encode_image(&picture).expect("a picture");
    let body = [b"http://ns.adobe.com/xap/1.0/\0", words.as_bytes()].concat();
    let length = u16::try_from(body.len() + 2).expect("a short text").to_be_bytes();
    [&plain[..2], &[0xFF, 0xE1], &length, &body, &plain[2..]].concat()
}

fn has(file: &Path, words: &str) -> bool {
    let bytes = std::fs::read(file).expect("a file");
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

fn count(document: &Document) -> [usize; 8] {
    [
        document.maps.len(),
        document.stages.len(),
        document.lanes.len(),
        document.cards.len(),
        document.people.len(),
        document.feelings.len(),
        document.gaps.len(),
        document.paths.len(),
    ]
}

#[test]
fn nothing_of_the_past_of_authors_or_of_photos_is_in_the_bytes_of_a_clean_copy() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Store::new(&folder.path().join("data")).expect("a store");
    let (file, clean) = (folder.path().join("map.journey"), folder.path().join("clean.journey"));
    let open = store.create(pipeline_tests::sample()).expect("a draft").document;
    let mut writer = Writer { open, last: 1 << 90 };
    let document = writer.open.document().clone();
    let map = document.maps_in_order()[0].id;
    let stage = document.stages_of(map)[0].id;
    let lane = |kind| document.lanes.values().find(|lane| lane.kind == kind).expect("a lane").id;
    let pains = lane(LaneKind::PainPoints);
    let card = |text: &str| json!({"lane": pains, "stage": stage, "to_stage": stage, "text": text});

    let removed = writer.add(Table::Card, card("removed confession"));
    writer.apply(&Edit::Remove { records: vec![RecordId::new(Table::Card, removed)] });
    let kept = writer.add(Table::Card, card("first wording"));
    let set =
        |id, field: &str, value: Value| Edit::Set { table: Table::Card, id, field: field.into(), value };
    writer.apply(&set(kept, "text", json!("second wording")));
    writer.apply(&set(kept, "fields.friction", json!("findability")));
    writer.add(
        Table::Comment,
        json!({"about": {"table": "card", "id": kept}, "text": "secret remark", "name": "Commentator Karl"}),
    );
    writer.add(Table::Version, json!({"name": "Version for the board", "who": AUTHOR}));
    writer.add(Table::Round, json!({"map": map, "result": {"note": "Round of ideas"}}));
    let shown = writer.photo("GPS-52.5200");
    writer.photo("unused picture");
    let person = document.people.keys().next().copied().expect("a person");
    writer.apply(&Edit::Set {
        table: Table::Person,
        id: person,
        field: "portrait".into(),
        value: json!(shown),
    });
    // What a card was in another lane, and what another program wrote, come with a file from elsewhere.
    writer.open.save_as(&file, false).expect("a file");
    assert_eq!(writer.open.close().code(), "saved");
    let plant = rusqlite::Connection::open(&file).expect("a database");
    plant
        .execute(
            "UPDATE card SET fields = json_set(fields, '$.\"opportunities.pillar\"', 'kept from another lane'), extra = ?1 WHERE id = ?2",
            (r#"{"note": "another program's note"}"#, kept.to_string()),
        )
        .expect("the card is there");
    drop(plant);
    for words in GONE {
        assert!(has(&file, words), "{words} is in the file that is cleaned");
    }

    let before = store::read_file(&file).expect("a map");
    let copy =
        store::clean_copy(&before, |_, bytes| render::clean::without_metadata(bytes)).expect("pictures");
    store::export_file(&copy, &clean, false).expect("a clean file");
    for words in GONE {
        assert!(!has(&clean, words), "{words} is not in the clean copy");
    }

    // Whole: everything that the map shows is there, and the program opens and changes it.
    let after = store::read_file(&clean).expect("a map");
    assert_eq!(count(&after), count(&before));
    assert_eq!(after.cards[&kept].text, "second wording");
    assert_eq!(after.people[&person].portrait, Some(shown));
    assert!(after.blobs.contains_key(&after.images[&shown].hash));
    assert_eq!((after.images.len(), after.blobs.len()), (1, 1));
    assert_eq!(after.id, before.id);
    assert!(journey::check(&after).is_empty());
    let mut open = store.open(&clean).expect("it opens").document;
    assert_eq!((open.read_only(), open.undo_label()), (None, None));
    let edit = set(kept, "text", json!("sent back"));
    open.apply(&edit, Stamp { change: Id::from_u128(5), ..Stamp::default() }).expect("it can be changed");
    assert_eq!(open.close().code(), "saved");
    let _: Fields = after.extra;
}

#[test]
fn without_names_there_are_roles_and_nobody_is_mistaken_for_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let clean = folder.path().join("clean.journey");
    let mut document = pipeline_tests::sample();
    for (at, person) in document.people.values_mut().enumerate() {
        person.name = format!("Wilhelmine the {at}th");
        person.initials = "WX".into();
        person.role = ["operations lead", "operations lead", ""][at % 3].into();
    }
    document.maps.values_mut().for_each(|map| map.owner = "Wilhelmine".into());
    let mut copy = document.clone();
    store::without_names(&mut copy, "Person");
    let copy = store::clean_copy(&copy, |_, bytes| render::clean::without_metadata(bytes)).expect("pictures");
    store::export_file(&copy, &clean, false).expect("a clean file");
    assert!(!has(&clean, "Wilhelmine") && !has(&clean, "WX"));
    let after = store::read_file(&clean).expect("a map");
    let names: std::collections::BTreeSet<&str> =
        after.people.values().map(|person| person.name.as_str()).collect();
    assert_eq!(names.len(), document.people.len(), "{names:?}");
    assert!(names.contains("Operations lead") && names.contains("Operations lead 2"), "{names:?}");
    assert!(names.contains("Person"), "{names:?}");
    assert_eq!(count(&after), count(&document));
    assert!(journey::check(&after).is_empty());
}

#[test]
fn a_picture_that_cannot_be_cleaned_is_told_and_no_copy_is_made() {
    let mut document = pipeline_tests::sample();
    let bytes = b"\xFF\xD8 Wilhelmine".to_vec();
    let image = Image { id: Id::from_u128(1 << 99), hash: store::sha256(&bytes), ..Image::default() };
    let person = document.people.values_mut().next().expect("a person");
    person.portrait = Some(image.id);
    document.blobs.insert(image.hash.clone(), bytes.into());
    document.images.insert(image.id, image);
    assert!(store::clean_copy(&document, |_, bytes| render::clean::without_metadata(bytes)).is_err());
}
