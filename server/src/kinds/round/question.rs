//! What a round asks.

use axum::Json;
use axum::extract::{Path, State as Extracted};
use crdt::round::limits::{STATES_MAX, STATES_MIN};
use crdt::round::{AskingState, Question, State, change_question, read};
use serde::Deserialize;
use ts_rs::TS;
use utoipa::ToSchema;

use super::address::AtRound;
use super::refusals;
use crate::app::App;
use crate::problem::Problem;
use crate::request::body::Body;
use crate::request::rights::Deed;
use crate::request::session::Session;
use crate::views::Done;

/// One of the answers there are to choose from.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AskState {
    /// What is drawn, such as `sun`, `smile`, `five`, `circle`.
    #[schema(example = "sun")]
    picture: String,
    /// What it is called.
    #[schema(max_length = 40)]
    label: String,
}

/// What is asked next time.
#[derive(Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct ChangeQuestion {
    /// What is asked; may be empty.
    #[schema(max_length = 200)]
    text: String,
    /// The answers to choose from, the best first.
    #[schema(min_items = 3, max_items = 5)]
    states: Vec<AskState>,
    /// Whether nobody learns who answered what.
    anonymous: bool,
    /// Whether one may add a word.
    words: bool,
}

/// Says what is asked next time. While it is being asked, the question stays as it is.
#[utoipa::path(patch, path = "/api/rounds/{round}", operation_id = "changeQuestion",
    request_body = ChangeQuestion,
    params(("round" = String, Path)), responses((status = 200, body = Done)))]
pub async fn change(
    Extracted(app): Extracted<App>,
    session: Session,
    Path(round): Path<String>,
    Body(asked): Body<ChangeQuestion>,
) -> Result<Json<Done>, Problem> {
    let at = AtRound::may(Deed::HoldRound, &session, &app, &round).await?;
    let question = asked.checked()?;
    at.round
        .write(&app, move |edit| {
            let askings = read(edit).askings;
            let is_open = |state| state == AskingState::Open;
            if askings.iter().any(|asking| is_open(asking.state)) {
                return Err(refusals::ASKING_OPEN);
            }
            Ok(change_question(edit, &question)?)
        })
        .await?;
    Ok(Json(Done {}))
}

impl ChangeQuestion {
    fn checked(self) -> Result<Question, Problem> {
        if !(STATES_MIN..=STATES_MAX).contains(&self.states.len()) {
            return Err(Problem::BadRequest("states: 3 to 5".to_owned()));
        }
        let states = self.states.into_iter().map(AskState::checked);
        Ok(Question {
            text: refusals::QUESTION.maybe_empty_line(&self.text)?,
            states: states.collect::<Result<_, _>>()?,
            anonymous: self.anonymous,
            words: self.words,
        })
    }
}

impl AskState {
    fn checked(self) -> Result<State, Problem> {
        let unknown = |_| Problem::BadRequest("picture: there is no such picture".to_owned());
        Ok(State {
            picture: self.picture.parse().map_err(unknown)?,
            label: refusals::LABEL.line(&self.label)?,
        })
    }
}
