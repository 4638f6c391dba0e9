//! Scripts that measure in a real Chromium: they lie in `tests/speed`, and print one line of JSON.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::de::DeserializeOwned;
use tokio::process::Command;

use crate::machine::{LOAD_CORE, SERVER_CORE};

/// Runs a script, on any core as browsers run; what it told.
///
/// # Errors
/// When Chromium or Node is missing, or the page does not open.
pub async fn run<T: DeserializeOwned>(script: &str, arguments: &[&str]) -> Result<T> {
    let output = Command::new("taskset")
        .args(["-c", &format!("{SERVER_CORE},{LOAD_CORE}")])
        .args(["node", "--import", "tsx", script])
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
        .output()
        .await
        .context("running node")?;
    ensure!(
        output.status.success(),
        "{script} could not measure: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).context("reading what a page told")
}
