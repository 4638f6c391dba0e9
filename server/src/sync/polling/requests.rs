//! The requests of a polled connection.

use std::time::{Duration, Instant};

use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use hub::wire::{self, ClientMessage, Join};
use serde::Deserialize;
use tokio::sync::oneshot;
use utoipa::IntoParams;

use super::posted::{self, LENGTH_BYTES};
use super::{batch, line};
use crate::app::App;
use crate::app::polled::{Line, Poll, Polling, Post};
use crate::budget::shares::{Owner, Share};
use crate::limits::{BODY_WAIT_MAX, FILE_WAIT_MAX, POLL_WAIT_MAX};
use crate::outbox::Farewell;
use crate::problem::Problem;
use crate::request::address::Address;
use crate::request::body;
use crate::request::session::{Session, Shown};
use crate::views::PollingView;

/// The messages of a post.
#[derive(Deserialize, IntoParams)]
pub struct Posted {
    /// The first post is 1, and each is one more than the one before. One that was handled is handled no second time.
    number: u64,
}

/// What is polled for.
#[derive(Deserialize, IntoParams)]
pub struct Polled {
    /// The number of the last batch that arrived, 0 before the first. The answer is the one after it.
    after: u64,
    /// How long to wait for something to say, in milliseconds: 15 000 at most, and when nothing is said here.
    wait: Option<u64>,
}

/// Opens a connection for whom no WebSocket reaches the server; the body is the frame that says `join`. What follows is the
/// protocol of `/sync`. It counts as a socket, is for this session alone, and ends half a minute after the last request.
#[utoipa::path(post, path = "/api/sync", operation_id = "openPolling",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = PollingView)))]
pub async fn open(
    State(app): State<App>,
    Session(session): Session,
    Address(visitor): Address,
    request: Request,
) -> Result<(StatusCode, Json<PollingView>), Problem> {
    let owner = Owner::at(visitor);
    let Some(place) = app.budget.connections.take(owner, 1) else {
        app.metrics.connection_refused();
        return Err(Problem::BUSY);
    };
    let join = greeting(&body::messages(&app, request, BODY_WAIT_MAX).await?.content)?;
    let begun = line::begin(app, session, join, owner, place).await;
    let connection = begun.map_err(refusal)?.reveal();
    Ok((StatusCode::CREATED, Json(PollingView { connection })))
}

fn greeting(frame: &Bytes) -> Result<Join, Problem> {
    match wire::decode(frame) {
        Ok(ClientMessage::Join(join)) if join.speaks_version_1 => Ok(join),
        Ok(ClientMessage::Join(_)) => Err(unreadable("only protocol version 1 is spoken here")),
        _ => Err(unreadable("the body must be one `join` message")),
    }
}

/// Asks for the frames that wait for this connection, and waits a while for the first one. Each frame comes after its length
/// in four bytes, the highest first. The next poll confirms that they arrived; until then the same are answered again.
#[utoipa::path(post, path = "/api/sync/{connection}/poll", operation_id = "poll",
    params(("connection" = String, Path), Polled),
    responses((status = 200, description = "The next batch of frames", content_type = "application/octet-stream", body = Vec<u8>),
        (status = 204, description = "There is nothing at the moment")))]
pub async fn poll(
    State(app): State<App>,
    Shown(session): Shown,
    Path(connection): Path<String>,
    Query(Polled { after, wait }): Query<Polled>,
) -> Result<Response, Problem> {
    let line = line_of(&app, &connection, session)?;
    let wait = wait.map_or(POLL_WAIT_MAX, Duration::from_millis);
    let (answer, answered) = oneshot::channel();
    let poll = Poll {
        after,
        until: Instant::now() + wait.min(POLL_WAIT_MAX),
        answer,
    };
    // When the connection ends it lets go of the poll.
    drop(line.polls.send(poll).await);
    let answer = answered.await;
    line.client.now();
    match answer.map_err(|_| ended(&line))? {
        Polling::Nothing => Ok(StatusCode::NO_CONTENT.into_response()),
        Polling::OutOfOrder => Err(unreadable("`after` is no batch that can be followed")),
        Polling::Batch(frames) => {
            let headers = [
                (CONTENT_TYPE, "application/octet-stream".to_owned()),
                (CONTENT_LENGTH, batch::length(&frames).to_string()),
            ];
            Ok((headers, batch::body(frames, line.client)).into_response())
        }
    }
}

/// Says something: frames of the client, each after its length in four bytes, the highest first. It is answered once all of
/// them are handled; one that is not answered is to be posted again, with its number.
#[utoipa::path(post, path = "/api/sync/{connection}/messages", operation_id = "postMessages",
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    params(("connection" = String, Path), Posted),
    responses((status = 204, description = "Handled")))]
pub async fn say(
    State(app): State<App>,
    Shown(session): Shown,
    Path(connection): Path<String>,
    Query(Posted { number }): Query<Posted>,
    request: Request,
) -> Result<StatusCode, Problem> {
    let line = line_of(&app, &connection, session)?;
    let held = body::messages(&app, request, FILE_WAIT_MAX).await?;
    line.client.now();
    let messages = posted::messages(held.content);
    let messages = messages.ok_or_else(|| unreadable("the body is not whole messages"))?;
    let (is_handled, handled) = oneshot::channel();
    let post = Post {
        number,
        messages: shared_out(messages, held.share),
        is_handled,
    };
    drop(line.posts.send(post).await);
    let is_handled = handled.await.map_err(|_| ended(&line))?;
    line.client.now();
    match is_handled {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(unreadable("the post before this one is missing")),
    }
}

/// Each message with its part of what the body takes.
fn shared_out(messages: Vec<Bytes>, mut share: Share) -> Vec<(Bytes, Share)> {
    let messages = messages.into_iter();
    let each = messages.map(|message| {
        let part = share.part(LENGTH_BYTES + message.len());
        (message, part)
    });
    each.collect()
}

/// Ends the connection.
#[utoipa::path(delete, path = "/api/sync/{connection}", operation_id = "leavePolling",
    params(("connection" = String, Path)),
    responses((status = 204, description = "Ended")))]
pub async fn leave(
    State(app): State<App>,
    Shown(session): Shown,
    Path(connection): Path<String>,
) -> Result<StatusCode, Problem> {
    let line = line_of(&app, &connection, session)?;
    line.outbox.close(Farewell::GoingAway);
    Ok(StatusCode::NO_CONTENT)
}

fn line_of(app: &App, connection: &str, session: store::SecretHash) -> Result<Line, Problem> {
    let line = app.polled.find(connection, session);
    let line = line.ok_or(Problem::NOT_FOUND)?;
    line.client.now();
    Ok(line)
}

fn ended(line: &Line) -> Problem {
    line.outbox.farewell().map_or(Problem::NOT_FOUND, refusal)
}

/// What a WebSocket is closed with, as an answer.
fn refusal(farewell: Farewell) -> Problem {
    match farewell {
        Farewell::SessionEnded => Problem::UNAUTHORIZED,
        Farewell::Abuse => unreadable("protocol abuse"),
        Farewell::TooMany => Problem::RATE_LIMITED,
        Farewell::GoingAway => Problem::NOT_FOUND,
    }
}

fn unreadable(why: &str) -> Problem {
    Problem::BadRequest(why.to_owned())
}
