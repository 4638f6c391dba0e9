//! Action plans: files beside cards, calendars, imports from other tools, reminders, and how boards stand.

pub mod attachments;
pub mod calendars;
pub mod card_links;
pub mod due_cards;
pub mod imports;
pub mod progress;
