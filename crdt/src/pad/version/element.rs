//! What the body of a pad is made of: characters and markers, each with a name it keeps for ever.

use std::sync::LazyLock;

use automerge::iter::ListRangeItem;
use automerge::{ActorId, Automerge, ChangeHash, ObjId, ObjType, ReadDoc, ScalarValue, ValueRef};

/// Stands for an object that is no marker.
const PLACEHOLDER: &str = "\u{fffc}";

static NOBODY: LazyLock<ActorId> = LazyLock::new(|| ActorId::from(&[][..]));

/// A character or a marker.
pub(super) struct Element {
    pub(super) id: ObjId,
    /// None for a marker.
    pub(super) text: Option<String>,
}

/// The elements of a body at these heads, in their order.
///
/// Automerge lists the edges of marks among them, and nothing tells such an edge from a number or a switch that somebody put
/// into the text by hand: neither is an element.
pub(super) fn at(document: &Automerge, body: &ObjId, heads: &[ChangeHash]) -> Vec<Element> {
    let items = document.list_range_at(body, .., heads);
    items.filter_map(element).collect()
}

fn element(item: ListRangeItem<'_>) -> Option<Element> {
    let id = item.id();
    let text = match item.value {
        ValueRef::Object(ObjType::Map) => None,
        ValueRef::Object(_) => Some(PLACEHOLDER.to_owned()),
        ValueRef::Scalar(scalar) => match ScalarValue::from(scalar) {
            ScalarValue::Str(text) => Some(text.to_string()),
            _ => return None,
        },
    };
    Some(Element { id, text })
}

impl Element {
    /// How much of the body it takes, in UTF-16 code units.
    pub(super) fn units(&self) -> usize {
        (self.text.as_ref()).map_or(1, |text| text.encode_utf16().count())
    }

    /// Who wrote it.
    pub(super) fn actor(&self) -> &ActorId {
        match &self.id {
            ObjId::Id(_, actor, _) => actor,
            ObjId::Root => &NOBODY,
        }
    }

    /// What it says in running text: a marker begins a line.
    pub(super) fn said(&self) -> &str {
        self.text.as_deref().unwrap_or("\n")
    }
}
