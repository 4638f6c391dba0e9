//! Why a space is not packed, and why nothing is made of an archive.

use crate::problem::{Problem, refusals};

refusals! {
    /// A file that is no archive, or a damaged or forged one.
    UNREADABLE: 422 "archive_unreadable" {
        fr: "Ce fichier n’est pas une archive d’Atelier, ou il est abîmé. Rien n’a été créé.",
        en: "This file is not an archive of Atelier, or it is damaged. Nothing was made.",
    }
    /// More in an archive than a structure may hold.
    TOO_LARGE: 413 "archive_too_large" {
        fr: "Il y a trop de choses dans cette archive\u{202f}: 64 Mo au plus. Rien n’a été créé.",
        en: "There is too much in this archive: at most 64 MB. Nothing was made.",
    }
    /// A space that does not fit in an archive.
    SPACE_TOO_LARGE: 413 "archive_too_large" {
        fr: "Il y a trop de choses ici pour une archive. Téléchargez plutôt les documents un par un.",
        en: "There is too much here for an archive. Download the documents one by one instead.",
    }
}

/// Why nothing can be made of an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unusable {
    /// It is none, of a later version, damaged or forged.
    #[error("this is no archive that can be read")]
    Unreadable,
    /// There is more in it than a structure may hold.
    #[error("there is too much in this archive")]
    TooLarge,
}

impl From<Unusable> for Problem {
    fn from(why: Unusable) -> Self {
        match why {
            Unusable::Unreadable => UNREADABLE,
            Unusable::TooLarge => TOO_LARGE,
        }
    }
}
