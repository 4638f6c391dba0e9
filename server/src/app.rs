//! What every request and every socket shares.

pub mod attempts;
pub mod letters;
pub mod state;
pub mod tickets;

use std::sync::Arc;

use store::{ParticipantId, Role, SpaceId, Store};
use tokio::sync::Notify;

use crate::api;
use crate::config::Config;
use crate::control_messages::Control;
use crate::live::Live;
use crate::metrics::Metrics;
use crate::rooms::{Rooms, access_of};
use state::ApiState;

/// The running server, cheap to clone.
#[derive(Clone)]
pub struct App {
    /// Everything on disk.
    pub store: Store,
    /// How the server was asked to run.
    pub config: Arc<Config>,
    /// The open documents.
    pub rooms: Rooms,
    /// Who is connected, and how they are told of what changes around documents.
    pub live: Live,
    /// Counters for the operator.
    pub metrics: Metrics,
    /// What the HTTP interface keeps in memory: tickets and rate limits.
    pub api: Arc<ApiState>,
    /// A round may close at another time than was known.
    pub rounds_changed: Arc<Notify>,
}

impl App {
    /// A server over an open store, with nobody connected.
    pub fn new(store: Store, config: Arc<Config>) -> Self {
        let metrics = Metrics::default();
        Self {
            rooms: Rooms::new(store.clone(), metrics.clone()),
            live: Live::default(),
            api: Arc::new(ApiState::default()),
            rounds_changed: Arc::default(),
            store,
            config,
            metrics,
        }
    }

    /// A person's role in a space is another one from this moment; `None`: the person was removed.
    ///
    /// When this returns, no open document takes anything from the person that the role does not allow.
    pub async fn role_changed(
        &self,
        space: SpaceId,
        participant: ParticipantId,
        role: Option<Role>,
    ) {
        self.live.rights_changed();
        self.rooms
            .access_changed(space, participant, role.map(access_of))
            .await;
        self.live
            .tell_person(space, participant, &Control::Role { space, role }.frame());
        match role {
            Some(_) => {
                self.show_again(space, participant).await;
                self.live.people_changed(space, participant);
            }
            None => self.live.remove_person(space, participant),
        }
    }

    /// Shows a person the space as they see it from now on: what they may see depends on their role.
    async fn show_again(&self, space: SpaceId, participant: ParticipantId) {
        match api::space_as_seen_by(self, space, participant).await {
            Ok(view) => {
                let frame = Control::Space { space: &view }.frame();
                self.live.tell_person(space, participant, &frame);
            }
            Err(error) => tracing::error!(%space, ?error, "a space could not be shown"),
        }
    }
}
