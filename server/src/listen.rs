//! Accepts connections and serves requests on them, within limits of number, length and time.

mod descriptors;
mod meter;
mod metered;

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

use crate::app::App;
use crate::budget::{self, shares::Share};
use crate::limits::{
    HEADER_BYTES_MAX, HEADER_WAIT_MAX, HEADERS_MAX, STOP_WAIT_MAX, WRITE_WAIT_MAX,
};
pub(crate) use descriptors::connections_max;
pub(crate) use meter::Meter;
use metered::Metered;

/// Without descriptors nobody can be let in: somebody has to leave first.
const FULL_PAUSE: Duration = Duration::from_millis(100);

/// Serves until `stop`, then lets requests that are under way end.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    app: &App,
    stop: impl Future<Output = ()>,
) {
    let listening = Listening {
        router,
        app,
        http: http(),
        stopping: watch::Sender::new(()),
    };
    tokio::select! {
        () = listening.accept_all(&listener) => {}
        () = stop => {}
    }
    drop(listener);
    listening.stopping.send_replace(());
    let ended = timeout(STOP_WAIT_MAX, listening.stopping.closed());
    if ended.await.is_err() {
        tracing::warn!("requests that were under way for too long were cut");
    }
}

fn http() -> http1::Builder {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(HEADER_WAIT_MAX)
        .max_buf_size(HEADER_BYTES_MAX)
        .max_headers(HEADERS_MAX);
    http
}

struct Listening<'a> {
    router: Router,
    app: &'a App,
    http: http1::Builder,
    /// Each connection holds a receiver until it ends.
    stopping: watch::Sender<()>,
}

impl Listening<'_> {
    async fn accept_all(&self, listener: &TcpListener) {
        loop {
            match listener.accept().await {
                Ok((stream, peer)) => self.admit(stream, peer),
                Err(error) if is_about_one(&error) => {}
                Err(error) => {
                    tracing::error!(%error, "no connection can be accepted at the moment");
                    sleep(FULL_PAUSE).await;
                }
            }
        }
    }

    fn admit(&self, stream: TcpStream, peer: SocketAddr) {
        let owner = budget::owner(peer.ip(), &self.app.config.trusted_proxies);
        match self.app.budget.connections.take(owner, 1) {
            Some(share) => self.serve(stream, peer, share),
            None => self.app.metrics.connection_refused(),
        }
    }

    fn serve(&self, stream: TcpStream, peer: SocketAddr, share: Share) {
        // Nagle's algorithm would hold small frames back for up to 40 ms.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection ended before it began");
            return;
        }
        let meter = Meter::default();
        let stream = Metered::new(stream, meter.clone(), share, WRITE_WAIT_MAX);
        let router = self.router.clone();
        let service = router.map_request(move |mut request: hyper::Request<_>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            request.extensions_mut().insert(meter.clone());
            request
        });
        let connection = self
            .http
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(service))
            .with_upgrades();
        let mut stopping = self.stopping.subscribe();
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            let ended = tokio::select! {
                ended = connection.as_mut() => ended,
                _ = stopping.changed() => {
                    connection.as_mut().graceful_shutdown();
                    connection.await
                }
            };
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
}

/// Whether only the one who was about to come is gone.
fn is_about_one(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}
