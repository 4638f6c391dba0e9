//! What the server itself writes.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ROOT, ReadDoc};

use super::*;
use crate::room::edit::Edit;

fn writes(word: &'static str) -> Edit<'static> {
    Box::new(move |transaction: &mut Transaction<'_>| transaction.put(ROOT, word, true).is_ok())
}

/// The number of the only commit in these effects.
fn commit_in(effects: &[Effect]) -> u64 {
    let commits: Vec<u64> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Commit { commit, .. } => Some(*commit),
            _ => None,
        })
        .collect();
    assert_eq!(commits.len(), 1, "{effects:?}");
    commits[0]
}

#[test]
fn an_edit_is_shown_to_nobody_before_it_is_on_disk() {
    let mut room = room_of(&created());
    let (edited, effects) = room.edit(writes("result"));
    let commit = commit_in(&effects);
    assert_eq!(edited, Edited::Committing(commit));
    let is_frame = |effect: &Effect| matches!(effect, Effect::Send { .. });
    assert!(!effects.iter().any(is_frame), "{effects:?}");
    let before = room.heads();
    room.handle(1, Input::Committed { commit });
    assert_ne!(room.heads(), before);
    assert!(room.document().get(ROOT, "result").unwrap().is_some());
}

#[test]
fn an_edit_waits_for_the_commit_under_way() {
    let mut room = room_of(&created());
    let (_, effects) = room.edit(writes("first"));
    let (edited, nothing) = room.edit(writes("second"));
    assert_eq!((edited, nothing), (Edited::NotNow, Vec::new()));
    let commit = commit_in(&effects);
    room.handle(1, Input::Committed { commit });
    let (edited, _) = room.edit(writes("second"));
    assert!(matches!(edited, Edited::Committing(later) if later > commit));
}

#[test]
fn an_edit_that_changes_nothing_costs_no_commit() {
    let mut room = room_of(&created());
    let heads = room.heads();
    assert_eq!(room.edit(Box::new(|_| true)), (Edited::Nothing, Vec::new()));
    let unwilling: Edit<'_> = Box::new(|transaction| {
        transaction.put(ROOT, "half", true).unwrap();
        false
    });
    assert_eq!(room.edit(unwilling), (Edited::Nothing, Vec::new()));
    assert_eq!(room.heads(), heads);
    assert_eq!(room.document().get(ROOT, "half").unwrap(), None);
}

#[test]
fn an_edit_that_panics_has_the_room_built_again() {
    let mut room = room_of(&created());
    let (edited, effects) = room.edit(Box::new(|_| panic!("a mistake")));
    assert_eq!(edited, Edited::NotNow);
    assert!(
        matches!(effects[..], [Effect::Rebuild { .. }]),
        "{effects:?}"
    );
    assert_eq!(room.edit(writes("more")), (Edited::NotNow, Vec::new()));
}

#[test]
fn two_edits_follow_each_other_and_what_peers_write() {
    let document = created();
    let mut room = room_of(&document);
    let (_, effects) = room.edit(writes("one"));
    room.handle(
        1,
        Input::Committed {
            commit: commit_in(&effects),
        },
    );
    let data = upload(&[word(&document, "theirs").raw_bytes()]);
    room.handle(2, Input::Sync { peer: ANAS, data });
    let effects = room.handle(500, Input::Tick);
    room.handle(
        501,
        Input::Committed {
            commit: commit_in(&effects),
        },
    );
    let (_, effects) = room.edit(writes("two"));
    room.handle(
        502,
        Input::Committed {
            commit: commit_in(&effects),
        },
    );
    for key in ["one", "theirs", "two"] {
        assert!(room.document().get(ROOT, key).unwrap().is_some(), "{key}");
    }
    assert!(room.draft().is_some_and(|draft| draft.finish().is_some()));
}
