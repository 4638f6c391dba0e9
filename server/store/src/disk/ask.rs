//! Asking the writer thread: each call queues one job and waits for its answer.

use std::sync::Arc;

use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::{
    Store, StoreError,
    disk::job::{Change, Job, Necessity, Queued},
    limits::QUEUE_KIB_MAX,
};

impl Store {
    /// Asks for something that changes nothing.
    pub(crate) async fn read<T, F>(&self, look: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let (asker, answer) = oneshot::channel();
        let look = move |connection: &Connection| {
            let _ = asker.send(look(connection)); // the asker may have left
        };
        self.queue(0, Job::Read(Box::new(look))).await?;
        answer.await.unwrap_or(Err(StoreError::Gone))
    }

    /// Asks for a change; the answer comes when it is fsynced.
    pub(crate) async fn write<T, F>(&self, change: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        self.write_weighing(0, Necessity::Ordinary, change).await
    }

    /// Asks for a change that is worth the space kept in reserve.
    pub(crate) async fn write_necessary<T, F>(&self, change: F) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        self.write_weighing(0, Necessity::Necessary, change).await
    }

    /// Asks for a change that carries so many bytes.
    pub(crate) async fn write_weighing<T, F>(
        &self,
        bytes: usize,
        necessity: Necessity,
        change: F,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    {
        let (asker, answer) = oneshot::channel();
        let change = Change::new(change, asker, necessity);
        self.queue(bytes, Job::Write(Box::new(change))).await?;
        answer.await.unwrap_or(Err(StoreError::Gone))
    }

    /// Waits for room in the queue, then hands the job to the thread.
    pub(crate) async fn queue(&self, bytes: usize, job: Job) -> Result<(), StoreError> {
        let kib = (1 + bytes / 1024).min(QUEUE_KIB_MAX);
        let kib = u32::try_from(kib).expect("the limit of the queue fits");
        let share = Arc::clone(&self.room).acquire_many_owned(kib).await;
        let share = share.expect("nobody closes the semaphore");
        self.queue
            .send(Queued { job, share })
            .map_err(|_| StoreError::Gone)
    }
}
