//! Gathers what the one who asks may know of an asking.

use axum::Json;
use store::Asking;

use super::address::AtRound;
use super::views::{AnswerView, AskingView, NamedAnswerView};
use crate::app::App;
use crate::problem::Problem;
use crate::request::rights::Deed;

/// An asking as the one who asks may see it.
pub(super) async fn asking_as_seen(
    app: &App,
    at: &AtRound,
    asking: Asking,
) -> Result<Json<AskingView>, Problem> {
    let document = at.round.document;
    let mine = app
        .store
        .answer(document, asking.id, at.member.participant)
        .await?;
    let named = asking.outcome.and_then(|outcome| outcome.named);
    Ok(Json(AskingView {
        answered: app.store.answered(document, asking.id).await?,
        people: people(app, at).await?,
        mine: mine.map(AnswerView::from),
        named: named.map(|named| named.into_iter().map(NamedAnswerView::from).collect()),
    }))
}

/// How many could answer now.
async fn people(app: &App, at: &AtRound) -> Result<u32, Problem> {
    let people = app.store.people(at.member.space).await?;
    let least = Deed::GiveAnswer.least_role(at.member.kind);
    let may_answer = people.iter().filter(|person| person.role >= least);
    Ok(u32::try_from(may_answer.count()).unwrap_or(u32::MAX))
}
