//! The built-in bricks: digital practice in associations and cooperatives, to be edited before use.

use super::{Category, NewBrick};

use crate::language::Language;
use Category::{Organise, Show, Theory};

/// The bricks in the language of the space.
pub fn template(language: Language) -> Vec<NewBrick> {
    BRICKS.iter().map(|brick| brick.told_in(language)).collect()
}

struct Told {
    category: Category,
    minutes: u32,
    always: bool,
    /// Title and description, in French, then in English.
    texts: [[&'static str; 2]; 2],
}

impl Told {
    fn told_in(&self, language: Language) -> NewBrick {
        let [french, english] = self.texts;
        let [title, about] = match language {
            Language::French => french,
            Language::English => english,
        };
        NewBrick {
            title: title.to_owned(),
            about: about.to_owned(),
            minutes: self.minutes,
            category: self.category,
            always: self.always,
            proposed_by: String::new(),
        }
    }
}

const fn brick(category: Category, minutes: u32, texts: [[&'static str; 2]; 2]) -> Told {
    Told {
        category,
        minutes,
        always: false,
        texts,
    }
}

const fn always(category: Category, minutes: u32, texts: [[&'static str; 2]; 2]) -> Told {
    Told {
        category,
        minutes,
        always: true,
        texts,
    }
}

const BRICKS: [Told; 21] = [
    always(
        Theory,
        60,
        [
            [
                "Diagnostic collectif des pratiques",
                "Ce que chacun utilise aujourd’hui, ce qui marche, ce qui manque.",
            ],
            [
                "Collective diagnosis of practice",
                "What each uses today, what works, what is missing.",
            ],
        ],
    ),
    always(
        Theory,
        45,
        [
            [
                "Le numérique dans la société",
                "Le contexte, les risques, et ce que le numérique apporte à la vie d’une structure.",
            ],
            [
                "The digital in society",
                "The context, the risks, and what the digital brings to running a structure.",
            ],
        ],
    ),
    brick(
        Organise,
        45,
        [
            [
                "Écriture collaborative",
                "Écrire un même texte à plusieurs, avec un pad comme Etherpad.",
            ],
            [
                "Collaborative writing",
                "Writing one text together, in a pad such as Etherpad.",
            ],
        ],
    ),
    brick(
        Organise,
        45,
        [
            [
                "Échanger à distance",
                "Messagerie instantanée, courriel et listes de diffusion : quoi pour quel usage.",
            ],
            [
                "Exchanging at a distance",
                "Chat, mail and mailing lists: which for what.",
            ],
        ],
    ),
    brick(
        Organise,
        30,
        [
            [
                "Petits outils pratiques",
                "Trouver une date par sondage, voter à distance.",
            ],
            ["Handy tools", "A poll to find a date, voting remotely."],
        ],
    ),
    brick(
        Organise,
        30,
        [
            [
                "Se parler à distance",
                "Visioconférence et conférence téléphonique.",
            ],
            [
                "Talking at a distance",
                "Video calls and phone conferences.",
            ],
        ],
    ),
    brick(
        Organise,
        60,
        [
            [
                "Espaces de ressources partagés",
                "Ranger et retrouver ensemble, avec Agora-Project ou un wiki.",
            ],
            [
                "Collaborative resource spaces",
                "Keeping and finding things together, with Agora-Project or a wiki.",
            ],
        ],
    ),
    brick(
        Organise,
        60,
        [
            [
                "Gestion de projet à plusieurs",
                "Qui fait quoi pour quand, avec un tableau comme Trello ou Wekan.",
            ],
            [
                "Collaborative project management",
                "Who does what by when, on a board such as Trello or Wekan.",
            ],
        ],
    ),
    brick(
        Organise,
        45,
        [
            [
                "Documenter et partager les savoirs",
                "Garder la mémoire de la structure, avec un wiki ou Agora-Project.",
            ],
            [
                "Documenting and sharing knowledge",
                "Keeping the memory of the structure, with a wiki or Agora-Project.",
            ],
        ],
    ),
    brick(
        Show,
        45,
        [
            [
                "Lettres d’information",
                "Écrire et envoyer une lettre, avec un outil comme Mailchimp.",
            ],
            [
                "Newsletters",
                "Writing and sending a newsletter, with a tool such as Mailchimp.",
            ],
        ],
    ),
    brick(
        Show,
        45,
        [
            [
                "Réseaux sociaux",
                "Être présent sur Facebook ou Twitter : pour qui, pour quoi, et à quel prix.",
            ],
            [
                "Social networks",
                "Being on Facebook or Twitter: for whom, what for, and at what price.",
            ],
        ],
    ),
    brick(
        Show,
        60,
        [
            [
                "Blogs et sites",
                "Faire vivre un site simple, avec WordPress.",
            ],
            [
                "Blogs and sites",
                "Keeping a simple site alive, with WordPress.",
            ],
        ],
    ),
    brick(
        Show,
        45,
        [
            [
                "Cartographie participative",
                "Faire une carte ensemble, avec uMap et OpenStreetMap.",
            ],
            [
                "Participatory mapping",
                "Making a map together, with uMap and OpenStreetMap.",
            ],
        ],
    ),
    brick(
        Theory,
        45,
        [
            [
                "Communication externe",
                "Objectifs, publics, choix des outils.",
            ],
            [
                "External communication",
                "Goals, audiences, choosing tools.",
            ],
        ],
    ),
    brick(
        Theory,
        30,
        [
            [
                "Faire évoluer les pratiques numériques",
                "Les freins et les leviers dans une structure.",
            ],
            [
                "Growing new digital practice",
                "Brakes and levers in one’s structure.",
            ],
        ],
    ),
    brick(
        Theory,
        30,
        [
            [
                "Culture numérique et collaboration",
                "Ce que collaborer en ligne change dans un groupe.",
            ],
            [
                "Digital culture and collaboration",
                "What working together online changes in a group.",
            ],
        ],
    ),
    brick(
        Theory,
        45,
        [
            [
                "Choisir un outil",
                "Écrire un cahier des charges, comparer, fixer des règles d’usage.",
            ],
            [
                "Choosing a tool",
                "Writing a specification, comparing, setting rules of use.",
            ],
        ],
    ),
    brick(
        Theory,
        45,
        [
            [
                "Coopérer dans un groupe",
                "Des outils, des méthodes et des postures.",
            ],
            ["Cooperation in a group", "Tools, methods and postures."],
        ],
    ),
    brick(
        Theory,
        30,
        [
            [
                "Logiciels libres",
                "Ce que c’est, et ce que cela change pour une structure.",
            ],
            [
                "Free software",
                "What it is, and what it changes for a structure.",
            ],
        ],
    ),
    brick(
        Theory,
        30,
        [
            [
                "Partage des savoirs et licences ouvertes",
                "Publier pour que d’autres reprennent, et choisir une licence.",
            ],
            [
                "Sharing knowledge and open licences",
                "Publishing so that others may build on it, and choosing a licence.",
            ],
        ],
    ),
    brick(
        Theory,
        30,
        [
            [
                "Gérer les flux et le temps",
                "Le courriel, les flux et la surcharge d’informations.",
            ],
            [
                "Handling flows and time",
                "Mail, flows and information overload.",
            ],
        ],
    ),
];
