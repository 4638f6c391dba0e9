//! Lets through who may make workshops and structures on this server, as its host decided.

use std::net::IpAddr;
use std::time::Instant;

use super::attempts::{Attempts, Outcome};
use crate::config::Creators;
use crate::problem::{Problem, refusals};

refusals! {
    /// The code of the host is needed to make anything, and none was given.
    CODE_NEEDED: 403 "creation_code_needed" {
        fr: "Sur ce serveur, il faut le code de l’hébergeur pour créer un atelier ou une structure. Demandez-le à la personne qui héberge Atelier.",
        en: "On this server, the host’s code is needed to make a workshop or an organisation. Ask the person who hosts Atelier for it.",
    }
    /// It is another code.
    CODE_WRONG: 403 "creation_code_wrong" {
        fr: "Ce n’est pas le code de l’hébergeur. Vérifiez-le, ou redemandez-le à la personne qui héberge Atelier.",
        en: "This is not the host’s code. Check it, or ask the person who hosts Atelier for it again.",
    }
    /// Nothing is made on this server.
    CREATION_ENDED: 403 "creation_ended" {
        fr: "Sur ce serveur, on ne crée ni atelier ni structure. Ce qui existe marche comme d’habitude. Demandez à la personne qui héberge Atelier.",
        en: "On this server, no workshops or organisations are made. What exists works as usual. Ask the person who hosts Atelier.",
    }
}

/// The doorkeeper of making: what the host decided, and who guessed at the code.
#[derive(Default)]
pub struct Doorkeeper {
    creators: Creators,
    attempts: Attempts<()>,
}

impl Doorkeeper {
    /// Nobody guessed yet.
    pub fn new(creators: Creators) -> Self {
        Self {
            creators,
            attempts: Attempts::default(),
        }
    }

    /// Lets through who may make a space. Guesses at the code are limited like those at the code of a room: where it was
    /// right before, it goes on being right.
    ///
    /// # Errors
    /// When nobody may, when the code is missing or wrong, or when there were too many wrong ones.
    pub fn admit(&self, from: IpAddr, now: Instant, given: Option<&str>) -> Result<(), Problem> {
        match (&self.creators, given.map(str::trim)) {
            (Creators::Everybody, _) => Ok(()),
            (Creators::Nobody, _) => Err(CREATION_ENDED),
            (Creators::WhoHasCode(_), None | Some("")) => Err(CODE_NEEDED),
            (Creators::WhoHasCode(code), Some(given)) => {
                let outcome = Outcome {
                    opens: code.is(given).then_some(()),
                    is_known: false,
                };
                self.attempts.count_or(from, now, &(), outcome, CODE_WRONG)
            }
        }
    }

    /// Lets through the people of a workshop, who make a structure from it: whoever let the workshop be made let that too.
    ///
    /// # Errors
    /// When nothing is made on this server any more.
    pub fn admit_from_workshop(&self) -> Result<(), Problem> {
        match self.creators {
            Creators::Nobody => Err(CREATION_ENDED),
            Creators::Everybody | Creators::WhoHasCode(_) => Ok(()),
        }
    }
}
