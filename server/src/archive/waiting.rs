//! An archive on its way in: on the disk until it is its turn, since many at once would not fit into memory.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek};

use axum::extract::Request;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use super::refusals;
use crate::app::App;
use crate::budget::shares::Share;
use crate::limits::FILE_WAIT_MAX;
use crate::problem::Problem;
use crate::request::body::{self, Pieces};
use crate::request::refused_by_store::STORAGE_FULL;

/// A whole archive that nobody has looked at yet. Its file has no name: nothing of it is left whatever happens.
pub(crate) struct Waiting {
    file: File,
    bytes_len: usize,
    _share: Share,
}

impl Waiting {
    /// Receives one.
    ///
    /// # Errors
    /// When it is too long, does not come whole and in time, when too many come at once, or the disk is full.
    pub(crate) async fn receive(app: &App, request: Request) -> Result<Self, Problem> {
        let pieces = body::pieces(app, request, &app.budget.archives, refusals::TOO_LARGE).await?;
        let file = tempfile::tempfile_in(&app.config.data).map_err(|error| unwritten(&error))?;
        let received = timeout(FILE_WAIT_MAX, received(pieces, file)).await;
        received.map_err(|_| Problem::BadRequest("the body did not come in time".to_owned()))?
    }

    /// How long it is, in bytes.
    pub(crate) fn bytes_len(&self) -> usize {
        self.bytes_len
    }

    /// All of it.
    ///
    /// # Errors
    /// When the disk fails.
    pub(crate) fn read(mut self) -> Result<Vec<u8>, Problem> {
        let mut bytes = Vec::new();
        let read = self.file.rewind();
        let read = read.and_then(|()| self.file.read_to_end(&mut bytes));
        read.map_err(|error| unwritten(&error))?;
        Ok(bytes)
    }
}

async fn received(mut pieces: Pieces, file: File) -> Result<Waiting, Problem> {
    let mut file = tokio::fs::File::from_std(file);
    let mut bytes_len = 0;
    while let Some(piece) = pieces.next().await? {
        bytes_len += piece.len();
        file.write_all(&piece)
            .await
            .map_err(|error| unwritten(&error))?;
    }
    file.flush().await.map_err(|error| unwritten(&error))?;
    Ok(Waiting {
        file: file.into_std().await,
        bytes_len,
        _share: pieces.into_share(),
    })
}

fn unwritten(error: &io::Error) -> Problem {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => STORAGE_FULL,
        _ => {
            tracing::error!(%error, "an archive on its way in could not be kept");
            Problem::INTERNAL
        }
    }
}
