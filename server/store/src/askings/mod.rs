//! Rounds: each time a question is asked, the answers until they are revealed, and whose turn it is to speak.
//!
//! An answer is bound to its asking and its person by a keyed hash; revealing the asking destroys the answers and the key.

mod answer;
mod answering;
mod asking;
mod course;
mod error;
mod key;
mod outcome;
mod person;
mod speakers;
mod tally;

pub use answer::Answer;
pub use asking::{Asking, NewAsking};
pub use error::AskingError;
pub(crate) use key::{destroy_keys, destroy_keys_of_document};
pub use outcome::Outcome;
pub(crate) use person::strike_off;
pub use speakers::{Speaker, Turn};
