//! Everything the `atelier` binary is made of: sockets, HTTP, the command line. The only async code.

pub mod api;
pub mod app;
mod archive;
pub mod clock;
pub mod command;
pub mod config;
mod control_messages;
pub mod day;
mod download;
mod headers;
pub mod kinds;
mod lan;
pub mod language;
pub mod limits;
pub mod live;
pub mod mail;
pub mod metrics;
mod outbox;
pub mod page;
pub mod problem;
pub mod request;
pub mod rooms;
mod spaces;
pub mod sync;
pub mod upkeep;
pub mod views;
