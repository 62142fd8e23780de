//! What Home offers, asked for by several at once.

mod sample;

use sample::{Desk, add_card, stamp};

#[test]
fn all_who_ask_at_once_are_told_of_every_draft() {
    let desk = Desk::new();
    let mut open = desk.store.create(sample::document()).unwrap().document;
    open.apply(&add_card(101, "x"), stamp(1)).unwrap();
    drop(open);
    let asks = || (0..20).map(|_| desk.store.drafts().len()).collect::<Vec<_>>();
    let told = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..4).map(|_| scope.spawn(asks)).collect();
        asking.into_iter().flat_map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(told, [1; 80]);
}
