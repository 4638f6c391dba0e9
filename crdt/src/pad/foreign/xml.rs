//! XML piece by piece. Words that a file defines itself are refused: by them a short file becomes a long one, or asks for
//! others.

use std::io::BufRead;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Error, Reader, XmlVersion};

use super::NotUnderstood;
use super::limits::OPEN_MAX;
use super::opened::TooLong;
use super::piece::{PieceTooLong, Piecewise};

/// XML that is being read.
pub(super) struct Xml<R> {
    reader: Reader<Piecewise<R>>,
    buffer: Vec<u8>,
    open: usize,
}

/// A piece of it.
pub(super) enum Node {
    /// An element begins.
    Open(Element),
    /// An element ends: its name without a prefix.
    Close(String),
    /// Text.
    Text(String),
    /// Nothing more comes.
    End,
}

/// An element without what is in it.
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute, by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

impl<R: BufRead> Xml<R> {
    /// Begins to read.
    pub(super) fn of(from: R) -> Self {
        let mut reader = Reader::from_reader(Piecewise::of(from));
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            buffer: Vec::new(),
            open: 0,
        }
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Node, NotUnderstood> {
        loop {
            self.buffer.clear();
            self.reader.get_mut().next();
            let event = self
                .reader
                .read_event_into(&mut self.buffer)
                .map_err(|error| refused(&error))?;
            let node = match event {
                Event::Start(start) => {
                    self.open += 1;
                    Node::Open(element(&start)?)
                }
                Event::End(end) => {
                    self.open = self.open.saturating_sub(1);
                    Node::Close(local(end.name().as_ref()))
                }
                Event::Text(text) => Node::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Node::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(word) => Node::Text(resolved(&word)?),
                Event::DocType(_) => return Err(NotUnderstood::Entities),
                Event::Eof => Node::End,
                _ => continue,
            };
            if self.open > OPEN_MAX {
                return Err(NotUnderstood::TooMuch);
            }
            return Ok(node);
        }
    }

    /// Passes over the rest of an element that has begun.
    pub(super) fn skip(&mut self) -> Result<(), NotUnderstood> {
        self.inside(|_| {})
    }

    /// Reads the rest of an element that has begun, for the elements in it alone.
    pub(super) fn inside(&mut self, mut take: impl FnMut(&Element)) -> Result<(), NotUnderstood> {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.next()? {
                Node::Open(element) => {
                    depth += 1;
                    take(&element);
                }
                Node::Close(_) => depth -= 1,
                Node::Text(_) => {}
                Node::End => return Err(NotUnderstood::Broken),
            }
        }
        Ok(())
    }

    /// Reads the rest of an element that has begun, for its text alone.
    pub(super) fn text_inside(&mut self) -> Result<String, NotUnderstood> {
        let mut all = String::new();
        loop {
            match self.next()? {
                Node::Text(text) => all.push_str(&text),
                Node::Close(_) => return Ok(all),
                Node::Open(_) => self.skip()?,
                Node::End => return Err(NotUnderstood::Broken),
            }
        }
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, NotUnderstood> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| NotUnderstood::Broken)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|_| NotUnderstood::Entities)?;
        attributes.push((local(attribute.key.as_ref()), value.into_owned()));
    }
    Ok(Element {
        name: local(start.name().as_ref()),
        attributes,
    })
}

fn local(name: &str) -> String {
    name.rsplit_once(':')
        .map_or(name, |(_, local)| local)
        .to_owned()
}

fn resolved(word: &BytesRef<'_>) -> Result<String, NotUnderstood> {
    match word.resolve_char_ref() {
        Ok(Some(character)) => Ok(character.to_string()),
        Ok(None) => resolve_predefined_entity(word)
            .map(str::to_owned)
            .ok_or(NotUnderstood::Entities),
        Err(_) => Err(NotUnderstood::Broken),
    }
}

fn refused(error: &Error) -> NotUnderstood {
    let Error::Io(error) = error else {
        return NotUnderstood::Broken;
    };
    match error.get_ref() {
        Some(inner) if inner.is::<TooLong>() => NotUnderstood::Bomb,
        Some(inner) if inner.is::<PieceTooLong>() => NotUnderstood::TooMuch,
        _ => NotUnderstood::Broken,
    }
}
