//! One polled connection after its greeting: hearing posts and answering polls at once, until either ends.

use std::sync::Arc;
use std::time::{Duration, Instant};

use hub::wire::Join;
use store::{Secret, SecretHash};
use tokio::sync::{Notify, mpsc};
use tokio::time::sleep_until;

use crate::app::App;
use crate::app::polled::{LastSign, LineEnd, Poll, Polling, Post};
use crate::budget::shares::{Owner, Share};
use crate::limits::POLLING_SILENCE_MAX;
use crate::outbox::{Farewell, Frames, Mail, Outbox};
use crate::sync::connection::Connection;

/// Begins a connection that lasts until it is left, or until nobody asks for it any more; its id.
///
/// # Errors
/// When the session has too many.
pub(super) async fn begin(
    app: App,
    session: SecretHash,
    join: Join,
    owner: Owner,
    place: Share,
) -> Result<Secret, Farewell> {
    let outbox = Outbox::new(&app.budget, owner);
    let polled = app.polled.clone();
    let connection = Connection::begin(app, session, join, outbox.clone());
    if let Some(farewell) = outbox.farewell() {
        connection.end().await;
        return Err(farewell);
    }
    let (id, end) = polled.list(session, outbox.clone());
    tokio::spawn(async move {
        serve(connection, &outbox, end).await;
        drop(place);
    });
    Ok(id)
}

async fn serve(mut connection: Connection, outbox: &Outbox, end: LineEnd) {
    let LineEnd {
        posts,
        polls,
        client,
        listed,
    } = end;
    let caught_up = Notify::new();
    tokio::select! {
        () = hear(&mut connection, posts, &caught_up) => {}
        () = answer(polls, outbox, &caught_up, &client, POLLING_SILENCE_MAX) => {}
    }
    drop(listed);
    connection.end().await;
}

async fn hear(connection: &mut Connection, mut posts: mpsc::Receiver<Post>, caught_up: &Notify) {
    let mut heard = 0;
    loop {
        let post = tokio::select! {
            post = posts.recv() => post,
            () = caught_up.notified() => {
                connection.caught_up().await;
                continue;
            }
        };
        let Some(post) = post else {
            return;
        };
        if post.number.checked_sub(1) == Some(heard) {
            for (message, share) in post.messages {
                connection.receive(message, Some(share)).await;
            }
            heard = post.number;
        }
        if post.is_handled.send(post.number <= heard).is_err() {
            tracing::debug!(
                number = post.number,
                "whoever posted is gone, and will post the same again"
            );
        }
    }
}

/// Answers polls until nobody polls any more, or the connection is to end.
async fn answer(
    mut polls: mpsc::Receiver<Poll>,
    outbox: &Outbox,
    caught_up: &Notify,
    client: &LastSign,
    silence_max: Duration,
) {
    let mut sent = Sent::default();
    let mut waiting: Option<Poll> = None;
    loop {
        let due = match &waiting {
            Some(poll) => poll.until,
            None => client.at() + silence_max,
        };
        tokio::select! {
            poll = polls.recv() => {
                let Some(poll) = poll else {
                    return;
                };
                // Whoever asks again does not wait for the first answer any more.
                tell(waiting.take(), Polling::Nothing);
                match sent.asked(poll.after) {
                    Asked::ForMore => waiting = Some(poll),
                    Asked::Again(batch) => tell(Some(poll), Polling::Batch(batch)),
                    Asked::Nonsense => tell(Some(poll), Polling::OutOfOrder),
                }
            }
            mail = outbox.next(), if waiting.is_some() => match mail {
                Mail::Frames(frames) => tell(waiting.take(), Polling::Batch(sent.next(frames))),
                Mail::CaughtUp => caught_up.notify_one(),
                Mail::Close(_) => return,
            },
            () = outbox.closed(), if waiting.is_none() => return,
            () = sleep_until(due.into()) => match waiting.take() {
                Some(poll) => tell(Some(poll), Polling::Nothing),
                None if client.at() + silence_max <= Instant::now() => return,
                None => {}
            },
        }
    }
}

fn tell(poll: Option<Poll>, what: Polling) {
    if let Some(poll) = poll {
        // Whoever polled may be gone: a batch is kept until its arrival is confirmed.
        drop(poll.answer.send(what));
    }
}

/// The last batch, kept until the client has it.
#[derive(Default)]
struct Sent {
    number: u64,
    batch: Option<Arc<Frames>>,
}

enum Asked {
    ForMore,
    Again(Arc<Frames>),
    Nonsense,
}

impl Sent {
    /// The client has every batch up to this one.
    fn asked(&mut self, after: u64) -> Asked {
        if after == self.number {
            self.batch = None;
            return Asked::ForMore;
        }
        match &self.batch {
            Some(batch) if after.checked_add(1) == Some(self.number) => Asked::Again(batch.clone()),
            _ => Asked::Nonsense,
        }
    }

    fn next(&mut self, frames: Frames) -> Arc<Frames> {
        let batch = Arc::new(frames);
        self.number += 1;
        self.batch = Some(batch.clone());
        batch
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use bytes::Bytes;
    use tokio::sync::oneshot;

    use super::*;
    use crate::budget::Budget;

    /// A connection without its rooms: what is pushed is what there is to say.
    struct Said {
        outbox: Outbox,
        polls: mpsc::Sender<Poll>,
        client: LastSign,
    }

    impl Said {
        fn begins(silence_max: Duration) -> (Self, impl Future<Output = ()>) {
            let owner = Owner::at(IpAddr::from([192, 0, 2, 1]));
            let outbox = Outbox::new(&Budget::default(), owner);
            let (polls, polled) = mpsc::channel(1);
            let client = LastSign::default();
            let said = Self {
                outbox: outbox.clone(),
                polls,
                client: client.clone(),
            };
            let answering = async move {
                answer(polled, &outbox, &Notify::new(), &client, silence_max).await;
            };
            (said, answering)
        }

        async fn polls(&self, after: u64, wait: Duration) -> oneshot::Receiver<Polling> {
            let (answer, answered) = oneshot::channel();
            let until = Instant::now() + wait;
            let poll = Poll {
                after,
                until,
                answer,
            };
            drop(self.polls.send(poll).await);
            answered
        }

        /// The frames of the answer; none when there is nothing.
        async fn hears(&self, after: u64, wait: Duration) -> Vec<Bytes> {
            match self.polls(after, wait).await.await {
                Ok(Polling::Batch(batch)) => batch.frames.iter().cloned().collect(),
                Ok(Polling::Nothing) => Vec::new(),
                Ok(Polling::OutOfOrder) => panic!("{after} is out of order"),
                Err(error) => panic!("the connection ended: {error}"),
            }
        }
    }

    const LONG: Duration = Duration::from_secs(60);

    #[tokio::test]
    async fn a_batch_is_told_again_until_it_is_confirmed() {
        let (said, answering) = Said::begins(LONG);
        let story = async {
            said.outbox.push(Bytes::from_static(b"one"));
            assert_eq!(said.hears(0, LONG).await, ["one"]);
            said.outbox.push(Bytes::from_static(b"two"));
            assert_eq!(said.hears(0, LONG).await, ["one"], "its answer was lost");
            assert_eq!(said.hears(1, LONG).await, ["two"]);
            assert!(said.hears(2, Duration::ZERO).await.is_empty());
            let long_gone = said.polls(0, LONG).await;
            assert!(matches!(long_gone.await, Ok(Polling::OutOfOrder)));
        };
        tokio::select! {
            () = story => {}
            () = answering => panic!("it ended"),
        }
    }

    #[tokio::test]
    async fn who_asks_again_is_answered_in_the_place_of_the_first_request() {
        let (said, answering) = Said::begins(LONG);
        let story = async {
            let first = said.polls(0, LONG).await;
            let second = said.polls(0, LONG).await;
            assert!(matches!(first.await, Ok(Polling::Nothing)));
            said.outbox.push(Bytes::from_static(b"one"));
            assert!(matches!(second.await, Ok(Polling::Batch(_))));
            let ahead = said.polls(7, LONG).await;
            assert!(matches!(ahead.await, Ok(Polling::OutOfOrder)));
        };
        tokio::select! {
            () = story => {}
            () = answering => panic!("it ended"),
        }
    }

    #[tokio::test]
    async fn a_connection_nobody_asks_for_ends() {
        let (said, answering) = Said::begins(Duration::from_millis(1));
        answering.await;
        assert!(said.client.at() < Instant::now());
    }

    #[tokio::test]
    async fn whoever_waits_hears_at_once_that_it_is_over() {
        let (said, answering) = Said::begins(LONG);
        let waiting = said.polls(0, LONG).await;
        said.outbox.close(Farewell::GoingAway);
        answering.await;
        assert!(waiting.await.is_err());
        let (said, answering) = Said::begins(LONG);
        said.outbox.close(Farewell::GoingAway);
        answering.await;
    }
}
