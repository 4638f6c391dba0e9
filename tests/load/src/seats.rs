//! How people sit down: at a pad of an Atelier server, through its API as browsers do, or at the bare broadcaster.

use anyhow::{Result, anyhow};
use automerge::sync::{Have, Message, MessageVersion};
use end_to_end::client::frame::{Heard, Said, Synced};
use end_to_end::client::socket::Socket;
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::{Role, Workshop};
use futures_util::stream::{StreamExt, TryStreamExt, iter};
use tokio_tungstenite::connect_async_with_config;

use crate::fleet::Seat;
use crate::typist::Table;
use crate::wire::Wire;

/// People who sit down at the same time: a server that is asked by all at once would be measured as something else.
const AT_ONCE: usize = 16;
/// Of the people at one pad, as many decode what they hear.
const WATCHERS: usize = 10;

/// A pad of a workshop, with what a first reader received of it.
pub struct Room {
    /// The workshop.
    pub workshop: Workshop,
    /// The pad's id.
    pub pad: String,
    /// What its typists know.
    pub table: Table,
}

/// Opens a workshop with a pad.
///
/// # Errors
/// When what the server sends is not a pad.
pub async fn room(server: &Server) -> Result<Room> {
    let mut workshop = Workshop::opens(server).await;
    let pad = workshop.opens_pad().await;
    room_of(server, workshop, pad).await
}

/// A pad that is there already.
///
/// # Errors
/// When what the server sends is not a pad.
pub async fn room_of(server: &Server, workshop: Workshop, pad: String) -> Result<Room> {
    let mut reader = Person::opens(server, &workshop, &pad, "reader", Role::Reader).await;
    let table = Table::set(&reader.replica.snapshot())?;
    Ok(Room {
        workshop,
        pad,
        table,
    })
}

/// As many people at a pad, the first `typing` of whom type. `number` counts pads.
///
/// # Errors
/// When the server lets somebody not in.
pub async fn at_atelier(
    server: &Server,
    room: &Room,
    number: usize,
    people: usize,
    typing: usize,
) -> Result<Vec<Seat>> {
    iter(0..people)
        .map(|nth| async move {
            let name = format!("pad-{number}-person-{nth}");
            let visitor = room.workshop.welcomes(&name, Role::Participant).await;
            let socket = open(server, &visitor, &room.pad, &name).await?;
            let wire = Wire::Atelier {
                document: room.pad.clone(),
                peer: name,
            };
            Ok(Seat {
                pad: number,
                stream: socket.into_stream(),
                wire,
                table: room.table.clone(),
                types: nth < typing,
                watches: watches(nth, people),
            })
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await
}

/// Evenly spread among those who type and those who do not.
fn watches(nth: usize, people: usize) -> bool {
    nth.is_multiple_of((people / WATCHERS).max(1))
}

/// A connection with a pad open: everything that the server has of it was received.
///
/// # Errors
/// When the server lets the visitor not in.
pub async fn open(server: &Server, visitor: &Visitor, pad: &str, name: &str) -> Result<Socket> {
    let gone = |_| anyhow!("the server did not let {name} in");
    let mut socket = Socket::join(&server.sync(), &visitor.cookie, name)
        .await
        .map_err(gone)?;
    socket.say(&request(pad, &nothing())).await.map_err(gone)?;
    while !matches!(socket.hear().await.map_err(gone)?, Heard::Sync { .. }) {}
    Ok(socket)
}

/// "I have nothing of this pad."
pub fn request<'a>(pad: &'a str, data: &'a [u8]) -> Said<'a> {
    Said::Request(Synced {
        document: pad,
        data,
    })
}

/// The sync message of a client that has nothing.
pub fn nothing() -> Vec<u8> {
    let message = Message {
        heads: Vec::new(),
        need: Vec::new(),
        have: vec![Have::default()],
        changes: Vec::<Vec<u8>>::new().into(),
        flags: None,
        version: MessageVersion::V1,
    };
    message.encode()
}

/// As many people at the bare broadcaster, all of whom type.
///
/// # Errors
/// When it does not answer.
pub async fn at_bare(address: &str, table: &Table, people: usize) -> Result<Vec<Seat>> {
    iter(0..people)
        .map(|nth| async move {
            let (stream, _) = connect_async_with_config(address, None, true).await?;
            Ok(Seat {
                pad: 0,
                stream,
                wire: Wire::Bare,
                table: table.clone(),
                types: true,
                watches: watches(nth, people),
            })
        })
        .buffer_unordered(AT_ONCE)
        .try_collect()
        .await
}
