//! What the people of a space are shown of it, and told when it changes.

mod announce;

pub use announce::announce;
