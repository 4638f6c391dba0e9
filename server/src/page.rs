//! What browsers load: the embedded web app, its shell for every page, and a pad's text in it before any script runs.

mod ahead;
mod embedded;
mod files;
mod room;
mod shell;
mod view;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;

use crate::app::App;
use crate::headers;

/// Every page and file of the web app.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/", get(shell::page))
        .route("/join", get(shell::join))
        .route("/screen", get(shell::page))
        .route("/w/{space}", get(view::space))
        .route("/w/{space}/{document}", get(view::document))
        .fallback(get(files::file))
        .layer(from_fn_with_state(app.config.clone(), headers::secure))
        .with_state(app)
}
