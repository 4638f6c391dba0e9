//! The document that is attacked, and what an honest client would write into it.

use automerge::marks::{ExpandMark, Mark};
use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, Change, ObjId, ObjType, ROOT, ReadDoc};
use automerge::{ScalarValue, TextEncoding};

use crate::dice::Dice;

type Edit = fn(&mut Transaction<'_>, &ObjId) -> Result<(), AutomergeError>;

/// A document as the server creates it, after two people changed the same things at once.
///
/// # Panics
/// Never: every edit is one automerge takes.
pub fn created() -> Automerge {
    let document = Automerge::new_with_encoding(TextEncoding::Utf16CodeUnit);
    let mut document = document.with_actor(ActorId::from(*b"creation--------"));
    write(&mut document, begin);
    let mut other = document
        .fork()
        .with_actor(ActorId::from(*b"other-----------"));
    write(&mut other, |t, body| {
        t.put(ROOT, "color", "red")?;
        t.splice_text(body, 1, 2, "öß")
    });
    write(&mut document, |t, body| {
        t.put(ROOT, "color", "blue")?;
        t.mark(
            body,
            Mark::new("strong".into(), true, 1, 4),
            ExpandMark::After,
        )?;
        t.splice_text(body, 1, 3, "")
    });
    document.merge(&mut other).expect("a copy can be merged");
    write(&mut document, |t, _| t.delete(ROOT, "color"));
    document
}

fn begin(transaction: &mut Transaction<'_>, _: &ObjId) -> Result<(), AutomergeError> {
    let body = transaction.put_object(ROOT, "body", ObjType::Text)?;
    transaction.splice_text(&body, 0, 0, "hello world")?;
    transaction.put(ROOT, "count", ScalarValue::counter(1))?;
    let list = transaction.put_object(ROOT, "list", ObjType::List)?;
    transaction.insert(&list, 0, "one")?;
    transaction.insert(&list, 1, 2.5)
}

/// What somebody honest can write next, as first change of `actor`, and a second one upon it.
pub fn honest(document: &Automerge, actor: &[u8], dice: &mut Dice) -> Option<[Change; 2]> {
    let mut copy = document.fork().with_actor(ActorId::from(actor));
    let mut next = || {
        write(&mut copy, *dice.one_of(&EDITS));
        copy.get_last_local_change()
    };
    Some([next()?, next()?])
}

/// A word somebody writes, whatever became of the document.
pub fn word(document: &Automerge, actor: &[u8]) -> Option<Change> {
    let mut copy = document.fork().with_actor(ActorId::from(actor));
    write(&mut copy, |t, _| t.put(ROOT, "word", "bob was here"));
    copy.get_last_local_change()
}

/// An edit that has no place in this document any more leaves an empty change.
fn write(document: &mut Automerge, edit: Edit) {
    let body = document.get(ROOT, "body").ok().flatten();
    let body = body.map_or(ROOT, |(_, body)| body);
    let mut transaction = document.transaction();
    let written = edit(&mut transaction, &body);
    if written.is_err() || transaction.pending_ops() == 0 {
        transaction.rollback();
        document.empty_commit(CommitOptions::default());
    } else {
        transaction.commit();
    }
}

const EDITS: [Edit; 18] = [
    |_, _| Ok(()),
    |t, body| t.splice_text(body, 1, 2, "words"),
    |t, body| t.splice_text(body, 0, 3, ""),
    |t, body| {
        t.mark(
            body,
            Mark::new("strong".into(), true, 0, 3),
            ExpandMark::After,
        )
    },
    |t, body| t.mark(body, Mark::new("em".into(), true, 2, 2), ExpandMark::Both),
    |t, body| {
        t.splice_text(body, 2, 0, "in")?;
        t.mark(body, Mark::new("em".into(), true, 1, 3), ExpandMark::None)
    },
    |t, body| {
        t.splice_text(body, 1, 2, "")?;
        t.unmark(body, "strong", 0, 2, ExpandMark::After)
    },
    |t, body| {
        let block = t.split_block(body, 2)?;
        t.put(&block, "type", "heading")
    },
    |t, body| t.join_block(body, 0),
    |t, _| t.increment(ROOT, "count", 1),
    |t, _| t.put(ROOT, "count", "no counter"),
    |t, _| t.delete(ROOT, "body"),
    |t, _| t.put(ROOT, "color", "green"),
    |t, _| {
        t.put(ROOT, "bytes", vec![1_u8, 2, 3])?;
        t.put(ROOT, "float", -0.5)?;
        t.put(ROOT, "time", ScalarValue::Timestamp(1_700_000_000_000))?;
        t.put(ROOT, "int", -300_i64)
    },
    |t, _| {
        let map = t.put_object(ROOT, "map", ObjType::Map)?;
        t.put(&map, "deep", true)?;
        t.put(&map, "deep", ())
    },
    |t, _| {
        let (_, list) = t.get(ROOT, "list")?.unwrap_or((ObjType::Map.into(), ROOT));
        t.insert(&list, 1, "between")?;
        t.delete(&list, 0)
    },
    |t, _| {
        let (_, list) = t.get(ROOT, "list")?.unwrap_or((ObjType::Map.into(), ROOT));
        t.put(&list, 0, "instead")
    },
    |t, body| t.splice_text(body, 0, 0, &"a long paste ".repeat(40)),
];
