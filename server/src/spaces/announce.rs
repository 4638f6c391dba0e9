//! Announces what changed in spaces: people first, then documents, a moment after the first change.

use std::collections::HashSet;
use std::time::Duration;

use store::{ParticipantId, Role, StoreError};
use tokio::time::sleep;

use super::space_as_seen_by;
use crate::app::App;
use crate::control_messages::ControlMessage;
use crate::live::News;
use crate::problem::Problem;
use crate::views::{document_view, person_view};

/// Changes within this time are announced together.
const GATHER: Duration = Duration::from_millis(150);

/// Announces until aborted.
pub async fn announce(app: App) {
    loop {
        app.live.news().await;
        sleep(GATHER).await;
        for news in app.live.gather() {
            if let Err(error) = tell(&app, &news).await {
                tracing::error!(space = %news.space, %error, "news could not be announced");
            }
        }
    }
}

async fn tell(app: &App, news: &News) -> Result<(), StoreError> {
    if news.audience.is_empty() {
        return Ok(());
    }
    if news.itself {
        show_again(app, news).await;
        return Ok(());
    }
    let people = app.store.people(news.space).await?;
    if !news.people.is_empty() {
        let present = people
            .iter()
            .filter(|person| news.people.contains(&person.id));
        let changed: Vec<_> = present
            .map(|person| person_view(person, app.live.peers_of(news.space, person.id)))
            .collect();
        let here: HashSet<_> = people.iter().map(|person| person.id).collect();
        let gone: Vec<_> = news.people.difference(&here).copied().collect();
        let frame = ControlMessage::People {
            space: news.space,
            changed: &changed,
            gone: &gone,
        }
        .frame();
        news.audience
            .iter()
            .for_each(|present| present.outbox.push(frame.clone()));
    }
    if news.documents {
        let role_of = |who| {
            people
                .iter()
                .find(|person| person.id == who)
                .map(|person| person.role)
        };
        tell_documents(app, news, role_of).await?;
    }
    Ok(())
}

/// The whole space, as each person sees it: people and documents are in it.
async fn show_again(app: &App, news: &News) {
    for present in &news.audience {
        match space_as_seen_by(app, news.space, present.participant).await {
            Ok(view) => present
                .outbox
                .push(ControlMessage::Space { space: &view }.frame()),
            Err(problem) if problem == Problem::NOT_FOUND => {} // removed meanwhile, and told so
            Err(error) => {
                tracing::error!(space = %news.space, ?error, "a space could not be shown")
            }
        }
    }
}

/// One frame per role: what may be done with a document depends on it.
async fn tell_documents(
    app: &App,
    news: &News,
    role_of: impl Fn(ParticipantId) -> Option<Role>,
) -> Result<(), StoreError> {
    let documents = app.store.documents(news.space).await?;
    for role in [Role::Reader, Role::Participant, Role::Facilitator] {
        let views: Vec<_> = documents
            .iter()
            .filter_map(|document| document_view(document, role))
            .collect();
        let frame = ControlMessage::Documents {
            space: news.space,
            documents: &views,
        }
        .frame();
        let theirs = news
            .audience
            .iter()
            .filter(|present| role_of(present.participant) == Some(role));
        theirs.for_each(|present| present.outbox.push(frame.clone()));
    }
    Ok(())
}
