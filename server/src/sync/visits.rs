//! 'I look at this space': the answer to `atelier-visit`.

use serde::Deserialize;
use store::{SecretHash, SpaceId, StorageState, StoreError};

use crate::app::App;
use crate::control_messages;
use crate::control_messages::ControlMessage;
use crate::live::SocketId;
use crate::outbox::Outbox;
use crate::spaces::space_view;

/// The type of the message.
pub(super) const KIND: &str = "atelier-visit";

/// What it says.
#[derive(Deserialize)]
pub(super) struct Visit {
    pub(super) space: SpaceId,
}

/// Shows the space to a socket, counts its person as present, and answers whether it is to be told of changes: not when it
/// is not theirs to see. A program is shown the space alone; its person is not there because of it.
pub(super) async fn show(
    app: &App,
    space: SpaceId,
    session: SecretHash,
    socket: SocketId,
    peer_id: &str,
    outbox: &Outbox,
) -> bool {
    let member = match app.store.member(session, space).await {
        Ok(Some(member)) => member,
        Ok(None) | Err(StoreError::Closed) => {
            outbox.push(ControlMessage::Role { space, role: None }.frame());
            return false;
        }
        Err(error) => {
            tracing::error!(%space, %error, "a visit could not be answered");
            return false;
        }
    };
    let is_followed = member.scope.is_none();
    if is_followed {
        app.live
            .visit(space, member.participant, socket, peer_id, outbox);
    }
    if *app.store.state().borrow() == StorageState::Full {
        outbox.push(control_messages::storage(StorageState::Full));
    }
    if let Err(error) = app.store.note_seen(space, app.store.now_ms()).await {
        tracing::error!(%space, %error, "a visit could not be noted");
    }
    match space_view(app, member).await {
        Ok(view) => outbox.answer(ControlMessage::Space { space: &view }.frame()),
        Err(error) => tracing::error!(%space, ?error, "a space could not be shown"),
    }
    is_followed
}
