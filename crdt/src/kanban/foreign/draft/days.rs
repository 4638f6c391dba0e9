//! Days of a plan that is being read: what cannot be read is counted, and so is a time of the day.

use super::Draft;
use crate::kanban::foreign::losses::Loss;
use crate::kanban::foreign::notes::Note;
use crate::kanban::foreign::when::{self, Dated};

/// What tools and people write where there is no day.
const NONE: [&str; 6] = ["null", "undefined", "-", "–", "—", "n/a"];

impl Draft {
    /// A day as programs write it; empty for none.
    pub(in crate::kanban::foreign) fn day(&mut self, text: &str) -> String {
        let clock = self.here.clock;
        self.dated(text, |text| when::iso(text, clock).ok_or(Loss::Dates))
    }

    /// A day, read by `read`, which says as what it is lost when it cannot be read; empty for none.
    pub(in crate::kanban::foreign) fn dated(
        &mut self,
        text: &str,
        read: impl Fn(&str) -> Result<Dated, Loss>,
    ) -> String {
        let text = text.trim();
        if text.is_empty() || NONE.contains(&text.to_lowercase().as_str()) {
            return String::new();
        }
        match read(text) {
            Ok(dated) => self.keep(text, dated),
            Err(what) => {
                self.lose_named(what, text);
                String::new()
            }
        }
    }

    fn keep(&mut self, text: &str, dated: Dated) -> String {
        self.lose(Loss::Times, usize::from(dated.has_time));
        match dated.note {
            Some(Note::MissingYears) => {
                let name = format!("{text} → {}", &dated.day[..4]);
                self.note(Note::MissingYears, &name);
            }
            Some(other) => self.note(other, text),
            None => {}
        }
        dated.day
    }
}
