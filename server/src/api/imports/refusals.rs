//! Why a text of another tool is not brought in, and how people are told. The page adds that nothing was changed.

use crdt::pad::foreign::NotUnderstood;

use crate::problem::{Problem, refusals};

refusals! {
    /// There is nothing in it.
    EMPTY: 422 "text_unreadable" {
        fr: "Il n’y a pas de texte dans ce fichier.",
        en: "There is no text in this file.",
    }
    /// It was cut, or changed by hand.
    BROKEN: 422 "text_unreadable" {
        fr: "Ce fichier est incomplet ou abîmé. Ouvrez-le dans le logiciel qui l’a fait, enregistrez-le à nouveau, puis recommencez.",
        en: "This file is incomplete or damaged. Open it in the program that made it, save it again, then try again.",
    }
    /// It is of no format that is known here.
    STRANGE: 422 "text_unreadable" {
        fr: "Ce fichier n’est pas un texte connu ici. Enregistrez-le en .odt, .docx, .md, .html ou .txt.",
        en: "This file is no text known here. Save it as .odt, .docx, .md, .html or .txt.",
    }
    /// It is of an old Word, or locked.
    OLD_OR_LOCKED: 422 "text_unreadable" {
        fr: "Ce fichier est protégé par un mot de passe, ou vient d’un ancien Word. Enregistrez-le en .docx ou en .odt, sans mot de passe.",
        en: "This file is locked by a password, or comes from an old Word. Save it as .docx or .odt, without a password.",
    }
    /// It is a PDF.
    PDF: 422 "text_unreadable" {
        fr: "Un PDF ne dit pas où commencent les paragraphes. Apportez plutôt le document dont il a été fait.",
        en: "A PDF does not say where paragraphs begin. Bring the document it was made of instead.",
    }
    /// It defines words of its own.
    ENTITIES: 422 "text_unreadable" {
        fr: "Ce fichier contient des définitions qui pourraient nuire. Enregistrez-le à nouveau avec Word ou LibreOffice.",
        en: "This file holds definitions that could do harm. Save it again with Word or LibreOffice.",
    }
    /// Unpacked it is longer than any text.
    BOMB: 413 "text_too_large" {
        fr: "Une fois décompressé, ce fichier serait démesuré. Il n’a pas été ouvert.",
        en: "Once unpacked, this file would be enormous. It was not opened.",
    }
    /// It is longer than any that is taken.
    FILE_TOO_LARGE: 413 "text_too_large" {
        fr: "Ce fichier est trop gros\u{202f}: 20 Mo au plus. Retirez-en des images, puis recommencez.",
        en: "This file is too large: at most 20 MB. Take some pictures out of it, then try again.",
    }
    /// More text than a pad takes at once.
    TOO_MUCH: 413 "text_too_large" {
        fr: "Ce texte est trop long pour un pad\u{202f}: 300\u{202f}000 signes au plus. Faites-en plusieurs fichiers.",
        en: "This text is too long for a pad: at most 300,000 characters. Make several files of it.",
    }
}

impl From<NotUnderstood> for Problem {
    fn from(why: NotUnderstood) -> Self {
        match why {
            NotUnderstood::Empty => EMPTY,
            NotUnderstood::Broken => BROKEN,
            NotUnderstood::Strange => STRANGE,
            NotUnderstood::OldOrLocked => OLD_OR_LOCKED,
            NotUnderstood::Pdf => PDF,
            NotUnderstood::Entities => ENTITIES,
            NotUnderstood::Bomb => BOMB,
            NotUnderstood::TooMuch => TOO_MUCH,
        }
    }
}

#[cfg(test)]
mod tests {
    use crdt::pad::foreign::CHARS_MAX;

    use super::*;
    use crate::language::Sentence;
    use crate::limits::TEXT_FILE_BYTES_MAX;

    #[test]
    fn sentences_name_the_limits_that_are_enforced() {
        let megabytes = TEXT_FILE_BYTES_MAX / 1024 / 1024;
        for (problem, most) in [(TOO_MUCH, CHARS_MAX), (FILE_TOO_LARGE, megabytes)] {
            let Sentence { fr, en } = problem.refusal().says;
            for sentence in [fr, en] {
                let digits: String = sentence.chars().filter(char::is_ascii_digit).collect();
                assert_eq!(digits, most.to_string());
            }
        }
    }
}
