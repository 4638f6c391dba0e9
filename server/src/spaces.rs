//! What the people of a space are shown of it, and told when it changes.

mod announce;
mod leaving;
mod role;
mod view;
mod writers;

pub use announce::announce;
pub use leaving::show_out;
pub use role::role_changed;
pub use view::{space_as_seen_by, space_view};
pub(crate) use writers::writers;
