//! What people of a space say to each other: reading it, saying something, taking it back.

use std::time::Instant;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::limits::MESSAGES_PER_PAGE_MAX;
use store::{DocumentId, Member, MessageId, NewMessage, SpaceId};
use ts_rs::TS;
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::control_messages::{ChatNews, ControlMessage};
use crate::problem::{Problem, refusals};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::{MessageView, MessagesView};

refusals! {
    /// People of the space do not talk to each other in it.
    CHAT_OFF: 409 "chat_off" {
        fr: "La discussion est fermée pour le moment.",
        en: "The chat is closed for now.",
    }
}

/// Something to be said.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct SayMessage {
    /// The document of the space it is said beside; the whole space when it is left out.
    #[ts(optional)]
    document: Option<String>,
    /// What is said: plain text.
    #[schema(max_length = 2000)]
    body: String,
}

/// Which messages are shown.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Page {
    /// Beside this document; to the whole space when it is left out.
    document: Option<String>,
    /// Those before this number; the last ones when it is left out.
    before: Option<u64>,
}

/// Shows what was said, the last 100 messages or those before a number.
#[utoipa::path(get, path = "/api/spaces/{space}/messages", operation_id = "showMessages",
    params(("space" = String, Path), Page), responses((status = 200, body = MessagesView)))]
pub async fn show(
    State(app): State<App>,
    session: Session,
    Query(page): Query<Page>,
    Path(space): Path<String>,
) -> Result<Json<MessagesView>, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::ReadMessages)?;
    is_on(&app, &member).await?;
    let document = beside(&app, &session, &member, page.document).await?;
    let messages = app.store.messages(member.space, document, page.before);
    let messages = messages.await?;
    Ok(Json(MessagesView {
        more: messages.len() as u64 == MESSAGES_PER_PAGE_MAX,
        messages: messages.into_iter().map(MessageView::from).collect(),
    }))
}

/// Says something. Everybody who looks at the space is told once it is on disk.
#[utoipa::path(post, path = "/api/spaces/{space}/messages", operation_id = "sayMessage",
    request_body = SayMessage,
    params(("space" = String, Path)), responses((status = 201, body = MessageView)))]
pub async fn say(
    State(app): State<App>,
    session: Session,
    Path(space): Path<String>,
    Body(asked): Body<SayMessage>,
) -> Result<(StatusCode, Json<MessageView>), Problem> {
    let asking = session.in_space(&app, &space).await?;
    let member = asking.may(Deed::SayMessage)?;
    is_on(&app, &member).await?;
    let document = beside(&app, &session, &member, asked.document).await?;
    app.chatter.may_say(&member, Instant::now())?;
    let new = NewMessage {
        space: member.space,
        document,
        participant: member.participant,
        body: asked.body,
    };
    let message = MessageView::from(app.store.say(new).await?);
    tell(&app, member.space, ChatNews::Said { message: &message });
    Ok((StatusCode::CREATED, Json(message)))
}

/// Takes back what one said oneself, or, as who holds the space, what anybody said. It is deleted for good.
#[utoipa::path(delete, path = "/api/spaces/{space}/messages/{message}", operation_id = "takeBackMessage",
    params(("space" = String, Path), ("message" = String, Path)), responses((status = 204)))]
pub async fn take_back(
    State(app): State<App>,
    session: Session,
    Path((space, message)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let asking = session.in_space(&app, &space).await?;
    let id: MessageId = message.parse().map_err(|_| Problem::NOT_FOUND)?;
    let found = app.store.message(asking.space(), id).await?;
    let is_own = found.is_some_and(|message| asking.is(message.participant));
    let member = asking.may(if is_own {
        Deed::TakeBackOwnMessage
    } else {
        Deed::TakeBackMessage
    })?;
    app.store.unsay(member.space, id).await?;
    tell(&app, member.space, ChatNews::Unsaid { message: id });
    Ok(StatusCode::NO_CONTENT)
}

/// Tells everybody who looks at the space.
pub(super) fn tell(app: &App, space: SpaceId, news: ChatNews<'_>) {
    let frame = ControlMessage::Chat { space, news }.frame();
    app.live.tell_space(space, &frame);
}

async fn is_on(app: &App, member: &Member) -> Result<(), Problem> {
    let space = app.store.space(member.space).await?;
    match space {
        Some(space) if space.chat => Ok(()),
        Some(_) => Err(CHAT_OFF),
        None => Err(Problem::NOT_FOUND),
    }
}

/// A document of the space, when it is to be beside one that who asks may see.
async fn beside(
    app: &App,
    session: &Session,
    member: &Member,
    document: Option<String>,
) -> Result<Option<DocumentId>, Problem> {
    let Some(document) = document else {
        return Ok(None);
    };
    let at = session.at_document(app, &document).await?;
    let at = at.may(Deed::ExportDocument)?;
    if at.member.space == member.space {
        Ok(Some(at.document))
    } else {
        Err(Problem::NOT_FOUND)
    }
}
