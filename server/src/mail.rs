//! Mail: reminders of what is late or due soon, and questions about structures, to those who asked for them.

mod deliver;
mod letter;
mod letters;
mod page;
mod post;
mod schedule;
mod weekly;
mod words;

pub use page::router;
pub use post::{address, answers};
pub use schedule::{keep_mailing, send_due};

pub(crate) use deliver::{Undelivered, ask_to_confirm};
