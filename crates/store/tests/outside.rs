//! What others do to the user's file, what is left when we are killed, and where our edits are meanwhile.

mod sample;

use journey::words::say;
use sample::{Desk, add_card, document, id, set_text, stamp};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use store::{DraftKind, OpenDocument, ReadOnly, SaveState, Store, StoreError};

fn saved(desk: &Desk, name: &str) -> (PathBuf, OpenDocument) {
    let path = desk.file(name);
    let mut open = desk.store.create(document()).unwrap().document;
    open.apply(&add_card(101, "ours"), stamp(1)).unwrap();
    open.save_as(&path, false).unwrap();
    (path, open)
}

/// Somebody else edits the file on another computer.
fn edit_elsewhere(path: &Path, text: &str, change: u128) {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = Store::new(folder.path()).unwrap();
    let mut open = elsewhere.open(path).unwrap().document;
    open.apply(&set_text(101, text), stamp(change)).unwrap();
    assert!(matches!(open.close(), SaveState::Saved { .. }));
}

fn kept(state: &SaveState) -> &'static str {
    match state {
        SaveState::Kept { why, .. } => {
            assert!(
                say(&why.sentence, "en").ends_with('.') && say(&why.next_step, "en").ends_with('.'),
                "{why:?}"
            );
            why.code
        }
        other => panic!("expected Kept, found {other:?}"),
    }
}

#[test]
fn a_file_changed_outside_is_never_overwritten() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    edit_elsewhere(&path, "theirs", 50);
    let theirs = fs::read(&path).unwrap();
    open.apply(&set_text(101, "ours again"), stamp(2)).unwrap();
    let SaveState::TwoCopies { ours, theirs: other, waiting: 0 } = open.publish() else {
        panic!("{:?}", open.save_state())
    };
    assert_eq!(other, path);
    assert_eq!(open.path(), Some(ours.as_path()));
    assert_eq!(fs::read(&path).unwrap(), theirs);
    let name = ours.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("map (this computer, ") && name.ends_with(").journey"), "{name}");
    // Editing goes on there, and the past with it.
    open.apply(&set_text(101, "and again"), stamp(3)).unwrap();
    assert!(matches!(open.publish(), SaveState::TwoCopies { waiting: 0, .. }));
    open.undo(stamp(4)).unwrap().unwrap();
    open.close();
    assert_eq!(sample::text(&store::read_file(&ours).unwrap(), 101), "ours again");
    assert_eq!(fs::read(&path).unwrap(), theirs);
    assert_eq!(desk.working_copies(), 0);
    assert_eq!(desk.names().len(), 2, "{:?}", desk.names());
}

#[test]
fn a_file_written_anew_with_the_same_content_is_no_change() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    let bytes = fs::read(&path).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, &bytes).unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert!(matches!(open.publish(), SaveState::Saved { .. }));
    assert_eq!(desk.names(), ["map.journey"]);
}

#[test]
fn the_command_line_writing_an_open_file_counts_as_a_change() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    store::export_file(&sample::one_of_each(), &path, true).unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert!(matches!(open.publish(), SaveState::TwoCopies { .. }));
    assert_eq!(store::read_file(&path).unwrap(), sample::one_of_each());
}

#[test]
fn what_is_no_journey_at_all_is_somebody_elses_as_well() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    fs::write(&path, "something else").unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert!(matches!(open.publish(), SaveState::TwoCopies { .. }));
    assert_eq!(fs::read(&path).unwrap(), b"something else");
}

#[test]
fn a_folder_in_the_files_place_is_left_alone() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert_eq!(kept(&open.publish()), "file.folder");
    assert!(path.is_dir());
    assert_eq!(desk.names(), ["map.journey"]);
}

#[test]
fn a_journal_of_another_program_stops_us() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    let before = fs::read(&path).unwrap();
    fs::write(desk.file("map.journey-journal"), "hot").unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert_eq!(kept(&open.publish()), "file.half-written");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(desk.file("map.journey-journal")).unwrap();
    assert!(matches!(open.publish(), SaveState::Saved { .. }));
}

#[test]
fn the_stick_is_pulled_and_put_back() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    let (folder, away) = (path.parent().unwrap(), desk.folder.path().join("away"));
    fs::rename(folder, &away).unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert_eq!(kept(&open.publish()), "file.folder-gone");
    assert_eq!(kept(&open.save()), "file.folder-gone");
    assert!(!folder.exists(), "we do not make folders where a stick was");
    let state = open.close();
    assert_eq!(kept(&state), "file.folder-gone");
    // Home offers it, also after a restart.
    let drafts = desk.store.drafts();
    assert_eq!(drafts.len(), 1);
    let draft = &drafts[0];
    assert_eq!(
        (draft.kind, draft.waiting, draft.path.as_deref()),
        (DraftKind::Recovered, 1, Some(path.as_path()))
    );
    assert_eq!(draft.title, "A map");
    let again = desk.store.open_draft(&draft.token).unwrap();
    assert!(again.recovered);
    assert_eq!(sample::text(again.document.document(), 101), "x");
    assert_eq!(kept(&again.document.save_state()), "file.folder-gone");
    assert!(desk.store.drafts().is_empty(), "it is open");
    assert_eq!(desk.store.open_draft(&draft.token).err().unwrap().code(), "file.in-use");
    drop(again);
    fs::rename(&away, folder).unwrap();
    let again = desk.store.open(&path).unwrap();
    assert!(again.recovered);
    assert!(matches!(again.document.close(), SaveState::Saved { .. }));
    assert_eq!(sample::text(&store::read_file(&path).unwrap(), 101), "x");
    assert!(desk.store.drafts().is_empty());
}

#[test]
fn a_removed_file_comes_back_only_on_a_persons_wish() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    fs::remove_file(&path).unwrap();
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    assert_eq!(kept(&open.publish()), "file.gone");
    assert!(!path.exists());
    assert!(matches!(open.save(), SaveState::Saved { .. }));
    assert_eq!(sample::text(&store::read_file(&path).unwrap(), 101), "x");
    fs::remove_file(&path).unwrap();
    assert!(matches!(open.save(), SaveState::Saved { .. }));
    assert!(path.exists(), "also where nothing waits");
}

#[test]
fn edits_of_a_killed_process_come_back() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    open.apply(&set_text(101, "not published"), stamp(2)).unwrap();
    drop(open);
    let drafts = desk.store.drafts();
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].kind, DraftKind::Recovered);
    let again = desk.store.open(&path).unwrap();
    assert!(again.recovered);
    assert!(matches!(again.document.save_state(), SaveState::Saved { .. }));
    assert_eq!(sample::text(&store::read_file(&path).unwrap(), 101), "not published");
    assert_eq!(again.document.undo_label().unwrap().key, "edit.card.text");
}

#[test]
fn edits_of_a_killed_process_go_on_beside_a_file_that_changed_since() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    open.apply(&set_text(101, "not published"), stamp(2)).unwrap();
    drop(open);
    edit_elsewhere(&path, "theirs", 50);
    let again = desk.store.open(&path).unwrap();
    assert!(again.recovered);
    let SaveState::TwoCopies { ours, .. } = again.document.save_state() else {
        panic!("{:?}", again.document.save_state())
    };
    assert_eq!(sample::text(&store::read_file(&path).unwrap(), 101), "theirs");
    assert_eq!(sample::text(&store::read_file(&ours).unwrap(), 101), "not published");
    again.document.close();
    // The file itself now opens as it is.
    let theirs = desk.store.open(&path).unwrap();
    assert!(!theirs.recovered);
    assert_eq!(sample::text(theirs.document.document(), 101), "theirs");
}

#[test]
fn another_document_under_the_same_name_does_not_meet_our_edits() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    open.apply(&set_text(101, "not published"), stamp(2)).unwrap();
    drop(open);
    let mut other = document();
    other.id = id(8);
    store::export_file(&other, &path, true).unwrap();
    let theirs = desk.store.open(&path).unwrap();
    assert!(!theirs.recovered);
    assert_eq!(theirs.document.document(), &other);
    theirs.document.close();
    let drafts = desk.store.drafts();
    assert_eq!(drafts.len(), 1);
    let ours = desk.store.open_draft(&drafts[0].token).unwrap();
    assert!(matches!(ours.document.save_state(), SaveState::TwoCopies { .. }));
    assert_eq!(store::read_file(&path).unwrap(), other);
}

#[test]
fn a_broken_working_copy_does_not_keep_people_from_their_file() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    open.apply(&set_text(101, "not published"), stamp(2)).unwrap();
    drop(open);
    for entry in fs::read_dir(desk.folder.path().join("data/work")).unwrap() {
        let entry = entry.unwrap().path();
        if entry.to_str().unwrap().contains(".db") {
            fs::write(&entry, "broken").unwrap();
        }
    }
    let again = desk.store.open(&path).unwrap();
    assert_eq!(sample::text(again.document.document(), 101), "ours");
    assert_eq!(again.notices.len(), 1);
    assert!(say(&again.notices[0].sentence, "en").ends_with('.'));
}

#[test]
fn drafts_are_listed_opened_taken_off_the_list_and_brought_back() {
    let desk = Desk::new();
    desk.store.create(document()).unwrap().document.close();
    assert!(desk.store.drafts().is_empty(), "nobody edited it");
    let mut open = desk.store.create(document()).unwrap().document;
    open.apply(&add_card(101, "x"), stamp(1)).unwrap();
    assert_eq!(kept(&open.save_state()), "draft");
    assert_eq!(desk.store.create(document()).err().unwrap().code(), "file.in-use");
    assert_eq!(kept(&open.close()), "draft");
    let drafts = desk.store.drafts();
    assert_eq!((drafts.len(), drafts[0].kind, drafts[0].waiting), (1, DraftKind::Draft, 1));
    let token = drafts[0].token.clone();
    let mut open = desk.store.open_draft(&token).unwrap().document;
    open.undo(stamp(2)).unwrap().unwrap();
    assert_eq!(open.document(), &document());
    open.redo(stamp(3)).unwrap().unwrap();
    drop(open);
    let drafts = desk.store.drafts();
    desk.store.set_draft_aside(&token).unwrap();
    assert!(desk.store.drafts().is_empty());
    desk.store.bring_draft_back(&token).unwrap();
    assert_eq!(desk.store.drafts(), drafts);
    assert_eq!(desk.store.bring_draft_back(&token).unwrap_err().code(), "draft.missing", "it is there");
    desk.store.set_draft_aside(&token).unwrap();
    let standing = desk.folder.path().join("data/work/aside").join(format!("{token}.json"));
    let long_ago = SystemTime::now() - store::KEPT_ASIDE - Duration::from_secs(60);
    fs::File::options().write(true).open(&standing).unwrap().set_modified(long_ago).unwrap();
    Store::new(&desk.folder.path().join("data")).unwrap();
    assert_eq!(fs::read_dir(standing.parent().unwrap()).unwrap().count(), 0, "it was kept long enough");
    for token in [token.as_str(), "", "../../etc/passwd", "x", &"é".repeat(40)] {
        assert_eq!(desk.store.open_draft(token).err().unwrap().code(), "draft.missing");
        assert_eq!(desk.store.set_draft_aside(token).unwrap_err().code(), "draft.missing");
        assert_eq!(desk.store.bring_draft_back(token).unwrap_err().code(), "draft.missing");
    }
}

#[test]
fn one_writer_for_a_file_however_it_is_called() {
    let desk = Desk::new();
    let (path, open) = saved(&desk, "map.journey");
    let detour = path.parent().unwrap().join("../files/./map.journey");
    for path in [&path, &detour] {
        let mut second = desk.store.open(path).unwrap();
        assert_eq!(second.read_only, Some(ReadOnly::OpenElsewhere));
        assert_eq!(
            second.document.apply(&add_card(102, "x"), stamp(9)).unwrap_err().code(),
            "file.read-only"
        );
    }
    #[cfg(unix)]
    {
        let link = desk.file("link.journey");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        assert_eq!(desk.store.open(&link).unwrap().read_only, Some(ReadOnly::OpenElsewhere));
    }
    open.close();
    assert_eq!(desk.store.open(&detour).unwrap().read_only, None);
}

#[test]
fn save_as_refuses_what_is_there_and_goes_on_at_the_new_place() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    let other = desk.file("other.journey");
    fs::write(&other, "somebody's").unwrap();
    let error = open.save_as(&other, false).unwrap_err();
    assert_eq!(error.code(), "file.exists");
    assert_eq!(open.path(), Some(path.as_path()));
    assert_eq!(fs::read(&other).unwrap(), b"somebody's");
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    let error = open.save_as(&desk.file("no/such/folder.journey"), false).unwrap_err();
    assert_eq!(error.code(), "file.folder-gone");
    open.save_as(&other, true).unwrap();
    assert_eq!(open.path(), Some(other.as_path()));
    assert!(matches!(open.save_state(), SaveState::Saved { .. }));
    open.apply(&set_text(101, "y"), stamp(3)).unwrap();
    open.close();
    assert_eq!(sample::text(&store::read_file(&other).unwrap(), 101), "y");
    assert_eq!(sample::text(&store::read_file(&path).unwrap(), 101), "ours");
    assert_eq!(desk.working_copies(), 0);
    assert_eq!(desk.names(), ["map.journey", "other.journey"]);
    // A file that is open elsewhere is nobody's to replace.
    let first = desk.store.open(&path).unwrap().document;
    let mut second = desk.store.open(&other).unwrap().document;
    assert_eq!(second.save_as(&path, true).unwrap_err().code(), "file.in-use");
    drop(first);
}

#[test]
fn edits_go_on_while_publishing_runs_on_another_thread() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    for round in 0..20_u128 {
        open.apply(&set_text(101, &format!("before {round}")), stamp(100 + 2 * round)).unwrap();
        let job = open.begin_publish().unwrap();
        let thread = std::thread::spawn(move || job.run());
        open.apply(&set_text(101, &format!("meanwhile {round}")), stamp(101 + 2 * round)).unwrap();
        open.end_publish(thread.join().unwrap());
        assert!(!matches!(open.save_state(), SaveState::Kept { .. }), "{:?}", open.save_state());
        let text = sample::text(&store::read_file(&path).unwrap(), 101);
        assert!(text == format!("before {round}") || text == format!("meanwhile {round}"), "{text}");
    }
    assert!(matches!(open.publish(), SaveState::Saved { .. }));
    assert!(open.begin_publish().is_none());
    assert_eq!(sample::text(&store::read_file(&path).unwrap(), 101), "meanwhile 19");
}

#[test]
fn two_jobs_at_once_do_not_take_each_other_for_somebody_else() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    let first = open.begin_publish().unwrap();
    let second = open.begin_publish().unwrap();
    let (first, second) = (first.run(), second.run());
    open.end_publish(second);
    open.end_publish(first);
    assert!(matches!(open.save_state(), SaveState::Saved { .. }), "{:?}", open.save_state());
    open.apply(&set_text(101, "y"), stamp(3)).unwrap();
    let late = open.begin_publish().unwrap();
    open.close();
    let bytes = fs::read(&path).unwrap();
    let mut again = desk.store.open(&path).unwrap().document;
    again.apply(&set_text(101, "z"), stamp(4)).unwrap();
    drop(late.run());
    assert_eq!(fs::read(&path).unwrap(), bytes, "a job of a closed document does nothing");
    assert!(matches!(again.publish(), SaveState::Saved { .. }));
}

#[test]
fn a_published_file_is_a_plain_database_of_modest_size() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    open.publish();
    let bytes = fs::read(&path).unwrap();
    let header = store::schema::Header::read(&bytes).unwrap();
    assert_eq!(header.journal, [1, 1]);
    assert_eq!(header.application_id, store::schema::APPLICATION_ID);
    assert_eq!(header.user_version, store::schema::FORMAT);
    assert!(bytes.len() < 200_000, "{}", bytes.len());
    assert_eq!(desk.names(), ["map.journey"]);
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("/files/"), "where the file lies is nobody else's business");
}

#[cfg(unix)]
#[test]
fn a_link_to_the_file_stays_a_link() {
    let desk = Desk::new();
    let (path, mut open) = saved(&desk, "map.journey");
    let link = desk.file("link.journey");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    open.close();
    open = desk.store.open(&link).unwrap().document;
    assert_eq!(open.path(), Some(path.as_path()));
    open.apply(&set_text(101, "through the link"), stamp(2)).unwrap();
    open.close();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(sample::text(&store::read_file(&link).unwrap(), 101), "through the link");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_is_refused_with_a_sentence() {
    use std::os::unix::ffi::OsStrExt;
    let desk = Desk::new();
    let path = desk.file("x").with_file_name(std::ffi::OsStr::from_bytes(b"\xff.journey"));
    store::export_file(&document(), &path, false).unwrap();
    assert_eq!(store::read_file(&path).unwrap(), document());
    let error = desk.store.open(&path).err().unwrap();
    assert_eq!(error.code(), "file.bad-name");
    assert!(error.sentence("en").ends_with('.'));
}

#[test]
fn the_schedule_runs_while_a_document_is_open() {
    let desk = Desk::new();
    let (_, mut open) = saved(&desk, "map.journey");
    assert_eq!(open.next_publish(), None);
    open.apply(&set_text(101, "x"), stamp(2)).unwrap();
    let next = open.next_publish().unwrap();
    assert!(!open.publish_due(next - store::QUIET));
    assert!(open.publish_due(next));
    open.publish();
    assert_eq!(open.next_publish(), None);
}

#[test]
fn write_atomically_replaces_only_what_it_may() {
    let desk = Desk::new();
    let path = desk.file("out.png");
    store::write_atomically(&path, b"one", false).unwrap();
    assert_eq!(store::write_atomically(&path, b"two", false).unwrap_err().code(), "file.exists");
    assert_eq!(fs::read(&path).unwrap(), b"one");
    store::write_atomically(&path, b"two", true).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(
        store::write_atomically(&desk.file("no/out.png"), b"", true).unwrap_err().code(),
        "file.folder-gone"
    );
    assert_eq!(store::write_atomically(&desk.file(""), b"", true).unwrap_err().code(), "file.folder");
    assert_eq!(desk.names(), ["out.png"]);
}

#[test]
fn a_copy_has_the_past_and_editing_goes_on_where_it_was() {
    let desk = Desk::new();
    let (own, copy) = (desk.file("map.journey"), desk.file("copy.journey"));
    let mut open = desk.store.create(sample::document()).unwrap().document;
    open.apply(&sample::add_card(10, "first"), stamp(1)).unwrap();
    assert!(open.save_copy(&copy, false).is_ok(), "a draft can be copied too");
    open.save_as(&own, false).unwrap();
    open.apply(&sample::set_text(10, "second"), stamp(2)).unwrap();
    assert!(matches!(open.save_copy(&copy, false), Err(StoreError::Exists { .. })));
    assert!(matches!(open.save_copy(&own, true), Err(StoreError::InUse { .. })));
    open.save_copy(&copy, true).unwrap();
    assert_eq!(open.path(), Some(&*own));
    open.apply(&sample::set_text(10, "third"), stamp(3)).unwrap();
    assert_eq!(open.close().code(), "saved");
    assert_eq!(sample::text(&store::read_file(&own).unwrap(), 10), "third");
    let mut copied = desk.store.open(&copy).unwrap().document;
    assert_eq!(sample::text(copied.document(), 10), "second");
    copied.undo(stamp(4)).unwrap().expect("its past came along");
    assert_eq!(sample::text(copied.document(), 10), "first");
    assert_eq!(desk.names(), ["copy.journey", "map.journey"]);
}

#[test]
fn what_is_open_for_reading_only_is_copied_as_its_file_is() {
    let desk = Desk::new();
    let (own, copy) = (desk.file("map.journey"), desk.file("copy.journey"));
    store::export_file(&sample::document(), &own, false).unwrap();
    let _first = desk.store.open(&own).unwrap();
    let second = desk.store.open(&own).unwrap();
    assert!(second.read_only.is_some());
    second.document.save_copy(&copy, false).unwrap();
    assert_eq!(std::fs::read(&copy).unwrap(), std::fs::read(&own).unwrap());
}
