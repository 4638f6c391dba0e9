//! Gives what a document refers to its new identifiers, as one more change: the history before stays as it was.

use automerge::transaction::{CommitOptions, Transactable, Transaction};
use automerge::{
    ActorId, Automerge, AutomergeError, ObjId, ObjType, Prop, ROOT, ReadDoc, ScalarValue, Value,
};
use crdt::kind::Naming;

use super::names::Names;

/// Stands in a text for whatever is no letter.
const OBJECT: char = '\u{fffc}';

/// A map or list that is to be gone through.
struct Place {
    object: ObjId,
    kind: ObjType,
    /// Whether its keys are participants.
    is_of_people: bool,
}

/// Renames every scalar text and every key that is a name. Running text is left as people wrote it. `naming` says where
/// participants are named in this kind of document.
pub(super) fn rename(
    document: &mut Automerge,
    naming: &[Naming],
    names: &mut Names,
    actor: ActorId,
    now_ms: u64,
) -> Result<(), AutomergeError> {
    document.set_actor(actor);
    let mut transaction = document.transaction();
    let mut renaming = Renaming {
        transaction: &mut transaction,
        naming,
        names,
    };
    renaming.everything()?;
    let seconds = i64::try_from(now_ms / 1_000).unwrap_or(0);
    transaction.commit_with(CommitOptions::default().with_time(seconds));
    Ok(())
}

struct Renaming<'a, 'b> {
    transaction: &'a mut Transaction<'b>,
    naming: &'a [Naming],
    names: &'a mut Names,
}

impl Renaming<'_, '_> {
    fn everything(&mut self) -> Result<(), AutomergeError> {
        let mut waiting = vec![Place {
            object: ROOT,
            kind: ObjType::Map,
            is_of_people: false,
        }];
        while let Some(place) = waiting.pop() {
            let props = self.props(&place);
            for prop in props {
                match self.transaction.get(&place.object, prop.clone())? {
                    Some((Value::Scalar(value), _)) => {
                        let value = value.into_owned();
                        self.scalar(&place, prop, value)?;
                    }
                    Some((Value::Object(kind), object)) => waiting.push(Place {
                        object,
                        kind,
                        is_of_people: self.holds_people(&prop),
                    }),
                    None => {}
                }
            }
        }
        Ok(())
    }

    /// What is in a place, read before anything is written.
    fn props(&self, place: &Place) -> Vec<Prop> {
        match place.kind {
            ObjType::Map | ObjType::Table => {
                let keys = self.transaction.keys(&place.object);
                keys.map(Prop::Map).collect()
            }
            ObjType::List => {
                let length = self.transaction.length(&place.object);
                (0..length).map(Prop::Seq).collect()
            }
            ObjType::Text => self.objects_in(&place.object),
        }
    }

    /// The places of a text where something else than a letter stands, such as the marker of a block.
    fn objects_in(&self, text: &ObjId) -> Vec<Prop> {
        let mut at = 0;
        let letters = self.transaction.text(text).unwrap_or_default();
        let places = letters.chars().filter_map(|letter| {
            let here = at;
            at += letter.len_utf16();
            (letter == OBJECT).then_some(Prop::Seq(here))
        });
        let is_object = |prop: &Prop| {
            let found = self.transaction.get(text, prop.clone());
            matches!(found, Ok(Some((Value::Object(_), _))))
        };
        places.filter(is_object).collect()
    }

    fn holds_people(&self, prop: &Prop) -> bool {
        let is_keyed = |field: &str| {
            (self.naming.iter()).any(|each| matches!(each, Naming::Keys(of) if *of == field))
        };
        matches!(prop, Prop::Map(field) if is_keyed(field))
    }

    fn names_somebody(&self, prop: &Prop) -> bool {
        let is_named = |field: &str| {
            (self.naming.iter()).any(|each| matches!(each, Naming::Text(of) if *of == field))
        };
        matches!(prop, Prop::Map(field) if is_named(field))
    }

    fn scalar(
        &mut self,
        place: &Place,
        prop: Prop,
        mut value: ScalarValue,
    ) -> Result<(), AutomergeError> {
        let is_person = self.names_somebody(&prop);
        if let Some(name) = value.as_str().and_then(|text| self.of(text, is_person)) {
            value = name.into();
            self.transaction
                .put(&place.object, prop.clone(), value.clone())?;
        }
        let Prop::Map(old) = prop else { return Ok(()) };
        let Some(name) = self.of(&old, place.is_of_people) else {
            return Ok(());
        };
        if !name.is_empty() {
            self.transaction.put(&place.object, name, value)?;
        }
        self.transaction.delete(&place.object, old)
    }

    /// What stands for a text now, if it cannot stay; nothing stands for what is not in the archive.
    fn of(&mut self, text: &str, is_person: bool) -> Option<String> {
        match is_person {
            true => self.names.of_person(text),
            false => self.names.of(text),
        }
    }
}
