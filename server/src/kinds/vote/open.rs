//! Opens a round on the bricks that are there at that moment.

use crdt::vote::Vote;
use store::{Choice, Round, RoundId, RoundState};

use super::document::AtVote;
use super::lookup::found;
use crate::app::App;
use crate::problem::Problem;

/// Opens a draft. What was taken out or grouped since it was prepared is not voted on.
pub(super) async fn open(app: &App, at: &AtVote, id: RoundId) -> Result<Round, Problem> {
    let draft = found(app, at, id).await?;
    let choices = standing(&at.vote.read(app).await?, &draft.choices);
    if draft.state == RoundState::Draft && choices != draft.choices {
        app.store
            .change_round(at.vote.document, id, draft.rules, choices)
            .await?;
    }
    Ok(app.store.open_round(at.vote.document, id).await?)
}

fn standing(vote: &Vote, choices: &[Choice]) -> Vec<Choice> {
    let stands = |choice: &&Choice| {
        let brick = vote.brick(choice.brick.as_str());
        brick.is_some_and(|brick| brick.into.is_empty())
    };
    choices.iter().filter(stands).cloned().collect()
}
