//! A space, its people and documents.

use serde::Serialize;
use store::{Document, KindWord, Language, MySpace, Person, Role, Space, SpaceKind};
use ts_rs::TS;
use utoipa::ToSchema;

use super::{AccessView, DocumentKind, RoleView};

view! {
    /// A document as listed.
    DocumentView {
        /// Its identifier: automerge-repo's `documentId`.
        id: String,
        /// What it is.
        #[schema(value_type = DocumentKind)]
        #[ts(as = "DocumentKind")]
        kind: KindWord,
        /// Its title.
        title: String,
        /// What the one who asks may do with it.
        access: AccessView,
        /// Whether it was put away.
        archived: bool,
        /// Whether those who facilitate alone write in it.
        locked: bool,
        /// When it was last written in, in milliseconds since 1970; null when never.
        #[ts(type = "number | null")]
        updated: Option<u64>,
    }
}

view! {
    /// Someone in a space.
    PersonView {
        /// Who.
        id: String,
        /// The name they bear; empty for a facilitator who has not given one.
        name: String,
        /// The structure they come from.
        structure: Option<String>,
        /// What they may do.
        role: RoleView,
        /// The peer ids of their open pages; none when they are away.
        peers: Vec<String>,
    }
}

view! {
    /// A space as one of its people sees it.
    SpaceView {
        /// Its identifier.
        id: String,
        /// What it is.
        #[schema(value_type = String)]
        #[ts(type = "\"workshop\" | \"structure\"")]
        kind: SpaceKind,
        /// Its title.
        title: String,
        /// The language it speaks.
        #[schema(value_type = String)]
        #[ts(type = "\"fr\" | \"en\"")]
        language: Language,
        /// What the one who asks may do there.
        role: RoleView,
        /// Who the one who asks is there.
        participant: String,
        /// Its documents, oldest first.
        documents: Vec<DocumentView>,
        /// Its people, in the order they came.
        people: Vec<PersonView>,
        /// The code of the workshop; null while the door is closed, and for readers.
        code: Option<String>,
        /// When it is erased, in milliseconds since 1970; null while it stays.
        #[ts(type = "number | null")]
        deletes_at: Option<u64>,
        /// A structure: whether the facilitators of the workshop it comes from see how its plans stand.
        shared: bool,
        /// A structure: the workshop it comes from, while that exists; null for readers.
        workshop: Option<String>,
        /// Whether this server can send reminders by mail.
        reminders: bool,
        /// Whether people talk to each other in it.
        chat: bool,
        /// A workshop: whether it is closed for writing, so that those who facilitate alone write in any of it.
        locked: bool,
    }
}

view! {
    /// A space without what is in it.
    SpaceSummary {
        /// Its identifier.
        id: String,
        /// What it is.
        #[schema(value_type = String)]
        #[ts(type = "\"workshop\" | \"structure\"")]
        kind: SpaceKind,
        /// Its title.
        title: String,
        /// The language it speaks.
        #[schema(value_type = String)]
        #[ts(type = "\"fr\" | \"en\"")]
        language: Language,
    }
}

view! {
    /// A space this device belongs to.
    MySpaceView {
        /// Its identifier.
        id: String,
        /// What it is.
        #[schema(value_type = String)]
        #[ts(type = "\"workshop\" | \"structure\"")]
        kind: SpaceKind,
        /// Its title.
        title: String,
        /// What this device may do there.
        role: RoleView,
        /// The name it bears there.
        name: String,
    }
}

view! {
    /// What this device belongs to.
    MeView {
        /// The spaces, latest first.
        spaces: Vec<MySpaceView>,
    }
}

/// A document as a role sees it; readers do not see what was put away.
pub fn document_view(document: &Document, role: Role) -> Option<DocumentView> {
    let access = if role.writes_in(document.locked || document.locked_with_space) {
        AccessView::Write
    } else {
        AccessView::Read
    };
    (!document.archived || role != Role::Reader).then(|| DocumentView {
        id: document.id.to_string(),
        kind: document.kind.clone(),
        title: document.title.clone(),
        access,
        archived: document.archived,
        locked: document.locked,
        updated: document.updated_ms,
    })
}

/// A person, with the peer ids of their open pages.
pub fn person_view(person: &Person, peers: Vec<String>) -> PersonView {
    PersonView {
        id: person.id.to_string(),
        name: person.name.clone(),
        structure: person.structure.clone(),
        role: person.role.into(),
        peers,
    }
}

impl From<&Space> for SpaceSummary {
    fn from(space: &Space) -> Self {
        Self {
            id: space.id.to_string(),
            kind: space.kind,
            title: space.title.clone(),
            language: space.language,
        }
    }
}

impl From<MySpace> for MySpaceView {
    fn from(mine: MySpace) -> Self {
        Self {
            id: mine.space.id.to_string(),
            kind: mine.space.kind,
            title: mine.space.title,
            role: mine.role.into(),
            name: mine.name,
        }
    }
}
