//! Where marks begin and end. One that ends before it begins makes a document that never loads.

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{Automerge, Cursor, ExpandedChange, ObjId, ReadDoc};

/// A mark that a change puts on a text: two invisible elements, put in after two others.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    text: ObjectId,
    begin: OpId,
    begin_after: ElementId,
    end_after: ElementId,
}

/// The marks of a change. `None` if they are not pairs: clients write the end of a mark right
/// after its beginning, and automerge pairs them by that.
pub(super) fn marks_of(change: &ExpandedChange) -> Option<Vec<Mark>> {
    let ops = &change.operations;
    let begins = |op: &Op| matches!(op.action, OpType::MarkBegin(_));
    let ends = |op: &Op| matches!(op.action, OpType::MarkEnd(_));
    let first = change.start_op.get();
    let marks: Option<Vec<Mark>> = (0..ops.len())
        .filter(|at| begins(&ops[*at]))
        .map(|at| {
            let begin = OpId::new(first + at as u64, &change.actor_id);
            let end = ops.get(at + 1).filter(|op| ends(op))?;
            mark(begin, &ops[at], end)
        })
        .collect();
    let end_count = ops.iter().filter(|op| ends(op)).count();
    marks.filter(|marks| marks.len() == end_count)
}

fn mark(id: OpId, begin: &Op, end: &Op) -> Option<Mark> {
    let same_text = begin.obj == end.obj && begin.insert && end.insert;
    match (&begin.key, &end.key) {
        (Key::Seq(begin_after), Key::Seq(end_after)) if same_text => Some(Mark {
            text: begin.obj.clone(),
            begin: id,
            begin_after: begin_after.clone(),
            end_after: end_after.clone(),
        }),
        _ => None,
    }
}

impl Mark {
    /// Whether it surely begins before it ends, in a document that holds it. False only means
    /// that this cannot be told here.
    ///
    /// A new element goes right behind the one it names, before all elements with lower numbers
    /// that already follow. So the beginning comes before an element if what the beginning follows
    /// does, and that element is older than the mark.
    pub(crate) fn is_in_order(&self, document: &Automerge) -> bool {
        let ElementId::Id(end_after) = &self.end_after else {
            return false;
        };
        if *end_after == self.begin {
            return true;
        }
        let ElementId::Id(begin_after) = &self.begin_after else {
            return end_after.0 < self.begin.0;
        };
        end_after.0 < self.begin.0 && self.is_before(begin_after, end_after, document)
    }

    fn is_before(&self, one: &OpId, other: &OpId, document: &Automerge) -> bool {
        match (self.place(one, document), self.place(other, document)) {
            (Some(one), Some(other)) => one < other,
            _ => false,
        }
    }

    /// How many letters come before an element. Equal for neighbours of which one is deleted.
    fn place(&self, element: &OpId, document: &Automerge) -> Option<usize> {
        let ObjectId::Id(text) = &self.text else {
            return None;
        };
        let text = ObjId::Id(text.0, text.1.clone(), 0);
        let cursor = Cursor::try_from(element.to_string()).ok()?;
        document.get_cursor_position(&text, &cursor, None).ok()
    }
}
