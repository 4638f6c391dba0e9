//! The days of a plan for other calendars (RFC 5545), as appointments or as tasks.

use super::{Cover, label_titles, live_columns};
use crate::cover::DaysAs;
use crate::day;
use crate::ical::{Lines, escaped};
use crate::kanban::{Card, Check, Kanban};

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feed {
    /// Whoever knows an address: titles and days, nothing else.
    Open,
    /// Somebody who may read the plan: all of it.
    Whole,
}

/// The cards and lines to check that are due on a day. The same plan always makes the same bytes.
pub fn calendar(kanban: &Kanban, cover: &Cover, shown: DaysAs, feed: Feed) -> String {
    let mut lines = Lines::calendar("Action plan", &cover.title);
    lines.put("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
    lines.put("X-PUBLISHED-TTL", "PT4H");
    let mut writing = Writing {
        lines,
        kanban,
        cover,
        shown,
        feed,
    };
    for (_, cards) in live_columns(kanban) {
        cards.into_iter().for_each(|card| writing.card(card));
    }
    writing.lines.end_calendar()
}

struct Writing<'a> {
    lines: Lines,
    kanban: &'a Kanban,
    cover: &'a Cover,
    shown: DaysAs,
    feed: Feed,
}

impl Writing<'_> {
    fn card(&mut self, card: &Card) {
        if !card.due.is_empty() {
            self.begin(card, "", &card.title, card.done);
            self.span(&card.start, &card.due);
            self.progress(card);
            self.details(card);
            self.end();
        }
        for check in card.checks.iter().filter(|check| !check.due.is_empty()) {
            self.check(card, check);
        }
    }

    fn check(&mut self, card: &Card, check: &Check) {
        let title = format!("{} — {}", check.text, card.title);
        self.begin(card, &check.id, &title, check.done);
        self.span("", &check.due);
        if self.shown == DaysAs::Tasks {
            self.lines.put("STATUS", status(check.done, false));
        }
        self.end();
    }

    /// What is the same for all. An identifier never changes, or calendars would show a card twice.
    fn begin(&mut self, card: &Card, check: &str, title: &str, done: bool) {
        let kanban = self.cover.path.rsplit('/').next().unwrap_or_default();
        let host = self.cover.origin.rsplit('/').next().unwrap_or_default();
        let line = if check.is_empty() {
            String::new()
        } else {
            format!("-{check}")
        };
        let uid = format!("{}{line}-{kanban}@{host}", card.id);
        let mark = if done && self.shown == DaysAs::Events {
            "✓ "
        } else {
            ""
        };
        let changed = card.updated.max(card.created).max(1_000);
        self.lines.put("BEGIN", self.kind());
        self.lines.put("UID", &escaped(&uid));
        self.lines.moment("DTSTAMP", changed);
        self.lines.moment("CREATED", card.created);
        self.lines.moment("LAST-MODIFIED", changed);
        self.lines.put("SEQUENCE", &sequence(card).to_string());
        self.lines.text("SUMMARY", &format!("{mark}{title}"));
        self.lines.put("URL", &self.cover.card_address(&card.id));
    }

    fn end(&mut self) {
        let kind = self.kind();
        self.lines.put("END", kind);
    }

    fn kind(&self) -> &'static str {
        match self.shown {
            DaysAs::Events => "VEVENT",
            DaysAs::Tasks => "VTODO",
        }
    }

    /// An appointment is on the day something is due; it ends where the next day begins, and keeps nobody busy.
    fn span(&mut self, start: &str, due: &str) {
        match self.shown {
            DaysAs::Events => {
                self.lines.day("DTSTART", due);
                self.lines
                    .day("DTEND", &day::plus(due, 1).unwrap_or_default());
                self.lines.put("TRANSP", "TRANSPARENT");
            }
            DaysAs::Tasks => {
                // A task that is due before it begins is refused by programs.
                self.lines
                    .day("DTSTART", if start <= due { start } else { "" });
                self.lines.day("DUE", due);
            }
        }
    }

    fn progress(&mut self, card: &Card) {
        if self.shown == DaysAs::Events {
            return;
        }
        let checked = card.checks.iter().filter(|check| check.done).count();
        self.lines.put("STATUS", status(card.done, checked > 0));
        if card.done {
            self.lines.moment("COMPLETED", card.done_at);
            self.lines.put("PERCENT-COMPLETE", "100");
        } else if !card.checks.is_empty() {
            let percent = 100 * checked / card.checks.len();
            self.lines.put("PERCENT-COMPLETE", &percent.to_string());
        }
    }

    fn details(&mut self, card: &Card) {
        if self.feed == Feed::Open {
            return;
        }
        self.lines.text("DESCRIPTION", &card.description);
        let labels = label_titles(self.kanban, card);
        if !labels.is_empty() {
            let labels: Vec<String> = labels.into_iter().map(escaped).collect();
            self.lines.put("CATEGORIES", &labels.join(","));
        }
    }
}

fn status(done: bool, begun: bool) -> &'static str {
    match (done, begun) {
        (true, _) => "COMPLETED",
        (_, true) => "IN-PROCESS",
        _ => "NEEDS-ACTION",
    }
}

/// Rises whenever a card changes.
fn sequence(card: &Card) -> u64 {
    (card.updated.saturating_sub(card.created) / 1_000).min(i32::MAX as u64)
}
