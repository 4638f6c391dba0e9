//! What of a vote a big screen shows: how many have voted and, from the reveal on, what came of it.

use crdt::vote::{Round, RoundState, Vote};
use store::{DocumentId, SpaceId};

use super::document::VoteAddress;
use crate::app::App;
use crate::problem::Problem;
use crate::views::{ScreenActivityView, ScreenBrickView};

/// More rows could not be read from the back of a room.
const BRICKS_MAX: usize = 20;

/// The latest round that was opened; nothing before the first one.
pub(super) async fn show(
    app: &App,
    space: SpaceId,
    document: DocumentId,
) -> Result<Option<ScreenActivityView>, Problem> {
    let vote = VoteAddress { space, document }.read(app).await?;
    let opened = |round: &&Round| round.state != RoundState::Draft;
    let Some(round) = vote.rounds.iter().rev().find(opened) else {
        return Ok(None);
    };
    let Ok(id) = round.id.parse() else {
        return Ok(None);
    };
    let turnout = app.store.turnout(document, id).await?;
    let title = app.store.document(document).await?;
    Ok(Some(ScreenActivityView::Vote {
        title: title.ok_or(Problem::NOT_FOUND)?.title,
        open: round.state == RoundState::Open,
        voted: turnout.voted,
        eligible: turnout.eligible,
        results: results(&vote, round),
    }))
}

/// The document has results from the reveal on, and not before.
fn results(vote: &Vote, round: &Round) -> Option<Vec<ScreenBrickView>> {
    let results = round.results.as_ref()?;
    let bricks = round.choices.iter().filter_map(|choice| vote.brick(choice));
    let mut rows: Vec<_> = bricks
        .map(|brick| ScreenBrickView {
            title: brick.title.clone(),
            dots: results.total(&brick.id),
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.dots));
    rows.truncate(BRICKS_MAX);
    Some(rows)
}
