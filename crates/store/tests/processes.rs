//! What only another process can show: being killed, being somebody else, running out of room.
//!
//! The program starts itself again as a child, which takes orders on its standard input, one a line, and answers each
//! with a line.

mod child;
mod sample;

use child::Child;
use sample::{Desk, document, id};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() == Some("child") {
        let folder = args.next().expect("a folder");
        child::serve(Path::new(&folder));
        return ExitCode::SUCCESS;
    }
    let tests: [(&str, fn()); 7] = [
        ("killed_at_any_moment", killed_at_any_moment),
        ("a_second_process_opens_read_only", a_second_process_opens_read_only),
        ("no_permission_to_read", no_permission_to_read),
        ("no_permission_to_write", no_permission_to_write),
        ("the_disk_is_full", the_disk_is_full),
        ("the_disk_of_the_working_copy_is_full", the_disk_of_the_working_copy_is_full),
        ("the_file_may_grow_no_further", the_file_may_grow_no_further),
    ];
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let mut failed = false;
    for (name, test) in tests {
        if !wanted.is_empty() && !wanted.iter().any(|wanted| name.contains(wanted.as_str())) {
            continue;
        }
        let start = Instant::now();
        let fine = std::panic::catch_unwind(test).is_ok();
        println!("test {name} ... {} ({:.1?})", if fine { "ok" } else { "FAILED" }, start.elapsed());
        failed |= !fine;
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// A saved file `files/map.journey` with the map of [`document`], and nobody who has it open.
fn desk() -> Desk {
    let desk = Desk::new();
    store::export_file(&document(), &desk.file("map.journey"), false).unwrap();
    desk
}

/// A random number below `below`.
fn random(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % below
}

const KILLS: usize = 200;

/// Several desks at once, each killed again and again while it edits and publishes as fast as it can.
fn killed_at_any_moment() {
    let desks = 4;
    let totals: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..desks).map(|seed| scope.spawn(move || kill_often(seed, KILLS / desks as usize))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let acknowledged: usize = totals.iter().map(|total| total.0).sum();
    let recovered: usize = totals.iter().map(|total| total.1).sum();
    println!("     {KILLS} kills, {acknowledged} edits acknowledged, {recovered} times recovered");
    assert!(acknowledged >= KILLS / 4 * 3, "the child hardly got to edit: {acknowledged}");
    assert!(recovered > 0, "no kill hit unpublished edits");
}

fn kill_often(seed: u64, kills: usize) -> (usize, usize) {
    let desk = desk();
    let path = desk.file("map.journey");
    let mut chance = seed + 1;
    let mut acknowledged = BTreeSet::new();
    let mut recovered = 0;
    for kill in 0..kills {
        let mut child = Child::start(desk.folder.path());
        let first = 1_000_000 * (kill as u128 + 1);
        child.order(&format!("edit {first}"));
        // Some are hit while they start and recover, most in the middle of edits and publishing.
        if kill % 4 != 0 {
            child.wait();
        }
        std::thread::sleep(Duration::from_millis(random(&mut chance, 150)));
        let answers = child.kill();
        acknowledged
            .extend(answers.iter().filter_map(|line| line.strip_prefix("done ")?.parse::<u128>().ok()));

        // The user's file is whole at every moment, whoever looks at it with whatever tool.
        let sqlite = rusqlite::Connection::open(&path).unwrap();
        let check: String = sqlite.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(check, "ok", "kill {kill}");
        drop(sqlite);
        let published = store::read_file(&path).unwrap();
        assert!(journey::check(&published).is_empty());

        // Nothing that was acknowledged is lost, in the records and in the log.
        let open = desk.store.open(&path).unwrap();
        assert!(open.read_only.is_none() && open.notices.is_empty(), "{:?}", open.notices);
        recovered += usize::from(open.recovered);
        let document = open.document.document();
        for edit in &acknowledged {
            assert!(
                document.cards.contains_key(&id(*edit)),
                "kill {kill}: edit {edit} was acknowledged and is lost"
            );
        }
        assert_eq!(desk.names(), ["map.journey"], "kill {kill}");
        assert!(document.cards.len() >= published.cards.len());
        drop(open);
    }
    (acknowledged.len(), recovered)
}

fn a_second_process_opens_read_only() {
    let desk = desk();
    let mut first = Child::start(desk.folder.path());
    assert_eq!(first.ask("open"), "open writable");
    let mut second = Child::start(desk.folder.path());
    assert_eq!(second.ask("open"), "open read-only.open-elsewhere");
    assert_eq!(second.ask("apply 5"), "error file.read-only");
    assert_eq!(first.ask("apply 6"), "done 6");
    // The system takes the lock back from the dead.
    first.kill();
    second.kill();
    let mut third = Child::start(desk.folder.path());
    assert_eq!(third.ask("open"), "open writable");
    assert_eq!(third.ask("count"), "count 1");
}

fn no_permission_to_read() {
    let desk = desk();
    let path = desk.file("map.journey");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    let mut nobody = Child::start_as_nobody(desk.folder.path());
    assert_eq!(nobody.ask("open"), "error file.not-readable");
    assert_eq!(nobody.ask("read"), "error file.not-readable");
    assert_eq!(desk.names(), ["map.journey"]);
    assert_eq!(desk.working_copies(), 0);
}

fn no_permission_to_write() {
    // The folder may not be written to.
    let desk = desk();
    let path = desk.file("map.journey");
    let before = fs::read(&path).unwrap();
    let mut nobody = Child::start_as_nobody(desk.folder.path());
    let folder = path.parent().unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o555)).unwrap();
    assert_eq!(nobody.ask("open"), "open writable");
    assert_eq!(nobody.ask("apply 5"), "done 5");
    assert_eq!(nobody.ask("publish"), "kept file.not-writable 1");
    assert_eq!(nobody.ask("export out.journey"), "error file.not-writable");
    assert_eq!(nobody.ask("write out.png"), "error file.not-writable");
    assert_eq!(nobody.ask("save-as out.journey"), "error file.not-writable");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(desk.names(), ["map.journey"]);
    // Somebody else changes it: theirs stays, ours is kept.
    store::export_file(&sample::one_of_each(), &path, true).unwrap();
    assert_eq!(nobody.ask("publish"), "kept file.changed 1");
    assert_eq!(store::read_file(&path).unwrap(), sample::one_of_each());
    assert_eq!(desk.names(), ["map.journey"]);
    // The folder can be written to again: ours goes beside it.
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(nobody.ask("publish"), "two_copies");
    assert_eq!(desk.names().len(), 2);

    // The folder can be written to, the file is marked read-only: a rename could replace it, and must not.
    let desk = self::desk();
    let path = desk.file("map.journey");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = fs::read(&path).unwrap();
    let mut nobody = Child::start_as_nobody(desk.folder.path());
    assert_eq!(nobody.ask("open"), "open writable");
    assert_eq!(nobody.ask("apply 5"), "done 5");
    assert_eq!(nobody.ask("publish"), "kept file.not-writable 1");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(desk.names(), ["map.journey"]);
}

fn the_disk_is_full() {
    let desk = Desk::new();
    let files = desk.folder.path().join("files");
    // A disk of its own, as small as a stick that is nearly full, seen by this child alone.
    let mut child = Child::start_with_small_disk(desk.folder.path(), &files, "300k");
    assert_eq!(child.ask("create"), "open writable");
    assert_eq!(child.ask("apply 5"), "done 5");
    assert_eq!(child.ask("save-as map.journey"), "saved");
    let before = child.ask("hash map.journey");
    assert!(before.starts_with("hash "), "{before}");
    assert_eq!(child.ask("apply 6 100000"), "done 6");
    assert_eq!(child.ask("publish"), "kept file.disk-full 1");
    assert_eq!(child.ask("hash map.journey"), before, "the file is as it was");
    assert_eq!(child.ask("names"), "names map.journey");
    assert_eq!(child.ask("export big.journey"), "error file.disk-full");
    assert_eq!(child.ask("write big.png 200000"), "error file.disk-full");
    assert_eq!(child.ask("names"), "names map.journey");
    // Room is made: what was kept goes into the file.
    assert_eq!(child.ask("undo"), "done undo");
    assert_eq!(child.ask("apply 7"), "done 7");
    assert_eq!(child.ask("publish"), "kept file.disk-full 3", "the past is in the file as well");
    assert_eq!(child.ask("count"), "count 2");
}

fn the_disk_of_the_working_copy_is_full() {
    let desk = desk();
    let work = desk.folder.path().join("data/work");
    let mut child = Child::start_with_small_disk(desk.folder.path(), &work, "1500k");
    assert_eq!(child.ask("open"), "open writable");
    let mut done = 0;
    let refused = loop {
        let answer = child.ask(&format!("apply {} 50000", done + 5));
        if !answer.starts_with("done") {
            break answer;
        }
        done += 1;
        assert!(done < 100, "the disk is never full");
    };
    assert_eq!(refused, "error file.disk-full");
    // What was refused is not on the screen either, and what was acknowledged still goes into the file.
    assert_eq!(child.ask("count"), format!("count {done}"));
    assert_eq!(child.ask("apply 900 50000"), "error file.disk-full");
    assert_eq!(child.ask("count"), format!("count {done}"));
    assert!(done > 1, "{done}");
    child.ask("publish");
    let published = store::read_file(&desk.file("map.journey")).unwrap();
    assert!(published.cards.is_empty() || published.cards.len() == done, "{}", published.cards.len());
    assert_eq!(desk.names(), ["map.journey"]);
}

fn the_file_may_grow_no_further() {
    let desk = desk();
    let path = desk.file("map.journey");
    let before = fs::read(&path).unwrap();
    let mut child = Child::start(desk.folder.path());
    assert_eq!(child.ask("open"), "open writable");
    assert_eq!(child.ask("apply 5"), "done 5");
    child.limit_file_size(40_000);
    let answer = child.ask("publish");
    assert!(answer.starts_with("kept file."), "{answer}");
    let answer = child.ask("write out.png 100000");
    assert!(answer.starts_with("error file."), "{answer}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(desk.names(), ["map.journey"]);
    child.limit_file_size(1 << 30);
    assert_eq!(child.ask("publish"), "saved");
    assert_eq!(store::read_file(&path).unwrap().cards.len(), 1);
}

/// Used by the child's orders as well.
fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
