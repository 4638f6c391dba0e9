//! What a round does not allow, and how people are told.

use crdt::round::limits::{LABEL_CHARS_MAX, NAME_CHARS_MAX, QUESTION_CHARS_MAX, WORD_CHARS_MAX};
use store::AskingError;

use crate::problem::{Problem, refusals};
use crate::request::text::Field;

refusals! {
    /// The question is being asked.
    ASKING_OPEN: 409 "asking_open" {
        fr: "La question est posée en ce moment : révélez les réponses ou abandonnez d’abord.",
        en: "The question is being asked: reveal the answers or give up first.",
    }
    /// No answer is taken any more.
    ASKING_REVEALED: 409 "asking_revealed" {
        fr: "Les réponses sont déjà révélées : celle-ci est arrivée trop tard et n’a pas été comptée.",
        en: "The answers have been revealed: this one came too late and was not counted.",
    }
    /// So few answers of an anonymous asking would tell who answered what.
    FEW_ANSWERS: 409 "few_answers" {
        fr: "Il faut au moins trois réponses pour révéler une question anonyme : avec moins, chacun pourrait deviner qui a répondu quoi.",
        en: "An anonymous question is revealed from three answers on: with fewer, anybody could guess who answered what.",
    }
    /// A state has no name.
    LABEL_MISSING: 400 "bad_request" {
        fr: "Donnez un nom à chaque réponse possible.",
        en: "Give a name to each possible answer.",
    }
    /// The name of a state, or of an asking, has more characters than allowed.
    LABEL_TOO_LONG: 400 "bad_request" {
        fr: "Ce nom est trop long : 40 caractères au plus.",
        en: "This name is too long: at most 40 characters.",
    }
    /// A question has more characters than allowed.
    QUESTION_TOO_LONG: 400 "bad_request" {
        fr: "Cette question est trop longue : 200 caractères au plus.",
        en: "This question is too long: at most 200 characters.",
    }
    /// A word has more characters than allowed.
    WORD_TOO_LONG: 400 "bad_request" {
        fr: "C’est trop long : 140 caractères au plus.",
        en: "This is too long: at most 140 characters.",
    }
    /// A text has characters nobody types.
    TEXT_ODD: 400 "bad_request" {
        fr: "Ce texte contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "This text has an invisible character in it. Delete it and type it again.",
    }
}

const fn field(chars_max: usize, too_long: Problem) -> Field {
    Field {
        chars_max,
        missing: LABEL_MISSING,
        too_long,
        odd: TEXT_ODD,
    }
}

/// What is asked.
pub const QUESTION: Field = field(QUESTION_CHARS_MAX, QUESTION_TOO_LONG);
/// What a state is called.
pub const LABEL: Field = field(LABEL_CHARS_MAX, LABEL_TOO_LONG);
/// What an asking is called.
pub const NAME: Field = field(NAME_CHARS_MAX, LABEL_TOO_LONG);
/// What people add to their answer.
pub const WORD: Field = field(WORD_CHARS_MAX, WORD_TOO_LONG);

impl From<AskingError> for Problem {
    fn from(error: AskingError) -> Self {
        match error {
            AskingError::NotFound => Self::NOT_FOUND,
            AskingError::Revealed => ASKING_REVEALED,
            AskingError::AnotherOpen => ASKING_OPEN,
            AskingError::FewAnswers => FEW_ANSWERS,
            AskingError::Invalid(what) => Self::BadRequest(what.to_string()),
            AskingError::Store(error) => error.into(),
        }
    }
}
