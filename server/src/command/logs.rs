//! Where log lines go and what they look like. They hold ids and counts, never what people wrote.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use super::cli::LogFormat;

/// Automerge opens a span for each call and writes whole lists of hashes into it: with hundreds of writers, a tenth of
/// all the time of the server.
const QUIET: &str = "automerge=warn";

/// Starts logging to standard error; a filter that cannot be read falls back to `info`.
pub fn start(format: LogFormat, filter: &str) {
    let quiet = |filter: &str| format!("{QUIET},{filter}");
    let chosen = EnvFilter::try_new(quiet(filter));
    let refused = chosen.is_err();
    let builder = fmt()
        .with_env_filter(chosen.unwrap_or_else(|_| EnvFilter::new(quiet("info"))))
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    match format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
    if refused {
        tracing::warn!("the log filter cannot be read: 'info' is used instead");
    }
}
