//! What the columns of a table mean, by the words tools and people put above them.

use super::Format;

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
    /// Where it is from, or its number: of no use here.
    Ignored,
    /// What a plan has no place for.
    Unknown,
}

/// The first row.
#[derive(Debug)]
pub(super) struct Header {
    cells: Vec<Cell>,
    format: Format,
}

impl Header {
    /// None when no column holds titles.
    pub(super) fn read(row: &[String]) -> Option<Self> {
        let words: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
        let cells: Vec<Cell> = words.iter().map(|word| meaning(word)).collect();
        cells.contains(&Cell::Title).then(|| Self {
            format: format(&words),
            cells,
        })
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// What each column means, from the left.
    pub(super) fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(super) fn has(&self, cell: Cell) -> bool {
        self.cells.contains(&cell)
    }
}

/// In small letters without accents, with one space where there are several or an underscore.
fn plain(cell: &str) -> String {
    let small = cell.trim().to_lowercase();
    let plain: String = small
        .chars()
        .map(|c| match c {
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'à' | 'â' => 'a',
            'ç' => 'c',
            'î' | 'ï' => 'i',
            'ô' => 'o',
            'û' | 'ù' => 'u',
            '’' => '\'',
            '_' | '-' => ' ',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn format(words: &[String]) -> Format {
    let has = |any: &[&str]| words.iter().any(|word| any.contains(&word.as_str()));
    let is_kanboard = has(&["column name", "swimlane name"])
        || has(&["task id", "identifiant de la tache"])
        || (has(&["assignee username", "assignee name"]) && has(&["column", "swimlane"]));
    let is_wekan = has(&["owner", "proprietaire", "createur"]) && has(&["members", "membres"]);
    match (is_kanboard, is_wekan) {
        (true, _) => Format::Kanboard,
        (_, true) => Format::WekanTable,
        _ => Format::Table,
    }
}

#[rustfmt::skip]
fn meaning(word: &str) -> Cell {
    match word {
        "title" | "titre" | "card" | "carte" | "card name" | "task" | "tache" | "action" | "name" | "nom" | "intitule"
        | "quoi" | "sujet" | "subject" => Cell::Title,
        "description" | "details" | "detail" | "note" | "notes" | "remarques" | "desc" => Cell::Description,
        "column" | "column name" | "colonne" | "list" | "liste" | "list name" | "stage" | "etape" | "stack" => Cell::Column,
        "status" | "state" | "statut" | "etat" | "avancement" => Cell::Status,
        "members" | "membres" | "assignees" | "assignee" | "assignee username" | "assignee name" | "assigned to"
        | "assigne a" | "personne" | "personnes" | "responsable" | "responsables" | "people" | "person" | "who" | "qui"
        | "in charge" | "en charge" | "referent" | "utilisateur assigne" | "nom assigne" | "personne assignee" => Cell::People,
        "labels" | "label" | "etiquettes" | "etiquette" | "tags" | "tag" | "mots cles" => Cell::Labels,
        "category" | "category name" | "categorie" => Cell::Category,
        "swimlane" | "swimlane name" | "couloir" => Cell::Swimlane,
        "start" | "start date" | "start at" | "starts" | "debut" | "date de debut" => Cell::Start,
        "due" | "due date" | "deadline" | "due at" | "end date" | "echeance" | "date d'echeance" | "date limite" | "date"
        | "pour le" | "quand" | "when" | "fin" | "date de fin" => Cell::Due,
        "done" | "fait" | "termine" | "completed" | "complete" => Cell::Done,
        "finish date" | "end at" | "completion date" | "date d'achevement" | "date de completion" | "fait le" | "done on" => Cell::Ended,
        "creation date" | "created at" | "created" | "date de creation" | "creee le" | "cree le" => Cell::Created,
        "creator" | "creator username" | "creator name" | "owner" | "proprietaire" | "createur" | "nom du createur" => Cell::CreatedBy,
        "update date" | "updated at" | "modified at" | "modification date" | "date de modification" | "updated"
        | "modifiee le" | "last activity at" | "last modified at" => Cell::Updated,
        "color" | "colour" | "color name" | "couleur" => Cell::Colour,
        "checklist" | "check list" | "checklists" | "liste a cocher" | "a cocher" => Cell::Checks,
        "comments" | "commentaires" => Cell::Comments,
        "link" | "links" | "external link" | "lien" | "liens" | "url" | "attachments" | "pieces jointes" => Cell::Links,
        "archived" | "archive" | "archivee" => Cell::Archived,
        "task id" | "identifiant de la tache" | "id" | "reference" | "project" | "projet" | "position" | "board"
        | "tableau" | "card number" | "numero" | "n°" | "" => Cell::Ignored,
        _ => Cell::Unknown,
    }
}
