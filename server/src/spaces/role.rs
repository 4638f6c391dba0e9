//! What happens when somebody's role changes: in the open documents, and on their screen.

use store::{ParticipantId, Role, SpaceId};

use super::space_as_seen_by;
use crate::app::App;
use crate::control_messages::ControlMessage;

/// A person's role in a space is another one from this moment; `None`: the person was removed.
///
/// When this returns, no open document takes anything from the person that the role does not allow.
pub async fn role_changed(
    app: &App,
    space: SpaceId,
    participant: ParticipantId,
    role: Option<Role>,
) {
    app.live.rights_changed();
    app.rooms.role_changed(space, participant, role).await;
    app.live.tell_person(
        space,
        participant,
        &ControlMessage::Role { space, role }.frame(),
    );
    match role {
        Some(_) => {
            show_again(app, space, participant).await;
            app.live.people_changed(space, participant);
        }
        None => app.live.remove_person(space, participant),
    }
}

/// Shows a person the space as they see it from now on: what they may see depends on their role.
async fn show_again(app: &App, space: SpaceId, participant: ParticipantId) {
    match space_as_seen_by(app, space, participant).await {
        Ok(view) => {
            let frame = ControlMessage::Space { space: &view }.frame();
            app.live.tell_person(space, participant, &frame);
        }
        Err(error) => tracing::error!(%space, ?error, "a space could not be shown"),
    }
}
