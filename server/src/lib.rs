//! Everything the `atelier` binary is made of: sockets, HTTP, the command line. The only async code.

pub mod api;
pub mod app;
mod archive;
pub mod backup;
mod banner;
pub mod check;
pub mod cli;
pub mod clock;
pub mod config;
mod control;
pub mod day;
mod lan;
pub mod language;
pub mod live;
pub mod logs;
pub mod mail;
pub mod metrics;
pub mod page;
mod progress;
pub mod rooms;
pub mod serve;
pub mod sync;
mod tell;
pub mod upkeep;
