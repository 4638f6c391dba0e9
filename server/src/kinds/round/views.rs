//! What is shown of an asking: what everybody may know, and what only the one who asks may.

use serde::{Deserialize, Serialize};
use store::{Answer, ParticipantId};
use ts_rs::TS;
use utoipa::ToSchema;

/// One person's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, ToSchema)]
#[serde(deny_unknown_fields)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AnswerView {
    /// The state they chose, counted from 0.
    pub(super) state: u32,
    /// What they add; may be empty.
    #[serde(default)]
    #[schema(max_length = 140)]
    pub(super) word: String,
}

/// Who answered what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct NamedAnswerView {
    /// Who.
    participant: String,
    /// What.
    answer: AnswerView,
}

/// An asking as the one who asks may see it. What was asked, and what came of it, stands in the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS, ToSchema)]
#[ts(export, export_to = "../../web/src/generated/")]
pub struct AskingView {
    /// How many have answered.
    pub(super) answered: u32,
    /// How many could.
    pub(super) people: u32,
    /// The answer of the one who asks; null without one, and once an anonymous asking is revealed.
    pub(super) mine: Option<AnswerView>,
    /// Who answered what; null before the reveal, and in anonymous askings.
    pub(super) named: Option<Vec<NamedAnswerView>>,
}

impl From<Answer> for AnswerView {
    fn from(Answer { state, word }: Answer) -> Self {
        Self { state, word }
    }
}

impl From<(ParticipantId, Answer)> for NamedAnswerView {
    fn from((participant, answer): (ParticipantId, Answer)) -> Self {
        Self {
            participant: participant.to_string(),
            answer: answer.into(),
        }
    }
}
