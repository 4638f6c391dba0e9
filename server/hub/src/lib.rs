//! Who hears what: the sync state machine of one open document.
//!
//! The crate is pure: no async, no clock, no disk, no randomness. A shell feeds [`Room::handle`]
//! with inputs and the time, and carries out the effects it returns, in their order.

mod gate;
mod guarded;
pub mod limits;
mod mend;
mod reader;
mod room;
pub mod sync_message;
pub mod wire;

pub use gate::{HistoryBudget, admit_history};
pub use mend::{Mended, mend, prove};
pub use room::{
    Access, AlreadySent, Damaged, Draft, Edit, Edited, Effect, Finished, Identity, Input, PeerKey,
    Porch, Refusal, RefusalCode, Room, Snapshot,
};
