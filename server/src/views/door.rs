//! Ways in, and those who come by them.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

use super::{DocumentView, RoleView, SpaceSummary};

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
        /// The code of the workshop.
        code: String,
        /// Its links.
        links: LinksView,
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
    /// Where others reach this server.
    AddressView {
        /// An origin, for instance `http://192.168.1.20:8080`.
        url: String,
    }
}

view! {
    /// A connection for whom no WebSocket reaches the server.
    PollingView {
        /// Its id, for the session that opened it alone.
        connection: String,
    }
}

view! {
    /// A key to the WebSocket for clients without a cookie jar.
    TicketView {
        /// Good once, for thirty seconds.
        ticket: String,
    }
}
