//! A server with a thousand documents on disk: how long until it answers, and whether they slow down those who write.

use std::time::Instant;

use anyhow::Result;
use end_to_end::server::Server;
use end_to_end::workshop::Workshop;
use serde::{Deserialize, Serialize};

use crate::fleet::Pace;
use crate::machine::SERVER_CORE;
use crate::seats;
use crate::typing::{self, Typing};

/// Documents in one workshop.
const PER_WORKSHOP: usize = 50;
/// Starts, of which the slowest counts.
const STARTS: usize = 5;

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Starting {
    /// Documents on disk.
    pub documents: usize,
    /// From starting the process to its first answer, in milliseconds: the slowest of five.
    pub start_ms: f64,
    /// Twenty people who type beside all of them.
    pub typing: Typing,
}

/// Measures it.
///
/// # Errors
/// When the server does not start again.
pub async fn measure(documents: usize, seconds: f64) -> Result<Starting> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    for _ in 0..documents / PER_WORKSHOP {
        let mut workshop = Workshop::opens(&server).await;
        for _ in 0..PER_WORKSHOP {
            workshop.opens_pad().await;
        }
    }
    let mut start_ms: f64 = 0.0;
    for _ in 0..STARTS {
        server.kill().await;
        let start = Instant::now();
        server.restart().await;
        start_ms = start_ms.max(start.elapsed().as_secs_f64() * 1_000.0);
    }
    let room = seats::room(&server).await?;
    let pace = Pace {
        per_second: 1.0,
        seconds,
    };
    let typing = typing::atelier_in(&mut server, &room, 20, pace).await?;
    Ok(Starting {
        documents,
        start_ms,
        typing,
    })
}
