//! What is asked of the writer thread, and how the asker gets the answer.

use rusqlite::{Connection, ErrorCode};
use tokio::sync::{OwnedSemaphorePermit, oneshot};

use crate::{StoreError, disk::copying::Copying};

/// A job in the queue, with its share of the queue's bound.
pub(crate) struct Queued {
    pub(crate) job: Job,
    /// Given back when the job has been answered.
    pub(crate) share: OwnedSemaphorePermit,
}

/// A change waiting for its commit. Its share of the queue is given back with its answer.
pub(crate) type Waiting = (Box<dyn Write>, OwnedSemaphorePermit);

/// What the writer thread does.
pub(crate) enum Job {
    /// Looks at what is committed and answers at once.
    Read(Box<dyn FnOnce(&Connection) + Send>),
    /// Changes something and answers after the commit.
    Write(Box<dyn Write>),
    /// Copies the database, serving others between two steps.
    Backup(Copying),
    /// Ends the thread.
    Close(oneshot::Sender<()>),
}

/// A change, whatever the type of its answer.
pub(crate) trait Write: Send {
    /// Does it, inside a transaction.
    fn run(&mut self, connection: &Connection) -> Ran;
    /// Tells the asker how it went: only after the commit.
    fn answer(self: Box<Self>);
    /// Tells the asker that the disk is full and nothing happened.
    fn answer_full(self: Box<Self>);
    /// Whether it is worth the space kept in reserve.
    fn is_necessary(&self) -> bool;
    /// Whether what it deleted must be gone from the log as well before it is answered.
    fn is_erasing(&self) -> bool;
}

/// How a change went.
pub(crate) enum Ran {
    /// As asked.
    Done,
    /// It was refused: take back what it did, the others go on.
    Refused,
    /// The disk is full: nobody goes on.
    Full,
    /// The disk failed: nothing can be promised any more.
    DiskFailed(rusqlite::Error),
}

/// Whether a change may use the space kept in reserve on a full disk.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Necessity {
    /// It waits for better times.
    Ordinary,
    /// It takes little and protects someone: revoking a code, removing a person.
    Necessary,
    /// As necessary, and what it deletes may stay nowhere: destroying the link between people and ballots.
    Erasing,
}

/// A change before it has run, and its answer after.
pub(crate) struct Change<T, F> {
    work: Option<F>,
    answer: Result<T, StoreError>,
    asker: oneshot::Sender<Result<T, StoreError>>,
    necessity: Necessity,
}

impl<T, F> Change<T, F> {
    pub(crate) fn new(
        work: F,
        asker: oneshot::Sender<Result<T, StoreError>>,
        necessity: Necessity,
    ) -> Self {
        Change {
            work: Some(work),
            answer: Err(StoreError::Gone),
            asker,
            necessity,
        }
    }
}

impl<T, F> Write for Change<T, F>
where
    T: Send,
    F: FnOnce(&Connection) -> Result<T, StoreError> + Send,
{
    fn run(&mut self, connection: &Connection) -> Ran {
        if let Some(work) = self.work.take() {
            self.answer = work(connection);
        }
        match &mut self.answer {
            Ok(_) => Ran::Done,
            Err(StoreError::Full) => Ran::Full,
            Err(StoreError::Database(error)) if is_disk_failure(error) => {
                Ran::DiskFailed(std::mem::replace(error, rusqlite::Error::InvalidQuery))
            }
            Err(StoreError::Database(error)) => {
                tracing::error!(%error, "a change was refused by the database");
                Ran::Refused
            }
            Err(_) => Ran::Refused,
        }
    }

    fn answer(self: Box<Self>) {
        let _ = self.asker.send(self.answer); // the asker may have left
    }

    fn answer_full(self: Box<Self>) {
        let _ = self.asker.send(Err(StoreError::Full));
    }

    fn is_necessary(&self) -> bool {
        self.necessity != Necessity::Ordinary
    }

    fn is_erasing(&self) -> bool {
        self.necessity == Necessity::Erasing
    }
}

/// Whether the system failed to read, write or sync: after a failed fsync, trying again would lie.
pub(crate) fn is_disk_failure(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure)
}
