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
use super::xml::Node;
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
}

/// Reads a document.
pub(super) fn read(bytes: &[u8], draft: &mut Draft) -> Result<(), NotUnderstood> {
    let mut opened = Opened::of(bytes)?;
    let beside = Beside {
        styles: Styles::read(&mut opened)?,
        numbering: Numbering::read(&mut opened)?,
        links: links(&mut opened)?,
    };
    let xml = opened.xml("word/document.xml")?;
    Body::new(xml.ok_or(NotUnderstood::Broken)?, draft, &beside).read()
}

fn links(opened: &mut Opened<'_>) -> Result<HashMap<String, String>, NotUnderstood> {
    let mut links = HashMap::new();
    let Some(mut xml) = opened.xml("word/_rels/document.xml.rels")? else {
        return Ok(links);
    };
    loop {
        match xml.next()? {
            Node::Open(element) if element.name == "Relationship" => {
                let is_outside = element.attribute("TargetMode") == Some("External");
                let entry = element.attribute("Id").zip(element.attribute("Target"));
                if let Some((id, target)) =
                    entry.filter(|_| is_outside && links.len() < LOOKED_UP_MAX)
                {
                    links.insert(id.to_owned(), target.to_owned());
                }
            }
            Node::End => return Ok(links),
            _ => {}
        }
    }
}
