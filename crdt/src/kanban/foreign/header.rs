//! What the columns of a table mean, by the words tools and people put above them.

mod plain;
mod words;

use super::Format;
use super::losses::Loss;
use plain::plain;
use words::{Meaning, Strength, meaning};

/// Rows that are looked at for the titles of columns: people write what a table is about above them.
const ROWS_ABOVE_MAX: usize = 10;

/// Something about a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    Title,
    Description,
    Column,
    Status,
    People,
    Labels,
    Category,
    Swimlane,
    Start,
    Due,
    Done,
    Ended,
    Created,
    CreatedBy,
    Updated,
    Colour,
    Checks,
    Comments,
    Links,
    Archived,
    /// How many there are of something that is not in the file.
    Untold(Loss),
    /// Where it is from, or its number: of no use here.
    Ignored,
    /// What a plan has no place for.
    Unknown,
}

/// The row of titles.
#[derive(Debug)]
pub(super) struct Header {
    cells: Vec<Cell>,
    names: Vec<String>,
    format: Format,
    is_french: bool,
}

impl Header {
    /// The first row that has titles of columns, and how many stand above it; none when no column holds titles of cards.
    pub(super) fn find(rows: &[Vec<String>]) -> Option<(usize, Self)> {
        let looked_at = rows.iter().take(ROWS_ABOVE_MAX).enumerate();
        let mut read = looked_at.filter_map(|(above, row)| Some((above, Self::read(row)?)));
        // A row of cards may hold such a word as well: alone it is believed at the top only.
        read.find(|(above, header)| *above == 0 || header.knows() > 1)
    }

    fn read(row: &[String]) -> Option<Self> {
        let words: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        let mut all: Vec<Meaning> = words.iter().map(|word| meaning(word)).collect();
        keep_strongest_title(&words, &mut all);
        let cells: Vec<Cell> = all.iter().map(|meaning| meaning.cell).collect();
        cells.contains(&Cell::Title).then(|| Self {
            format: format(&words),
            names: Vec::new(),
            is_french: all.iter().any(|meaning| meaning.is_french),
            cells,
        })
    }

    /// The same with its row, which says what its columns are called.
    pub(super) fn of_row(self, names: Vec<String>) -> Self {
        Self { names, ..self }
    }

    /// How many of its columns say something about a card.
    fn knows(&self) -> usize {
        let says = |cell: &&Cell| !matches!(cell, Cell::Ignored | Cell::Unknown);
        self.cells.iter().filter(says).count()
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Whether some of its words are French.
    pub(super) fn is_french(&self) -> bool {
        self.is_french
    }

    /// What each column means, from the left.
    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// What stands above a column; empty beyond the last.
    pub(super) fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }

    pub(super) fn has(&self, cell: Cell) -> bool {
        self.cells.contains(&cell)
    }
}

/// Of words that may mean titles, those that say it most clearly do. Where the columns of the table are those of a plan,
/// `À faire` is one of them.
fn keep_strongest_title(words: &[String], all: &mut [Meaning]) {
    let is_of_plan = |word: &String| matches!(word.as_str(), "en cours" | "doing" | "in progress");
    let are_of_plan = words.iter().any(is_of_plan);
    for (meaning, word) in all.iter_mut().zip(words) {
        if are_of_plan && matches!(word.as_str(), "a faire" | "to do" | "todo") {
            meaning.cell = Cell::Unknown;
        }
    }
    let titles = all.iter().filter(|meaning| meaning.cell == Cell::Title);
    let strongest = titles
        .map(|meaning| meaning.strength)
        .max()
        .unwrap_or(Strength::Whole);
    for meaning in all {
        if meaning.cell == Cell::Title && meaning.strength < strongest {
            meaning.cell = Cell::Unknown;
        }
    }
}

fn format(words: &[String]) -> Format {
    let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
    let is_kanboard = has(&["column name", "swimlane name"])
        || has(&["task id", "identifiant de la tache"])
        || (has(&["assignee username", "assignee name"]) && has(&["column", "swimlane"]));
    let is_wekan = has(&["owner", "proprietaire", "createur"]) && has(&["members", "membres"]);
    let is_trello = has(&["card name"]) && has(&["list name"]);
    let is_deck =
        has(&["card title", "titre de la carte"]) && has(&["list name", "nom de la liste"]);
    match (is_kanboard, is_wekan, is_trello, is_deck) {
        (true, ..) => Format::Kanboard,
        (_, true, ..) => Format::WekanTable,
        (_, _, true, _) => Format::Trello,
        (_, _, _, true) => Format::Deck,
        _ => Format::Table,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(titles: &[&str]) -> Option<Vec<Cell>> {
        let row: Vec<String> = titles.iter().map(|&title| title.to_owned()).collect();
        Header::read(&row).map(|header| header.cells)
    }

    #[test]
    fn titles_of_columns_are_understood_as_people_write_them() {
        for (written, means) in [
            ("Actions", Cell::Title),
            ("Tâche(s)", Cell::Title),
            ("Action à mener", Cell::Title),
            ("QUOI ?", Cell::Title),
            ("À faire", Cell::Title),
            ("Card Name", Cell::Title),
            ("Responsable(s)", Cell::People),
            ("Responsable·s", Cell::People),
            ("Référent·e·s", Cell::People),
            ("Personnes responsables", Cell::People),
            ("Responsable de l’action", Cell::People),
            ("Qui", Cell::People),
            ("Qui ?", Cell::People),
            ("À faire par", Cell::People),
            ("Pilote", Cell::People),
            ("Échéance", Cell::Due),
            ("E\u{301}che\u{301}ance", Cell::Due),
            ("ECHEANCE :", Cell::Due),
            ("Échéances", Cell::Due),
            ("Échéance (jj/mm/aaaa)", Cell::Due),
            ("Pour quand", Cell::Due),
            ("Pour quand ?", Cell::Due),
            ("Date limite", Cell::Due),
            ("Dates limites", Cell::Due),
            ("Délai", Cell::Due),
            ("📅 Échéance", Cell::Due),
            ("Statut", Cell::Status),
            ("État", Cell::Status),
            ("Avancement", Cell::Status),
            ("État d'avancement", Cell::Status),
            ("Statut/État", Cell::Status),
            ("Observations", Cell::Description),
            ("Card Description", Cell::Description),
            ("Due Complete", Cell::Done),
            ("Réalisé", Cell::Done),
            ("Étiquette(s)", Cell::Labels),
            ("Card #", Cell::Ignored),
            ("Budget", Cell::Unknown),
        ] {
            let beside = if means == Cell::Title {
                "Prix"
            } else {
                "Titre"
            };
            let read = cells(&[written, beside]).map(|cells| cells[0]);
            assert_eq!(read, Some(means), "{written}");
        }
    }

    #[test]
    fn the_clearest_word_holds_the_titles() {
        use Cell::{Due, People, Title, Unknown};
        assert_eq!(cells(&["Nom", "Action"]), Some(vec![Unknown, Title]));
        assert_eq!(cells(&["Nom", "Échéance"]), Some(vec![Title, Due]));
        assert_eq!(cells(&["À faire", "Qui"]), Some(vec![Title, People]));
        assert_eq!(cells(&["À faire", "En cours", "Fait"]), None);
        assert_eq!(cells(&["Qui", "Quand"]), None);
    }
}
