//! Tables as spreadsheets write them: separated by commas, semicolons or tabs, quoted where needed (RFC 4180).

use super::NotUnderstood;
use crate::kanban::TooMuch;
use crate::kanban::limits::FILE_CELLS_MAX;

/// The later one where a row has as many of two: commas stand in words as well.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// The rows that hold anything.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<String>>, NotUnderstood> {
    let (separator, text) = separator(text);
    let mut reading = Reading::default();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if reading.is_quoted && characters.next_if_eq(&'"').is_some() => {
                reading.cell.push('"')
            }
            '"' if reading.is_quoted => reading.is_quoted = false,
            '"' if reading.cell.trim().is_empty() => reading.open_quote(),
            other if reading.is_quoted => reading.cell.push(other),
            other if other == separator => reading.end_cell(),
            '\n' => reading.end_row(),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' => reading.end_row(),
            other => reading.cell.push(other),
        }
        if reading.cells > FILE_CELLS_MAX {
            return Err(NotUnderstood::TooMuch(TooMuch::AtOnce));
        }
    }
    if reading.is_quoted {
        return Err(NotUnderstood::OpenQuote);
    }
    reading.end_row();
    Ok(reading.rows)
}

#[derive(Default)]
struct Reading {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    /// How many there are in all rows.
    cells: usize,
    cell: String,
    is_quoted: bool,
}

impl Reading {
    fn open_quote(&mut self) {
        self.cell.clear();
        self.is_quoted = true;
    }

    fn end_cell(&mut self) {
        self.row.push(std::mem::take(&mut self.cell));
        self.cells += 1;
    }

    fn end_row(&mut self) {
        self.end_cell();
        let mut row = std::mem::take(&mut self.row);
        while row.pop_if(|cell| cell.trim().is_empty()).is_some() {
            self.cells -= 1;
        }
        if !row.is_empty() {
            row.shrink_to_fit();
            self.rows.push(row);
        }
    }
}

/// What stands between the cells, and the text from its first row on. Spreadsheets may say it in a line of its own;
/// else it is what the first row has most of.
pub(super) fn separator(text: &str) -> (char, &str) {
    let (first, rest) = text.split_at(first_row(text).len());
    let line = first.trim_start().trim_matches('"');
    let said = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="));
    if let Some(said) = said.and_then(|said| said.chars().next()) {
        return (said, rest.trim_start_matches(['\r', '\n']));
    }
    let count =
        |row: &str, separator: char| outside_quotes(row).filter(|c| *c == separator).count();
    let most = SEPARATORS
        .into_iter()
        .max_by_key(|separator| count(first, *separator));
    let most = most.filter(|most| count(first, *most) > 0);
    // What a table is about may stand alone above it. Commas may as well stand in what is below a single title.
    let second = first_row(rest.trim_start_matches(['\r', '\n']));
    let below = || {
        [';', '\t']
            .into_iter()
            .find(|separator| count(second, *separator) > 0)
    };
    (most.or_else(below).unwrap_or('\t'), text)
}

/// To the first end of a line that no quotes hold.
fn first_row(text: &str) -> &str {
    let mut is_quoted = false;
    let is_end = |character: char| {
        is_quoted ^= character == '"';
        !is_quoted && matches!(character, '\r' | '\n')
    };
    &text[..text.find(is_end).unwrap_or(text.len())]
}

fn outside_quotes(line: &str) -> impl Iterator<Item = char> {
    let mut is_quoted = false;
    line.chars().filter(move |character| {
        is_quoted ^= *character == '"';
        !is_quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_whatever_stands_between_their_cells() {
        for text in [
            "a;b,c\r\n1;2\r\n",
            "a\tb,c\n1\t2",
            "sep=|\na|b,c\n1|2\n",
            "a,\"b,c\"\n\n1,2",
            "a;b,c\r1;2\r",
            "sep=;\r\na;b,c\r\n1;2",
            "\"sep=;\"\ra;b,c\r1;2",
            "sep=\t\na\tb,c\n1\t2",
        ] {
            let rows = rows(text).expect("a table");
            assert_eq!(rows, [["a", "b,c"], ["1", "2"]], "{text:?}");
        }
    }

    #[test]
    fn quotes_hold_lines_and_quotes() {
        let rows = rows("title,about\n\"say \"\"hi\"\"\", \"two\nlines\"\nit's 5\" long,x")
            .expect("a table");
        assert_eq!(rows[1], ["say \"hi\"", "two\nlines"]);
        assert_eq!(rows[2], ["it's 5\" long", "x"]);
        assert_eq!(super::rows("a,\"b\nc"), Err(NotUnderstood::OpenQuote));
        let titles = super::rows("\"who, when\nand where\";b\n1;2").expect("a table");
        assert_eq!(titles, [["who, when\nand where", "b"], ["1", "2"]]);
        let alone = super::rows("Titre\nPain, lait et sel").expect("a table");
        assert_eq!(alone, [["Titre"], ["Pain, lait et sel"]]);
    }
}
