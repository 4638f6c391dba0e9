//! The records of a file: the pad, its changes, its authors. Whatever else is in it is passed over.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer as _, Error, IgnoredAny, MapAccess, Visitor};

use super::super::NotUnderstood;

/// Most changes that are kept.
const REVISIONS_MAX: usize = 200_000;
/// Most ways in which text may look, and people.
const ATTRIBUTES_MAX: usize = 50_000;
/// Most people who are named.
const AUTHORS_MAX: usize = 200;

/// What is known of a pad.
#[derive(Default)]
pub(super) struct Records {
    name: String,
    pub(super) pad: Pad,
    /// How text may look, by number.
    pub(super) pool: Vec<Attribute>,
    /// Each change by its number.
    pub(super) revisions: BTreeMap<usize, Revision>,
    /// What those are called who wrote.
    pub(super) authors: Vec<String>,
    /// How many words were said beside the pad.
    pub(super) messages: usize,
}

/// A way in which text may look: what, and how.
pub(super) type Attribute = (String, String);

#[derive(Default, Deserialize)]
pub(super) struct Pad {
    pub(super) atext: AText,
    #[serde(default)]
    pool: Pool,
    #[serde(default)]
    pub(super) head: usize,
}

#[derive(Default, Deserialize)]
pub(super) struct AText {
    pub(super) text: String,
    #[serde(default)]
    pub(super) attribs: String,
}

#[derive(Default, Deserialize)]
struct Pool {
    #[serde(default, rename = "numToAttrib")]
    attributes: BTreeMap<usize, (String, String)>,
}

#[derive(Deserialize)]
pub(super) struct Revision {
    pub(super) changeset: String,
    #[serde(default)]
    pub(super) meta: Meta,
}

#[derive(Default, Deserialize)]
pub(super) struct Meta {
    #[serde(default)]
    pub(super) author: Option<String>,
    /// In milliseconds since 1970.
    #[serde(default)]
    pub(super) timestamp: Option<f64>,
}

#[derive(Deserialize)]
struct Author {
    #[serde(default)]
    name: Option<String>,
}

impl Records {
    /// Reads a file: it must be about one pad.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, NotUnderstood> {
        let mut json = serde_json::Deserializer::from_slice(bytes);
        let mut records = json
            .deserialize_map(Reading)
            .map_err(|_| NotUnderstood::Broken)?;
        let last = records.pad.pool.attributes.keys().next_back().copied();
        if records.name.is_empty() || last.is_some_and(|last| last >= ATTRIBUTES_MAX) {
            return Err(NotUnderstood::Broken);
        }
        records.pool = vec![Attribute::default(); last.map_or(0, |last| last + 1)];
        for (number, attribute) in std::mem::take(&mut records.pad.pool.attributes) {
            records.pool[number] = attribute;
        }
        Ok(records)
    }

    /// What the pad is called: its name without that of its group.
    pub(super) fn title(&self) -> String {
        let name = self
            .name
            .rsplit_once('$')
            .map_or(self.name.as_str(), |(_, name)| name);
        name.replace('_', " ")
    }

    fn is_of_this_pad(&mut self, name: &str) -> bool {
        if self.name.is_empty() {
            name.clone_into(&mut self.name);
        }
        self.name == name
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = Records;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the records of one pad")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Records, A::Error> {
        let mut records = Records::default();
        while let Some(key) = entries.next_key::<String>()? {
            let parts: Vec<&str> = key.split(':').collect();
            match parts[..] {
                ["pad", name] => {
                    records.pad = entries.next_value()?;
                    if !records.is_of_this_pad(name) {
                        return Err(A::Error::custom("several pads"));
                    }
                }
                ["pad", name, "revs", number] => {
                    let number = number.parse().map_err(A::Error::custom)?;
                    let revision = entries.next_value()?;
                    let is_full = records.revisions.len() == REVISIONS_MAX;
                    if is_full || !records.is_of_this_pad(name) {
                        return Err(A::Error::custom("too many changes, or of several pads"));
                    }
                    records.revisions.insert(number, revision);
                }
                ["pad", _, "chat", _] => {
                    entries.next_value::<IgnoredAny>()?;
                    records.messages += 1;
                }
                ["globalAuthor", _] => {
                    let Author { name } = entries.next_value()?;
                    let name = name.unwrap_or_default().trim().to_owned();
                    let is_new = !name.is_empty() && !records.authors.contains(&name);
                    if is_new && records.authors.len() < AUTHORS_MAX {
                        records.authors.push(name);
                    }
                }
                _ => drop(entries.next_value::<IgnoredAny>()?),
            }
        }
        Ok(records)
    }
}
