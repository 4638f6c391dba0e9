//! Creates an agenda: the root structure and what it begins with, always by the server.

use automerge::transaction::{Transactable, Transaction};
use automerge::{ActorId, Automerge, AutomergeError, ObjId, ObjType, ROOT, ScalarValue};

use super::{Agenda, DAYS, Day, KIND, STEPS, Step, Template, VERSION};
use crate::language::Language;
use crate::root;

/// A new agenda. The same actor always makes the same bytes: no clock is read.
pub fn create(actor: ActorId, template: Template, language: Language) -> Automerge {
    let first = template.told_in(language);
    root::created(actor, (KIND, VERSION), |root| write_parts(root, &first))
}

fn write_parts(root: &mut Transaction<'_>, first: &Agenda) -> Result<(), AutomergeError> {
    let days = root.put_object(ROOT, DAYS, ObjType::Map)?;
    for day in &first.days {
        put_day(root, &days, day)?;
    }
    let steps = root.put_object(ROOT, STEPS, ObjType::Map)?;
    for day in &first.days {
        for step in &day.steps {
            put_step(root, &steps, &day.id, step)?;
        }
    }
    Ok(())
}

fn put_day(edit: &mut Transaction<'_>, days: &ObjId, day: &Day) -> Result<(), AutomergeError> {
    let map = edit.put_object(days, &day.id, ObjType::Map)?;
    edit.put(&map, "title", day.title.as_str())?;
    edit.put(&map, "date", day.date.as_str())?;
    edit.put(&map, "start", i64::from(day.start))?;
    edit.put(&map, "rank", day.rank.as_str())?;
    edit.put(&map, "deleted", 0)
}

fn put_step(
    edit: &mut Transaction<'_>,
    steps: &ObjId,
    day: &str,
    step: &Step,
) -> Result<(), AutomergeError> {
    let map = edit.put_object(steps, &step.id, ObjType::Map)?;
    edit.put(&map, "title", step.title.as_str())?;
    edit.put(&map, "minutes", i64::from(step.minutes))?;
    edit.put(&map, "kind", step.kind.as_str())?;
    // Next to each other, as in every move: whoever wins one wins the other.
    edit.put(&map, "day", day)?;
    edit.put(&map, "rank", step.rank.as_str())?;
    let fixed = step
        .fixed
        .map_or(ScalarValue::Null, |at| ScalarValue::Int(at.into()));
    edit.put(&map, "fixed", fixed)?;
    edit.put(&map, "free", step.free)?;
    for (key, text) in [
        ("document", &step.document),
        ("link", &step.link),
        ("brick", &step.brick),
        ("notes", &step.notes),
    ] {
        edit.put(&map, key, text.as_str())?;
    }
    edit.put(&map, "deleted", 0)
}
