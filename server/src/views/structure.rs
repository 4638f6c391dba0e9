//! A structure, and how its plans stand.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

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
    /// How a plan of a structure stands.
    SharedKanbanView {
        /// The structure.
        space: String,
        /// Its title.
        title: String,
        /// The plan.
        document: String,
        /// What is on it, without what was put or thrown away.
        columns: Vec<SharedColumnView>,
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
    /// A column of such a plan.
    SharedColumnView {
        /// What it is called.
        title: String,
        /// Its cards, in their order.
        cards: Vec<SharedCardView>,
    }
}

view! {
    /// A card of such a plan.
    SharedCardView {
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
