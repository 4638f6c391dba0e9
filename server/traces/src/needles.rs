//! What is looked for, in every form in which it may have been written.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Display,
};

/// How many bytes are compared before a needle is compared as a whole: none is shorter.
const BEGINNING: usize = 4;

/// Things that must be gone, each with a name for the report.
#[derive(Default)]
pub struct Needles {
    by_beginning: HashMap<[u8; BEGINNING], Vec<(String, Vec<u8>)>>,
}

impl Needles {
    /// An identifier: its bytes, the same in hexadecimal of either case, and as it is written for people.
    pub fn id(&mut self, what: &str, bytes: &[u8], written: impl Display) {
        let lower: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.bytes(what, bytes);
        self.bytes(what, lower.to_uppercase().as_bytes());
        self.bytes(what, lower.as_bytes());
        self.bytes(what, written.to_string().as_bytes());
    }

    /// A text or other bytes, four or more.
    pub fn bytes(&mut self, what: &str, bytes: &[u8]) {
        let beginning = bytes
            .first_chunk()
            .expect("a needle has four bytes or more");
        let alike = self.by_beginning.entry(*beginning).or_default();
        alike.push((what.to_owned(), bytes.to_vec()));
    }

    /// The names of those that are somewhere in the hay, each once.
    pub fn found_in(&self, hay: &[u8]) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for (at, beginning) in hay.array_windows::<BEGINNING>().enumerate() {
            let alike = self.by_beginning.get(beginning).into_iter().flatten();
            let here = alike.filter(|(_, bytes)| hay[at..].starts_with(bytes));
            found.extend(here.map(|(what, _)| what.as_str()));
        }
        found
    }
}
