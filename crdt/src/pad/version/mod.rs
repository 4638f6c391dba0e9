//! A pad as it was: its text with its marks, who wrote each part, and what sets it apart from another version.
//!
//! What a block is, this does not know: markers are passed on as they stand in the document, so that whoever shows a version
//! reads them as it reads those of today.

mod apart;
mod element;
mod marker;
mod spans;

use automerge::{ActorId, Automerge, ChangeHash, ObjId, ObjType, ROOT};
use serde_json::Value;

pub use apart::{Apart, Removed};

use super::{BODY_KEY, KIND, VERSION};
use crate::field::object;
use crate::panic::caught;
use crate::root::{self, Unreadable};
use element::Element;

/// A version of a pad. Positions count UTF-16 code units; a marker is one.
#[derive(Debug, Clone, PartialEq)]
pub struct PadVersion {
    /// The body in the words of Automerge's own `spans`: `{type: "block", value}` and `{type: "text", value, marks}`.
    pub spans: Vec<Value>,
    /// Who wrote it, from its start to its end: how many units, and under which actor.
    pub authors: Vec<(usize, ActorId)>,
    /// What sets it apart from another version; none when it is not compared.
    pub apart: Option<Apart>,
}

/// A pad at these heads, all of them changes of it, compared with an earlier version at `since`.
///
/// # Errors
/// When the document is no pad, or automerge cannot read it.
pub fn version(
    document: &Automerge,
    heads: &[ChangeHash],
    since: Option<&[ChangeHash]>,
) -> Result<PadVersion, Unreadable> {
    caught(|| read(document, heads, since)).map_err(Unreadable::Automerge)?
}

fn read(
    document: &Automerge,
    heads: &[ChangeHash],
    since: Option<&[ChangeHash]>,
) -> Result<PadVersion, Unreadable> {
    root::expect(document, KIND, VERSION)?;
    let body = object(document, &ROOT, BODY_KEY, ObjType::Text);
    let body: ObjId = body.ok_or(Unreadable::Missing(BODY_KEY))?;
    let elements = element::at(document, &body, heads);
    let spans = spans::of(document, &body, heads, &elements);
    Ok(PadVersion {
        spans: spans.map_err(|error| Unreadable::Automerge(error.to_string()))?,
        authors: authors(&elements),
        apart: since.map(|since| apart::between(&element::at(document, &body, since), &elements)),
    })
}

fn authors(elements: &[Element]) -> Vec<(usize, ActorId)> {
    let mut authors: Vec<(usize, ActorId)> = Vec::new();
    for element in elements {
        match authors.last_mut() {
            Some((units, actor)) if actor == element.actor() => *units += element.units(),
            _ => authors.push((element.units(), element.actor().clone())),
        }
    }
    authors
}
