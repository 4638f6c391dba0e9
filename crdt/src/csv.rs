//! Tables for spreadsheets (RFC 4180), in which nothing people wrote can act as a formula.

/// Tells spreadsheets that the bytes are UTF-8.
const MARK: &str = "\u{feff}";

/// Spreadsheets take a cell that begins with one of these for a formula, quoted or not; some pass over blanks, and
/// some know the wide forms of East Asian keyboards.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The rows as a file, with what the spreadsheets of the country expect between cells.
pub(crate) fn table(rows: impl IntoIterator<Item = Vec<String>>, separator: char) -> String {
    let lines = rows.into_iter().map(|row| line(&row, separator));
    MARK.to_owned() + &lines.collect::<String>()
}

fn line(row: &[String], separator: char) -> String {
    let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
    cells.join(&separator.to_string()) + "\r\n"
}

fn quoted(cell: &str) -> String {
    let begin = cell.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let is_formula = begin.starts_with(FORMULA) || cell.starts_with(char::is_control);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_as_a_formula() {
        for cell in ["=1", " =1", "\u{a0}@x", "\t1", "＋1", "-1"] {
            assert!(quoted(cell).starts_with("\"'"), "{cell:?}");
        }
        assert_eq!(quoted("a \"b\"; =c"), "\"a \"\"b\"\"; =c\"");
    }

    #[test]
    fn a_table_has_a_line_for_each_row() {
        let rows = [vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()]];
        assert_eq!(table(rows, ';'), "\u{feff}\"a\";\"b\"\r\n\"c\"\r\n");
    }
}
