//! What a big screen shows: what everybody in the room may know, and nobody's name.

use serde::Serialize;
use store::{Language, Wifi};
use ts_rs::TS;
use utoipa::ToSchema;

use super::{CourseView, PlannedStepView};

view! {
    /// A workshop as its big screen shows it. Times are in milliseconds since 1970 by the clock of the server.
    ScreenView {
        /// The time on the server when this was told.
        #[ts(type = "number")]
        now: u64,
        /// The title of the workshop.
        title: String,
        /// The language it speaks.
        #[schema(value_type = String)]
        #[ts(type = "\"fr\" | \"en\"")]
        language: Language,
        /// The code by which one comes in; null while the door is closed.
        code: Option<String>,
        /// The Wi-Fi of the room; null when it was not given.
        wifi: Option<WifiView>,
        /// How many people are there.
        present: u32,
        /// Whether the workshop is closed for writing.
        locked: bool,
        /// The step that runs, without what it opens; null when none does.
        course: Option<CourseView>,
        /// The step that follows, without what it opens.
        next: Option<PlannedStepView>,
        /// How many hands are raised.
        hands: u32,
        /// How many said that they are ready; null while nobody asks.
        ready: Option<u32>,
        /// What the step opens, as far as it is for everybody's eyes.
        activity: Option<ScreenActivityView>,
    }
}

view! {
    /// The Wi-Fi of a room.
    WifiView {
        /// What it is called.
        name: String,
        /// Empty when everybody may join.
        password: String,
    }
}

view! {
    /// The screen as those see it who keep it. Its link is shown once, when it is made.
    ScreenKeptView {
        /// Whether there is a link.
        made: bool,
        /// The Wi-Fi that is shown on it.
        wifi: Option<WifiView>,
    }
}

/// What is going on in the step, told as it may be told to everybody: results from their reveal on, and no names.
#[derive(Debug, Clone, PartialEq, Serialize, TS, ToSchema)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[ts(export, export_to = "../../web/src/generated/")]
pub enum ScreenActivityView {
    /// A round of a vote.
    Vote {
        /// The title of the vote.
        title: String,
        /// Whether ballots are taken.
        open: bool,
        /// People with a ballot.
        voted: u32,
        /// People who may vote.
        eligible: u32,
        /// The bricks with their dots, most first: once they are revealed, and 20 at most.
        results: Option<Vec<ScreenBrickView>>,
    },
    /// A question of a round.
    Asking {
        /// What is asked; the title of the round when that says it.
        question: String,
        /// People who answered.
        answered: u32,
        /// The states in their order with how often each was chosen: once they are revealed.
        states: Option<Vec<ScreenStateView>>,
        /// The words, 30 at most: once they are revealed.
        words: Vec<String>,
    },
}

view! {
    /// A brick and its dots.
    ScreenBrickView {
        /// What it is called.
        title: String,
        /// All of its dots.
        dots: u32,
    }
}

view! {
    /// A state of a round and how often it was chosen.
    ScreenStateView {
        /// What is drawn: a word of rounds.
        picture: String,
        /// What it is called.
        label: String,
        /// How often it was chosen.
        count: u32,
    }
}

impl From<Wifi> for WifiView {
    fn from(wifi: Wifi) -> Self {
        Self {
            name: wifi.name,
            password: wifi.password,
        }
    }
}
