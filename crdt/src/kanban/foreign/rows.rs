//! The rows of a table as cards: one each.

mod left_over;
mod row;

use super::draft::{Draft, SOME_TIME};
use super::header::{Cell, Header};
use super::losses::Loss;
use super::when::{self, Order};
use super::{Format, NotUnderstood, separated, shade};
use crate::kanban::limits::{CHECKS_MAX, COMMENTS_MAX, LINKS_READ_MAX};
use crate::kanban::{Card, Check, Comment};
use left_over::lanes;
use row::Row;

/// Words for yes, in any language a tool here was seen to write.
const YES: [&str; 16] = [
    "yes", "oui", "true", "vrai", "1", "x", "✓", "✔", "☑", "✅", "ok", "done", "fait", "archived",
    "100%", "100 %",
];
/// Words for no.
const NO: [&str; 10] = ["no", "non", "false", "faux", "0", "-", "✗", "✘", "☐", "0%"];
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
/// Words of a status beside a column: the card is not done.
const OPEN: [&str; 3] = ["open", "ouvert", "ouverte"];

/// A table whose first rows say what its columns mean.
pub(super) struct Table {
    /// What stands above the titles of the columns.
    above: Vec<Vec<String>>,
    header: Header,
    rows: Vec<Vec<String>>,
    separator: char,
}

impl Table {
    pub(super) fn of(text: &str) -> Result<Self, NotUnderstood> {
        let (separator, _) = separated::separator(text);
        let mut above = separated::rows(text)?;
        let (place, header) = Header::find(&above).ok_or(NotUnderstood::NoTitles)?;
        let rows = above.split_off(place + 1);
        let titles = above.pop().unwrap_or_default();
        Ok(Self {
            above,
            header: header.of_row(titles),
            rows,
            separator,
        })
    }

    pub(super) fn format(&self) -> Format {
        self.header.format()
    }

    pub(super) fn read(&self, draft: &mut Draft) {
        for row in &self.above {
            draft.lose_named(Loss::Other, &row.join(" "));
        }
        let (order, here) = (self.order(), draft.here);
        let row = |cells| Row {
            header: &self.header,
            cells,
            order,
            here,
        };
        let rows: Vec<Row<'_>> = self.rows.iter().map(|cells| row(cells)).collect();
        for (number, row) in rows.iter().enumerate() {
            if row.text(Cell::Title).is_empty() {
                let first = row.filled().map(|(.., text)| text).next();
                draft.lose_named(Loss::Other, first.unwrap_or_default());
            } else {
                row.read(number, draft);
            }
        }
        draft.lose(Loss::Swimlanes, lanes(&rows));
    }

    /// In which order the days of the whole table are written. Where words are French, or semicolons stand between cells
    /// because commas stand in numbers, the day comes first.
    fn order(&self) -> Order {
        let is_day = |cell: &Cell| {
            matches!(
                cell,
                Cell::Start | Cell::Due | Cell::Ended | Cell::Created | Cell::Updated
            )
        };
        let days = self
            .rows
            .iter()
            .flat_map(|row| self.header.cells().iter().zip(row));
        let days = days
            .filter(|(cell, _)| is_day(cell))
            .map(|(_, text)| text.as_str());
        let in_doubt = if self.header.is_french() || self.separator == ';' {
            Order::DayFirst
        } else {
            Order::Doubtful
        };
        when::order(days, in_doubt)
    }
}

impl Row<'_> {
    fn read(&self, number: usize, draft: &mut Draft) {
        let place = self.place(draft);
        let column = draft.column_called(place);
        let ended = self.ended(draft);
        let is_closed = self.header.has(Cell::Column) && is_among(&CLOSED, self.text(Cell::Status));
        let said = is_among(&YES, self.text(Cell::Done));
        let in_done = !self.header.has(Cell::Done) && draft.is_done(&column);
        let read = Card {
            id: format!("k{number}"),
            title: self.text(Cell::Title).to_owned(),
            description: self
                .texts(Cell::Description)
                .collect::<Vec<_>>()
                .join("\n\n"),
            people: self.people(draft),
            labels: self.labels(draft),
            start: self.day(Cell::Start, draft),
            due: self.day(Cell::Due, draft),
            done: said || ended > 0 || is_closed || in_done,
            done_at: ended,
            cover: shade::colour(self.text(Cell::Colour)),
            checks: self.checks(draft),
            comments: self.comments(draft),
            attachments: draft.at_most(LINKS_READ_MAX, Loss::Links, self.links()),
            created: self.moment(Cell::Created, draft),
            created_by: self.text(Cell::CreatedBy).to_owned(),
            updated: self.moment(Cell::Updated, draft),
            archived: if is_among(&YES, self.text(Cell::Archived)) {
                SOME_TIME
            } else {
                0
            },
            column,
            ..Card::default()
        };
        draft.card(read);
        self.leave(draft);
    }

    /// When it was done: people write the day as well where others put a cross.
    fn ended(&self, draft: &mut Draft) -> u64 {
        let ended = draft.dated(self.text(Cell::Ended), |text| self.day_of(text));
        let said = self.told(self.text(Cell::Done)).map(|dated| dated.day);
        when::moment(&ended).max(when::moment(&said.unwrap_or_default()))
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
