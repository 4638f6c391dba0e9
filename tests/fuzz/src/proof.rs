//! The oracle: a document that is kept loads, and what is saved of it loads again to the same heads.

use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{Automerge, ChangeHash, ROOT, ReadDoc};

/// A document as it is saved, for others to load.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The saved form.
    pub bytes: Vec<u8>,
    /// The heads it must have.
    pub heads: Vec<ChangeHash>,
}

/// Loads what is on disk, saves it, and loads that.
///
/// # Errors
/// What went wrong.
pub fn prove(disk: &[u8], heads: &[ChangeHash]) -> Result<Kept, String> {
    caught(|| {
        let loaded = load(disk, heads).map_err(|why| format!("what is on disk: {why}"))?;
        let bytes = loaded.save();
        let again = load(&bytes, heads).map_err(|why| format!("what was saved of it: {why}"))?;
        can_be_used(&again)?;
        let heads = heads.to_vec();
        Ok(Kept { bytes, heads })
    })
}

fn load(bytes: &[u8], heads: &[ChangeHash]) -> Result<Automerge, String> {
    let loaded = Automerge::load(bytes).map_err(|error| error.to_string())?;
    let mut expected = heads.to_vec();
    expected.sort_unstable();
    match loaded.get_heads() == expected {
        true => Ok(loaded),
        false => Err("it has other heads".into()),
    }
}

/// Everything a client or an export does with a document.
fn can_be_used(document: &Automerge) -> Result<(), String> {
    document.hydrate(None);
    let body = document.get(ROOT, "body").ok().flatten();
    if let Some((_, body)) = &body {
        document.length(body);
        drop(document.marks(body));
        drop(document.spans(body).map(|spans| spans.count()));
    }
    let mut edited = document.fork();
    let mut transaction = edited.transaction();
    if let Some((_, body)) = body {
        drop(transaction.splice_text(&body, 0, 0, "on"));
    }
    transaction.commit();
    edited.empty_commit(CommitOptions::default());
    let again = Automerge::load(&edited.save()).map_err(|error| format!("edited: {error}"))?;
    match again.get_heads() == edited.get_heads() {
        true => Ok(()),
        false => Err("edited, it has other heads".into()),
    }
}

/// What `work` says, or what it panicked with.
///
/// # Errors
/// Of `work`, and the words of its panic.
pub fn caught<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(format!("panic: {}", words.unwrap_or("without words")))
    })
}
