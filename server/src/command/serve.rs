//! `atelier serve`: opens the data, listens, serves until told to stop, drains, ends.

use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinHandle;

use super::{banner, host_socket};
use crate::app::App;
use crate::budget::Budget;
use crate::config::Config;
use crate::{api, kinds, listen, mail, memory, page, spaces, sync, upkeep};

/// Serves until SIGTERM or Ctrl+C; returns after everything received is on disk.
///
/// # Errors
/// When the data directory cannot be opened or the address cannot be listened on.
pub fn run(config: Config) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("starting the asynchronous runtime")?;
    runtime.block_on(serve(config))
}

async fn serve(config: Config) -> Result<()> {
    let store = Store::open(&config.data)
        .with_context(|| format!("opening the data in {}", config.data.display()))?;
    let listener = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("listening on {}", config.listen))?;
    let address = listener
        .local_addr()
        .context("reading the listening address")?;
    let app = App {
        budget: Budget::new(listen::connections_max()),
        ..App::new(store.clone(), Arc::new(config))
    };
    let control = host_socket::listen(app.clone());
    let news = tokio::spawn(spaces::announce(app.clone()));
    let disk = tokio::spawn(sync::watch_storage(app.clone()));
    let of_kinds: Vec<_> = kinds::ROWS
        .iter()
        .flat_map(|row| row.tasks)
        .map(|task| tokio::spawn(task(app.clone())))
        .collect();
    let upkeep = tokio::spawn(upkeep::keep_up(app.clone()));
    let memory = tokio::spawn(memory::keep_small());
    let mailing = tokio::spawn(mail::keep_mailing(app.clone()));
    banner::show(address, app.config.public_url.as_deref());
    let stop = async {
        told_to_stop().await;
        tracing::info!("stopping");
        app.live.close();
    };
    listen::serve(listener, router(&app), &app, stop).await;
    control.abort();
    news.abort();
    disk.abort();
    of_kinds.iter().for_each(JoinHandle::abort);
    upkeep.abort();
    mailing.abort();
    memory.abort();
    app.rooms.close().await;
    store.close().await;
    tracing::info!("stopped: everything received is on disk");
    Ok(())
}

/// Every address this server answers.
pub fn router(app: &App) -> Router {
    Router::new()
        .merge(api::router(app.clone()))
        .merge(sync::router(app.clone()))
        .merge(mail::router(app.clone()))
        .merge(page::router(app.clone()))
}

async fn told_to_stop() {
    let mut terminate =
        signal(SignalKind::terminate()).expect("signals can be listened to at start");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}
