//! A space as one of its people sees it.

use store::{Member, ParticipantId, Role, SpaceId};

use crate::app::App;
use crate::problem::Problem;
use crate::views::{SpaceView, document_view, person_view};

/// A space as one of its people sees it. Readers do not see the code: it opens as participant.
///
/// # Errors
/// When it is gone, or cannot be read.
pub async fn space_view(app: &App, member: Member) -> Result<SpaceView, Problem> {
    let space = app
        .store
        .space(member.space)
        .await?
        .ok_or(Problem::NOT_FOUND)?;
    let documents = app.store.documents(member.space).await?;
    let people = app.store.people(member.space).await?;
    let present =
        |person: &store::Person| person_view(person, app.live.peers_of(space.id, person.id));
    let is_reader = member.role == Role::Reader;
    // Who comes in by the code is somebody else than the program, and stays when its token is revoked.
    let code = space.code.filter(|_| !is_reader && member.scope.is_none());
    let workshop = space.workshop.filter(|_| !is_reader);
    Ok(SpaceView {
        id: space.id.to_string(),
        kind: space.kind,
        title: space.title,
        language: space.language,
        role: member.role.into(),
        participant: member.participant.to_string(),
        documents: documents
            .iter()
            .filter_map(|document| document_view(document, member.role))
            .collect(),
        people: people.iter().map(present).collect(),
        code: code.map(|code| code.to_string()),
        deletes_at: space.deletes_ms,
        shared: space.shared,
        workshop: workshop.map(|workshop| workshop.to_string()),
        reminders: app.config.mail.is_some(),
        chat: space.chat,
        locked: space.locked,
    })
}

/// The same for one of its people, whoever asks.
///
/// # Errors
/// When the space or the person is gone, or cannot be read.
pub async fn space_as_seen_by(
    app: &App,
    space: SpaceId,
    participant: ParticipantId,
) -> Result<SpaceView, Problem> {
    let member = app.store.member_called(space, participant).await?;
    space_view(app, member.ok_or(Problem::NOT_FOUND)?).await
}
