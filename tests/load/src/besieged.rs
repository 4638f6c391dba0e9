//! Honest typing beside attackers who ask for heavy work over HTTP without end, all of it on one core.

use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};
use end_to_end::server::Server;
use end_to_end::siege::{Siege, full_board, import_of};
use futures_util::future::join_all;
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::fleet::{self, Pace};
use crate::machine::SERVER_CORE;
use crate::samples::Percentiles;
use crate::seats::{self, Room};
use crate::typing::are_kept;

/// People in the pad, all of whom type.
const PEOPLE: usize = 20;
/// Edits that each of them makes in a second.
const PER_SECOND: f64 = 2.0;
/// Attackers, each with one request at a time.
const ATTACKERS: usize = 32;
/// Addresses they come from.
const ADDRESSES: u8 = 4;
/// Calm and siege take turns: other work on the machine disturbs both alike.
const ROUNDS: usize = 5;
/// Those who measure go before those who attack, on the core of the load.
const NICENESS: i32 = 19;

/// What was measured: the medians of all rounds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Besieged {
    /// Attackers.
    pub attackers: usize,
    /// From sending to receiving without them, in milliseconds.
    pub calm: Percentiles,
    /// The same beside them.
    pub besieged: Percentiles,
}

/// Measures it with a fresh server.
///
/// # Errors
/// When an edit is lost.
pub async fn measure(seconds: f64) -> Result<Besieged> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    let mut room = seats::room(&server).await?;
    let siege = Siege::prepares(&server, &mut room.workshop, 1, ADDRESSES).await;
    let siege = Arc::new(siege);
    let pace = Pace {
        per_second: PER_SECOND,
        seconds,
    };
    let (mut calm, mut besieged) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        calm.push(typing(&server, &room, 2 * round, pace).await?);
        let attack = Attack::begins(siege.clone())?;
        besieged.push(typing(&server, &room, 2 * round + 1, pace).await?);
        attack.ends();
        println!(
            "round {round}: calm {:?}, besieged {:?}",
            calm.last(),
            besieged.last()
        );
    }
    Ok(Besieged {
        attackers: ATTACKERS,
        calm: median(&calm)?,
        besieged: median(&besieged)?,
    })
}

async fn typing(server: &Server, room: &Room, number: usize, pace: Pace) -> Result<Percentiles> {
    let seats = seats::at_atelier(server, room, number, PEOPLE, PEOPLE).await?;
    let outcome = fleet::run(seats, pace).await?;
    let sent: Vec<_> = outcome.sent.into_iter().flatten().collect();
    are_kept(server, room, &sent).await?;
    outcome
        .received
        .percentiles()
        .context("nothing was received")
}

/// Of each percentile the median of all rounds.
fn median(rounds: &[Percentiles]) -> Result<Percentiles> {
    let of = |which: fn(&Percentiles) -> f64| {
        let mut all: Vec<f64> = rounds.iter().map(which).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().context("no rounds")
    };
    Ok(Percentiles {
        p50: of(|round| round.p50)?,
        p95: of(|round| round.p95)?,
        p99: of(|round| round.p99)?,
    })
}

/// The attackers, on a thread of their own that yields to those who measure.
struct Attack {
    stop: oneshot::Sender<()>,
    thread: thread::JoinHandle<()>,
}

impl Attack {
    fn begins(siege: Arc<Siege>) -> Result<Self> {
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("starting the attackers")?;
        let thread = thread::spawn(move || {
            // On Linux this is about the thread alone; elsewhere nothing is measured.
            let _ = rustix::process::setpriority_process(None, NICENESS);
            let board = import_of(&full_board());
            let all = (0..ATTACKERS).map(|nth| siege.asks_for_heavy_work(nth, board.clone()));
            runtime.block_on(async {
                tokio::select! {
                    _ = join_all(all) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { stop, thread })
    }

    fn ends(self) {
        let _ = self.stop.send(());
        let _ = self.thread.join();
    }
}
