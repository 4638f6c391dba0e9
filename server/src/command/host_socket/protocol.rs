//! What is asked of the running server and what it answers: each one line of JSON.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use store::{Progress, Stage};

use crate::command::doctor::Report;
use crate::command::spaces::{Order, SpaceLine};

/// Name of the socket in the data directory.
pub(super) const SOCKET_NAME: &str = "control.sock";

/// What the command line asks of the running server.
#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub enum Request {
    /// Write a verified copy of everything to this absolute path.
    Backup(PathBuf),
    /// Do something with spaces.
    Spaces(Order),
    /// Tell how it runs and how its data is.
    Health,
}

/// What the server answers: any number of the others, then `Done` or `Failed`.
#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// How far a backup has come.
    Progress(Step),
    /// A space that was asked for, or with which something was done.
    Space(SpaceLine),
    /// How it runs and how its data is.
    Health(Box<Report>),
    /// What was erased is gone from tables and log; unused parts of the file wait for the daily upkeep.
    TracesWait,
    /// All of it was done.
    Done,
    /// It failed; nothing was left behind.
    Failed(String),
}

/// [`store::Progress`] as it travels.
#[derive(Serialize, Deserialize, Debug)]
pub struct Step {
    copying: bool,
    done: u64,
    total: u64,
}

impl From<Progress> for Step {
    fn from(step: Progress) -> Self {
        Self {
            copying: step.stage == Stage::Copying,
            done: step.done,
            total: step.total,
        }
    }
}

impl From<Step> for Progress {
    fn from(step: Step) -> Self {
        let stage = if step.copying {
            Stage::Copying
        } else {
            Stage::Documents
        };
        Self {
            stage,
            done: step.done,
            total: step.total,
        }
    }
}
