//! What a document is: its shape, how it is created, opened, read, checked and exported.
//!
//! Nothing here touches the network, a clock or a disk: bytes and documents come in, values go out.

mod address;
pub mod agenda;
pub mod beside;
pub mod cover;
mod csv;
pub mod day;
mod field;
pub mod file;
pub mod history;
pub mod holds;
pub mod html;
mod ical;
pub mod kanban;
pub mod kind;
pub mod language;
mod markdown;
mod media_type;
pub mod open;
pub mod package;
pub mod pad;
mod panic;
mod rank;
pub mod root;
pub mod round;
pub mod tally;
pub mod vote;
pub mod wall;
mod xml;
