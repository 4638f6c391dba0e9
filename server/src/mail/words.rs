//! What the pages behind the links in mails say, in both languages.

use store::MailDeed;

use crate::language::Sentence;

/// What a page says before and after.
pub(super) struct Words {
    pub(super) asks: Sentence,
    pub(super) button: Sentence,
    pub(super) done: Sentence,
}

/// The words for a deed.
pub(super) fn words(deed: &MailDeed) -> Words {
    match deed {
        MailDeed::Confirm => Words {
            asks: Sentence {
                fr: "Recevoir à cette adresse, une fois par semaine, ce qui est en retard ou à faire bientôt\u{202f}?",
                en: "Get a mail at this address, once a week, with what is late or due soon?",
            },
            button: Sentence {
                fr: "Recevoir ces rappels",
                en: "Send me these reminders",
            },
            done: Sentence {
                fr: "C’est noté\u{202f}: vous recevrez ces rappels.",
                en: "Done: you will get these reminders.",
            },
        },
        MailDeed::Unsubscribe => Words {
            asks: Sentence {
                fr: "Ne plus rien recevoir à cette adresse\u{202f}?",
                en: "Get no more mail at this address?",
            },
            button: Sentence {
                fr: "Ne plus rien recevoir",
                en: "Get no more mail",
            },
            done: Sentence {
                fr: "C’est fait\u{202f}: l’adresse est effacée, plus rien ne sera envoyé.",
                en: "Done: the address is erased, nothing more will be sent.",
            },
        },
        MailDeed::Done { .. } => Words {
            asks: Sentence {
                fr: "Cette carte est faite\u{202f}?",
                en: "Is this card done?",
            },
            button: Sentence {
                fr: "Oui, c’est fait",
                en: "Yes, it is done",
            },
            done: Sentence {
                fr: "C’est noté\u{202f}: cette carte est faite.",
                en: "Noted: this card is done.",
            },
        },
        MailDeed::Later { .. } => Words {
            asks: Sentence {
                fr: "Se donner une semaine de plus pour cette carte\u{202f}?",
                en: "Take another week for this card?",
            },
            button: Sentence {
                fr: "Une semaine de plus",
                en: "A week later",
            },
            done: Sentence {
                fr: "C’est noté\u{202f}: cette carte est reportée.",
                en: "Noted: this card has another day.",
            },
        },
        MailDeed::Alive => Words {
            asks: Sentence {
                fr: "Garder ce plan d’action\u{202f}?",
                en: "Keep this action plan?",
            },
            button: Sentence {
                fr: "Oui, on continue",
                en: "Yes, we go on",
            },
            done: Sentence {
                fr: "Merci\u{202f}! Le plan reste là.",
                en: "Thank you! The plan stays.",
            },
        },
        MailDeed::Over => Words {
            asks: Sentence {
                fr: "Supprimer ce plan d’action\u{202f}? Il sera effacé dans trente jours\u{202f}; d’ici là, n’importe qui du groupe peut le garder.",
                en: "Delete this action plan? It will be erased in thirty days; until then anybody in the group can keep it.",
            },
            button: Sentence {
                fr: "Le supprimer dans trente jours",
                en: "Delete it in thirty days",
            },
            done: Sentence {
                fr: "C’est noté\u{202f}: il sera effacé dans trente jours.",
                en: "Done: it will be erased in thirty days.",
            },
        },
    }
}
