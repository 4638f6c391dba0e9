//! Why a file of another tool is not brought in, and how people are told. The page adds that nothing was changed.

use crdt::kanban::TooMuch;
use crdt::kanban::foreign::NotUnderstood;

use crate::problem::{Problem, refusals};

refusals! {
    /// There is nothing in it.
    EMPTY: 422 "import_unreadable" {
        fr: "Ce fichier est vide. Exportez à nouveau depuis l’autre outil.",
        en: "This file is empty. Export again from the other tool.",
    }
    /// It was cut, or changed by hand.
    BROKEN: 422 "import_unreadable" {
        fr: "Ce fichier est incomplet ou abîmé. Exportez à nouveau depuis l’autre outil, sans l’ouvrir entre-temps.",
        en: "This file is incomplete or damaged. Export again from the other tool, without opening it in between.",
    }
    /// It is of no tool that is known here.
    STRANGE: 422 "import_unreadable" {
        fr: "Ce fichier ne vient d’aucun outil connu ici. Essayez l’export en CSV, ou un tableur enregistré en .csv.",
        en: "This file comes from no tool known here. Try the export as CSV, or a spreadsheet saved as .csv.",
    }
    /// A table without a column of titles.
    NO_TITLES: 422 "import_unreadable" {
        fr: "Aucune colonne de ce tableau ne contient les titres des cartes. Écrivez «\u{202f}Titre\u{202f}» au-dessus de la bonne, sur la première ligne.",
        en: "No column of this table holds the titles of cards. Write ‘Title’ above the right one, on the first line.",
    }
    /// A table with a quotation mark that is never closed.
    OPEN_QUOTE: 422 "import_unreadable" {
        fr: "Un guillemet n’est jamais fermé dans ce tableau. Enregistrez-le à nouveau en .csv depuis le tableur.",
        en: "A quotation mark is never closed in this table. Save it again as .csv from the spreadsheet.",
    }
    /// It is no text.
    NO_TEXT: 422 "import_unreadable" {
        fr: "Ce fichier n’est pas du texte. Depuis un tableur, enregistrez-le en .csv plutôt qu’en .xlsx ou .ods.",
        en: "This file is not text. From a spreadsheet, save it as .csv rather than .xlsx or .ods.",
    }
    /// It is longer than any that is taken.
    FILE_TOO_LARGE: 413 "import_too_large" {
        fr: "Ce fichier est trop gros\u{202f}: 8 Mo au plus. Archivez de vieilles cartes dans l’autre outil, puis exportez à nouveau.",
        en: "This file is too large: at most 8 MB. Archive old cards in the other tool, then export again.",
    }
    /// More columns than a plan holds.
    TOO_MANY_COLUMNS: 413 "import_too_large" {
        fr: "Il y aurait trop de colonnes\u{202f}: 100 au plus dans un plan. Réunissez-en dans l’autre outil.",
        en: "There would be too many columns: at most 100 in a plan. Merge some in the other tool.",
    }
    /// More cards than a plan holds.
    TOO_MANY_CARDS: 413 "import_too_large" {
        fr: "Il y aurait trop de cartes\u{202f}: 5\u{202f}000 au plus dans un plan. Faites-en plusieurs fichiers, et plusieurs plans.",
        en: "There would be too many cards: at most 5,000 in a plan. Make several files of it, and several plans.",
    }
    /// More labels than a plan holds.
    TOO_MANY_LABELS: 413 "import_too_large" {
        fr: "Il y aurait trop d’étiquettes\u{202f}: 100 au plus dans un plan. Supprimez-en ici ou dans l’autre outil.",
        en: "There would be too many labels: at most 100 in a plan. Delete some here or in the other tool.",
    }
    /// More text than is written at once.
    TOO_MUCH_AT_ONCE: 413 "import_too_large" {
        fr: "Il y a trop de texte pour une seule fois. Partagez les cartes entre plusieurs fichiers.",
        en: "There is too much text for one time. Divide the cards among several files.",
    }
}

impl From<NotUnderstood> for Problem {
    fn from(why: NotUnderstood) -> Self {
        match why {
            NotUnderstood::Empty => EMPTY,
            NotUnderstood::Broken => BROKEN,
            NotUnderstood::Strange => STRANGE,
            NotUnderstood::NoTitles => NO_TITLES,
            NotUnderstood::OpenQuote => OPEN_QUOTE,
            NotUnderstood::NoText => NO_TEXT,
            NotUnderstood::TooMuch(what) => too_much(what),
        }
    }
}

/// What is in it does not fit into the plan.
pub(super) fn too_much(what: TooMuch) -> Problem {
    match what {
        TooMuch::Columns => TOO_MANY_COLUMNS,
        TooMuch::Cards => TOO_MANY_CARDS,
        TooMuch::Labels => TOO_MANY_LABELS,
        TooMuch::AtOnce => TOO_MUCH_AT_ONCE,
    }
}

#[cfg(test)]
mod tests {
    use crdt::kanban::limits::{CARDS_MAX, COLUMNS_MAX, LABELS_MAX};

    use super::*;
    use crate::language::Sentence;

    #[test]
    fn sentences_name_the_limits_that_are_enforced() {
        for (what, most) in [
            (TooMuch::Columns, COLUMNS_MAX),
            (TooMuch::Cards, CARDS_MAX),
            (TooMuch::Labels, LABELS_MAX),
        ] {
            let Sentence { fr, en } = too_much(what).refusal().says;
            for sentence in [fr, en] {
                let digits: String = sentence.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(digits, most.to_string());
            }
        }
    }
}
