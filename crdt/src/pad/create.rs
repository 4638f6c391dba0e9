//! Creates a pad: the root structure and one empty paragraph, always by the server.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT};

use super::{BODY_KEY, KIND, VERSION};
use crate::open::TEXT_ENCODING;
use crate::root::{KIND_KEY, VERSION_KEY};

/// A new pad with one empty paragraph. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId) -> Automerge {
    let mut document = Automerge::new_with_encoding(TEXT_ENCODING).with_actor(actor);
    let mut transaction = document.transaction();
    write_root(&mut transaction).expect("a new document accepts its root");
    transaction.commit_with(CommitOptions::default().with_time(0));
    document
}

fn write_root(root: &mut Transaction<'_>) -> Result<(), AutomergeError> {
    root.put(ROOT, KIND_KEY, KIND)?;
    root.put(ROOT, VERSION_KEY, VERSION)?;
    let body = root.put_object(ROOT, BODY_KEY, ObjType::Text)?;
    let marker = root.split_block(&body, 0)?;
    root.put(&marker, "type", "paragraph")?;
    root.put_object(&marker, "parents", ObjType::List)?;
    root.put_object(&marker, "attrs", ObjType::Map)?;
    Ok(())
}
