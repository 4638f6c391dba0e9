//! Creates a vote: the root structure and its first bricks, always by the server.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT};

use super::write::{NewBrick, put_brick, rank_of};
use super::{BRICKS, KIND, ROUNDS, SETTINGS, VERSION};
use crate::root;

/// A new vote about these bricks. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId, bricks: &[NewBrick]) -> Automerge {
    root::created(actor, (KIND, VERSION), |root| write_parts(root, bricks))
}

fn write_parts(root: &mut Transaction<'_>, bricks: &[NewBrick]) -> Result<(), AutomergeError> {
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
