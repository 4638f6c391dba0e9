//! Everybody writes in one pad and receives everything: Atelier, and the bare broadcaster with the same load.

use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use automerge::Automerge;
use end_to_end::client::light::Checksum;
use end_to_end::deadline::in_time;
use end_to_end::person::Person;
use end_to_end::server::Server;
use end_to_end::workshop::Role;
use serde::{Deserialize, Serialize};
use tokio::process::{Child, Command};

use crate::fleet::{self, Outcome, Pace};
use crate::machine::{SERVER_CORE, cpu_seconds, pin, resident_mib};
use crate::samples::Percentiles;
use crate::seats::{self, Room};
use crate::typist::Table;

/// Who was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// Atelier: every edit is checked, and on disk before anybody sees it.
    Atelier,
    /// The broadcaster, one message for each edit and person.
    Bare,
    /// The broadcaster in batches.
    BareBatched,
}

/// One line of the table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Typing {
    /// Who was measured.
    pub server: Measured,
    /// People in the pad, all of whom type.
    pub people: usize,
    /// Edits each of them makes in a second.
    pub per_second: f64,
    /// From sending to receiving, in milliseconds; nothing when the server did not keep up.
    pub received: Option<Percentiles>,
    /// From sending to being told that it is saved, in milliseconds.
    pub saved: Option<Percentiles>,
    /// Processor time per 1,000 delivered edits, in milliseconds.
    pub cpu_ms_per_1000: f64,
    /// Share of its core, in percent.
    pub cpu_percent: f64,
    /// Memory, in mebibytes.
    pub rss_mib: f64,
    /// Bytes received for each delivered edit.
    pub bytes_per_edit: f64,
    /// Frames that each person received in a second.
    pub frames_per_second: f64,
}

impl Typing {
    /// What tells one line from another.
    pub fn load(&self) -> (usize, u64, Measured) {
        (self.people, self.per_second as u64, self.server)
    }

    fn collapsed(server: Measured, people: usize, pace: Pace) -> Self {
        Self {
            server,
            people,
            per_second: pace.per_second,
            received: None,
            saved: None,
            cpu_ms_per_1000: 0.0,
            cpu_percent: 0.0,
            rss_mib: 0.0,
            bytes_per_edit: 0.0,
            frames_per_second: 0.0,
        }
    }
}

/// Measures Atelier with a fresh server.
///
/// # Errors
/// When an edit is lost, or people end with different documents.
pub async fn atelier(people: usize, pace: Pace) -> Result<Typing> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    let room = seats::room(&server).await?;
    atelier_in(&mut server, &room, people, pace).await
}

/// Measures Atelier in a pad that is there; then ends the server as a power cut would, and looks whether everything
/// that people were told is saved is there.
///
/// # Errors
/// When an edit is lost, or people end with different documents.
pub async fn atelier_in(
    server: &mut Server,
    room: &Room,
    people: usize,
    pace: Pace,
) -> Result<Typing> {
    let seats = seats::at_atelier(server, room, 0, people, people).await?;
    let id = server.process();
    let before = cpu_seconds(id)?;
    let outcome = fleet::run(seats, pace)
        .await
        .with_context(|| complaints(server))?;
    let used = cpu_seconds(id)? - before;
    let rss_mib = resident_mib(id)?;
    let line = line(Measured::Atelier, people, pace, &outcome, used, rss_mib);
    let sent = outcome.sent.into_iter().flatten().collect::<Vec<_>>();
    drop(outcome.fleet);
    server.kill().await;
    server.restart().await;
    are_kept(server, room, &sent).await?;
    Ok(line)
}

/// What the server said that is not about its ordinary day.
fn complaints(server: &Server) -> String {
    let log = server.log();
    let unusual = |line: &&str| !line.contains(" INFO ") || line.contains("refused");
    let lines: Vec<&str> = log.lines().filter(unusual).take(20).collect();
    format!("the server said: {}", lines.join("\n"))
}

/// Everything that was told saved is in the store: what a new reader receives after a power cut.
///
/// # Errors
/// When an edit is not there.
pub async fn are_kept(server: &Server, room: &Room, edits: &[Checksum]) -> Result<()> {
    let mut reader =
        Person::opens(server, &room.workshop, &room.pad, "auditor", Role::Reader).await;
    let document = Automerge::load(&reader.replica.snapshot()).context("loading what is kept")?;
    let kept: std::collections::HashSet<Checksum> = document
        .get_changes(&[])
        .iter()
        .filter_map(|change| change.hash().0.first_chunk().copied())
        .collect();
    let lost = edits.iter().filter(|edit| !kept.contains(*edit)).count();
    ensure!(lost == 0, "{lost} of {} saved edits were lost", edits.len());
    Ok(())
}

/// Measures the bare broadcaster.
///
/// # Errors
/// When it loses an edit, or cannot keep up for a minute after the last one.
pub async fn bare(people: usize, pace: Pace, table: &Table, batched: bool) -> Result<Typing> {
    let (process, address) = broadcaster(batched).await?;
    let id = process.id().context("the broadcaster ended")?;
    let seats = seats::at_bare(&address, table, people).await?;
    let server = if batched {
        Measured::BareBatched
    } else {
        Measured::Bare
    };
    let before = cpu_seconds(id)?;
    // What collapses is a result here, not an error.
    let Ok(outcome) = fleet::run(seats, pace).await else {
        return Ok(Typing::collapsed(server, people, pace));
    };
    let used = cpu_seconds(id)? - before;
    Ok(line(
        server,
        people,
        pace,
        &outcome,
        used,
        resident_mib(id)?,
    ))
}

/// This program again, on the server's core.
async fn broadcaster(batched: bool) -> Result<(Child, String)> {
    let free = std::net::TcpListener::bind("127.0.0.1:0")?;
    let port = free.local_addr()?.port();
    drop(free);
    let process = Command::new(std::env::current_exe()?)
        .args(["broadcast", "--port", &port.to_string()])
        .args(batched.then_some("--batched"))
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("starting the broadcaster")?;
    pin(process.id().context("the broadcaster ended")?, SERVER_CORE)?;
    let address = format!("127.0.0.1:{port}");
    in_time("the broadcaster to answer", async {
        while tokio::net::TcpStream::connect(&address).await.is_err() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    Ok((process, format!("ws://{address}/")))
}

fn line(
    server: Measured,
    people: usize,
    pace: Pace,
    outcome: &Outcome,
    used: f64,
    rss_mib: f64,
) -> Typing {
    let delivered = outcome.delivered as f64;
    Typing {
        server,
        people,
        per_second: pace.per_second,
        received: outcome.received.percentiles(),
        saved: outcome.saved.percentiles(),
        cpu_ms_per_1000: used * 1e6 / delivered,
        cpu_percent: used / pace.seconds * 100.0,
        rss_mib,
        bytes_per_edit: outcome.bytes as f64 / delivered,
        frames_per_second: outcome.frames as f64 / people as f64 / pace.seconds,
    }
}
