//! Who those are whom a file names: people of the space, people to put down, or nobody.

use std::collections::{BTreeMap, HashMap};

use crdt::kanban::Kanban;
use store::limits::NAME_CHARS_MAX;
use store::{Person, Role, SpaceId};

use super::views::ImportedPersonView;
use crate::app::App;
use crate::problem::Problem;
use crate::request::text::is_odd;

/// What is chosen for somebody to be put down.
const NEW: &str = "new";

/// Everybody a file names, those with the most cards first.
pub(super) fn in_file(kanban: &Kanban, known: &[Person]) -> Vec<ImportedPersonView> {
    let mut cards: BTreeMap<&str, usize> = BTreeMap::new();
    for card in &kanban.cards {
        for name in &card.people {
            *cards.entry(name).or_default() += 1;
        }
        for comment in card
            .comments
            .iter()
            .filter(|comment| !comment.by.is_empty())
        {
            cards.entry(&comment.by).or_default();
        }
    }
    let mut people: Vec<_> = cards
        .into_iter()
        .map(|(name, cards)| ImportedPersonView {
            name: name.to_owned(),
            cards,
            participant: same(name, known),
        })
        .collect();
    people.sort_by_key(|person| std::cmp::Reverse(person.cards));
    people
}

/// Somebody of the same name, or the only one of the same first name.
fn same(name: &str, known: &[Person]) -> Option<String> {
    let name = name.trim().to_lowercase();
    let members = || known.iter().filter(|person| person.role != Role::Reader);
    let whole = members().find(|person| person.name.to_lowercase() == name);
    let mut first = members().filter(|person| is_first_name(&person.name, &name));
    let alone = first.next().filter(|_| first.next().is_none());
    whole.or(alone).map(|person| person.id.to_string())
}

/// Whether one of the two is no more than the first name of the other.
fn is_first_name(here: &str, name: &str) -> bool {
    let here = here.to_lowercase();
    let first = |name: &str| name.split_whitespace().next().map(str::to_owned);
    let is_short = !here.trim().contains(' ') || !name.contains(' ');
    is_short && first(&here).is_some() && first(&here) == first(name)
}

/// Who everybody is, and who was put down for it.
pub(super) struct Newcomers {
    /// By what the file calls them.
    pub(super) people: HashMap<String, String>,
    new: Vec<Person>,
}

impl Newcomers {
    /// Puts down those who are new, all of them or nobody.
    pub(super) async fn put_down(
        app: &App,
        space: SpaceId,
        chosen: HashMap<String, String>,
    ) -> Result<Self, Problem> {
        let known = app.store.people(space).await?;
        let is_known = |id: &str| known.iter().any(|person| person.id.to_string() == id);
        let (mut people, mut calls, mut names) = (HashMap::new(), Vec::new(), Vec::new());
        for (name, who) in chosen {
            let called = tidy(&name);
            match who.as_str() {
                NEW if !called.is_empty() => {
                    calls.push(name);
                    names.push(called);
                }
                id if is_known(id) => drop(people.insert(name, who)),
                _ => {}
            }
        }
        let new = app.store.expect_people(space, names).await?;
        let ids = new.iter().map(|person| person.id.to_string());
        people.extend(calls.into_iter().zip(ids));
        Ok(Self { people, new })
    }

    /// They are not needed after all.
    pub(super) async fn send_away(self, app: &App, space: SpaceId) {
        for person in self.new {
            if let Err(error) = app.store.remove_person(space, person.id).await {
                tracing::error!(%error, participant = %person.id, "somebody stays whom nobody needs");
            }
        }
    }

    pub(super) fn announce(&self, app: &App, space: SpaceId) {
        for person in &self.new {
            app.live.people_changed(space, person.id);
        }
    }
}

/// A name as the store keeps it: nobody is refused for theirs.
fn tidy(name: &str) -> String {
    let seen: String = name
        .chars()
        .map(|c| if is_odd(c) { ' ' } else { c })
        .collect();
    let line = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    let kept: String = line.chars().take(NAME_CHARS_MAX).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use store::ParticipantId;

    use super::*;

    fn person(name: &str, role: Role) -> Person {
        Person {
            id: ParticipantId::random(),
            name: name.to_owned(),
            structure: None,
            role,
        }
    }

    #[test]
    fn people_are_recognised_by_their_name_or_their_only_first_name() {
        let known = [
            person("Léa", Role::Participant),
            person("Ana Lopez", Role::Participant),
            person("Ana Petit", Role::Participant),
            person("Zoé", Role::Reader),
        ];
        let id = |at: usize| Some(known[at].id.to_string());
        for (name, who) in [
            ("léa", id(0)),
            ("Léa Martin", id(0)),
            ("ana petit", id(2)),
            ("Ana", None),
            ("Ana Dupont", None),
            ("Zoé", None),
            ("", None),
        ] {
            assert_eq!(same(name, &known), who, "{name}");
        }
    }

    #[test]
    fn names_are_made_fit_to_be_kept() {
        assert_eq!(tidy(" Léa\u{202e}\n Martin "), "Léa Martin");
        assert_eq!(tidy(&"é".repeat(100)).chars().count(), NAME_CHARS_MAX);
        assert_eq!(tidy("\u{0}"), "");
    }
}
