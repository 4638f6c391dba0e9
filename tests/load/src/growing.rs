//! The same twenty people in pads of longer and longer history: what each edit costs grows with the text.

use anyhow::Result;
use end_to_end::server::Server;
use serde::{Deserialize, Serialize};

use crate::fleet::Pace;
use crate::history::{self, Lines};
use crate::machine::SERVER_CORE;
use crate::typing::{self, Typing};

/// Edits in the histories; the longest is measured by those who join it.
const HISTORIES: [usize; 3] = [5_000, 20_000, 50_000];
const PEOPLE: usize = 20;

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Growing {
    /// Edits in the pad's history.
    pub edits: usize,
    /// Twenty people who type in it.
    pub typing: Typing,
}

/// Measures each with a fresh server.
///
/// # Errors
/// When an edit is lost, or people end with different documents.
pub async fn measure(seconds: f64) -> Result<Vec<Growing>> {
    let pace = Pace {
        per_second: 1.0,
        seconds,
    };
    let mut all = Vec::new();
    for edits in HISTORIES {
        let mut server = Server::prepared().on_core(SERVER_CORE);
        server.restart().await;
        let (room, _) = history::room(&server, edits, Lines::Text).await?;
        let typing = typing::atelier_in(&mut server, &room, PEOPLE, pace).await?;
        all.push(Growing { edits, typing });
    }
    Ok(all)
}
