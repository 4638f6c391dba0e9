//! Creates a plan: the root structure and its first columns, always by the server.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT};

use super::write::{Described, put_card, put_column, put_label};
use super::{CARDS, COLUMNS, KIND, Kanban, LABELS, Template, VERSION};
use crate::language::Language;
use crate::root;

/// A new plan. The same actor always makes the same bytes: no clock is read, and cards are of unknown age.
pub fn create(actor: ActorId, template: Template, language: Language) -> Automerge {
    let first = template.told_in(language);
    root::created(actor, (KIND, VERSION), |root| write_parts(root, &first))
}

fn write_parts(root: &mut Transaction<'_>, first: &Kanban) -> Result<(), AutomergeError> {
    let columns = root.put_object(ROOT, COLUMNS, ObjType::Map)?;
    for column in &first.columns {
        put_column(root, &columns, column)?;
    }
    let cards = root.put_object(ROOT, CARDS, ObjType::Map)?;
    for card in &first.cards {
        put_card(root, &cards, card, Described::ByLetters)?;
    }
    let labels = root.put_object(ROOT, LABELS, ObjType::Map)?;
    first
        .labels
        .iter()
        .try_for_each(|label| put_label(root, &labels, label))
}
