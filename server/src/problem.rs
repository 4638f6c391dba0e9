//! Why a request is refused, and how it is told: a status, a word for programs, a sentence for people.
//!
//! A refusal is declared once, beside the rule it refuses by, with [`refusals`]; here are those that belong to no rule in
//! particular.

mod answer;

pub use answer::{ErrorDetail, ErrorView, in_the_language_asked};

use crate::language::Sentence;

/// A way to refuse: what programs and people are told.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The word for programs; it stays the same. Several refusals may share one.
    pub code: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// What happened and what to do.
    pub says: Sentence,
}

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A rule does not allow it, or something is in the way.
    Refused(&'static Refusal),
    /// The request cannot be read; the text says where, for who writes a client.
    BadRequest(String),
}

/// Declares refusals and the list of their words, `CODES`: each a name, a status, a word for programs, and its sentence in
/// both languages. The lists are gathered in `api::refusals`.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident: $status:literal $code:literal { fr: $fr:literal, en: $en:literal, })+) => {
        $($(#[$doc])* pub const $name: $crate::problem::Problem = $crate::problem::Problem::Refused({
            const { &$crate::problem::Refusal {
                code: $code,
                status: $status,
                says: $crate::language::Sentence { fr: $fr, en: $en },
            } }
        });)+
        /// The words of all of these.
        pub const CODES: &[&str] = &[$($code),+];
    };
}
pub(crate) use refusals;

/// The request, or a text in it, cannot be taken as it is.
static BAD_REQUEST: Refusal = Refusal {
    code: "bad_request",
    status: 400,
    says: Sentence {
        fr: "Cette demande n’est pas lisible. Rechargez la page et recommencez.",
        en: "This request cannot be read. Reload the page and try again.",
    },
};

impl Problem {
    refusals! {
        /// Something else is done at this address.
        WRONG_METHOD: 405 "bad_request" {
            fr: "Cette demande n’est pas lisible. Rechargez la page et recommencez.",
            en: "This request cannot be read. Reload the page and try again.",
        }
        /// The body is longer than any request of ours.
        TOO_LARGE: 413 "too_large" {
            fr: "C’est trop long pour être envoyé en une fois. Raccourcissez et recommencez.",
            en: "This is too long to be sent at once. Shorten it and try again.",
        }
        /// There is no session.
        UNAUTHORIZED: 401 "unauthorized" {
            fr: "Cet appareil n’est dans aucun atelier. Entrez par le lien ou le code qu’on vous a donné.",
            en: "This device is not in any workshop. Come in by the link or code you were given.",
        }
        /// No such thing, or not for this session: the two are told alike.
        NOT_FOUND: 404 "not_found" {
            fr: "Cela n’existe pas, ou n’est pas ouvert à cet appareil. Demandez un lien à l’animation.",
            en: "This does not exist, or is not open to this device. Ask the facilitators for a link.",
        }
        /// The document is locked, and who asks does not facilitate.
        LOCKED: 403 "locked" {
            fr: "Ce document est verrouillé : seule l’animation peut y changer quelque chose.",
            en: "This document is locked: only the facilitators can change something in it.",
        }
        /// The workshop is closed for writing, and who asks does not facilitate.
        SPACE_LOCKED: 403 "space_locked" {
            fr: "L’atelier est fermé à l’écriture : en ce moment, seule l’animation peut y changer quelque chose.",
            en: "The workshop is closed for writing: at the moment, only the facilitators can change something in it.",
        }
        /// Too many attempts.
        RATE_LIMITED: 429 "rate_limited" {
            fr: "Trop d’essais. Attendez une minute, puis recommencez.",
            en: "Too many attempts. Wait a minute, then try again.",
        }
        /// Others send so much at the moment that there is no room for more.
        BUSY: 503 "busy" {
            fr: "Le serveur reçoit trop de choses à la fois. Recommencez dans une minute.",
            en: "The server is sent too much at once. Try again in a minute.",
        }
        /// The document is damaged on disk.
        DAMAGED: 500 "damaged" {
            fr: "Ce document est abîmé sur le disque du serveur ; ce qu’il en reste est gardé. Prévenez la personne qui héberge Atelier.",
            en: "This document is damaged on the server’s disk; what is left of it is kept. Tell the person who hosts Atelier.",
        }
        /// Our mistake or our disk’s.
        INTERNAL: 500 "internal" {
            fr: "Le serveur n’y arrive pas. Recommencez dans un instant ; ce qui était enregistré le reste.",
            en: "The server cannot do this. Try again in a moment; what was saved stays saved.",
        }
    }

    /// How it is told.
    pub fn refusal(&self) -> &'static Refusal {
        match self {
            Self::Refused(refusal) => refusal,
            Self::BadRequest(_) => &BAD_REQUEST,
        }
    }
}
