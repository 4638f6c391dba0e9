//! What a page shows before any script runs: a title, and the text of a pad, to those who may read it.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use crdt::kind::DocumentKind;
use store::{Document, Member};

use super::ahead::Ahead;
use super::room::Room;
use super::shell::{Filling, filled};
use crate::app::App;
use crate::limits::VIEW_BYTES_MAX;
use crate::problem::Problem;
use crate::request::rights::Deed;
use crate::request::session::session_of_page;
use crdt::html::escaped;

/// The page of a space.
pub(super) async fn space(
    State(app): State<App>,
    Path(space): Path<String>,
    headers: HeaderMap,
) -> Response {
    let filling = see_space(&app, &headers, &space).await;
    filled(&headers, &quietly(filling))
}

/// The page of a document.
pub(super) async fn document(
    State(app): State<App>,
    Path((space, document)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let filling = read_document(&app, &headers, &space, &document).await;
    filled(&headers, &quietly(filling))
}

/// When there is nothing to show, the web app says why: the page is the same for all who may not see
/// it, and for what does not exist.
fn quietly(filling: Result<Filling, Problem>) -> Filling {
    filling.unwrap_or_default()
}

async fn see_space(app: &App, headers: &HeaderMap, space: &str) -> Result<Filling, Problem> {
    let session = session_of_page(app, headers).ok_or(Problem::UNAUTHORIZED)?;
    let member = session.in_space(app, space).await?.may(Deed::SeeSpace)?;
    let space = app
        .store
        .space(member.space)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    Ok(Filling {
        title: Some(space.title),
        room: Some(Room::beside_space(headers)),
        language: Some(space.language),
        ..Filling::default()
    })
}

async fn read_document(
    app: &App,
    headers: &HeaderMap,
    space: &str,
    document: &str,
) -> Result<Filling, Problem> {
    let session = session_of_page(app, headers).ok_or(Problem::UNAUTHORIZED)?;
    let access = session
        .at_document(app, document)
        .await?
        .may(Deed::ExportDocument)?;
    if access.member.space.to_string() != space {
        return Err(Problem::NOT_FOUND);
    }
    let space = app
        .store
        .space(access.member.space)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    let document = app
        .store
        .document(access.document)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    let text = text(app, access.member, &document).await?;
    let language = space.language;
    let view = format!(
        "<article lang=\"{language}\" aria-label=\"{}\" data-document=\"{}\">{text}</article>",
        escaped(&document.title),
        document.id
    );
    let view = if view.len() > VIEW_BYTES_MAX {
        String::new()
    } else {
        view
    };
    Ok(Filling {
        title: Some(document.title),
        room: Some(Room::beside_document(headers)),
        view,
        ahead: Some(Ahead::Document(document.kind)),
        language: Some(language),
    })
}

async fn text(app: &App, member: Member, document: &Document) -> Result<String, Problem> {
    let kind: Option<DocumentKind> = document.kind.as_str().parse().ok();
    let Some(html) = kind.and_then(|kind| kind.first_view) else {
        return Ok(String::new());
    };
    app.rooms
        .read(member.space, document.id, html)
        .await?
        .map_err(|_| Problem::DAMAGED)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::http::header::COOKIE;
    use store::{DocumentId, KindWord, Language, NewDocument, NewWorkshop, Store, Workshop};
    use tempfile::TempDir;

    use super::*;
    use crate::request::examples::config;

    /// A workshop with one pad in it, called 'Été & co'.
    struct Scene {
        app: App,
        made: Workshop,
        pad: DocumentId,
        _data: TempDir,
    }

    impl Scene {
        async fn new() -> Self {
            let data = tempfile::tempdir().expect("a temporary directory");
            let store = Store::open(data.path()).expect("an empty directory opens");
            let app = App::new(store, Arc::new(config(None)));
            let (title, language) = ("Lilas".to_owned(), Language::English);
            let new = NewWorkshop {
                title,
                language,
                name: None,
                session: None,
            };
            let made = app.store.create_workshop(new).await.expect("there is room");
            let content = crdt::pad::create(automerge::ActorId::from([7; 16]));
            let new = NewDocument {
                id: DocumentId::random(),
                space: made.space,
                kind: KindWord::from_static(crdt::pad::KIND),
                title: "Été & co".to_owned(),
                bytes: content.save(),
                heads: content.get_heads().iter().map(|head| head.0).collect(),
            };
            let pad = app
                .store
                .create_document(new)
                .await
                .expect("there is room")
                .id;
            Self {
                app,
                made,
                pad,
                _data: data,
            }
        }

        fn headers(&self) -> HeaderMap {
            let cookie = format!("atelier={}", self.made.session.reveal());
            [(COOKIE, cookie.parse().expect("a header value"))]
                .into_iter()
                .collect()
        }

        async fn reads(&self, headers: &HeaderMap, space: &str) -> Filling {
            quietly(read_document(&self.app, headers, space, &self.pad.to_string()).await)
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn who_may_read_a_pad_finds_its_text_in_the_page() {
        let scene = Scene::new().await;
        let filling = scene
            .reads(&scene.headers(), &scene.made.space.to_string())
            .await;
        assert_eq!(filling.title.as_deref(), Some("Été & co"));
        assert_eq!(filling.language, Some(Language::English));
        let expected = format!(
            "<article lang=\"en\" aria-label=\"Été &amp; co\" data-document=\"{}\"><p></p></article>",
            scene.pad
        );
        assert_eq!(filling.view, expected);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn everybody_else_gets_the_page_as_it_is() {
        let scene = Scene::new().await;
        let (here, elsewhere) = (
            scene.made.space.to_string(),
            store::SpaceId::random().to_string(),
        );
        assert_eq!(
            scene.reads(&HeaderMap::new(), &here).await,
            Filling::default()
        );
        assert_eq!(
            scene.reads(&scene.headers(), &elsewhere).await,
            Filling::default()
        );
        let stranger = quietly(see_space(&scene.app, &HeaderMap::new(), &here).await);
        assert_eq!(stranger, Filling::default());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn the_page_of_a_workshop_bears_its_title() {
        let scene = Scene::new().await;
        let seen = see_space(&scene.app, &scene.headers(), &scene.made.space.to_string()).await;
        assert_eq!(seen.expect("it is theirs").title.as_deref(), Some("Lilas"));
    }
}
