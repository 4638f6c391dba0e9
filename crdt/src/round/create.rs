//! Creates a round: the root structure and its question, always by the server.

use automerge::transaction::Transactable;
use automerge::{ActorId, Automerge, ObjType, ROOT};

use super::write::put_question;
use super::{ASKINGS, KIND, Template, VERSION};
use crate::language::Language;
use crate::root;

/// A new round. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId, template: Template, language: Language) -> Automerge {
    let question = template.told_in(language);
    root::created(actor, (KIND, VERSION), |root| {
        put_question(root, &ROOT, &question)?;
        root.put_object(ROOT, ASKINGS, ObjType::Map)?;
        Ok(())
    })
}
