//! Where log lines go and what they look like. They hold ids and counts, never what people wrote.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::cli::LogFormat;

/// Starts logging to standard error; a filter that cannot be read falls back to `info`.
pub fn start(format: LogFormat, filter: &str) {
    let chosen = EnvFilter::try_new(filter);
    let refused = chosen.is_err();
    let builder = fmt()
        .with_env_filter(chosen.unwrap_or_else(|_| EnvFilter::new("info")))
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
