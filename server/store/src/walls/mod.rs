//! Walls: the notes people write, until their wall has ended, and whose they are.
//!
//! A note is bound to its wall and its author by a keyed hash; ending the wall destroys the rows and the key. What everybody
//! sees stands in the document.

mod closing;
mod error;
mod key;
mod moderation;
mod note;
mod person;
mod wall;
mod writing;

pub use error::WallError;
pub(crate) use key::{destroy_keys, destroy_keys_of_document};
pub use note::{NewNote, OwnNote, WallNote};
pub(crate) use person::strike_off;
pub use wall::{Fulfilments, Wall, WallRules};
pub use writing::NoteCounts;
