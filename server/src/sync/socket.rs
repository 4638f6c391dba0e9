//! One WebSocket: greeting, then reading and writing at once until either ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use bytes::Bytes;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use hub::wire::{self, ClientMessage, Join};
use store::SecretHash;
use tokio::sync::Notify;
use tokio::time::timeout;

use super::connection::Connection;
use super::heart::Heart;
use crate::app::App;
use crate::budget::shares::Owner;
use crate::control_messages;
use crate::limits::{GREETING_BYTES_MAX, GREETING_WAIT_MAX, WRITE_WAIT_MAX};
use crate::listen::Meter;
use crate::outbox::{Farewell, Frames, Mail, Outbox};

/// How what a socket sends is measured, and who answers for it.
pub(super) struct Intake {
    pub(super) meter: Meter,
    pub(super) owner: Owner,
}

type Sink = SplitSink<WebSocket, Message>;
type Stream = SplitStream<WebSocket>;

/// Serves one socket of a session until it ends.
pub(super) async fn serve(app: App, socket: WebSocket, session: SecretHash, intake: Intake) {
    let (mut sink, mut stream) = socket.split();
    let Some(join) = greeting(&mut stream).await else {
        return;
    };
    if !join.speaks_version_1 {
        let complaint = control_messages::error(
            app.rooms.peer_id(),
            &join.peer_id,
            "only protocol version 1 is spoken here",
        );
        // The client is not one of ours: whether it hears the complaint changes nothing.
        drop(sink.send(Message::Binary(complaint)).await);
        return;
    }
    let Intake { meter, owner } = intake;
    meter.is_greeted(&app.budget.in_flight, owner);
    let outbox = Outbox::new(&app.budget, owner);
    let alive = join
        .understands_control
        .then(|| control_messages::ControlMessage::Alive.frame());
    let news = News::default();
    let mut connection = Connection::begin(app, session, join, outbox.clone());
    tokio::select! {
        () = read(&mut connection, stream, &news, &meter) => {}
        () = write(sink, &outbox, alive, &news, &meter) => {}
    }
    connection.end().await;
}

/// Ends the socket of a program whose token is none, or was revoked.
pub(super) async fn turn_away(mut socket: WebSocket) {
    // Whether it hears that changes nothing.
    drop(timeout(WRITE_WAIT_MAX, socket.send(close(Farewell::SessionEnded))).await);
}

/// What the two halves of a connection tell each other.
#[derive(Default)]
struct News {
    /// Everything queued was dropped, and the socket takes frames again.
    caught_up: Notify,
    /// Whether anything was read since the last beat. A timer of its own would have to be set again for each message.
    heard: AtomicBool,
}

/// The first message, if it is a greeting and comes in time.
async fn greeting(stream: &mut Stream) -> Option<Join> {
    let first = timeout(GREETING_WAIT_MAX, stream.next())
        .await
        .ok()??
        .ok()?;
    let Message::Binary(frame) = first else {
        return None;
    };
    if frame.len() > GREETING_BYTES_MAX {
        return None;
    }
    match wire::decode(&frame) {
        Ok(ClientMessage::Join(join)) => Some(join),
        _ => None,
    }
}

async fn read(connection: &mut Connection, mut stream: Stream, news: &News, meter: &Meter) {
    loop {
        let message = tokio::select! {
            message = stream.next() => message,
            () = news.caught_up.notified() => {
                connection.caught_up().await;
                continue;
            }
        };
        let Some(Ok(message)) = message else {
            return;
        };
        news.heard.store(true, Ordering::Relaxed);
        let share = meter.message_came();
        let frame = match message {
            Message::Binary(frame) => frame,
            Message::Close(_) => return,
            // The protocol knows no text; pings and pongs are answered below us.
            Message::Text(_) | Message::Ping(_) | Message::Pong(_) => continue,
        };
        connection.receive(frame, share).await;
    }
}

async fn write(mut sink: Sink, outbox: &Outbox, alive: Option<Bytes>, news: &News, meter: &Meter) {
    let mut heart = Heart::new(alive);
    loop {
        let written = tokio::select! {
            mail = outbox.next() => match mail {
                Mail::Frames(Frames { frames, shares }) => {
                    let written = write_all(&mut sink, frames.into_iter().map(Message::Binary)).await;
                    drop(shares);
                    written
                }
                Mail::CaughtUp => {
                    news.caught_up.notify_one();
                    Ok(())
                }
                Mail::Close(farewell) => {
                    // The client may be gone already.
                    drop(write_all(&mut sink, [close(farewell)]).await);
                    return;
                }
            },
            () = heart.is_due() => match heart.beat(is_alive(news, meter)) {
                Some(signs) => write_all(&mut sink, signs).await,
                None => Err(Broken),
            }
        };
        if written.is_err() {
            return;
        }
    }
}

/// Whether anything was heard since the last beat: a message, or part of a long one.
fn is_alive(news: &News, meter: &Meter) -> bool {
    let is_moving = meter.is_moving(Instant::now());
    news.heard.swap(false, Ordering::Relaxed) || is_moving
}

/// The socket is broken, takes too long to accept what is written, or nobody is there any more.
struct Broken;

/// Feeds all messages, then flushes once: a flush per frame costs a system call each.
async fn write_all(
    sink: &mut Sink,
    messages: impl IntoIterator<Item = Message>,
) -> Result<(), Broken> {
    let all = async {
        for message in messages {
            sink.feed(message).await?;
        }
        sink.flush().await
    };
    match timeout(WRITE_WAIT_MAX, all).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Broken),
    }
}

fn close(farewell: Farewell) -> Message {
    let (code, reason) = farewell.code();
    Message::Close(Some(CloseFrame {
        code,
        reason: reason.into(),
    }))
}
