//! The one thread that owns the database: it drains the queue and commits everyone who waits at once.

use std::{
    collections::VecDeque,
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, RecvTimeoutError},
    },
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::sync::{Semaphore, oneshot, watch};

use crate::{
    StorageState,
    disk::{
        ballast::Ballast,
        checkpoint,
        copying::Copying,
        job::{Job, Queued, Waiting, is_disk_failure},
        lock::Lock,
        transaction::{self, DiskFull, give_up},
    },
    limits::{BATCH_JOBS_MAX, QUEUE_KIB_MAX},
};

/// Everything the thread owns but the connection.
pub(crate) struct Writer {
    pub(crate) queue: Receiver<Queued>,
    pub(crate) room: Arc<Semaphore>,
    pub(crate) state: watch::Sender<StorageState>,
    pub(crate) commits: Arc<AtomicU64>,
    pub(crate) ballast: Ballast,
    pub(crate) full_poll: Duration,
    pub(crate) next_try: Instant,
    pub(crate) backups: VecDeque<Copying>,
    pub(crate) closing: Option<oneshot::Sender<()>>,
    pub(crate) lock: Lock,
}

impl Writer {
    /// Serves until the store is closed or every handle is dropped.
    pub(crate) fn run(mut self, connection: Connection) {
        let _guard = EndTogether;
        self.empty_log(&connection); // a crash may have come between a deletion and this
        while self.wait_and_serve(&connection).is_continue() {
            while let Some(copying) = self.backups.pop_front() {
                copying.run(&connection, &mut |connection| self.serve_queued(connection));
            }
        }
        self.finish(connection);
    }

    /// Serves what is queued without waiting for more.
    fn serve_queued(&mut self, connection: &Connection) -> ControlFlow<()> {
        let batch: Vec<_> = self.queue.try_iter().take(BATCH_JOBS_MAX).collect();
        self.serve(connection, batch)
    }

    fn wait_and_serve(&mut self, connection: &Connection) -> ControlFlow<()> {
        let batch = match self.wait() {
            Ok(first) => std::iter::once(first)
                .chain(self.queue.try_iter().take(BATCH_JOBS_MAX - 1))
                .collect(),
            Err(RecvTimeoutError::Timeout) => Vec::new(),
            Err(RecvTimeoutError::Disconnected) => return ControlFlow::Break(()),
        };
        self.serve(connection, batch)
    }

    fn wait(&self) -> Result<Queued, RecvTimeoutError> {
        if self.is_full() {
            let rest = self.next_try.saturating_duration_since(Instant::now());
            self.queue.recv_timeout(rest)
        } else {
            let next = self.queue.recv();
            next.map_err(|_| RecvTimeoutError::Disconnected)
        }
    }

    fn serve(&mut self, connection: &Connection, batch: Vec<Queued>) -> ControlFlow<()> {
        let mut changes: Vec<Waiting> = Vec::new();
        for Queued { job, share } in batch {
            match job {
                Job::Read(look) => look(connection), // before the changes: it sees what is committed
                Job::Write(change) => changes.push((change, share)),
                Job::Backup(copying) => self.backups.push_back(copying),
                Job::Close(asker) => self.closing = Some(asker),
            }
        }
        self.commit(connection, changes);
        self.keep_house(connection);
        match self.closing {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    /// Runs the changes in one transaction; answers go out only when it is on disk.
    fn commit(&mut self, connection: &Connection, changes: Vec<Waiting>) {
        let (mut admitted, refused) = self.admit(changes);
        refused
            .into_iter()
            .for_each(|(change, _)| change.answer_full());
        if admitted.is_empty() {
            return;
        }
        match transaction::run(connection, &mut admitted) {
            Ok(()) => {
                self.commits.fetch_add(1, Ordering::Relaxed);
                if admitted.iter().any(|(change, _)| change.is_erasing()) {
                    self.empty_log(connection);
                }
                admitted.into_iter().for_each(|(change, _)| change.answer());
            }
            Err(DiskFull) => {
                self.become_full();
                admitted
                    .into_iter()
                    .for_each(|(change, _)| change.answer_full());
            }
        }
    }

    /// Takes what was deleted out of the log. On a full disk it waits there until there is room again.
    fn empty_log(&mut self, connection: &Connection) {
        if let Err(error) = checkpoint::empty(connection) {
            self.suffer(error, "emptying the log");
        }
    }

    /// On a full disk, only what is necessary is tried.
    fn admit(&self, changes: Vec<Waiting>) -> (Vec<Waiting>, Vec<Waiting>) {
        let is_full = self.is_full();
        changes
            .into_iter()
            .partition(|(change, _)| !is_full || change.is_necessary())
    }

    fn keep_house(&mut self, connection: &Connection) {
        if self.is_full() {
            if self.next_try <= Instant::now() {
                self.try_again(connection);
            }
        } else if let Err(error) = checkpoint::if_due(connection, self.is_idle()) {
            self.suffer(error, "folding back the log");
        }
    }

    /// Whether nobody waits: every share of the queue is given back.
    fn is_idle(&self) -> bool {
        self.room.available_permits() == QUEUE_KIB_MAX
    }

    pub(crate) fn is_full(&self) -> bool {
        *self.state.borrow() == StorageState::Full
    }

    pub(crate) fn become_full(&mut self) {
        if !self.is_full() {
            tracing::error!("the disk is full: nothing is written until there is room again");
        }
        self.ballast.release();
        self.next_try = Instant::now() + self.full_poll;
        self.state.send_replace(StorageState::Full);
    }

    /// Finds out whether there is room again: for the reserve and for a real write.
    fn try_again(&mut self, connection: &Connection) {
        self.next_try = Instant::now() + self.full_poll;
        if !self.ballast.refill() {
            return;
        }
        match probe(connection) {
            Ok(()) => {
                tracing::info!("the disk has room again");
                self.state.send_replace(StorageState::Ok);
            }
            Err(error) => self.suffer(error, "trying whether the disk has room"),
        }
    }

    /// A full disk passes; any other failure to write ends the process, so that nothing false is ever answered.
    fn suffer(&mut self, error: rusqlite::Error, doing: &'static str) {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => self.become_full(),
            _ if is_disk_failure(&error) => give_up(&error, doing),
            _ => tracing::error!(%error, doing, "the database refused"),
        }
    }

    fn finish(self, connection: Connection) {
        if let Err((_, error)) = connection.close() {
            tracing::error!(%error, "closing the database");
        }
        drop(self.queue); // whoever still waits learns that the store is gone
        drop(self.lock);
        if let Some(asker) = self.closing {
            let _ = asker.send(());
        }
    }
}

/// A server whose store has panicked can save nothing: it ends, and whoever supervises it starts another.
struct EndTogether;

impl Drop for EndTogether {
    fn drop(&mut self) {
        if std::thread::panicking() {
            std::process::abort();
        }
    }
}

/// Writes and removes more than any ordinary change takes.
fn probe(connection: &Connection) -> rusqlite::Result<()> {
    let write = "INSERT INTO meta(name, value) VALUES ('probe', ?1)
                 ON CONFLICT(name) DO UPDATE SET value = excluded.value";
    connection.execute(write, [vec![0_u8; 65_536]])?;
    connection.execute("DELETE FROM meta WHERE name = 'probe'", [])?;
    checkpoint::empty(connection)
}
