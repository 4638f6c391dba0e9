//! Which lists have numbers, and which have bullets.

use std::collections::HashMap;

use super::super::NotUnderstood;
use super::super::limits::LOOKED_UP_MAX;
use super::super::opened::Opened;
use super::super::xml::{Element, Node};

/// The lists of a document.
#[derive(Default)]
pub(super) struct Numbering {
    /// The model of each list.
    models: HashMap<String, String>,
    /// Whether a model has numbers at a depth.
    numbers: HashMap<(String, u8), bool>,
}

impl Numbering {
    /// Reads them; a document without lists has none.
    pub(super) fn read(opened: &mut Opened<'_>) -> Result<Self, NotUnderstood> {
        let mut read = Self::default();
        let Some(mut xml) = opened.xml("word/numbering.xml")? else {
            return Ok(read);
        };
        let mut of = (String::new(), 0);
        loop {
            match xml.next()? {
                Node::Open(element) => read.take(&element, &mut of),
                Node::End => return Ok(read),
                _ => {}
            }
        }
    }

    fn take(&mut self, element: &Element, (id, depth): &mut (String, u8)) {
        let value = |name: &str| element.attribute(name).unwrap_or_default().to_owned();
        if self.models.len() + self.numbers.len() >= LOOKED_UP_MAX {
            return;
        }
        match element.name.as_str() {
            "abstractNum" => *id = value("abstractNumId"),
            "num" => *id = value("numId"),
            "lvl" => *depth = value("ilvl").parse().unwrap_or(0),
            "numFmt" => {
                let numbered = !["bullet", "none"].contains(&value("val").as_str());
                self.numbers.entry((id.clone(), *depth)).or_insert(numbered);
            }
            "abstractNumId" => {
                self.models.insert(id.clone(), value("val"));
            }
            _ => {}
        }
    }

    /// Whether items of a list have numbers at a depth; bullets, when nothing is known of it.
    pub(super) fn is_numbered(&self, list: &str, depth: u8) -> bool {
        let model = self.models.get(list);
        let known = model.and_then(|model| self.numbers.get(&(model.clone(), depth)));
        known.copied().unwrap_or(false)
    }
}
