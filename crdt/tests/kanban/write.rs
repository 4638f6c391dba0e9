//! What the server writes into plans: the trash it empties, the cards that links in mails act on.

use automerge::transaction::Transactable;
use automerge::{Automerge, ObjType, ROOT};
use crdt::kanban::limits::TRASH_MS;
use crdt::kanban::{WriteError, check, empty_trash, finish, forget_file, postpone, read};

use crate::samples::{add_card, add_column, add_label, edit, kanban, part};

const NOW_MS: u64 = 1_800_000_000_000;

fn empties(kanban: &mut Automerge, now_ms: u64) -> usize {
    edit(kanban, |edit| empty_trash(edit, now_ms))
}

fn thrown_away() -> Automerge {
    let mut kanban = kanban();
    let at = i64::try_from(NOW_MS).expect("a number");
    edit(&mut kanban, |edit| {
        let column = add_column(edit, "old", "Idées", "k")?;
        let card = add_card(edit, "k1", "Un devis", "old", "V")?;
        let label = add_label(edit, "l1", "Urgent", "red")?;
        add_card(edit, "k2", "Une salle", "c1", "V")?;
        add_card(edit, "k3", "Un reste", "old", "V")?;
        [&column, &card, &label]
            .iter()
            .try_for_each(|item| edit.put(*item, "deleted", at))
    });
    kanban
}

#[test]
fn what_was_thrown_away_stays_thirty_days_and_not_longer() {
    let mut kanban = thrown_away();
    let before = kanban.get_heads();
    assert_eq!(empties(&mut kanban, NOW_MS + TRASH_MS), 0);
    assert_eq!(kanban.get_heads(), before, "there is nothing to write");
    assert_eq!(empties(&mut kanban, NOW_MS + TRASH_MS + 1), 3);
    let read = read(&kanban);
    assert!(read.column("old").is_none() && read.card("k1").is_none());
    let kept: Vec<_> = read.cards.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(kept, ["k2", "k3"]);
    assert_eq!(read.cards[1].column, "c1", "it lost its column");
    assert_eq!(check(&kanban), Ok(()));
    assert_eq!(empties(&mut kanban, u64::MAX), 0);
}

#[test]
fn odd_times_throw_nothing_away() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        for (id, time) in [("k1", -5.0), ("k2", f64::NAN), ("k3", f64::INFINITY)] {
            let card = add_card(edit, id, "x", "c1", "V")?;
            edit.put(&card, "deleted", time)?;
        }
        let cards = part(edit, "cards");
        edit.put(&cards, "k4", 7)
    });
    assert_eq!(empties(&mut kanban, NOW_MS), 0);
    edit(&mut kanban, |edit| edit.put(ROOT, "labels", "none"));
    assert_eq!(empties(&mut kanban, NOW_MS), 0);
}

fn writes(
    kanban: &mut Automerge,
    write: impl FnOnce(&mut automerge::transaction::Transaction<'_>) -> Result<(), WriteError>,
) -> Result<(), WriteError> {
    edit(kanban, |transaction| Ok(write(transaction)))
}

#[test]
fn a_card_is_done_once() {
    let mut kanban = thrown_away();
    assert_eq!(
        writes(&mut kanban, |edit| finish(edit, "k2", NOW_MS)),
        Ok(())
    );
    let card = read(&kanban).card("k2").cloned().expect("a card");
    assert_eq!(
        (card.done, card.done_at, card.updated),
        (true, NOW_MS, NOW_MS)
    );
    let heads = kanban.get_heads();
    assert_eq!(writes(&mut kanban, |edit| finish(edit, "k2", 1)), Ok(()));
    assert_eq!(kanban.get_heads(), heads);
    for gone in ["k1", "nobody"] {
        let missing = writes(&mut kanban, |edit| finish(edit, gone, NOW_MS));
        assert_eq!(missing, Err(WriteError::Missing));
    }
}

#[test]
fn a_card_is_postponed_from_the_day_it_was_due_and_no_other() {
    let mut kanban = kanban();
    edit(&mut kanban, |edit| {
        let card = add_card(edit, "k1", "Un devis", "c1", "V")?;
        edit.put(&card, "due", "2026-11-23")
    });
    let due = |kanban: &Automerge| read(kanban).cards[0].due.clone();
    for _ in 0..2 {
        let moved = writes(&mut kanban, |edit| {
            postpone(edit, "k1", "2026-11-23", "2026-11-30", NOW_MS)
        });
        assert_eq!((moved, due(&kanban).as_str()), (Ok(()), "2026-11-30"));
    }
    let wrong = writes(&mut kanban, |edit| {
        postpone(edit, "k1", "2026-11-30", "soon", NOW_MS)
    });
    assert_eq!(wrong, Err(WriteError::Missing));
}

#[test]
fn a_deleted_file_keeps_its_name_and_loses_its_address_on_every_card() {
    let mut kanban = kanban();
    let held = edit(&mut kanban, |edit| {
        for (key, url) in [
            ("k1", "/api/attachments/a#p2"),
            ("k2", "/api/attachments/b"),
            ("k3", ""),
        ] {
            let card = add_card(edit, key, "Un devis", "c1", key)?;
            let files = edit.put_object(&card, "attachments", ObjType::Map)?;
            let file = edit.put_object(&files, "f1", ObjType::Map)?;
            edit.put(&file, "title", "devis.pdf")?;
            edit.put(&file, "url", url)?;
            edit.put(&file, "bytes", 4)?;
        }
        forget_file(edit, "/api/attachments/a")
    });
    assert_eq!(held, 1);
    let read = read(&kanban);
    let files: Vec<_> = ["k1", "k2", "k3"]
        .iter()
        .map(|key| &read.card(key).expect("a card").attachments[0])
        .map(|file| (file.title.as_str(), file.url.as_str(), file.bytes))
        .collect();
    let named = |url| ("devis.pdf", url, 4);
    assert_eq!(files, [named(""), named("/api/attachments/b"), named("")]);
    let again = edit(&mut kanban, |edit| forget_file(edit, "/api/attachments/a"));
    assert_eq!(again, 0);
}
