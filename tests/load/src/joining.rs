//! Opening a pad with the longest history to expect: how long until all of it has come, warm and cold.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use automerge::Automerge;
use automerge::sync::Message;
use end_to_end::client::frame::{self, Heard};
use end_to_end::client::light::{LightWriter, checksums};
use end_to_end::client::socket::Socket;
use end_to_end::server::Server;
use end_to_end::workshop::Role;
use serde::{Deserialize, Serialize};

use crate::fleet::Pace;
use crate::history::{self, Lines};
use crate::machine::SERVER_CORE;
use crate::samples::{Percentiles, Samples};
use crate::seats;
use crate::typing::{self, Typing};

/// Joins that are measured, one after the other.
const WARM_JOINS: usize = 20;
/// See [`WARM_JOINS`]; before each of these the server is started anew.
const COLD_JOINS: usize = 3;
/// How long the server may take to write the pad as one piece.
const ONE_PIECE_WITHIN: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Joining {
    /// Edits in the pad's history.
    pub edits: usize,
    /// Where they come from.
    pub source: String,
    /// From asking until the last byte is here, with the pad open on the server, in milliseconds.
    pub warm: Percentiles,
    /// The same, the first time after the server was started.
    pub cold: Percentiles,
    /// From the first edit after that until it is saved: the whole history has to be in memory for it.
    pub first_edit: Option<Percentiles>,
    /// Bytes of the answer.
    pub bytes: usize,
    /// Bytes of the shortest `save()` of that history.
    pub shortest_save_bytes: usize,
    /// Twenty people who type in this pad.
    pub typing: Typing,
}

/// Measures it.
///
/// # Errors
/// When what comes is not the whole history.
pub async fn measure(edits: usize, seconds: f64) -> Result<Joining> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    let (room, shortest_save_bytes) = history::room(&server, edits, Lines::Text).await?;
    let visitor = room.workshop.welcomes("writer", Role::Participant).await;
    let (mut warm, mut cold, mut first_edit) =
        (Samples::default(), Samples::default(), Samples::default());
    let mut answer =
        in_one_piece(&mut server, &visitor.cookie, &room.pad, shortest_save_bytes).await?;
    let mut writer = LightWriter::new(&chunks(&answer)?);
    for _ in 0..COLD_JOINS {
        server.terminate().await;
        server.restart().await;
        let mut joined = join(&server, &visitor.cookie, &room.pad).await?;
        cold.add(joined.took);
        first_edit.add(save(&mut joined.socket, &room.pad, &mut writer).await?);
    }
    for _ in 0..WARM_JOINS {
        let joined = join(&server, &visitor.cookie, &room.pad).await?;
        warm.add(joined.took);
        answer = joined.frame;
    }
    is_whole(&answer, edits)?;
    // Those who type build on the first edits too.
    let room = seats::room_of(&server, room.workshop, room.pad).await?;
    let pace = Pace {
        per_second: 1.0,
        seconds,
    };
    Ok(Joining {
        edits,
        source: history::source().to_owned(),
        warm: warm.percentiles().context("nobody joined")?,
        cold: cold.percentiles().context("nobody joined")?,
        first_edit: first_edit.percentiles(),
        bytes: answer.len(),
        shortest_save_bytes,
        typing: typing::atelier_in(&mut server, &room, 20, pace).await?,
    })
}

/// Waits until the server has written a document as one piece, as it does some time after a lot was written. It is started
/// anew for it.
///
/// # Errors
/// When that takes too long.
pub async fn in_one_piece(
    server: &mut Server,
    cookie: &str,
    pad: &str,
    shortest_bytes: usize,
) -> Result<Vec<u8>> {
    server.terminate().await;
    server.restart().await;
    let deadline = Instant::now() + ONE_PIECE_WITHIN;
    loop {
        let answer = join(server, cookie, pad).await?.frame;
        if answer.len() < 2 * shortest_bytes {
            return Ok(answer);
        }
        ensure!(
            Instant::now() < deadline,
            "the pad stays in {} bytes",
            answer.len()
        );
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Somebody who has just been given the pad.
struct Joined {
    socket: Socket,
    took: Duration,
    frame: Vec<u8>,
}

/// Asks for the pad on a new connection.
async fn join(server: &Server, cookie: &str, pad: &str) -> Result<Joined> {
    let gone = |_| anyhow!("the server did not let somebody in");
    let joined = Socket::join(&server.sync(), cookie, "writer").await;
    let mut socket = joined.map_err(gone)?;
    let nothing = seats::nothing();
    let start = Instant::now();
    socket
        .say(&seats::request(pad, &nothing))
        .await
        .map_err(gone)?;
    loop {
        let frame = socket.next_bytes().await.map_err(gone)?;
        let took = start.elapsed();
        if let Some(Heard::Sync { .. }) = frame::decode(&frame) {
            return Ok(Joined {
                socket,
                took,
                frame,
            });
        }
    }
}

/// Types a letter; how long until it is saved.
async fn save(socket: &mut Socket, pad: &str, writer: &mut LightWriter) -> Result<Duration> {
    let gone = |_| anyhow!("the connection was lost after the first edit");
    let (message, checksum) = writer.types("a");
    let start = Instant::now();
    socket.sync(pad, &message).await.map_err(gone)?;
    loop {
        if let Heard::Sync { data, .. } = socket.hear().await.map_err(gone)?
            && checksums(&data).contains(&checksum)
        {
            return Ok(start.elapsed());
        }
    }
}

fn is_whole(frame: &[u8], edits: usize) -> Result<()> {
    let changes = Automerge::load(&chunks(frame)?)?.get_changes(&[]).len();
    ensure!(changes >= edits, "only {changes} of {edits} edits came");
    Ok(())
}

/// What a frame brings of the document.
fn chunks(frame: &[u8]) -> Result<Vec<u8>> {
    let Some(Heard::Sync { data, .. }) = frame::decode(frame) else {
        return Err(anyhow!("no sync message came"));
    };
    let message = Message::decode(&data)?;
    Ok(message.changes.iter().flatten().copied().collect())
}
