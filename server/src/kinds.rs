//! What each kind of document needs of the server beside its contents: the only list of it. What a kind is stands in
//! `crdt`; one that needs nothing here has no row.

pub mod agenda;
pub mod kanban;
pub mod pad;
pub mod round;
pub mod vote;
pub mod wall;

use axum::routing::MethodRouter;
use futures_util::future::BoxFuture;
use store::{DocumentId, SpaceId};
use utoipa::openapi::OpenApi;

use crate::app::App;
use crate::problem::Problem;
use crate::views::ScreenActivityView;

/// An address of the API and what can be done there.
pub type Route = (&'static str, MethodRouter<App>);

/// What follows in a space from something that happened to its people.
pub type Follow = for<'a> fn(&'a App, SpaceId) -> BoxFuture<'a, Result<(), Problem>>;

/// What of a document a big screen shows: what everybody may know at the moment, and no names. Nothing while there is nothing
/// to show.
pub type OnScreen = for<'a> fn(
    &'a App,
    SpaceId,
    DocumentId,
) -> BoxFuture<'a, Result<Option<ScreenActivityView>, Problem>>;

/// The kinds of which a big screen shows something.
const ON_SCREEN: [(&str, OnScreen); 2] = [
    (vote::ROW.kind, vote::ON_SCREEN),
    (round::ROW.kind, round::ON_SCREEN),
];

/// What a big screen shows of documents of a kind, if anything.
pub fn on_screen(kind: &str) -> Option<OnScreen> {
    let found = ON_SCREEN.iter().find(|(word, _)| *word == kind);
    found.map(|(_, show)| *show)
}

/// A row of the list.
pub struct KindRow {
    /// The word of the kind, as in `crdt`.
    pub kind: &'static str,
    /// Its addresses. Those of one document are `/api/…/{its name}/…`, and lead to it by `Session::at`.
    pub routes: fn() -> Vec<Route>,
    /// The same, described for programs.
    pub description: fn() -> OpenApi,
    /// The words it refuses by.
    pub refusals: &'static [&'static [&'static str]],
    /// What runs beside everything else until it is aborted.
    pub tasks: &'static [fn(App) -> BoxFuture<'static, ()>],
    /// What is done once a day, at a moment in milliseconds since 1970. It logs what fails and goes on the next day.
    pub daily: &'static [for<'a> fn(&'a App, u64) -> BoxFuture<'a, ()>],
    /// What is done after somebody of a space was removed or given another role.
    pub people_changed: &'static [Follow],
}

/// Does what kinds do after somebody of a space was removed or given another role.
///
/// # Errors
/// When one of them cannot.
pub async fn people_changed(app: &App, space: SpaceId) -> Result<(), Problem> {
    for follow in ROWS.iter().flat_map(|row| row.people_changed) {
        follow(app, space).await?;
    }
    Ok(())
}

/// Every row, in the order of the list in `crdt`.
pub const ROWS: [KindRow; 6] = [
    pad::ROW,
    vote::ROW,
    kanban::ROW,
    agenda::ROW,
    round::ROW,
    wall::ROW,
];

#[cfg(test)]
mod tests {
    use crdt::kind::DocumentKind;

    use super::*;

    #[test]
    fn every_row_is_of_a_kind_that_there_is() {
        let kinds = DocumentKind::ALL.map(DocumentKind::as_str);
        let rows = ROWS.map(|row| row.kind);
        let ordered = kinds.into_iter().filter(|kind| rows.contains(kind));
        assert_eq!(ordered.collect::<Vec<_>>(), rows);
    }
}
