//! The rows of a table as cards: one each.

mod row;

use std::collections::HashSet;

use super::draft::{Draft, SOME_TIME};
use super::header::{Cell, Header};
use super::losses::Loss;
use super::shade;
use super::when::{self, Order};
use crate::kanban::limits::{CHECKS_MAX, COMMENTS_MAX, LINKS_READ_MAX};
use crate::kanban::{Card, Check, Comment};
use row::Row;

/// Words for yes, in any language a tool here was seen to write.
const YES: [&str; 12] = [
    "yes", "oui", "true", "vrai", "1", "x", "✓", "✔", "☑", "done", "fait", "archived",
];
/// Words of a status beside a column: the card is done.
const CLOSED: [&str; 8] = [
    "closed",
    "fermé",
    "fermée",
    "ferme",
    "done",
    "terminé",
    "terminée",
    "fait",
];

pub(super) fn read(header: &Header, rows: &[Vec<String>], draft: &mut Draft) {
    let order = order(header, rows);
    let all = rows.iter().map(|cells| Row {
        header,
        cells,
        order,
        clock: draft.clock,
    });
    let rows: Vec<Row<'_>> = all.collect();
    for (number, row) in rows.iter().enumerate() {
        if row.text(Cell::Title).is_empty() {
            draft.lose(Loss::Other, 1);
        } else {
            row.read(number, draft);
        }
    }
    let lanes: HashSet<&str> = rows.iter().map(|row| row.text(Cell::Swimlane)).collect();
    draft.lose(
        Loss::Swimlanes,
        if lanes.len() > 1 { lanes.len() } else { 0 },
    );
}

/// In which order the days of the whole table are written.
fn order(header: &Header, rows: &[Vec<String>]) -> Order {
    let is_day = |cell: &Cell| {
        matches!(
            cell,
            Cell::Start | Cell::Due | Cell::Ended | Cell::Created | Cell::Updated
        )
    };
    let days = rows.iter().flat_map(|row| header.cells().iter().zip(row));
    when::order(
        days.filter(|(cell, _)| is_day(cell))
            .map(|(_, text)| text.as_str()),
    )
}

impl Row<'_> {
    fn read(&self, number: usize, draft: &mut Draft) {
        let column = draft.column_called(self.place());
        let ended = draft.dated(self.text(Cell::Ended), |text| {
            when::told(text, self.order, self.clock).map(without_time)
        });
        let is_closed = self.header.has(Cell::Column) && is_among(&CLOSED, self.text(Cell::Status));
        let said = self.text(Cell::Done);
        let in_done = !self.header.has(Cell::Done) && draft.is_done(&column);
        let read = Card {
            id: format!("k{number}"),
            title: self.text(Cell::Title).to_owned(),
            description: self.text(Cell::Description).to_owned(),
            people: self.people(draft),
            labels: self.labels(draft),
            start: self.day(Cell::Start, draft),
            due: self.day(Cell::Due, draft),
            done: is_among(&YES, said) || !ended.is_empty() || is_closed || in_done,
            done_at: when::moment(&ended),
            cover: shade::colour(self.text(Cell::Colour)),
            checks: self.checks(draft),
            comments: self.comments(draft),
            attachments: draft.at_most(LINKS_READ_MAX, Loss::Links, self.links()),
            created: self.moment(Cell::Created),
            created_by: self.text(Cell::CreatedBy).to_owned(),
            updated: self.moment(Cell::Updated),
            archived: if is_among(&YES, self.text(Cell::Archived)) {
                SOME_TIME
            } else {
                0
            },
            column,
            ..Card::default()
        };
        draft.card(read);
        draft.lose(Loss::CustomFields, self.unknown());
    }
}

impl Row<'_> {
    fn checks(&self, draft: &mut Draft) -> Vec<Check> {
        let checks = self.lines(Cell::Checks).enumerate().map(check);
        draft.at_most(CHECKS_MAX, Loss::Checks, checks)
    }

    /// The last ones: they stand in the order they were written in.
    fn comments(&self, draft: &mut Draft) -> Vec<Comment> {
        let more = self
            .lines(Cell::Comments)
            .count()
            .saturating_sub(COMMENTS_MAX);
        draft.lose(Loss::Comments, more);
        let last = self.lines(Cell::Comments).enumerate().skip(more);
        last.map(comment).collect()
    }
}

fn is_among(words: &[&str], text: &str) -> bool {
    words.contains(&text.to_lowercase().as_str())
}

fn without_time(dated: when::Dated) -> when::Dated {
    when::Dated {
        has_time: false,
        ..dated
    }
}

/// `[x] bought`, or a line without a box.
fn check((number, line): (usize, &str)) -> Check {
    let boxed = |mark: &str| line.strip_prefix(mark);
    let done = boxed("[x]").or_else(|| boxed("[X]"));
    let text = done.or_else(|| boxed("[ ]")).unwrap_or(line);
    Check {
        id: format!("x{number}"),
        text: text.trim().to_owned(),
        done: done.is_some(),
        ..Check::default()
    }
}

fn comment((number, line): (usize, &str)) -> Comment {
    Comment {
        id: format!("m{number}"),
        text: line.to_owned(),
        ..Comment::default()
    }
}
