//! Who wrote in a document, by name.

use std::collections::HashSet;

use store::{ParticipantId, Person};

/// What those of these people are called who wrote, given by their actors, in the people's order; whoever left is not named
/// any more.
pub(crate) fn writers(wrote: &[(Vec<u8>, ParticipantId)], people: &[Person]) -> Vec<String> {
    let wrote: HashSet<_> = wrote.iter().map(|(_, who)| who).collect();
    let named = people
        .iter()
        .filter(|person| wrote.contains(&person.id) && !person.name.is_empty());
    named.map(|person| person.name.clone()).collect()
}
