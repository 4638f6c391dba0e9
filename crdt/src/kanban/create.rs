//! Creates a plan: the root structure and its first columns, always by the server.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjType, ROOT};

use super::write::{Described, put_card, put_column, put_label};
use super::{CARDS, COLUMNS, KIND, Kanban, LABELS, Language, Template, VERSION};
use crate::open::TEXT_ENCODING;
use crate::root::{KIND_KEY, VERSION_KEY};

/// A new plan. The same actor always makes the same bytes: no clock is read, and cards are of unknown age.
pub fn create(actor: ActorId, template: Template, language: Language) -> Automerge {
    let mut document = Automerge::new_with_encoding(TEXT_ENCODING).with_actor(actor);
    let mut transaction = document.transaction();
    let first = template.told_in(language);
    write_root(&mut transaction, &first).expect("a new document accepts its root");
    transaction.commit_with(CommitOptions::default().with_time(0));
    document
}

fn write_root(root: &mut Transaction<'_>, first: &Kanban) -> Result<(), AutomergeError> {
    root.put(ROOT, KIND_KEY, KIND)?;
    root.put(ROOT, VERSION_KEY, VERSION)?;
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
