//! Notes: written, changed, taken back.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use store::limits::NOTE_COLUMN_BYTES_MAX;
use store::{NewNote, NoteId, NoteState};
use ts_rs::TS;
use utoipa::ToSchema;

use super::address::{AtWall, note_id};
use super::publish::{publish, tell, tell_author, unpublish};
use super::refusals;
use super::views::OwnNoteView;
use crate::app::App;
use crate::problem::{ErrorView, Problem};
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;

/// A note.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct WriteNote {
    /// What is on it.
    #[schema(max_length = 280)]
    text: String,
    /// The key of the column it is written under.
    #[schema(max_length = 64)]
    column: String,
}

/// Writes a note, whose name its author chooses: 32 digits in base 16. The same name again is the same note, with another text.
#[utoipa::path(put, path = "/api/walls/{wall}/notes/{note}", operation_id = "writeNote",
    request_body = WriteNote,
    params(("wall" = String, Path), ("note" = String, Path)), responses((status = 200, body = OwnNoteView),
        (status = 409, body = ErrorView, description = "`wall_too_early`: it takes no notes yet. `wall_ended`: no more.
            `notes_too_many`: there are as many as there may be")))]
pub async fn write(
    State(app): State<App>,
    session: Session,
    Path((wall, note)): Path<(String, String)>,
    Body(asked): Body<WriteNote>,
) -> Result<Json<OwnNoteView>, Problem> {
    let at = AtWall::may(Deed::WriteNote, &session, &app, &wall).await?;
    if asked.column.len() > NOTE_COLUMN_BYTES_MAX {
        return Err(Problem::BadRequest("column: at most 64 bytes".to_owned()));
    }
    let new = NewNote {
        id: note_id(&note)?,
        body: refusals::NOTE.line(&asked.text)?,
        column: asked.column,
    };
    let (document, person, id) = (at.wall.document, at.member.participant, new.id);
    let _one_at_a_time = app.turns.walls.lock().await;
    // Nothing is logged: who wrote when is nobody's business.
    match app.store.put_note(document, person, new).await? {
        NoteState::Shown => publish(&app, at.wall).await?,
        // It was shown before, with another text.
        NoteState::Held | NoteState::Waiting | NoteState::Refused => {
            unpublish(&app, at.wall, id).await?;
        }
    }
    changed(&app, &at).await?;
    let taken = app.store.own_note(document, person, id).await?;
    Ok(Json(taken.into()))
}

/// Takes back a note of one's own, for good.
#[utoipa::path(delete, path = "/api/walls/{wall}/notes/{note}", operation_id = "takeBackNote",
    params(("wall" = String, Path), ("note" = String, Path)), responses((status = 204)))]
pub async fn take_back(
    State(app): State<App>,
    session: Session,
    Path((wall, note)): Path<(String, String)>,
) -> Result<StatusCode, Problem> {
    let at = AtWall::may(Deed::WriteNote, &session, &app, &wall).await?;
    let id: NoteId = note_id(&note)?;
    let (document, person) = (at.wall.document, at.member.participant);
    let _one_at_a_time = app.turns.walls.lock().await;
    app.store.own_note(document, person, id).await?;
    // Out of the document first: a row without its note in the document puts it there again, a note without its row stays.
    unpublish(&app, at.wall, id).await?;
    app.store.take_back_note(document, person, id).await?;
    changed(&app, &at).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn changed(app: &App, at: &AtWall) -> Result<(), Problem> {
    tell_author(app, at.wall, at.member.participant);
    tell(app, at.wall).await
}
