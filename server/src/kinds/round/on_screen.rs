//! What of a round a big screen shows: how many have answered and, from the reveal on, counts and words without a name.

use crdt::round::Asking;
use store::{DocumentId, SpaceId};

use super::address::RoundAddress;
use crate::app::App;
use crate::problem::Problem;
use crate::views::{ScreenActivityView, ScreenStateView};

/// More could not be read from the back of a room.
const WORDS_MAX: usize = 30;

/// The latest asking; nothing before the first one.
pub(super) async fn show(
    app: &App,
    space: SpaceId,
    document: DocumentId,
) -> Result<Option<ScreenActivityView>, Problem> {
    let round = RoundAddress { space, document }.read(app).await?;
    let Some(asking) = round.askings.last() else {
        return Ok(None);
    };
    let Ok(id) = asking.id.parse() else {
        return Ok(None);
    };
    let title = app.store.document(document).await?;
    let title = title.ok_or(Problem::NOT_FOUND)?.title;
    let text = &asking.question.text;
    Ok(Some(ScreenActivityView::Asking {
        question: if text.is_empty() { title } else { text.clone() },
        answered: app.store.answered(document, id).await?,
        states: states(asking),
        words: words(asking),
    }))
}

/// The document has an outcome from the reveal on, and not before.
fn states(asking: &Asking) -> Option<Vec<ScreenStateView>> {
    let outcome = asking.outcome.as_ref()?;
    let states = asking.question.states.iter().enumerate();
    Some(
        states
            .map(|(place, state)| ScreenStateView {
                picture: state.picture.as_str().to_owned(),
                label: state.label.clone(),
                count: outcome.counts.get(place).copied().unwrap_or(0),
            })
            .collect(),
    )
}

fn words(asking: &Asking) -> Vec<String> {
    let words = asking.outcome.iter().flat_map(|outcome| &outcome.words);
    words.take(WORDS_MAX).cloned().collect()
}
