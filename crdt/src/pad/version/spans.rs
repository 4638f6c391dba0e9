//! The body as spans: markers, and text cut where marks begin and end.

use std::collections::BTreeMap;

use automerge::marks::Mark;
use automerge::{Automerge, AutomergeError, ChangeHash, ObjId, ReadDoc};
use serde_json::{Map, Value, json};

use super::element::Element;
use super::marker;

/// The spans of the elements of a body.
pub(super) fn of(
    document: &Automerge,
    body: &ObjId,
    heads: &[ChangeHash],
    elements: &[Element],
) -> Result<Vec<Value>, AutomergeError> {
    let mut writing = Writing {
        edges: edges(document.marks_at(body, heads)?),
        ..Writing::default()
    };
    let mut position = 0;
    for element in elements {
        writing.pass(position);
        match &element.text {
            Some(text) => writing.text.push_str(text),
            None => writing.block(marker::of(document, &element.id, heads)),
        }
        position += element.units();
    }
    writing.cut();
    Ok(writing.spans)
}

/// By position: the marks that end and begin there, with null for an end.
type Edges = BTreeMap<usize, Vec<(String, Value)>>;

/// Ends come first: a mark may end where another of its name begins.
fn edges(marks: Vec<Mark>) -> Edges {
    let mut edges = Edges::new();
    let marks: Vec<_> = marks
        .into_iter()
        .filter(|mark| mark.start < mark.end)
        .collect();
    for mark in &marks {
        let end = (mark.name().to_owned(), Value::Null);
        edges.entry(mark.end).or_default().push(end);
    }
    for mark in &marks {
        let begin = (mark.name().to_owned(), marker::scalar(mark.value().clone()));
        edges.entry(mark.start).or_default().push(begin);
    }
    edges
}

#[derive(Default)]
struct Writing {
    spans: Vec<Value>,
    text: String,
    marks: Map<String, Value>,
    edges: Edges,
}

impl Writing {
    /// Takes up the marks that hold from a position on, which never goes back.
    fn pass(&mut self, position: usize) {
        while let Some(edge) = self
            .edges
            .first_entry()
            .filter(|edge| *edge.key() <= position)
        {
            let changes = edge.remove();
            self.cut();
            for (name, value) in changes {
                match value {
                    Value::Null => drop(self.marks.remove(&name)),
                    value => drop(self.marks.insert(name, value)),
                }
            }
        }
    }

    fn block(&mut self, value: Value) {
        self.cut();
        self.spans.push(json!({"type": "block", "value": value}));
    }

    /// Ends the text so far.
    fn cut(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let value = std::mem::take(&mut self.text);
        self.spans.push(match self.marks.is_empty() {
            true => json!({"type": "text", "value": value}),
            false => json!({"type": "text", "value": value, "marks": self.marks}),
        });
    }
}
