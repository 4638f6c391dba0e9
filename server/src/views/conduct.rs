//! The conduct of a workshop, as everybody in it sees it.

use serde::Serialize;
use ts_rs::TS;
use utoipa::ToSchema;

view! {
    /// How the conduct of a workshop stands. Times are in milliseconds since 1970 by the clock of the server.
    ConductView {
        /// The time on the server when this was told.
        #[ts(type = "number")]
        now: u64,
        /// Grows with every change: of two, the one with the higher number is the later one.
        #[ts(type = "number")]
        number: u64,
        /// What a deed on the clock names as `from`.
        #[ts(type = "number")]
        revision: u64,
        /// The agenda that is followed; null before one was chosen.
        agenda: Option<String>,
        /// The step that runs, or the one the day ended with; null before the first one.
        course: Option<CourseView>,
        /// The step that follows today or, when none runs, the one to begin with; null when there is none.
        next: Option<PlannedStepView>,
        /// The steps of the day of the one that runs, or of the one to begin with: 60 at most.
        steps: Vec<PlannedStepView>,
        /// Hands that are raised, the first one first.
        hands: Vec<HandView>,
        /// Everybody is asked whether they are ready; null while nobody asks.
        ready: Option<ReadyView>,
    }
}

view! {
    /// A step of the agenda that runs, on its clock. What it has run is `now - began - away`, or `paused - began - away` while
    /// it stands still; what is left is `total` less that, and below zero when it goes on beyond its time.
    CourseView {
        /// The step; as it was last, when it is in the agenda no more.
        step: PlannedStepView,
        /// When it began.
        #[ts(type = "number")]
        began: u64,
        /// For how many milliseconds its clock stood still before it last went on.
        #[ts(type = "number")]
        away: i64,
        /// Since when its clock stands still; null while it runs.
        #[ts(type = "number | null")]
        paused: Option<u64>,
        /// How many milliseconds it lasts, with what was given it besides.
        #[ts(type = "number")]
        total: u64,
        /// When it was to begin.
        #[ts(type = "number")]
        planned: u64,
        /// When it was to end.
        #[ts(type = "number")]
        planned_end: u64,
        /// When the day ended with it; null while it runs.
        #[ts(type = "number | null")]
        ended: Option<u64>,
        /// Whether there is a step before it.
        has_previous: bool,
    }
}

view! {
    /// A step of the agenda.
    PlannedStepView {
        /// Its key in the agenda.
        id: String,
        /// What it is called.
        title: String,
        /// What is done in it: a word of the agenda.
        kind: String,
        /// How long it takes, in minutes.
        minutes: u32,
        /// When it is to begin, in minutes since midnight on the clock of the place.
        start: u32,
        /// The document it opens; empty for none.
        document: String,
        /// The address it opens; empty for none.
        link: String,
    }
}

view! {
    /// A hand that is raised.
    HandView {
        /// Whose.
        participant: String,
        /// Since when.
        #[ts(type = "number")]
        at: u64,
    }
}

view! {
    /// Everybody is asked whether they are ready.
    ReadyView {
        /// Since when.
        #[ts(type = "number")]
        asked: u64,
        /// Who is.
        people: Vec<String>,
    }
}

view! {
    /// What came of a deed on the clock.
    ConductedView {
        /// Whether it was done; false when it was decided from another revision: then nothing changed.
        done: bool,
        /// How the conduct stands now.
        conduct: ConductView,
    }
}

view! {
    /// A step that ran: when it was planned, and when it really was.
    ConductedStepView {
        /// The agenda.
        agenda: String,
        /// Its key in the agenda.
        step: String,
        /// What it was called.
        title: String,
        /// When it was to begin, in milliseconds since 1970.
        #[ts(type = "number")]
        planned: u64,
        /// How long it was to take, in minutes.
        minutes: u32,
        /// When it began.
        #[ts(type = "number")]
        began: u64,
        /// When it ended; null while it runs.
        #[ts(type = "number | null")]
        ended: Option<u64>,
        /// For how many milliseconds its clock stood still.
        #[ts(type = "number")]
        paused: u64,
        /// How many milliseconds were given it besides; below zero when it was shortened.
        #[ts(type = "number")]
        added: i64,
    }
}

view! {
    /// The steps of a workshop that ran.
    ConductedStepsView {
        /// In their order.
        steps: Vec<ConductedStepView>,
    }
}
