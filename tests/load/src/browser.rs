//! In a real Chromium: the first visit of a pad, and typing in a long one while ten others type.

use anyhow::{Context, Result};
use end_to_end::server::Server;
use end_to_end::workshop::Role;
use serde::{Deserialize, Serialize};

use crate::fleet::{self, Pace};
use crate::history::{self, Lines};
use crate::machine::SERVER_CORE;
use crate::script;
use crate::seats::{self, Room};

/// The script that visits pads and types in them.
const PAGE: &str = "speed/page.ts";
/// Lengths of the histories that are typed in.
const HISTORIES: [usize; 3] = [5_000, 50_000, 259_778];
/// People who type meanwhile, at an edit per second each.
const OTHERS: usize = 10;
/// As long as the page is measured, and then some: opening a long pad takes a browser a while.
const OTHERS_TYPE_SECONDS: f64 = 60.0;

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Browser {
    /// The first visit.
    pub visit: Visit,
    /// Typing, by length of the history.
    pub typing: Vec<Keys>,
}

/// A visit with an empty cache.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Visit {
    /// Until the text can be read, in milliseconds.
    pub text_ms: f64,
    /// Until one can write.
    pub editable_ms: f64,
    /// JavaScript as it was sent, in kilobytes.
    pub js_kb: f64,
    /// WebAssembly as it was sent, in kilobytes.
    pub wasm_kb: f64,
}

/// Typing in a page.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Keys {
    /// Edits in the pad's history.
    #[serde(default)]
    pub edits: usize,
    /// From pressing a key until its letter is painted, in milliseconds.
    pub key_p95_ms: f64,
    /// Half of the keys.
    pub key_p50_ms: f64,
    /// The longest time that the page did nothing else, in milliseconds.
    pub blocked_ms: f64,
}

/// Measures with pads of several lengths; the visit is that of the shortest.
///
/// # Errors
/// When Chromium or Node is missing, or the page does not open.
pub async fn measure() -> Result<Browser> {
    let (mut visit, mut typing) = (None, Vec::new());
    for edits in HISTORIES {
        let mut server = Server::prepared().on_core(SERVER_CORE);
        server.restart().await;
        let (room, _) = history::room(&server, edits, Lines::Paragraphs).await?;
        let visitor = room.workshop.welcomes("Chromium", Role::Participant).await;
        let address = format!("{}/w/{}/{}", server.url(), room.workshop.id(), room.pad);
        if visit.is_none() {
            visit = Some(script::run(PAGE, &["visit", &address, &visitor.cookie]).await?);
        }
        typing.push(type_among_others(&server, &room, edits, &address, &visitor.cookie).await?);
    }
    let visit = visit.context("no page was visited")?;
    Ok(Browser { visit, typing })
}

async fn type_among_others(
    server: &Server,
    room: &Room,
    edits: usize,
    address: &str,
    cookie: &str,
) -> Result<Keys> {
    let others = seats::at_atelier(server, room, 0, OTHERS, OTHERS).await?;
    let pace = Pace {
        per_second: 1.0,
        seconds: OTHERS_TYPE_SECONDS,
    };
    let typing = tokio::spawn(fleet::run(others, pace));
    let keys: Result<Keys> = script::run(PAGE, &["type", address, cookie]).await;
    typing.abort();
    Ok(Keys { edits, ..keys? })
}
