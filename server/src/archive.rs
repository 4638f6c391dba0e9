//! A whole space as one file, and a structure made from such a file: documents with their history, people, files.
//!
//! The file is a tar archive: `manifest.json`, `documents/{id}.automerge` (every change, which any automerge program
//! opens), `attachments/{id}`, `messages.jsonl`, `conduct.jsonl`. No secret is in it, nor ballots. What is read here may come from anybody.

mod conduct;
mod files;
mod history;
mod manifest;
mod messages;
mod names;
mod pack;
pub(crate) mod refusals;
mod rename;
mod unpack;
mod waiting;

pub(crate) use pack::pack;
pub(crate) use unpack::{Arrival, unpack};
pub(crate) use waiting::Waiting;
