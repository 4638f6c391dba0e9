//! Changes that apply and then keep the saved document from loading: refused for their numbers.

use super::*;

/// An empty change of somebody new, put together by hand.
pub(crate) fn empty(
    document: &Automerge,
    start_op: u64,
    edit: impl FnOnce(&mut ExpandedChange),
) -> Change {
    let mut copy = document.fork();
    copy.empty_commit(Default::default());
    let mut change = copy.get_last_local_change().unwrap().decode();
    change.start_op = start_op.try_into().unwrap();
    edit(&mut change);
    change.hash = None;
    Change::from(change)
}

/// Whether the document still loads once it is saved with this change in it.
fn loads_with(document: &Automerge, change: &Change) -> bool {
    let mut copy = document.clone();
    copy.apply_changes([change.clone()]).unwrap();
    Automerge::load(&copy.save()).is_ok_and(|loaded| loaded.get_heads() == copy.get_heads())
}

/// The document, one of its earlier heads, and the next operation number.
fn grown() -> (Automerge, Vec<ChangeHash>, u64) {
    let mut document = created();
    let earlier = document.get_heads();
    let mut transaction = document.transaction();
    transaction.put(ROOT, "later", true).unwrap();
    transaction.commit();
    let changes = document.get_changes_meta(&[]);
    let next = changes.iter().map(|change| change.max_op).max().unwrap() + 1;
    (document, earlier, next)
}

#[test]
fn an_empty_change_above_its_place_is_refused() {
    let (document, earlier, next) = grown();
    let on_earlier = empty(&document, next, |change| change.deps = earlier);
    let on_nothing = empty(&document, next, |change| change.deps.clear());
    let with_a_tail = empty(&document, next, |change| {
        change.deps.clear();
        change.extra_bytes = vec![0, 1, 2];
    });
    for change in [on_earlier, on_nothing, with_a_tail] {
        assert!(
            !loads_with(&document, &change),
            "the reason for this rule is gone"
        );
        let judged = judge(change.raw_bytes(), &document).map(|_| ());
        assert_eq!(judged, Err(RefusalCode::Malformed));
    }
}

#[test]
fn an_empty_change_in_its_place_passes_and_loads() {
    let (document, earlier, next) = grown();
    let on_all = empty(&document, next, |_| {});
    let on_earlier = empty(&document, next - 1, |change| change.deps = earlier);
    let on_nothing = empty(&document, 1, |change| change.deps.clear());
    for change in [on_all, on_earlier, on_nothing] {
        assert!(judge(change.raw_bytes(), &document).is_ok());
        assert!(loads_with(&document, &change));
    }
}
