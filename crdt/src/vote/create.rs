//! Creates a vote: the root structure and its first bricks, always by the server.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT};

use super::write::{NewBrick, put_brick, rank_of};
use super::{BRICKS, KIND, ROUNDS, SETTINGS, VERSION};
use crate::open::TEXT_ENCODING;
use crate::root::{KIND_KEY, VERSION_KEY};

/// A new vote about these bricks. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId, bricks: &[NewBrick]) -> Automerge {
    let mut document = Automerge::new_with_encoding(TEXT_ENCODING).with_actor(actor);
    let mut transaction = document.transaction();
    write_root(&mut transaction, bricks).expect("a new document accepts its root");
    transaction.commit_with(CommitOptions::default().with_time(0));
    document
}

fn write_root(root: &mut Transaction<'_>, bricks: &[NewBrick]) -> Result<(), AutomergeError> {
    root.put(ROOT, KIND_KEY, KIND)?;
    root.put(ROOT, VERSION_KEY, VERSION)?;
    let settings = root.put_object(ROOT, SETTINGS, ObjType::Map)?;
    root.put(&settings, "proposals", false)?;
    root.put(&settings, "freeMinutes", 0)?;
    let map = root.put_object(ROOT, BRICKS, ObjType::Map)?;
    for (at, brick) in bricks.iter().enumerate() {
        // Short keys: they stand in every ballot and result.
        put_brick(root, &map, &format!("b{}", at + 1), brick, &rank_of(at + 1))?;
    }
    root.put_object(ROOT, ROUNDS, ObjType::Map)?;
    Ok(())
}
