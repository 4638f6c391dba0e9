//! Why a file of another tool is not brought in, and how people are told.

use crdt::kanban::TooMuch;
use crdt::kanban::foreign::NotUnderstood;

use crate::language::Sentence;
use crate::problem::{ErrorCode, Problem};

/// Why nothing came of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFault {
    /// There is nothing in it.
    Empty,
    /// It was cut, or changed by hand.
    Broken,
    /// It is of no tool that is known here.
    Strange,
    /// A table without a column of titles.
    NoTitles,
    /// A table with a quotation mark that is never closed.
    OpenQuote,
    /// It is no text.
    NoText,
    /// It is longer than any that is taken.
    TooLarge,
    /// What is in it does not fit into the plan.
    TooMuch(TooMuch),
}

impl From<ImportFault> for Problem {
    fn from(fault: ImportFault) -> Self {
        Self::Import(fault)
    }
}

impl From<NotUnderstood> for ImportFault {
    fn from(why: NotUnderstood) -> Self {
        match why {
            NotUnderstood::Empty => Self::Empty,
            NotUnderstood::Broken => Self::Broken,
            NotUnderstood::Strange => Self::Strange,
            NotUnderstood::NoTitles => Self::NoTitles,
            NotUnderstood::OpenQuote => Self::OpenQuote,
            NotUnderstood::NoText => Self::NoText,
            NotUnderstood::TooMuch(what) => Self::TooMuch(what),
        }
    }
}

impl ImportFault {
    /// The word for programs.
    pub(crate) fn code(self) -> ErrorCode {
        match self {
            Self::TooLarge | Self::TooMuch(_) => ErrorCode::ImportTooLarge,
            _ => ErrorCode::ImportUnreadable,
        }
    }

    /// The sentence for people. The page adds that nothing was changed.
    pub(crate) fn sentence(self) -> Sentence {
        match self {
            Self::Empty => Sentence {
                fr: "Ce fichier est vide. Exportez à nouveau depuis l’autre outil.",
                en: "This file is empty. Export again from the other tool.",
            },
            Self::Broken => Sentence {
                fr: "Ce fichier est incomplet ou abîmé. Exportez à nouveau depuis l’autre outil, sans l’ouvrir entre-temps.",
                en: "This file is incomplete or damaged. Export again from the other tool, without opening it in between.",
            },
            Self::Strange => Sentence {
                fr: "Ce fichier ne vient d’aucun outil connu ici. Essayez l’export en CSV, ou un tableur enregistré en .csv.",
                en: "This file comes from no tool known here. Try the export as CSV, or a spreadsheet saved as .csv.",
            },
            Self::NoTitles => Sentence {
                fr: "Aucune colonne de ce tableau ne contient les titres des cartes. Écrivez «\u{202f}Titre\u{202f}» au-dessus de la bonne, sur la première ligne.",
                en: "No column of this table holds the titles of cards. Write ‘Title’ above the right one, on the first line.",
            },
            Self::OpenQuote => Sentence {
                fr: "Un guillemet n’est jamais fermé dans ce tableau. Enregistrez-le à nouveau en .csv depuis le tableur.",
                en: "A quotation mark is never closed in this table. Save it again as .csv from the spreadsheet.",
            },
            Self::NoText => Sentence {
                fr: "Ce fichier n’est pas du texte. Depuis un tableur, enregistrez-le en .csv plutôt qu’en .xlsx ou .ods.",
                en: "This file is not text. From a spreadsheet, save it as .csv rather than .xlsx or .ods.",
            },
            Self::TooLarge => Sentence {
                fr: "Ce fichier est trop gros\u{202f}: 8 Mo au plus. Archivez de vieilles cartes dans l’autre outil, puis exportez à nouveau.",
                en: "This file is too large: at most 8 MB. Archive old cards in the other tool, then export again.",
            },
            Self::TooMuch(what) => too_much(what),
        }
    }
}

fn too_much(what: TooMuch) -> Sentence {
    match what {
        TooMuch::Columns => Sentence {
            fr: "Il y aurait trop de colonnes\u{202f}: 100 au plus dans un plan. Réunissez-en dans l’autre outil.",
            en: "There would be too many columns: at most 100 in a plan. Merge some in the other tool.",
        },
        TooMuch::Cards => Sentence {
            fr: "Il y aurait trop de cartes\u{202f}: 5\u{202f}000 au plus dans un plan. Faites-en plusieurs fichiers, et plusieurs plans.",
            en: "There would be too many cards: at most 5,000 in a plan. Make several files of it, and several plans.",
        },
        TooMuch::Labels => Sentence {
            fr: "Il y aurait trop d’étiquettes\u{202f}: 100 au plus dans un plan. Supprimez-en ici ou dans l’autre outil.",
            en: "There would be too many labels: at most 100 in a plan. Delete some here or in the other tool.",
        },
        TooMuch::AtOnce => Sentence {
            fr: "Il y a trop de texte pour une seule fois. Partagez les cartes entre plusieurs fichiers.",
            en: "There is too much text for one time. Divide the cards among several files.",
        },
    }
}

#[cfg(test)]
mod tests {
    use crdt::kanban::limits::{CARDS_MAX, COLUMNS_MAX, LABELS_MAX};

    use super::*;

    #[test]
    fn sentences_name_the_limits_that_are_enforced() {
        for (what, most) in [
            (TooMuch::Columns, COLUMNS_MAX),
            (TooMuch::Cards, CARDS_MAX),
            (TooMuch::Labels, LABELS_MAX),
        ] {
            let Sentence { fr, en } = too_much(what);
            for sentence in [fr, en] {
                let digits: String = sentence.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(digits, most.to_string());
            }
        }
    }
}
