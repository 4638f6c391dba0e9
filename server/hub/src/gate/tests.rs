//! Changes, honest, damaged and built to hurt.

mod authors;
pub(crate) mod bombs;
mod honest;
pub(crate) mod numbers;

use automerge::transaction::Transactable;
use automerge::{
    ActorId, Automerge, Change, ChangeHash, ExpandedChange, ObjType, ROOT, ScalarValue,
};

use super::{Budget, Ledger, Readable, split};
use crate::room::RefusalCode;

pub(crate) const ANA: [u8; 16] = *b"ana-------------";
pub(crate) const BOB: [u8; 16] = *b"bob-------------";

/// A document as the server creates it.
pub(crate) fn created() -> Automerge {
    let mut document = Automerge::new().with_actor(ActorId::from(*b"creation--------"));
    let mut transaction = document.transaction();
    let body = transaction.put_object(ROOT, "body", ObjType::Text).unwrap();
    transaction.splice_text(&body, 0, 0, "hello").unwrap();
    transaction
        .put(ROOT, "count", ScalarValue::counter(1))
        .unwrap();
    transaction.commit();
    document
}

/// Takes one chunk through the whole gate.
pub(crate) fn judge(chunk: &[u8], document: &Automerge) -> Result<Readable, RefusalCode> {
    let mut budget = Budget::default();
    let ledger = Ledger::of(document, Vec::new());
    let raw = split(chunk).next().ok_or(RefusalCode::Malformed)??;
    budget.spend_bytes(&raw)?;
    let readable = budget.read(&raw, &[])?;
    ledger.admit(&readable.change, ANA, document)?;
    Ok(readable)
}
