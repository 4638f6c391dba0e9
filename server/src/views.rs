//! What the API shows: the shapes shared with the web app, generated for it in TypeScript.

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

mod door;
mod kind;
mod role;
mod space;
mod structure;

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

pub use door::{
    AddressView, CodeView, DoorView, JoinedView, KnownView, LinkView, LinksView, TicketView,
    WorkshopView,
};
pub use kind::{DocumentKind, Extension, Template};
pub use role::{AccessView, RoleView};
pub use space::{
    DocumentView, MeView, MySpaceView, PersonView, SpaceSummary, SpaceView, document_view,
    person_view,
};
pub use structure::{
    AttachmentView, ProgressCardView, ProgressColumnView, ProgressView, RemindersView,
    StructureLinksView, StructureView,
};

/// It is done, and there is nothing more to say.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct Done {}
