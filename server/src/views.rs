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

mod conduct;
mod creators;
mod door;
mod kind;
mod loss;
mod message;
mod role;
mod screen;
mod space;
mod structure;
mod token;
mod usage;

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

pub use conduct::{
    ConductView, ConductedStepView, ConductedStepsView, ConductedView, CourseView, HandView,
    PlannedStepView, ReadyView,
};
pub use creators::{CreatorsView, CreatorsWord};
pub use door::{
    AddressView, CodeView, DoorView, JoinedView, KnownView, LinkView, LinksView, PollingView,
    TicketView, WorkshopView,
};
pub use kind::{DocumentKind, Extension, Template};
pub use loss::LossView;
pub use message::{MessageView, MessagesView};
pub use role::{AccessView, RoleView};
pub use screen::{
    ScreenActivityView, ScreenBrickView, ScreenKeptView, ScreenStateView, ScreenView, WifiView,
};
pub use space::{
    DocumentView, MeView, MySpaceView, PersonView, SpaceSummary, SpaceView, document_view,
    person_view,
};
pub use structure::{
    AttachmentView, RemindersView, SharedCardView, SharedColumnView, SharedKanbanView,
    StructureLinksView, StructureView,
};
pub use usage::{AmountView, DeletionView, DocumentUsageView, FileUsageView, UsageView};

pub use token::{ScopeView, TokenMadeView, TokenView};

/// It is done, and there is nothing more to say.
#[derive(Debug, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct Done {}
