//! Names by which a file calls people, and who they are: no more than a file may name.

use std::collections::HashMap;
use std::fmt;

use crdt::kanban::limits::FILE_PEOPLE_MAX;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

#[derive(Default)]
pub struct FewNames(pub(super) HashMap<String, String>);

impl<'de> Deserialize<'de> for FewNames {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Reading)
    }
}

struct Reading;

impl<'de> Visitor<'de> for Reading {
    type Value = FewNames;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at most {FILE_PEOPLE_MAX} names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<FewNames, A::Error> {
        let mut names = HashMap::new();
        while let Some((name, who)) = entries.next_entry()? {
            if names.len() == FILE_PEOPLE_MAX {
                return Err(A::Error::custom("too many names"));
            }
            names.insert(name, who);
        }
        Ok(FewNames(names))
    }
}
