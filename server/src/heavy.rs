//! Work that takes a processor for seconds, done beside people who type without being felt by them.
//!
//! It runs on threads of its own, fewer than there are processors, which the system lets run when nothing else wants to.
//! What belongs to it and cannot wait (a body that is received, a document that is copied, an answer that is sent) is kept
//! rare: after each piece of work comes a rest, during which nobody else's begins.

use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::budget::shares::{Owner, Share, Shares};
use crate::limits::{HEAVY_REST_FACTOR, HEAVY_REST_MAX, HEAVY_REST_MIN, HEAVY_WAITING_MAX};
use crate::problem::Problem;

/// As nice as it gets: beside a thread that wants to run, one of these gets a seventieth of a processor.
const NICENESS: i32 = 19;

/// Whose turn it is; clones share it.
#[derive(Clone)]
pub(crate) struct Heavy {
    turns: Arc<Semaphore>,
    waiting: Shares,
}

impl Default for Heavy {
    /// One processor is left to everybody else, if there is more than one.
    fn default() -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Self {
            turns: Arc::new(Semaphore::new((processors - 1).max(1))),
            waiting: Shares::new(HEAVY_WAITING_MAX),
        }
    }
}

impl Heavy {
    /// Waits for somebody's turn. What the work needs much memory for is best fetched only then.
    ///
    /// # Errors
    /// When too many wait already.
    pub(crate) async fn turn(&self, owner: Owner) -> Result<Turn, Problem> {
        let waiting = self.waiting.take(owner, 1).ok_or(Problem::BUSY)?;
        let permit = self.turns.clone().acquire_owned().await;
        Ok(Turn {
            permit: permit.map_err(|_| Problem::INTERNAL)?,
            waiting,
            began: Instant::now(),
        })
    }

    /// Does the work when it is its turn, and answers with what comes of it.
    ///
    /// # Errors
    /// When too many wait already, or when the work panicked.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        owner: Owner,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        self.turn(owner).await?.run(work).await
    }
}

/// Somebody's turn, until it is used.
pub(crate) struct Turn {
    permit: OwnedSemaphorePermit,
    waiting: Share,
    began: Instant,
}

impl Turn {
    /// Does the work, and answers with what comes of it.
    ///
    /// # Errors
    /// When the work panicked.
    pub(crate) async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (answer, answered) = oneshot::channel();
        let Self {
            permit,
            waiting,
            began,
        } = self;
        let started = thread::Builder::new()
            .name("heavy".to_owned())
            .spawn(move || {
                be_nice();
                // Whoever asked may be gone.
                drop(answer.send(work()));
                drop(waiting);
                thread::sleep(rest_after(began.elapsed()));
                drop(permit);
            });
        started.map_err(|error| {
            tracing::error!(%error, "a thread for heavy work could not be started");
            Problem::BUSY
        })?;
        answered.await.map_err(|_| {
            tracing::error!("heavy work ended without an answer");
            Problem::INTERNAL
        })
    }
}

/// How long nobody else's turn comes after one that took so long.
fn rest_after(taken: Duration) -> Duration {
    (taken * HEAVY_REST_FACTOR).clamp(HEAVY_REST_MIN, HEAVY_REST_MAX)
}

/// On Linux this is about the thread alone.
fn be_nice() {
    if let Err(error) = rustix::process::setpriority_process(None, NICENESS) {
        tracing::warn!(%error, "heavy work runs as everything else");
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::*;

    fn ana() -> Owner {
        Owner::at(IpAddr::from([192, 0, 2, 1]))
    }

    #[tokio::test]
    async fn the_answer_comes_and_a_panic_costs_only_itself() {
        let heavy = Heavy::default();
        let panics = heavy.run(ana(), || panic!("as a test")).await;
        assert_eq!(panics, Err::<(), _>(Problem::INTERNAL));
        assert_eq!(heavy.run(ana(), || 6 * 7).await, Ok(42));
    }

    #[test]
    fn a_rest_is_as_long_as_the_work_was_within_bounds() {
        assert_eq!(rest_after(Duration::ZERO), HEAVY_REST_MIN);
        let second = Duration::from_secs(1);
        assert!(rest_after(second / 10) > second / 10);
        assert_eq!(rest_after(60 * second), HEAVY_REST_MAX);
    }

    #[tokio::test]
    async fn one_visitor_does_not_fill_the_queue() {
        let heavy = Heavy {
            turns: Arc::new(Semaphore::new(0)),
            waiting: Shares::new(HEAVY_WAITING_MAX),
        };
        let waits = |owner| {
            let heavy = heavy.clone();
            tokio::spawn(async move { heavy.run(owner, || ()).await })
        };
        let all: Vec<_> = (0..HEAVY_WAITING_MAX).map(|_| waits(ana())).collect();
        let refused = async {
            for one in all {
                if one.is_finished() {
                    assert_eq!(one.await.expect("no panic"), Err(Problem::BUSY));
                }
            }
        };
        tokio::task::yield_now().await;
        refused.await;
        let ben = Owner::at(IpAddr::from([192, 0, 2, 2]));
        assert!(heavy.waiting.take(ben, 1).is_some());
    }
}
