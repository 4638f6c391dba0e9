//! A thousand people in fifty workshops at once, some of whom type.

use anyhow::{Context, Result};
use end_to_end::server::Server;
use serde::{Deserialize, Serialize};

use crate::fleet::{self, Pace};
use crate::machine::{SERVER_CORE, cpu_seconds, resident_mib};
use crate::samples::Percentiles;
use crate::seats;
use crate::typing;

/// Workshops, each with one pad that everybody has open.
const WORKSHOPS: usize = 50;
/// People in each.
const PEOPLE: usize = 20;
/// Those of them who type.
const TYPING: usize = 4;
/// Edits that each of those makes in a second.
const PER_SECOND: f64 = 2.0;

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Crowd {
    /// From sending to receiving, in milliseconds.
    pub received: Percentiles,
    /// From sending to being told that it is saved, in milliseconds.
    pub saved: Percentiles,
    /// Share of the server's core, in percent.
    pub cpu_percent: f64,
    /// Memory, in mebibytes.
    pub rss_mib: f64,
}

/// Measures it with a fresh server.
///
/// # Errors
/// When an edit is lost, or people end with different documents.
pub async fn measure(seconds: f64) -> Result<Crowd> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    let (mut rooms, mut all) = (Vec::new(), Vec::new());
    for number in 0..WORKSHOPS {
        let room = seats::room(&server).await?;
        all.extend(seats::at_atelier(&server, &room, number, PEOPLE, TYPING).await?);
        rooms.push(room);
    }
    let before = cpu_seconds(server.process())?;
    let per_second = PER_SECOND;
    let outcome = fleet::run(
        all,
        Pace {
            per_second,
            seconds,
        },
    )
    .await?;
    let used = cpu_seconds(server.process())? - before;
    let rss_mib = resident_mib(server.process())?;
    drop(outcome.fleet);
    server.kill().await;
    server.restart().await;
    for (room, edits) in rooms.iter().zip(&outcome.sent) {
        typing::are_kept(&server, room, edits).await?;
    }
    let (received, saved) = (outcome.received, outcome.saved);
    Ok(Crowd {
        received: received.percentiles().context("nothing was received")?,
        saved: saved.percentiles().context("nothing was saved")?,
        cpu_percent: used / seconds * 100.0,
        rss_mib,
    })
}
