//! What the parts of a page are to each other, for whoever does not see it.

use std::num::NonZeroU16;

use krilla::tagging::{
    Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading(u8),
    Paragraph,
    Quotation,
    Note,
    Code,
    /// A picture, and what it shows.
    Figure(String),
    /// A list, and whether its items are numbered.
    List(bool),
    Item,
    Label,
    Body,
    Link,
    Table,
    Row,
    /// A cell that heads its column.
    Head,
    Cell,
}

/// A place in the tree.
pub(super) type Place = usize;

enum Child {
    Part(Place),
    /// Something that is drawn, by its number.
    Drawn(usize),
}

struct Part {
    role: Role,
    children: Vec<Child>,
}

/// The parts of all pages in the order they are read.
#[derive(Default)]
pub(super) struct Structure {
    parts: Vec<Part>,
    top: Vec<Place>,
}

impl Structure {
    /// Adds a part in another one, or on top.
    pub(super) fn part(&mut self, role: Role, within: Option<Place>) -> Place {
        let place = self.parts.len();
        let children = Vec::new();
        self.parts.push(Part { role, children });
        match within {
            Some(outer) => self.parts[outer].children.push(Child::Part(place)),
            None => self.top.push(place),
        }
        place
    }

    /// Adds what is drawn to a part.
    pub(super) fn drawn(&mut self, number: usize, within: Place) {
        self.parts[within].children.push(Child::Drawn(number));
    }

    /// The tree as a PDF holds it, once it is known how each thing that is drawn is called.
    pub(super) fn tree(&self, names: &mut [Vec<Identifier>], language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for place in &self.top {
            tree.push(self.group(*place, names));
        }
        tree
    }

    fn group(&self, place: Place, names: &mut [Vec<Identifier>]) -> TagGroup {
        let part = &self.parts[place];
        let mut group = TagGroup::new(kind(&part.role));
        for child in &part.children {
            match child {
                Child::Part(place) => group.push(Node::Group(self.group(*place, names))),
                Child::Drawn(number) => {
                    for name in names[*number].drain(..) {
                        group.push(Node::Leaf(name));
                    }
                }
            }
        }
        group
    }
}

fn kind(role: &Role) -> TagKind {
    let heading = |level: u8| {
        let level = NonZeroU16::new(u16::from(level)).unwrap_or(NonZeroU16::MIN);
        Tag::Hn(level, None).into()
    };
    match role {
        Role::Title => Tag::Title.into(),
        Role::Heading(level) => heading(*level),
        Role::Paragraph => Tag::P.into(),
        Role::Quotation => Tag::BlockQuote.into(),
        Role::Note => Tag::Note.into(),
        Role::Code => Tag::Code.into(),
        Role::Figure(alt) => Tag::Figure(Some(alt.clone())).into(),
        Role::List(true) => Tag::L(ListNumbering::Decimal).into(),
        Role::List(false) => Tag::L(ListNumbering::Disc).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Link => Tag::Link.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::Head => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
    }
}
