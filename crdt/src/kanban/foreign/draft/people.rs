//! Whom a file names, no more of them and no longer than can be looked for among the people here.

use std::collections::HashSet;

use super::Draft;
use crate::kanban::foreign::json::cut_name;
use crate::kanban::foreign::losses::Loss;
use crate::kanban::limits::{FILE_PEOPLE_MAX, PEOPLE_PER_CARD_MAX};

impl Draft {
    /// The names, each once, as many as may be in charge of a card.
    pub(in crate::kanban::foreign) fn people<'a>(
        &mut self,
        names: impl Iterator<Item = &'a str>,
    ) -> Vec<String> {
        let mut known = HashSet::new();
        let mut people = Vec::new();
        for name in names.map(cut_name) {
            if people.len() == PEOPLE_PER_CARD_MAX || !self.is_somebody(name) {
                self.lose(Loss::Members, 1);
            } else if known.insert(name) {
                people.push(name.to_owned());
            }
        }
        people
    }

    fn is_somebody(&mut self, name: &str) -> bool {
        if name.is_empty() || self.people.contains(name) {
            return !name.is_empty();
        }
        let has_room = self.people.len() < FILE_PEOPLE_MAX;
        has_room && self.people.insert(name.to_owned())
    }

    /// Who wrote something; empty for nobody.
    pub(super) fn author(&mut self, by: &str) -> String {
        let by = cut_name(by);
        let is_left_out = !by.is_empty() && !self.is_somebody(by);
        self.lose(Loss::Members, usize::from(is_left_out));
        if is_left_out {
            String::new()
        } else {
            by.to_owned()
        }
    }
}
