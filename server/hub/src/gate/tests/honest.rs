//! What stock clients write passes.

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::CommitOptions;
use automerge::{Author, AutomergeError, ObjId, ReadDoc};

use super::*;

fn body_of(document: &Automerge) -> ObjId {
    document.get(ROOT, "body").unwrap().unwrap().1
}

/// A change made by somebody else on a copy of the document.
fn change(
    document: &Automerge,
    edit: impl FnOnce(&mut automerge::transaction::Transaction<'_>, &ObjId),
) -> Change {
    let mut copy = document.fork();
    let body = body_of(&copy);
    let mut transaction = copy.transaction();
    edit(&mut transaction, &body);
    transaction.commit_with(CommitOptions::default().with_time(1_700_000_000));
    copy.get_last_local_change().unwrap()
}

fn passes(document: &Automerge, change: &Change) {
    let judged = judge(change.raw_bytes(), document);
    assert_eq!(judged.map(|passed| passed.change.hash()), Ok(change.hash()));
}

fn bold(end: usize) -> Mark {
    Mark::new("strong".into(), true, 0, end)
}

#[test]
fn typing_and_deleting_pass() {
    let document = created();
    passes(
        &document,
        &change(&document, |t, body| {
            t.splice_text(body, 2, 2, "ü🙂").unwrap()
        }),
    );
    passes(
        &document,
        &change(&document, |t, body| t.splice_text(body, 0, 5, "").unwrap()),
    );
}

#[test]
fn marks_and_blocks_pass() {
    let document = created();
    let marked = change(&document, |t, body| {
        t.mark(body, bold(3), ExpandMark::After).unwrap()
    });
    passes(&document, &marked);
    let unmarked = change(&document, |t, body| {
        t.mark(body, bold(5), ExpandMark::Both).unwrap();
        t.unmark(body, "strong", 1, 2, ExpandMark::None).unwrap();
    });
    passes(&document, &unmarked);
    let split = change(&document, |t, body| {
        let block = t.split_block(body, 2).unwrap();
        t.put(&block, "type", "heading").unwrap();
        t.put_object(&block, "parents", ObjType::List).unwrap();
        let attrs = t.put_object(&block, "attrs", ObjType::Map).unwrap();
        t.put(&attrs, "level", 2).unwrap();
    });
    passes(&document, &split);
}

#[test]
fn every_kind_of_value_passes() {
    let document = created();
    let values = change(&document, |t, _| {
        t.put(ROOT, "null", ()).unwrap();
        t.put(ROOT, "int", -7_i64).unwrap();
        t.put(ROOT, "uint", 7_u64).unwrap();
        t.put(ROOT, "float", 0.5).unwrap();
        t.put(ROOT, "bytes", vec![1_u8, 2]).unwrap();
        t.put(ROOT, "time", ScalarValue::Timestamp(1_700_000_000_000))
            .unwrap();
        t.increment(ROOT, "count", 2).unwrap();
        let list = t.put_object(ROOT, "list", ObjType::List).unwrap();
        t.insert(&list, 0, "a").unwrap();
        t.insert(&list, 1, "b").unwrap();
        t.delete(&list, 0).unwrap();
    });
    passes(&document, &values);
}

#[test]
fn compressed_and_named_and_empty_changes_pass() -> Result<(), AutomergeError> {
    let document = created();
    let mut long = change(&document, |t, body| {
        t.splice_text(body, 0, 0, &"a long paste ".repeat(300))
            .unwrap();
    });
    let judged = judge(&long.bytes(), &document).unwrap();
    assert_eq!(judged.change.raw_bytes(), long.raw_bytes());
    let mut named = document
        .fork()
        .with_author(Some(Author::try_from("c0ffee").unwrap()));
    let mut transaction = named.transaction();
    transaction.put(ROOT, "by", "somebody")?;
    transaction.commit();
    passes(&document, &named.get_last_local_change().unwrap());
    let mut idle = document.fork();
    idle.empty_commit(CommitOptions::default());
    passes(&document, &idle.get_last_local_change().unwrap());
    Ok(())
}

#[test]
fn a_change_to_an_earlier_version_passes() {
    let mut document = created();
    let earlier = document.get_heads();
    let mut transaction = document.transaction();
    transaction.put(ROOT, "later", true).unwrap();
    transaction.commit();
    let mut copy = document.fork();
    let body = body_of(&copy);
    let log = automerge::PatchLog::inactive();
    let mut transaction = copy.transaction_at(log, &earlier).unwrap();
    transaction.splice_text(&body, 0, 0, "past ").unwrap();
    transaction.commit();
    passes(&document, &copy.get_last_local_change().unwrap());
}

#[test]
fn the_marks_people_make_are_known_to_be_in_order() {
    let document = created();
    let marks: [(usize, usize, ExpandMark); 4] = [
        (0, 5, ExpandMark::After),
        (1, 2, ExpandMark::None),
        (0, 1, ExpandMark::Both),
        (4, 5, ExpandMark::Before),
    ];
    for (start, end, expand) in marks {
        let mark = Mark::new("strong".into(), true, start, end);
        let marked = change(&document, |t, body| t.mark(body, mark, expand).unwrap());
        let judged = judge(marked.raw_bytes(), &document).unwrap();
        let mut copy = document.clone();
        copy.apply_changes([judged.change]).unwrap();
        assert_eq!(judged.marks.len(), 1);
        assert!(judged.marks[0].is_in_order(&copy), "{start}..{end}");
    }
}
