//! What the API shows: the shapes shared with the web app, generated for it in TypeScript.

use serde::Serialize;
use store::{Document, DocumentKind, Language, MySpace, Person, Role, Space, SpaceKind};
use ts_rs::TS;
use utoipa::ToSchema;

/// A shape of the API, with its TypeScript and its description.
macro_rules! view {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, TS, ToSchema)]
        #[serde(rename_all = "camelCase")]
        #[ts(export, export_to = "../../web/src/generated/")]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),+ }
    };
}

/// It is done, and there is nothing more to say.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct Done {}

/// What a person may do: `facilitator`, `participant` or `reader`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum RoleView {
    /// Invites, renames, removes; writes and reads.
    Facilitator,
    /// Writes and reads.
    Participant,
    /// Reads.
    Reader,
}

/// What the one who asks may do with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS, ToSchema)]
#[serde(rename_all = "lowercase")]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum AccessView {
    /// Read and write.
    Write,
    /// Read.
    Read,
}

view! {
    /// A document as listed.
    DocumentView {
        /// Its identifier: automerge-repo's `documentId`.
        id: String,
        /// What it is.
        #[schema(value_type = String)]
        #[ts(type = "\"pad\" | \"vote\" | \"kanban\"")]
        kind: DocumentKind,
        /// Its title.
        title: String,
        /// What the one who asks may do with it.
        access: AccessView,
        /// Whether it was put away.
        archived: bool,
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
        /// The code of the room; null while the door is closed, and for readers.
        code: Option<String>,
        /// When it is erased, in milliseconds since 1970; null while it stays.
        #[ts(type = "number | null")]
        deletes_at: Option<u64>,
        /// A structure: whether the facilitators of the workshop it comes from see how its boards stand.
        shared: bool,
        /// A structure: the workshop it comes from, while that exists; null for readers.
        workshop: Option<String>,
        /// Whether this server can send reminders by mail.
        reminders: bool,
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

view! {
    /// One link per role. They are shown once and never again.
    LinksView {
        /// Opens as facilitator.
        facilitator: String,
        /// Opens as participant.
        participant: String,
        /// Opens as reader.
        reader: String,
    }
}

view! {
    /// A workshop that was just made.
    WorkshopView {
        /// The space.
        id: String,
        /// The code of the room.
        code: String,
        /// Its links.
        links: LinksView,
    }
}

view! {
    /// One link per role of a structure. They are shown once and never again.
    StructureLinksView {
        /// Opens as member.
        participant: String,
        /// Opens as reader.
        reader: String,
    }
}

view! {
    /// A structure that was just made.
    StructureView {
        /// The space.
        id: String,
        /// Its first document: an action plan.
        document: String,
        /// Its links.
        links: StructureLinksView,
    }
}

view! {
    /// A file that is kept beside an action plan.
    AttachmentView {
        /// Where it is on this server, for the card it belongs to.
        url: String,
        /// How large it is.
        bytes: usize,
    }
}

view! {
    /// How a board of a structure stands.
    ProgressView {
        /// The structure.
        space: String,
        /// Its title.
        title: String,
        /// The board.
        document: String,
        /// What is on it, without what was put or thrown away.
        columns: Vec<ProgressColumnView>,
        /// Cards that are not done.
        open: usize,
        /// Cards that are.
        done: usize,
        /// Cards that are not done though their day is past.
        late: usize,
        /// When it was last written in, in milliseconds since 1970; null when never.
        #[ts(type = "number | null")]
        updated: Option<u64>,
    }
}

view! {
    /// A column of such a board.
    ProgressColumnView {
        /// What it is called.
        title: String,
        /// Its cards, in their order.
        cards: Vec<ProgressCardView>,
    }
}

view! {
    /// A card of such a board.
    ProgressCardView {
        /// What it is called.
        title: String,
        /// The day it is due, such as `2026-11-23`; empty for none.
        due: String,
        /// Whether it is done.
        done: bool,
        /// The first names of those in charge.
        people: Vec<String>,
    }
}

view! {
    /// What one sees before joining.
    DoorView {
        /// The space behind the door.
        space: SpaceSummary,
        /// The role one would have.
        role: RoleView,
        /// The structures people have named so far.
        structures: Vec<String>,
        /// Who one would be, when this device or link is known.
        known: Option<KnownView>,
    }
}

view! {
    /// Someone who has been here before.
    KnownView {
        /// Their name.
        name: String,
        /// Their structure.
        structure: Option<String>,
    }
}

view! {
    /// Someone who is in.
    JoinedView {
        /// Who they are there.
        participant: String,
        /// What they may do there.
        role: RoleView,
        /// The space.
        space: SpaceSummary,
        /// Its documents.
        documents: Vec<DocumentView>,
    }
}

view! {
    /// A link that was just made. It is shown once.
    LinkView {
        /// The whole address.
        link: String,
    }
}

view! {
    /// A code that was just made.
    CodeView {
        /// As people say it, with hyphens.
        code: String,
    }
}

view! {
    /// How one gets reminders by mail.
    RemindersView {
        /// The address; null when one gets none.
        email: Option<String>,
        /// The day of the week: Monday is 1, Sunday 7; null when one gets none.
        weekday: Option<u8>,
        /// Whether the address confirmed that it wants them. Until then none are sent.
        confirmed: bool,
    }
}

impl RemindersView {
    /// For somebody who gets none.
    pub fn none() -> Self {
        Self {
            email: None,
            weekday: None,
            confirmed: false,
        }
    }
}

view! {
    /// Where others reach this server.
    AddressView {
        /// An origin, for instance `http://192.168.1.20:8080`.
        url: String,
    }
}

view! {
    /// A key to the WebSocket for clients without a cookie jar.
    TicketView {
        /// Good once, for thirty seconds.
        ticket: String,
    }
}

impl From<Role> for RoleView {
    fn from(role: Role) -> Self {
        match role {
            Role::Facilitator => Self::Facilitator,
            Role::Participant => Self::Participant,
            Role::Reader => Self::Reader,
        }
    }
}

/// A document as a role sees it; readers do not see what was put away.
pub fn document_view(document: &Document, role: Role) -> Option<DocumentView> {
    let access = if role == Role::Reader {
        AccessView::Read
    } else {
        AccessView::Write
    };
    (!document.archived || role != Role::Reader).then(|| DocumentView {
        id: document.id.to_string(),
        kind: document.kind,
        title: document.title.clone(),
        access,
        archived: document.archived,
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
