//! Moving through the past of the longest pad to expect, as its history's slider does: how long until a version is here.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use end_to_end::dice::Dice;
use end_to_end::server::Server;
use end_to_end::visitor::Visitor;
use end_to_end::workshop::Role;
use reqwest::{Method, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::history::{self, Lines};
use crate::joining;
use crate::machine::SERVER_CORE;
use crate::samples::{Percentiles, Samples};

/// Versions that are looked at, each somewhere else.
const LOOKS: usize = 60;

/// What was measured.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Slider {
    /// Edits in the pad's history.
    pub edits: usize,
    /// The first look after a start of the server, in milliseconds.
    pub first_ms: f64,
    /// From asking for a version until all of it is here, in milliseconds.
    pub version: Percentiles,
    /// The same where it is compared with another.
    pub compared: Percentiles,
    /// A page of who wrote when.
    pub sittings: Percentiles,
}

/// What is read of a version.
#[derive(Deserialize)]
struct Version {
    steps: usize,
    step: usize,
    heads: Vec<String>,
    spans: Vec<Value>,
}

/// Measures it.
///
/// # Errors
/// When another version comes than was asked for.
pub async fn measure(edits: usize) -> Result<Slider> {
    let mut server = Server::prepared().on_core(SERVER_CORE);
    server.restart().await;
    let (room, shortest) = history::room(&server, edits, Lines::Text).await?;
    let mut visitor = room.workshop.welcomes("reader", Role::Participant).await;
    joining::in_one_piece(&mut server, &visitor.cookie, &room.pad, shortest).await?;
    let mut shelf = Shelf {
        visitor: &mut visitor,
        pad: &room.pad,
    };
    let (first, newest) = shelf.version("").await?;
    ensure!(newest.steps >= edits, "only {} steps came", newest.steps);
    let (mut version, mut compared, mut sittings) =
        (Samples::default(), Samples::default(), Samples::default());
    let mut dice = Dice::of_this_run();
    for _ in 0..LOOKS {
        let step = 1 + dice.below(newest.steps as u64) as usize;
        let (took, found) = shelf.version(&format!("step={step}")).await?;
        ensure!(found.step == step, "step {} instead of {step}", found.step);
        ensure!(!found.spans.is_empty(), "step {step} is empty");
        version.add(took);
        let since = found.heads.join(",");
        compared.add(shelf.version(&format!("since={since}")).await?.0);
        sittings.add(shelf.sittings(step).await?);
    }
    Ok(Slider {
        edits,
        first_ms: first.as_secs_f64() * 1_000.0,
        version: version.percentiles().context("nothing was looked at")?,
        compared: compared.percentiles().context("nothing was compared")?,
        sittings: sittings.percentiles().context("no page was asked for")?,
    })
}

/// Somebody who looks at the versions of a pad.
struct Shelf<'a> {
    visitor: &'a mut Visitor,
    pad: &'a str,
}

impl Shelf<'_> {
    async fn version(&mut self, wanted: &str) -> Result<(Duration, Version)> {
        let path = format!("/api/pads/{}/version?{wanted}", self.pad);
        let (took, text) = self.get(&path).await?;
        Ok((took, serde_json::from_str(&text).context(path)?))
    }

    async fn sittings(&mut self, before: usize) -> Result<Duration> {
        let path = format!("/api/documents/{}/history?before={before}", self.pad);
        Ok(self.get(&path).await?.0)
    }

    async fn get(&mut self, path: &str) -> Result<(Duration, String)> {
        let start = Instant::now();
        let answer = self.visitor.asks(Method::GET, path, Value::Null).await;
        let status = answer.status();
        let text = answer.text().await?;
        let took = start.elapsed();
        ensure!(status == StatusCode::OK, "{path} answered {status}: {text}");
        Ok((took, text))
    }
}
