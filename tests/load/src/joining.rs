//! Opening a pad with the longest history to expect: how long until all of it has come, warm and cold.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use automerge::Automerge;
use automerge::sync::Message;
use end_to_end::client::frame::{self, Heard};
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
    let visitor = room.workshop.welcomes("reader", Role::Reader).await;
    let (mut warm, mut cold) = (Samples::default(), Samples::default());
    let mut answer =
        in_one_piece(&mut server, &visitor.cookie, &room.pad, shortest_save_bytes).await?;
    for _ in 0..COLD_JOINS {
        server.terminate().await;
        server.restart().await;
        let (took, bytes) = join(&server, &visitor.cookie, &room.pad).await?;
        cold.add(took);
        answer = bytes;
    }
    for _ in 0..WARM_JOINS {
        let (took, bytes) = join(&server, &visitor.cookie, &room.pad).await?;
        warm.add(took);
        answer = bytes;
    }
    is_whole(&answer, edits)?;
    let pace = Pace {
        per_second: 1.0,
        seconds,
    };
    Ok(Joining {
        edits,
        source: history::source().to_owned(),
        warm: warm.percentiles().context("nobody joined")?,
        cold: cold.percentiles().context("nobody joined")?,
        bytes: answer.len(),
        shortest_save_bytes,
        typing: typing::atelier_in(&mut server, &room, 20, pace).await?,
    })
}

/// Waits until the server has written the pad as one piece, as it does some time after a lot was written.
async fn in_one_piece(
    server: &mut Server,
    cookie: &str,
    pad: &str,
    shortest_bytes: usize,
) -> Result<Vec<u8>> {
    server.terminate().await;
    server.restart().await;
    let deadline = Instant::now() + ONE_PIECE_WITHIN;
    loop {
        let (_, answer) = join(server, cookie, pad).await?;
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

/// Asks for the pad on a new connection; how long it took, and the frame that came.
async fn join(server: &Server, cookie: &str, pad: &str) -> Result<(Duration, Vec<u8>)> {
    let gone = |_| anyhow!("the server did not let a reader in");
    let joined = Socket::join(&server.sync(), cookie, "reader").await;
    let mut socket = joined.map_err(gone)?;
    let nothing = seats::nothing();
    let start = Instant::now();
    socket
        .say(&seats::request(pad, &nothing))
        .await
        .map_err(gone)?;
    loop {
        let bytes = socket.next_bytes().await.map_err(gone)?;
        let took = start.elapsed();
        if let Some(Heard::Sync { .. }) = frame::decode(&bytes) {
            return Ok((took, bytes));
        }
    }
}

fn is_whole(frame: &[u8], edits: usize) -> Result<()> {
    let Some(Heard::Sync { data, .. }) = frame::decode(frame) else {
        return Err(anyhow!("no sync message came"));
    };
    let chunks: Vec<u8> = Message::decode(&data)?
        .changes
        .iter()
        .flatten()
        .copied()
        .collect();
    let changes = Automerge::load(&chunks)?.get_changes(&[]).len();
    ensure!(changes >= edits, "only {changes} of {edits} edits came");
    Ok(())
}
