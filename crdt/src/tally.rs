//! Things that are counted, and a few of them by name: whoever reads the count can look for them.

use std::collections::BTreeMap;

use crate::field::cut;

/// Names that are kept of each: one more than people are shown, who see that there are more.
const NAMES_MAX: usize = 6;
const NAME_CHARS_MAX: usize = 60;

/// How many of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally<What>(BTreeMap<What, Counted>);

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Counted {
    count: usize,
    names: Vec<String>,
}

impl<What> Default for Tally<What> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<What: Copy + Ord> Tally<What> {
    /// Counts so many more.
    pub(crate) fn add(&mut self, what: What, count: usize) {
        if count > 0 {
            let counted = &mut self.0.entry(what).or_default().count;
            *counted = counted.saturating_add(count);
        }
    }

    /// Keeps the name of one that is counted, as long as there are few.
    pub(crate) fn name(&mut self, what: What, name: &str) {
        let names = &mut self.0.entry(what).or_default().names;
        if names.len() == NAMES_MAX {
            return;
        }
        let start: String = name.chars().take(NAME_CHARS_MAX + 1).collect();
        let line = start.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = cut(line, NAME_CHARS_MAX);
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }

    /// What is counted, each once.
    pub fn all(&self) -> impl Iterator<Item = (What, usize)> + '_ {
        self.0.iter().map(|(what, counted)| (*what, counted.count))
    }

    /// How many of it there are.
    pub fn of(&self, what: What) -> usize {
        self.0.get(&what).map_or(0, |counted| counted.count)
    }

    /// What a few of them are called in the file.
    pub fn names(&self, what: What) -> &[String] {
        self.0.get(&what).map_or(&[], |counted| &counted.names)
    }
}
