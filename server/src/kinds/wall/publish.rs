//! Makes the document say how a wall stands and which notes everybody sees; and tells the room.
//!
//! The rows of the store are what counts. Publishing again changes nothing, so a server that stops between the two makes it
//! good the next time anybody asks about the wall. Whoever publishes holds the turn of walls.

use crdt::wall::{self, Outcome, Rules, ShownNote, WallState};
use store::{NoteId, NoteState, ParticipantId, SpaceId, Wall, WallNote, WallStage};

use super::address::WallAddress;
use super::news::News;
use crate::app::App;
use crate::control_messages;
use crate::problem::Problem;

/// Makes the document say what the rows say, where it says something else.
pub(super) async fn publish(app: &App, at: WallAddress) -> Result<(), Problem> {
    let row = app.store.wall(at.document).await?;
    let shown = app.store.notes_of_wall(at.document, NoteState::Shown);
    let shown: Vec<ShownNote> = shown.await?.into_iter().map(shown_note).collect();
    let said = at.read(app).await?;
    let (state, rules, outcome) = public(row);
    let is_said = (said.state, said.rules) == (state, rules)
        && (outcome.is_none() || said.outcome == outcome)
        && shown.iter().all(|note| is_there(&said, note));
    if is_said {
        return Ok(());
    }
    at.write(app, move |edit| {
        wall::publish(edit, state, rules, outcome)?;
        wall::show_notes(edit, &shown)
    })
    .await
}

/// Takes a note out of the document, if it is there.
pub(super) async fn unpublish(app: &App, at: WallAddress, note: NoteId) -> Result<(), Problem> {
    let id = note.to_string();
    let said = at.read(app).await?.notes;
    if !said.iter().any(|known| known.id == id) {
        return Ok(());
    }
    at.write(app, move |edit| wall::take_note_out(edit, &id))
        .await
}

/// Tells everybody in the space how many notes there are.
pub(super) async fn tell(app: &App, at: WallAddress) -> Result<(), Problem> {
    let counts = app.store.count_notes(at.document).await?;
    let news = News::Notes {
        notes: counts.notes,
        waiting: counts.waiting,
        fulfilled: counts.fulfilled,
    };
    let frame = control_messages::news(at.document, &news);
    app.live.tell_space(at.space, &frame);
    Ok(())
}

/// Tells somebody that something became of a note of theirs.
pub(super) fn tell_author(app: &App, at: WallAddress, author: ParticipantId) {
    let frame = control_messages::news(at.document, &News::Own);
    app.live.tell_person(at.space, author, &frame);
}

/// Tells how many notes the open walls of a space have after somebody was removed, or may only read from now on: theirs are
/// gone where nobody else saw them.
pub(super) async fn tell_open_walls(app: &App, space: SpaceId) -> Result<(), Problem> {
    for document in app.store.open_walls(space).await? {
        let _one_at_a_time = app.turns.walls.lock().await;
        tell(app, WallAddress { space, document }).await?;
    }
    Ok(())
}

fn is_there(said: &wall::Wall, note: &ShownNote) -> bool {
    let found = said.notes.iter().find(|known| known.id == note.id);
    found.is_some_and(|known| known.text == note.text && known.by == note.by)
}

/// What everybody may know of a wall.
fn public(row: Option<Wall>) -> (WallState, Rules, Option<Outcome>) {
    let Some(row) = row else {
        return (WallState::Preparing, Rules::default(), None);
    };
    let rules = Rules {
        named: row.rules.named,
        hidden: row.rules.hidden,
        moderated: row.rules.moderated,
    };
    let outcome = row.fulfilments.map(|counted| Outcome {
        met: counted.met,
        partly: counted.partly,
        unmet: counted.unmet,
    });
    (state(row.stage), rules, outcome)
}

fn state(stage: WallStage) -> WallState {
    match stage {
        WallStage::Hidden => WallState::Hidden,
        WallStage::Shown => WallState::Shown,
        WallStage::Closing => WallState::Closing,
        WallStage::Ended => WallState::Ended,
    }
}

fn shown_note(WallNote { note, by }: WallNote) -> ShownNote {
    ShownNote {
        id: note.id.to_string(),
        text: note.body,
        by: by.map(|who| who.to_string()).unwrap_or_default(),
        column: note.column,
    }
}
