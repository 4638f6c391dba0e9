//! Documents of Word (Office Open XML), as Word, LibreOffice and Google Docs write them.

mod body;
mod numbering;
mod paragraph;
mod styles;

use std::collections::HashMap;

use super::NotUnderstood;
use super::draft::Draft;
use super::limits::LOOKED_UP_MAX;
use super::opened::Opened;
use super::xml::{Element, Node};
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// What a text refers to.
pub(super) struct Beside {
    /// How paragraphs and letters look, by names.
    styles: Styles,
    /// Which lists have numbers.
    numbering: Numbering,
    /// Addresses by their names.
    links: HashMap<String, String>,
    /// Parts of the package that are pictures, by their names.
    pictures: HashMap<String, String>,
}

/// Reads a document.
pub(super) fn read(bytes: &[u8], draft: &mut Draft) -> Result<(), NotUnderstood> {
    let mut opened = Opened::of(bytes)?;
    let mut beside = Beside {
        styles: Styles::read(&mut opened)?,
        numbering: Numbering::read(&mut opened)?,
        links: HashMap::new(),
        pictures: HashMap::new(),
    };
    beside.refer(&mut opened)?;
    let xml = opened.xml("word/document.xml")?;
    Body::new(xml.ok_or(NotUnderstood::Broken)?, draft, &beside).read()?;
    draft.unpack(&mut opened);
    Ok(())
}

impl Beside {
    /// Reads what the text leads to and shows.
    fn refer(&mut self, opened: &mut Opened<'_>) -> Result<(), NotUnderstood> {
        let Some(mut xml) = opened.xml("word/_rels/document.xml.rels")? else {
            return Ok(());
        };
        loop {
            match xml.next()? {
                Node::Open(element) if element.name == "Relationship" => self.take(&element),
                Node::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn take(&mut self, element: &Element) {
        let entry = element.attribute("Id").zip(element.attribute("Target"));
        let is_room = self.links.len() + self.pictures.len() < LOOKED_UP_MAX;
        let Some((id, target)) = entry.filter(|_| is_room) else {
            return;
        };
        let sort = element.attribute("Type").unwrap_or_default();
        if element.attribute("TargetMode") == Some("External") {
            self.links.insert(id.to_owned(), target.to_owned());
        } else if sort.ends_with("/image") {
            self.pictures.insert(id.to_owned(), part(target));
        }
    }
}

/// Where a part is in the package, as the text says it: from its own folder, or from the top.
fn part(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("word/{target}"),
    }
}
