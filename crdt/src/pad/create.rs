//! Creates a pad: the root structure and its first blocks, always by the server.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT};

use super::block::BlockKind;
use super::{BODY_KEY, KIND, VERSION};
use crate::open::TEXT_ENCODING;
use crate::root::{KIND_KEY, VERSION_KEY};

/// A new pad with one empty paragraph. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId) -> Automerge {
    create_with(actor, &[(BlockKind::Paragraph, String::new())])
}

/// A new pad with these blocks of plain text, at least one.
pub fn create_with(actor: ActorId, blocks: &[(BlockKind, String)]) -> Automerge {
    let mut document = Automerge::new_with_encoding(TEXT_ENCODING).with_actor(actor);
    let mut transaction = document.transaction();
    write_root(&mut transaction, blocks).expect("a new document accepts its root");
    transaction.commit_with(CommitOptions::default().with_time(0));
    document
}

fn write_root(
    root: &mut Transaction<'_>,
    blocks: &[(BlockKind, String)],
) -> Result<(), AutomergeError> {
    root.put(ROOT, KIND_KEY, KIND)?;
    root.put(ROOT, VERSION_KEY, VERSION)?;
    let body = root.put_object(ROOT, BODY_KEY, ObjType::Text)?;
    let mut at = 0;
    for (kind, text) in blocks {
        write_marker(root, &body, at, *kind)?;
        root.splice_text(&body, at + 1, 0, text)?;
        at += 1 + text.encode_utf16().count();
    }
    Ok(())
}

fn write_marker(
    root: &mut Transaction<'_>,
    body: &ObjId,
    at: usize,
    kind: BlockKind,
) -> Result<(), AutomergeError> {
    let marker = root.split_block(body, at)?;
    root.put(&marker, "type", kind.as_str())?;
    root.put_object(&marker, "parents", ObjType::List)?;
    let attributes = root.put_object(&marker, "attrs", ObjType::Map)?;
    if let BlockKind::Heading { level } = kind {
        root.put(&attributes, "level", i64::from(level))?;
    }
    if let Some(indent) = kind.indent() {
        root.put(&attributes, "indent", i64::from(indent))?;
    }
    if let BlockKind::CheckItem { checked, .. } = kind {
        root.put(&attributes, "checked", checked)?;
    }
    Ok(())
}
