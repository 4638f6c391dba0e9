//! What a wall does not allow, and how people are told.

use crdt::wall::limits::NOTE_CHARS_MAX;
use store::WallError;

use crate::problem::{Problem, refusals};
use crate::request::text::Field;

refusals! {
    /// What holds for its notes is fixed.
    WALL_ANNOUNCED: 409 "wall_announced" {
        fr: "Ce mur est déjà ouvert : ses règles ne changent plus.",
        en: "This wall is open already: its rules do not change any more.",
    }
    /// It is not at the point where this can be done.
    WALL_TOO_EARLY: 409 "wall_too_early" {
        fr: "Ce mur n’en est pas encore là. Attendez que l’animation l’ouvre ou révèle les notes.",
        en: "This wall is not there yet. Wait until the facilitator opens it or reveals the notes.",
    }
    /// It takes nothing any more.
    WALL_ENDED: 409 "wall_ended" {
        fr: "Ce mur est terminé : il ne prend plus de notes.",
        en: "This wall has ended: it takes no more notes.",
    }
    /// The wall, or the person, has as many notes as there may be.
    NOTES_TOO_MANY: 409 "notes_too_many" {
        fr: "Ce mur est plein : 50 notes par personne et 500 en tout, au plus. Retirez-en une d’abord.",
        en: "This wall is full: at most 50 notes each and 500 in all. Take one back first.",
    }
    /// A note has nothing on it.
    NOTE_MISSING: 400 "bad_request" {
        fr: "Écrivez d’abord quelque chose.",
        en: "Write something first.",
    }
    /// A note has more characters than allowed.
    NOTE_TOO_LONG: 400 "bad_request" {
        fr: "Cette note est trop longue : 280 caractères au plus.",
        en: "This note is too long: at most 280 characters.",
    }
    /// A note has characters nobody types.
    NOTE_ODD: 400 "bad_request" {
        fr: "Cette note contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
        en: "This note has an invisible character in it. Delete it and type it again.",
    }
}

/// What is on a note.
pub const NOTE: Field = Field {
    chars_max: NOTE_CHARS_MAX,
    missing: NOTE_MISSING,
    too_long: NOTE_TOO_LONG,
    odd: NOTE_ODD,
};

impl From<WallError> for Problem {
    fn from(error: WallError) -> Self {
        match error {
            WallError::NotFound => Self::NOT_FOUND,
            WallError::Announced => WALL_ANNOUNCED,
            WallError::TooEarly => WALL_TOO_EARLY,
            WallError::Ended => WALL_ENDED,
            WallError::TooManyNotes => NOTES_TOO_MANY,
            WallError::Store(error) => error.into(),
        }
    }
}
