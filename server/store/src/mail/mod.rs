//! Reminders by mail: who asked for them, what was sent, and what the links in mails do.

mod deed;
mod due;
mod reminder;

pub(crate) use deed::forget_document;
pub use deed::{MailDeed, MailLink};
pub use due::Notice;
pub(crate) use reminder::forget;
pub use reminder::{Reminder, Subscription};
