//! The listening end. One who is silent keeps nobody from being heard: each connection has its own task, a bounded line,
//! and a bounded time.

use std::fs::Permissions;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use store::{Progress, Store};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::unix::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{Semaphore, watch};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};

use super::super::{doctor, spaces};
use super::protocol::{Answer, Request, SOCKET_NAME};
use crate::app::App;
use crate::limits::{
    HOST_ANSWER_WAIT_MAX, HOST_CONNECTIONS_MAX, HOST_PAUSE, HOST_REQUEST_BYTES_MAX,
    HOST_REQUEST_WAIT_MAX,
};

/// Listens until aborted. A server that cannot listen still serves; only what other commands ask of it is missing.
pub fn listen(app: App) -> JoinHandle<()> {
    let path = app.config.data.join(SOCKET_NAME);
    tokio::spawn(async move {
        match bind(&path) {
            Ok(listener) => accept(&app, &listener).await,
            Err(error) => {
                tracing::warn!(%error, "backups and orders of the host are not possible while this server runs");
            }
        }
    })
}

/// For the account of the server only.
fn bind(path: &Path) -> Result<UnixListener> {
    // The data directory is locked by this process, so a socket found there is a dead one.
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let listener = UnixListener::bind(path).context("binding the control socket")?;
    std::fs::set_permissions(path, Permissions::from_mode(0o600))
        .context("closing the control socket to others")?;
    Ok(listener)
}

/// Those beyond the number heard at once wait for a place; a place is held no longer than its request takes.
async fn accept(app: &App, listener: &UnixListener) {
    let places = Arc::new(Semaphore::new(HOST_CONNECTIONS_MAX));
    let mut heard = JoinSet::new(); // ends with this task
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => {
                let app = app.clone();
                heard.spawn(async move {
                    if let Err(error) = answer(&app, stream).await {
                        tracing::warn!(%error, "a request on the control socket failed");
                    }
                    drop(place);
                });
            }
            Err(error) => {
                tracing::warn!(%error, "nobody can be heard on the control socket at the moment");
                sleep(HOST_PAUSE).await;
            }
        }
        while heard.try_join_next().is_some() {}
    }
}

async fn answer(app: &App, stream: UnixStream) -> Result<()> {
    let (read, write) = stream.into_split();
    let mut asker = Asker(Some(write));
    let request = timeout(HOST_REQUEST_WAIT_MAX, request(read)).await;
    let outcome = match request.context("the request did not come in time")?? {
        Request::Backup(path) => backup(&app.store, path, &mut asker).await,
        Request::Spaces(order) => orders(app, &order, &mut asker).await,
        Request::Health => health(app, &mut asker).await,
    };
    let last = outcome.map_or_else(
        |error| Answer::Failed(format!("{error:#}")),
        |()| Answer::Done,
    );
    asker.hears(&last).await;
    Ok(())
}

async fn request(read: OwnedReadHalf) -> Result<Request> {
    let mut line = String::new();
    BufReader::new(read.take(HOST_REQUEST_BYTES_MAX))
        .read_line(&mut line)
        .await?;
    serde_json::from_str(&line).context("reading the request")
}

async fn backup(store: &Store, path: PathBuf, asker: &mut Asker) -> Result<()> {
    let (progress, mut steps) = watch::channel(None::<Progress>);
    let copy = store.backup(path, move |step| {
        progress.send_replace(Some(step));
    });
    tokio::pin!(copy);
    loop {
        tokio::select! {
            outcome = &mut copy => return outcome.map(drop).map_err(Into::into),
            Ok(()) = steps.changed() => {
                let step = *steps.borrow_and_update();
                if let Some(step) = step {
                    asker.hears(&Answer::Progress(step.into())).await;
                }
            }
        }
    }
}

async fn orders(app: &App, order: &spaces::Order, asker: &mut Asker) -> Result<()> {
    let done = spaces::carry_out(order, &app.store, Some(app)).await?;
    for space in done.spaces {
        asker.hears(&Answer::Space(space)).await;
    }
    if done.traces_wait {
        asker.hears(&Answer::TracesWait).await;
    }
    Ok(())
}

async fn health(app: &App, asker: &mut Asker) -> Result<()> {
    let report = Box::new(doctor::running(app).await?);
    asker.hears(&Answer::Health(report)).await;
    Ok(())
}

/// Who asked, while they listen: what was begun is brought to its end without them.
struct Asker(Option<OwnedWriteHalf>);

impl Asker {
    async fn hears(&mut self, answer: &Answer) {
        let Some(write) = &mut self.0 else { return };
        let told = timeout(HOST_ANSWER_WAIT_MAX, say(write, answer)).await;
        if !matches!(told, Ok(Ok(()))) {
            self.0 = None;
        }
    }
}

async fn say(write: &mut OwnedWriteHalf, answer: &Answer) -> Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    Ok(write.write_all(&line).await?)
}
