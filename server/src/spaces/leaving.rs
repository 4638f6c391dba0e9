//! Showing everybody out of a space that is no longer there for them: it was erased, or closed by the host.

use store::{Person, SpaceId};

use super::role_changed;
use crate::app::App;

/// Tells everybody who was in a space, and lets go of its documents. Whoever asks afterwards is told what the store says.
pub async fn show_out(app: &App, space: SpaceId, people: &[Person]) {
    for person in people {
        role_changed(app, space, person.id, None).await;
    }
    app.rooms.dismiss(space).await;
}
