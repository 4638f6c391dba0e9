//! What the links in reminders do to a card. The server writes it, for whoever follows the link.

use crdt::kanban::{self, WriteError};
use store::{DocumentId, SpaceId};

use crate::app::App;
use crate::clock::now_ms;
use crate::day::Day;
use crate::problem::Problem;
use crate::rooms::EditError;

const WEEK_DAYS: i64 = 7;

/// A card of a space.
pub(crate) struct CardAddress<'a> {
    pub(crate) space: SpaceId,
    pub(crate) document: DocumentId,
    pub(crate) card: &'a str,
}

impl CardAddress<'_> {
    /// What the card is called.
    pub(crate) async fn title(&self, app: &App) -> Result<String, Problem> {
        self.is_in_space(app).await?;
        let kanban = app.rooms.read(self.space, self.document, kanban::read);
        let kanban = kanban.await?;
        let card = kanban.card(self.card).filter(|card| card.is_live());
        Ok(card.ok_or(Problem::NOT_FOUND)?.title.clone())
    }

    /// The card is done.
    pub(crate) async fn finish(&self, app: &App) -> Result<(), Problem> {
        self.is_in_space(app).await?;
        let (card, now_ms) = (self.card.to_owned(), now_ms());
        let edit = app.rooms.edit(self.space, self.document, move |edit| {
            kanban::finish(edit, &card, now_ms)
        });
        edit.await.map_err(unwritten)
    }

    /// The card that was due on a day is due a week later; a late one a week from now. Doing it twice is doing it once.
    pub(crate) async fn postpone(&self, app: &App, was: &str) -> Result<(), Problem> {
        self.is_in_space(app).await?;
        let day: Day = was.parse().map_err(|_| Problem::NOT_FOUND)?;
        let now_ms = now_ms();
        let due = day.max(Day::at(now_ms)).plus(WEEK_DAYS).to_string();
        let (card, was) = (self.card.to_owned(), was.to_owned());
        let edit = app.rooms.edit(self.space, self.document, move |edit| {
            kanban::postpone(edit, &card, &was, &due, now_ms)
        });
        edit.await.map_err(unwritten)
    }

    async fn is_in_space(&self, app: &App) -> Result<(), Problem> {
        let found = app.store.document(self.document).await?;
        let is_ours =
            found.is_some_and(|listed| listed.space == self.space && listed.kind == kanban::KIND);
        is_ours.then_some(()).ok_or(Problem::NOT_FOUND)
    }
}

fn unwritten(error: EditError<WriteError>) -> Problem {
    match error {
        EditError::Refused(WriteError::Missing | WriteError::TooMuch(_)) => Problem::NOT_FOUND,
        EditError::Refused(WriteError::Automerge(why)) => {
            tracing::error!(why, "a card could not be written");
            Problem::INTERNAL
        }
        EditError::Unavailable(why) => why.into(),
    }
}
