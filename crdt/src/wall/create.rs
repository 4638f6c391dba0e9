//! Creates a wall: the root structure and its columns, always by the server.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT};

use super::write::put_rules;
use super::{COLUMNS, GROUPS, KIND, NOTES, Rules, Template, VERSION, WallState};
use crate::language::Language;
use crate::rank;
use crate::root;

/// A new wall. The same actor and language always make the same bytes: no clock is read.
pub fn create(actor: ActorId, template: Template, language: Language) -> Automerge {
    root::created(actor, (KIND, VERSION), |root| {
        put_rules(root, WallState::Preparing, Rules::default())?;
        put_columns(root, template.columns(language))?;
        root.put_object(ROOT, GROUPS, ObjType::Map)?;
        root.put_object(ROOT, NOTES, ObjType::Map)?;
        Ok(())
    })
}

fn put_columns(root: &mut Transaction<'_>, titles: &[&str]) -> Result<(), AutomergeError> {
    let columns = root.put_object(ROOT, COLUMNS, ObjType::Map)?;
    for ((at, title), rank) in titles.iter().enumerate().zip(rank::spread(titles.len())) {
        let column = root.put_object(&columns, format!("c{}", at + 1), ObjType::Map)?;
        root.put(&column, "title", *title)?;
        root.put(&column, "rank", rank)?;
        root.put(&column, "deleted", 0)?;
    }
    Ok(())
}
