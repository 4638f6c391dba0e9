//! What a new plan begins with, to be changed by those whose plan it is.

use super::{Card, Column, Kanban};
use crate::language::Language;
use crate::rank::spread;

/// What a plan is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Template {
    /// Anything: three columns and no card.
    #[default]
    Plan,
    /// An event, from the idea to the thanks.
    Event,
    /// Bringing another digital tool into a structure.
    Tools,
}

/// A text in French, then in English.
type Told = [&'static str; 2];

/// To do, doing, done.
const COLUMNS: [Told; 3] = [
    ["À faire", "To do"],
    ["En cours", "In progress"],
    ["Fait", "Done"],
];

const EVENT: &[[Told; 2]] = &[
    [
        [
            "Choisir la date et le lieu",
            "Choose the date and the place",
        ],
        [
            "Accès en transports et en fauteuil, chauffage, connexion, nombre de places.",
            "Public transport, wheelchair access, heating, network, number of seats.",
        ],
    ],
    [
        ["Faire le budget", "Draw up the budget"],
        [
            "Ce que cela coûte, qui paie quoi, ce qui peut être prêté.",
            "What it costs, who pays for what, what can be lent.",
        ],
    ],
    [
        [
            "Vérifier assurances et autorisations",
            "Check insurance and permits",
        ],
        ["", ""],
    ],
    [
        ["Annoncer et inviter", "Announce and invite"],
        [
            "Affiche, courriel aux membres, partenaires, presse locale.",
            "Poster, mail to the members, partners, local press.",
        ],
    ],
    [
        [
            "Se répartir les rôles du jour",
            "Share out the roles of the day",
        ],
        [
            "Accueil, animation, repas, technique, photos, rangement.",
            "Welcome, facilitation, food, equipment, photos, tidying up.",
        ],
    ],
    [
        [
            "Préparer la salle et le matériel",
            "Prepare the room and the equipment",
        ],
        ["", ""],
    ],
    [
        ["Remercier et faire le bilan", "Say thank you and look back"],
        [
            "Ce qu’on garde, ce qu’on change la prochaine fois.",
            "What to keep, what to change next time.",
        ],
    ],
];

const TOOLS: &[[Told; 2]] = &[
    [
        [
            "Faire la liste des outils d’aujourd’hui",
            "List the tools of today",
        ],
        [
            "Qui se sert de quoi, pour quoi faire, où sont les données, qui a les mots de passe.",
            "Who uses what and what for, where the data is, who has the passwords.",
        ],
    ],
    [
        [
            "Dire ensemble ce dont on a besoin",
            "Say together what is needed",
        ],
        [
            "Ce qui gêne aujourd’hui, ce qu’on ne veut pas perdre.",
            "What is in the way today, what must not be lost.",
        ],
    ],
    [
        ["Choisir un outil à essayer", "Choose a tool to try"],
        [
            "Libre de préférence : qui l’héberge, combien cela coûte, comment en repartir avec ses données.",
            "Free software if possible: who hosts it, what it costs, how to leave it with one’s data.",
        ],
    ],
    [
        [
            "L’essayer à quelques-uns pendant un mois",
            "Try it with a few people for a month",
        ],
        ["", ""],
    ],
    [
        [
            "Décider ensemble de continuer ou non",
            "Decide together whether to go on",
        ],
        ["", ""],
    ],
    [
        ["Reprendre ce qui existe", "Bring over what there is"],
        [
            "Documents, contacts, agendas ; faire d’abord une sauvegarde.",
            "Documents, contacts, calendars; make a backup first.",
        ],
    ],
    [
        ["Accompagner chaque personne", "Help everybody along"],
        [
            "Une première utilisation à deux, une fiche d’une page, quelqu’un à qui demander.",
            "A first time in pairs, a one-page guide, somebody to ask.",
        ],
    ],
    [["Fermer l’ancien outil", "Close the old tool"], ["", ""]],
    [
        [
            "En reparler dans trois mois",
            "Talk about it again in three months",
        ],
        ["", ""],
    ],
];

impl Template {
    /// Its columns and cards in a language.
    pub(super) fn told_in(self, language: Language) -> Kanban {
        let told = |told: Told| told[if language == Language::French { 0 } else { 1 }].to_owned();
        Kanban {
            columns: columns(told),
            cards: cards(self.cards(), told),
            labels: Vec::new(),
        }
    }

    fn cards(self) -> &'static [[Told; 2]] {
        match self {
            Self::Plan => &[],
            Self::Event => EVENT,
            Self::Tools => TOOLS,
        }
    }
}

fn columns(told: impl Fn(Told) -> String) -> Vec<Column> {
    let ranks = spread(COLUMNS.len());
    let columns = COLUMNS.into_iter().zip(ranks).enumerate();
    columns
        .map(|(at, (title, rank))| Column {
            id: format!("c{}", at + 1),
            title: told(title),
            rank,
            done: at + 1 == COLUMNS.len(),
            ..Column::default()
        })
        .collect()
}

/// All cards are still to do.
fn cards(texts: &[[Told; 2]], told: impl Fn(Told) -> String) -> Vec<Card> {
    let cards = texts.iter().zip(spread(texts.len())).enumerate();
    cards
        .map(|(at, ([title, description], rank))| Card {
            id: format!("k{}", at + 1),
            title: told(*title),
            description: told(*description),
            column: "c1".to_owned(),
            rank,
            ..Card::default()
        })
        .collect()
}
