//! Tables in HTML, with real rows and headings.

use super::text::{Place, text};
use crate::pad::block::{Cell, Run};

/// As the editor shows it: the title is there also when it is empty.
pub(super) fn shown(title: &[Run], rows: &[Vec<Cell>]) -> String {
    let title = text(title, Place::App);
    let paragraph = |cell: &Cell| format!("<p>{}</p>", text(&cell.runs, Place::App));
    let rows: String = marked(rows, paragraph).concat();
    format!(r#"<div class="table"><table><caption>{title}</caption>{rows}</table></div>"#)
}

/// In a page of its own.
pub(super) fn page(title: &[Run], rows: &[Vec<Cell>]) -> String {
    let title = match title {
        [] => String::new(),
        runs => format!("<caption>{}</caption>\n", text(runs, Place::Page)),
    };
    let rows = marked(rows, |cell| text(&cell.runs, Place::Page));
    let (head, body) = rows.split_first().expect("a table has a row");
    let body = body.join("\n");
    format!("<table>\n{title}<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n")
}

/// Each row; the cells of the first head their columns.
fn marked(rows: &[Vec<Cell>], inner: impl Fn(&Cell) -> String) -> Vec<String> {
    let row = |(number, cells): (usize, &Vec<Cell>)| {
        let (opening, closing) = match number {
            0 => (r#"<th scope="col">"#, "</th>"),
            _ => ("<td>", "</td>"),
        };
        let cell = |cell| format!("{opening}{}{closing}", inner(cell));
        format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
    };
    rows.iter().enumerate().map(row).collect()
}
