//! An agenda: the steps of each day of a workshop. When each begins follows from what comes before it.
//!
//! The root is `{kind: "agenda", version: 1, days, steps}`. People write in the two maps, offline too; only the server writes
//! the root. Whatever they merge, a step is in exactly one place: in a day, or among those that wait for one.

mod create;
mod files;
mod kind;
pub mod limits;
mod read;
mod shape;
mod template;
mod times;

pub use create::create;
pub use kind::AGENDA;
pub use read::{check, read};
pub use shape::{Agenda, Day, Step, StepKind};
pub use template::Template;
pub use times::{Slot, slots};

/// The word in the root's `kind`.
pub const KIND: &str = "agenda";
/// The version of the shape this code writes and reads.
pub const VERSION: i64 = 1;

const DAYS: &str = "days";
const STEPS: &str = "steps";

/// The agenda as its readers see it, as indented JSON with a line feed at the end: the form of golden documents.
pub fn json(agenda: &Agenda) -> String {
    let text = serde_json::to_string_pretty(agenda).expect("an agenda holds only text and numbers");
    text + "\n"
}
