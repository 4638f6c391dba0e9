//! Asking the running server, from another command.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::protocol::{Answer, Request, SOCKET_NAME};

/// The server that runs on a data directory, if one does.
pub fn connect(data: &Path) -> Option<UnixStream> {
    UnixStream::connect(data.join(SOCKET_NAME)).ok()
}

/// Asks, and hands on what is answered until all of it was done.
///
/// # Errors
/// When the server says that it failed, stops before, or cannot be understood.
pub fn converse(
    mut server: UnixStream,
    request: &Request,
    mut hear: impl FnMut(Answer),
) -> Result<()> {
    let request = serde_json::to_string(request)?;
    writeln!(server, "{request}").context("asking the running server")?;
    for line in BufReader::new(server).lines() {
        let line = line.context("listening to the running server")?;
        let answer = serde_json::from_str(&line)
            .context("the running server is of another version: restart it with this one")?;
        match answer {
            Answer::Done => return Ok(()),
            Answer::Failed(why) => bail!("the running server could not do it: {why}"),
            other => hear(other),
        }
    }
    bail!("the server stopped before it was done, or did not understand; nothing was written")
}
