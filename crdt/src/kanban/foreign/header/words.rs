//! The words above columns, in English and in French.

use super::Cell;
use crate::kanban::foreign::losses::Loss;

/// How clearly a word says what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// It may as well mean something else.
    Weak,
    /// It begins as words do that mean this.
    Beginning,
    /// It means this.
    Whole,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Meaning {
    pub(super) cell: Cell,
    pub(super) strength: Strength,
    /// Whether no English table has this word.
    pub(super) is_french: bool,
}

/// What a word means once it is plain: as it stands, one instead of several, or one of two with a stroke between them.
pub(super) fn meaning(word: &str) -> Meaning {
    let both = || {
        word.split('/')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    let one_of_both = || both().find_map(|part| known(part).or_else(|| known(&singular(part))));
    known(word)
        .or_else(|| known(&singular(word)))
        .or_else(one_of_both)
        .or_else(|| beginning(word))
        .unwrap_or(Meaning {
            cell: Cell::Unknown,
            strength: Strength::Weak,
            is_french: false,
        })
}

fn known(word: &str) -> Option<Meaning> {
    let strength = if WEAK.contains(&word) {
        Strength::Weak
    } else {
        Strength::Whole
    };
    WORDS.iter().find_map(|&(cell, english, french)| {
        let is_french = french.contains(&word);
        (is_french || english.contains(&word)).then_some(Meaning {
            cell,
            strength,
            is_french,
        })
    })
}

fn beginning(word: &str) -> Option<Meaning> {
    let mut all = BEGINNINGS.iter();
    let &(_, cell) = all.find(|(begins, _)| word.starts_with(begins))?;
    Some(Meaning {
        cell,
        strength: Strength::Beginning,
        is_french: true,
    })
}

fn singular(words: &str) -> String {
    let one = words
        .split(' ')
        .map(|word| word.strip_suffix(['s', 'x']).unwrap_or(word));
    one.collect::<Vec<_>>().join(" ")
}

/// Titles where no clearer word is.
const WEAK: [&str; 8] = [
    "nom", "name", "item", "a faire", "to do", "todo", "objet", "what",
];

const BEGINNINGS: [(&str, Cell); 10] = [
    ("action ", Cell::Title),
    ("actions ", Cell::Title),
    ("tache ", Cell::Title),
    ("taches ", Cell::Title),
    ("responsable ", Cell::People),
    ("personne ", Cell::People),
    ("personnes ", Cell::People),
    ("echeance ", Cell::Due),
    ("date limite ", Cell::Due),
    ("date d'echeance ", Cell::Due),
];

/// A meaning, the words English tables have for it, and those that only French ones have.
#[rustfmt::skip]
const WORDS: [(Cell, &[&str], &[&str]); 27] = [
    (Cell::Title,
        &["title", "card", "card name", "card title", "task", "task name", "task title", "action", "action item", "name",
            "subject", "summary", "to do", "todo", "item", "what"],
        &["titre", "carte", "tache", "nom", "intitule", "quoi", "sujet", "libelle", "objet", "a faire", "titre de la carte",
            "nom de la carte", "nom de la tache", "titre de la tache"]),
    (Cell::Description,
        &["description", "card description", "details", "detail", "note", "notes", "desc", "remarks"],
        &["remarque", "observation", "precision", "descriptif"]),
    (Cell::Column,
        &["column", "column name", "list", "list name", "stage", "stack", "bucket", "bucket name"],
        &["colonne", "liste", "etape", "nom de la liste", "nom de la colonne"]),
    (Cell::Status, &["status", "state", "progress"], &["statut", "etat", "avancement", "etat d'avancement"]),
    (Cell::People,
        &["members", "assignees", "assignee", "assignee username", "assignee name", "assigned to", "assigned users",
            "assigned user", "people", "person", "who", "in charge", "responsible"],
        &["membre", "assigne a", "assignee a", "attribue a", "confie a", "personne", "responsable", "qui", "qui fait quoi",
            "en charge", "charge", "personne en charge", "referent", "referente", "pilote", "porteur", "porteuse", "a faire par",
            "fait par", "realise par", "par qui", "utilisateur assigne", "utilisateur attribue", "nom assigne",
            "personne assignee"]),
    (Cell::Labels, &["labels", "label", "tags", "tag"], &["etiquette", "mot cle", "theme"]),
    (Cell::Category, &["category", "category name"], &["categorie"]),
    (Cell::Swimlane, &["swimlane", "swimlane name"], &["couloir"]),
    (Cell::Start, &["start", "start date", "start at", "starts"], &["debut", "date de debut"]),
    (Cell::Due,
        &["due", "due date", "deadline", "due at", "end date", "date", "when", "due on", "by when"],
        &["echeance", "date d'echeance", "date limite", "date butoir", "date de rendu", "date prevue", "delai", "pour le",
            "pour quand", "a faire pour", "a faire pour le", "a faire avant", "a faire avant le", "avant le", "quand", "fin",
            "date de fin"]),
    (Cell::Done,
        &["done", "completed", "complete", "due complete"],
        &["fait", "faite", "termine", "terminee", "realise", "realisee", "acheve", "achevee"]),
    (Cell::Ended,
        &["finish date", "end at", "completion date", "completed at", "done on", "donetime"],
        &["date d'achevement", "date de completion", "date de realisation", "fait le", "termine le", "realise le"]),
    (Cell::Created,
        &["creation date", "created at", "created", "created date"],
        &["date de creation", "creee le", "cree le", "creee", "cree"]),
    (Cell::CreatedBy,
        &["creator", "creator username", "creator name", "owner", "created by", "createdby"],
        &["proprietaire", "createur", "nom du createur", "cree par"]),
    (Cell::Updated,
        &["update date", "updated at", "modified at", "modification date", "updated", "modified", "last activity at",
            "last activity date", "last activity", "lastactivity", "last modified at"],
        &["date de modification", "modifiee le", "modifie le", "modifiee", "modifie"]),
    (Cell::Colour, &["color", "colour", "color name"], &["couleur"]),
    (Cell::Checks,
        &["checklist", "check list", "checklists", "check lists", "checklist items"],
        &["liste a cocher", "a cocher", "sous tache"]),
    (Cell::Comments, &["comments"], &["commentaire"]),
    (Cell::Links,
        &["link", "links", "external link", "url", "attachments", "attachment links"],
        &["lien", "piece jointe"]),
    (Cell::Archived, &["archived", "archive"], &["archivee"]),
    (Cell::Untold(Loss::Attachments), &["attachment count"], &[]),
    (Cell::Untold(Loss::Comments), &["comment count", "numberofcomments"], &[]),
    (Cell::Untold(Loss::Votes), &["vote count", "votes"], &[]),
    (Cell::Untold(Loss::UntoldChecks), &["checklist item total count", "total checklist items"], &[]),
    // Part of those.
    (Cell::Ignored, &["checklist item completed count", "completed checklist items"], &[]),
    // Where it is in the other tool.
    (Cell::Ignored, &["card id", "card url", "list id", "board id", "board name", "board", "project"],
        &["projet", "tableau", "nom du tableau"]),
    (Cell::Ignored, &["task id", "id", "reference", "position", "card number", "number"],
        &["identifiant de la tache", "numero", "n°", "n", "no"]),
];
