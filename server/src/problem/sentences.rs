//! What people read when something is refused: what happened and what to do, in both languages.

use super::Problem;
use crate::language::Sentence;
use crate::request::text::{Fault, Field};

impl Problem {
    /// The sentence for people.
    pub(super) fn sentence(&self) -> Sentence {
        match self {
            Self::BadRequest(_) | Self::WrongMethod => Sentence {
                fr: "Cette demande n’est pas lisible. Rechargez la page et recommencez.",
                en: "This request cannot be read. Reload the page and try again.",
            },
            Self::BadText(field, fault) => about_text(*field, *fault),
            Self::TooLarge => Sentence {
                fr: "C’est trop long pour être envoyé en une fois. Raccourcissez et recommencez.",
                en: "This is too long to be sent at once. Shorten it and try again.",
            },
            Self::FileTooLarge => Sentence {
                fr: "Ce fichier est trop gros\u{202f}: 5 Mo au plus. Déposez-le ailleurs, et mettez ici son adresse.",
                en: "This file is too large: at most 5 MB. Put it elsewhere, and its address here.",
            },
            Self::FileEmpty => Sentence {
                fr: "Ce fichier est vide.",
                en: "This file is empty.",
            },
            Self::FilesFull => Sentence {
                fr: "Les fichiers joints prennent déjà 100 Mo, le maximum. Déposez celui-ci ailleurs, et mettez ici son adresse.",
                en: "The attached files take 100 MB already, the maximum. Put this one elsewhere, and its address here.",
            },
            Self::ArchiveUnreadable => Sentence {
                fr: "Ce fichier n’est pas une archive d’Atelier, ou il est abîmé. Rien n’a été créé.",
                en: "This file is not an archive of Atelier, or it is damaged. Nothing was made.",
            },
            Self::ArchiveTooLarge => Sentence {
                fr: "Il y a trop de choses dans cette archive\u{202f}: 64 Mo au plus. Rien n’a été créé.",
                en: "There is too much in this archive: at most 64 MB. Nothing was made.",
            },
            Self::SpaceTooLarge => Sentence {
                fr: "Il y a trop de choses ici pour une archive. Téléchargez plutôt les documents un par un.",
                en: "There is too much here for an archive. Download the documents one by one instead.",
            },
            Self::Unauthorized => Sentence {
                fr: "Cet appareil n’est dans aucun atelier. Entrez par le lien ou le code qu’on vous a donné.",
                en: "This device is not in any workshop. Come in by the link or code you were given.",
            },
            Self::NotFound => Sentence {
                fr: "Cela n’existe pas, ou n’est pas ouvert à cet appareil. Demandez un lien à l’animation.",
                en: "This does not exist, or is not open to this device. Ask the facilitators for a link.",
            },
            Self::WrongWay => Sentence {
                fr: "Ce lien ou ce code n’ouvre aucun atelier. Vérifiez-le, ou demandez-en un autre à l’animation.",
                en: "This link or code does not open any workshop. Check it, or ask the facilitators for another.",
            },
            Self::ForeignOrigin => Sentence {
                fr: "Cette demande vient d’un autre site. Ouvrez Atelier à son adresse et recommencez.",
                en: "This request comes from another site. Open Atelier at its own address and try again.",
            },
            Self::RateLimited => Sentence {
                fr: "Trop d’essais. Attendez une minute, puis recommencez.",
                en: "Too many attempts. Wait a minute, then try again.",
            },
            Self::LastFacilitator => Sentence {
                fr: "Il faut au moins une personne à l’animation. Confiez d’abord ce rôle à quelqu’un d’autre.",
                en: "At least one facilitator is needed. Give that role to somebody else first.",
            },
            Self::LastMember => Sentence {
                fr: "Il faut au moins une personne dans la structure. Invitez d’abord quelqu’un d’autre, ou supprimez-la.",
                en: "A structure needs at least one member. Invite somebody else first, or delete it.",
            },
            Self::AlreadyHere => Sentence {
                fr: "Cette personne est déjà venue : elle seule peut prendre son lien, sur son appareil.",
                en: "This person came already: only they can take their link, on their device.",
            },
            Self::WrongTitle => Sentence {
                fr: "Ce n’est pas le titre. Tapez-le exactement comme il est affiché.",
                en: "This is not the title. Type it exactly as it is shown.",
            },
            Self::BadAddress => Sentence {
                fr: "Ce n’est pas une adresse électronique. Vérifiez-la : prenom@exemple.org.",
                en: "This is not a mail address. Check it: name@example.org.",
            },
            Self::MailNotConfigured => Sentence {
                fr: "Ce serveur n’envoie pas de courriel. Abonnez-vous plutôt au calendrier.",
                en: "This server sends no mail. Subscribe to the calendar instead.",
            },
            Self::MailNotSent => Sentence {
                fr: "Le courriel n’est pas parti. Vérifiez l’adresse, ou recommencez plus tard.",
                en: "The mail could not be sent. Check the address, or try again later.",
            },
            Self::TooMany => Sentence {
                fr: "Le nombre maximum est atteint. Retirez-en avant d’en ajouter.",
                en: "The maximum number is reached. Remove some before you add more.",
            },
            Self::StorageFull => Sentence {
                fr: "Le disque du serveur est plein : rien de neuf n’est enregistré. Prévenez la personne qui héberge Atelier.",
                en: "The server’s disk is full: nothing new is saved. Tell the person who hosts Atelier.",
            },
            Self::Damaged => Sentence {
                fr: "Ce document est abîmé sur le disque du serveur ; ce qu’il en reste est gardé. Prévenez la personne qui héberge Atelier.",
                en: "This document is damaged on the server’s disk; what is left of it is kept. Tell the person who hosts Atelier.",
            },
            Self::Vote(fault) => fault.sentence(),
            Self::Import(fault) => fault.sentence(),
            Self::Internal => Sentence {
                fr: "Le serveur n’y arrive pas. Recommencez dans un instant ; ce qui était enregistré le reste.",
                en: "The server cannot do this. Try again in a moment; what was saved stays saved.",
            },
        }
    }
}

fn about_text(field: Field, fault: Fault) -> Sentence {
    match (field, fault) {
        (Field::Title, Fault::Empty) => Sentence {
            fr: "Il manque un titre.",
            en: "A title is missing.",
        },
        (Field::Title, Fault::TooLong) => Sentence {
            fr: "Ce titre est trop long : 200 caractères au plus.",
            en: "This title is too long: at most 200 characters.",
        },
        (Field::Title, Fault::Odd) => Sentence {
            fr: "Ce titre contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
            en: "This title has an invisible character in it. Delete it and type it again.",
        },
        (Field::About, Fault::Empty) => Sentence {
            fr: "Il manque une description.",
            en: "A description is missing.",
        },
        (Field::About, Fault::TooLong) => Sentence {
            fr: "Cette description est trop longue : 1 000 caractères au plus.",
            en: "This description is too long: at most 1,000 characters.",
        },
        (Field::About, Fault::Odd) => Sentence {
            fr: "Cette description contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
            en: "This description has an invisible character in it. Delete it and type it again.",
        },
        (Field::Name, Fault::Empty) => Sentence {
            fr: "Il manque un nom : un prénom suffit.",
            en: "A name is missing: a first name is enough.",
        },
        (Field::Name, Fault::TooLong) => Sentence {
            fr: "Ce nom est trop long : 80 caractères au plus.",
            en: "This name is too long: at most 80 characters.",
        },
        (Field::Name, Fault::Odd) => Sentence {
            fr: "Ce nom contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
            en: "This name has an invisible character in it. Delete it and type it again.",
        },
        (Field::Structure, Fault::Empty) => Sentence {
            fr: "Il manque le nom de la structure.",
            en: "The name of the structure is missing.",
        },
        (Field::Structure, Fault::TooLong) => Sentence {
            fr: "Le nom de la structure est trop long : 120 caractères au plus.",
            en: "The name of the structure is too long: at most 120 characters.",
        },
        (Field::Structure, Fault::Odd) => Sentence {
            fr: "Le nom de la structure contient un caractère invisible. Effacez-le et tapez-le à nouveau.",
            en: "The name of the structure has an invisible character in it. Delete it and type it again.",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_name_the_limits_that_are_enforced() {
        for field in [Field::Title, Field::Name, Field::Structure] {
            let (sentence, limit) = (
                about_text(field, Fault::TooLong),
                field.chars_max().to_string(),
            );
            assert!(
                sentence.fr.contains(&limit) && sentence.en.contains(&limit),
                "{field:?}"
            );
        }
    }
}
