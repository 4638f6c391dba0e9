//! The server's ear for its own host: a Unix socket in the data directory by which `atelier backup`
//! asks the running server for a copy. Who may open the directory may ask.

use std::path::{Path, PathBuf};

use crate::limits::HOST_REQUEST_BYTES_MAX;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use store::{Progress, Stage, Store};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// Name of the socket in the data directory.
pub const SOCKET_NAME: &str = "control.sock";

/// What the command line asks of the running server.
#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub enum Request {
    /// Write a verified copy of everything to this absolute path.
    Backup(PathBuf),
}

/// What the server answers: any number of `Progress`, then one of the others.
#[derive(Serialize, Deserialize, Debug)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// How far it has come.
    Progress(Step),
    /// The copy is complete, verified and on disk.
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

/// Listens until aborted. A server that cannot listen still serves; only online backup is missing.
pub fn listen(store: Store, data: &Path) -> JoinHandle<()> {
    let path = data.join(SOCKET_NAME);
    tokio::spawn(async move {
        if let Err(error) = accept(&store, &path).await {
            tracing::warn!(%error, "online backup is not available");
        }
    })
}

async fn accept(store: &Store, path: &Path) -> Result<()> {
    // The data directory is locked by this process, so a socket found there is a dead one.
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let listener = UnixListener::bind(path).context("binding the control socket")?;
    loop {
        let (stream, _) = listener
            .accept()
            .await
            .context("accepting on the control socket")?;
        if let Err(error) = answer(store, stream).await {
            tracing::warn!(%error, "a request on the control socket failed");
        }
    }
}

async fn answer(store: &Store, stream: UnixStream) -> Result<()> {
    let (read, mut write) = stream.into_split();
    let mut line = String::new();
    BufReader::new(read.take(HOST_REQUEST_BYTES_MAX))
        .read_line(&mut line)
        .await?;
    let Request::Backup(path) = serde_json::from_str(&line).context("reading the request")?;
    let (progress, mut steps) = mpsc::unbounded_channel();
    let copy = store.backup(path, move |step| {
        // A reader that went away does not stop the backup.
        let _ = progress.send(step);
    });
    tokio::pin!(copy);
    let outcome = loop {
        tokio::select! {
            Some(step) = steps.recv() => say(&mut write, &Answer::Progress(step.into())).await?,
            outcome = &mut copy => break outcome,
        }
    };
    let last = outcome.map_or_else(|error| Answer::Failed(error.to_string()), |_| Answer::Done);
    say(&mut write, &last).await
}

async fn say(write: &mut (impl AsyncWriteExt + Unpin), answer: &Answer) -> Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    write
        .write_all(&line)
        .await
        .context("answering on the control socket")
}
