//! What a frame holds: a picture with what it shows in words, a text around one, or something else.

use std::io::BufRead;

use super::super::NotUnderstood;
use super::super::losses::Loss;
use super::super::xml::{Element, Node, Xml};

/// A frame that was read.
#[derive(Default)]
pub(super) struct Frame {
    /// Where its picture is; the first that is one of points.
    picture: Option<String>,
    /// What it shows.
    title: String,
    description: String,
    /// The text in it: what stands below the picture.
    pub(super) caption: String,
    has_formula: bool,
}

impl Frame {
    /// Reads the rest of a frame that has begun.
    pub(super) fn read<R: BufRead>(xml: &mut Xml<R>) -> Result<Self, NotUnderstood> {
        let mut frame = Self::default();
        let (mut depth, mut paragraphs) = (1_usize, 0_usize);
        while depth > 0 {
            match xml.next()? {
                Node::Open(element) => match element.name.as_str() {
                    "title" => frame.title = xml.text_inside()?,
                    "desc" => frame.description = xml.text_inside()?,
                    name => {
                        depth += 1;
                        paragraphs += usize::from(name == "p");
                        frame.take(&element);
                    }
                },
                Node::Close(name) => {
                    depth -= 1;
                    paragraphs -= usize::from(name == "p" && paragraphs > 0);
                }
                Node::Text(text) if paragraphs > 0 => frame.caption.push_str(&text),
                Node::Text(_) => {}
                Node::End => return Err(NotUnderstood::Broken),
            }
        }
        Ok(frame)
    }

    fn take(&mut self, element: &Element) {
        match element.name.as_str() {
            "image" => {
                let address = element.attribute("href").unwrap_or_default();
                let is_first = self.picture.as_deref().is_none_or(is_drawn);
                if is_first {
                    self.picture = Some(address.to_owned());
                }
            }
            "math" => self.has_formula = true,
            _ => {}
        }
    }

    /// Where its picture is in the package, unless the frame is something else.
    pub(super) fn part(&self) -> Option<String> {
        let path = self.picture.as_deref().filter(|_| !self.has_formula)?;
        Some(path.strip_prefix("./").unwrap_or(path).to_owned())
    }

    /// What its picture shows, in words.
    pub(super) fn alt(&self) -> &str {
        match self.description.trim() {
            "" => self.title.trim(),
            description => description,
        }
    }

    /// What it is where it is no picture.
    pub(super) fn loss(&self) -> Loss {
        match self.has_formula {
            true => Loss::Formulas,
            false => Loss::Drawings,
        }
    }
}

/// Whether a picture is made of lines, which no pad shows; beside one there is often the same in points.
fn is_drawn(path: &str) -> bool {
    let extension = path.rsplit_once('.').map_or("", |(_, end)| end);
    ["svg", "svm", "emf", "wmf"].contains(&extension.to_ascii_lowercase().as_str())
}
