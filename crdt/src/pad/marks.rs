//! Which marks hold at each position of a pad's text.

use std::collections::BTreeMap;

use automerge::ScalarValue;
use automerge::marks::Mark;

use super::block::Marks;
use super::link::may_be_followed;

/// Walks the text from left to right and tells the marks at each position.
pub(super) struct MarkWalk {
    edges: BTreeMap<usize, Edge>,
    /// The numbers of the notes on passages that end with the character at a position.
    notes: BTreeMap<usize, Vec<u32>>,
    current: Marks,
}

/// What begins and ends at one position.
#[derive(Default)]
struct Edge {
    ends: Vec<String>,
    begins: Vec<Mark>,
}

impl MarkWalk {
    /// Positions count UTF-16 code units.
    pub(super) fn new(marks: Vec<Mark>, notes: BTreeMap<usize, Vec<u32>>) -> Self {
        let mut edges: BTreeMap<usize, Edge> = BTreeMap::new();
        for mark in marks.into_iter().filter(|mark| mark.start < mark.end) {
            let end = edges.entry(mark.end).or_default();
            end.ends.push(mark.name().to_owned());
            edges.entry(mark.start).or_default().begins.push(mark);
        }
        let current = Marks::default();
        Self {
            edges,
            notes,
            current,
        }
    }

    /// The marks at `position`, which never goes back.
    pub(super) fn at(&mut self, position: usize) -> &Marks {
        while let Some(edge) = self.next_edge(position) {
            self.pass(edge);
        }
        self.current.notes = self.notes.remove(&position).unwrap_or_default();
        &self.current
    }

    fn next_edge(&mut self, position: usize) -> Option<Edge> {
        let edge = self.edges.first_entry()?;
        (*edge.key() <= position).then(|| edge.remove())
    }

    /// Ends come first: a mark may end where another of its name begins.
    fn pass(&mut self, edge: Edge) {
        for name in edge.ends {
            self.set(&name, &ScalarValue::Null);
        }
        for mark in edge.begins {
            self.set(mark.name(), mark.value());
        }
    }

    /// A value of the wrong type is as good as no mark; unknown names are passed over.
    fn set(&mut self, name: &str, value: &ScalarValue) {
        let on = matches!(value, ScalarValue::Boolean(true));
        match name {
            "strong" => self.current.strong = on,
            "em" => self.current.em = on,
            "underline" => self.current.underline = on,
            "strike" => self.current.strike = on,
            "link" => self.current.link = link(value),
            _ => {}
        }
    }
}

fn link(value: &ScalarValue) -> Option<String> {
    value
        .as_str()
        .filter(|address| may_be_followed(address))
        .map(str::to_owned)
}
