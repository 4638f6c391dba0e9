//! Ten thousand people who have a pad open and do nothing. They come through a proxy, as so many do: one visitor's address has
//! half of the connections at most.

use std::time::Duration;

use anyhow::{Result, ensure};
use end_to_end::server::Server;
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;

use crate::fleet::Seat;
use crate::machine::{SERVER_CORE, cpu_seconds, resident_mib};
use crate::seats;

/// Workshops with a pad each.
const WORKSHOPS: usize = 100;
/// Until the joins are digested: documents are written as one piece, allocators give back.
const SETTLES_WITHIN: Duration = Duration::from_secs(5);
/// The server breaks its silence every 15 s and pings every 30 s, everybody at about the same time, because all came
/// together: less than a few rounds would measure where in a round it began.
const SECONDS_MIN: f64 = 60.0;

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Idle {
    /// Open connections.
    pub connections: usize,
    /// Memory, in mebibytes.
    pub rss_mib: f64,
    /// Memory before anybody came, in mebibytes.
    pub rss_mib_before: f64,
    /// Share of the server's core, in percent.
    pub cpu_percent: f64,
}

/// Measures it with a fresh server.
///
/// # Errors
/// When the server lets somebody not in, or lets go of somebody.
pub async fn measure(connections: usize, seconds: f64) -> Result<Idle> {
    let seconds = seconds.max(SECONDS_MIN);
    let mut server = Server::prepared().on_core(SERVER_CORE).behind_proxy();
    server.restart().await;
    let rss_mib_before = resident_mib(server.process())?;
    let mut listening = Vec::new();
    for number in 0..WORKSHOPS {
        let room = seats::room(&server).await?;
        let people = connections / WORKSHOPS;
        let seats = seats::at_atelier(&server, &room, number, people, 0).await?;
        listening.extend(seats.into_iter().map(listen));
    }
    tokio::time::sleep(SETTLES_WITHIN).await;
    let before = cpu_seconds(server.process())?;
    tokio::time::sleep(Duration::from_secs_f64(seconds)).await;
    let used = cpu_seconds(server.process())? - before;
    let lost = listening.iter().filter(|one| one.is_finished()).count();
    ensure!(lost == 0, "{lost} idle connections were lost");
    Ok(Idle {
        connections: listening.len(),
        rss_mib: resident_mib(server.process())?,
        rss_mib_before,
        cpu_percent: used / seconds * 100.0,
    })
}

/// As a browser: reads all the time, and answers pings by that.
fn listen(seat: Seat) -> JoinHandle<()> {
    let mut stream = seat.stream;
    tokio::spawn(async move { while let Some(Ok(_)) = stream.next().await {} })
}
