//! What a new agenda begins with, to be changed by those whose days they are.

use super::StepKind::{self, Break, Closing, Documentation, Input, Practice, Round, Welcome};
use super::{Agenda, Day, Step};
use crate::language::Language;
use crate::rank::spread;

/// What an agenda is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Template {
    /// Two days on digital practice, each as such a day usually goes.
    #[default]
    TwoDays,
    /// Anything: one day and no step.
    Empty,
}

/// A text in French, then in English.
type Told = [&'static str; 2];

/// How long it takes in minutes, what is done, what it is called.
type Planned = (u32, StepKind, Told);

/// When days begin: nine o'clock.
const START_MINUTES: u32 = 9 * 60;
/// When there is lunch: half past twelve, whatever comes before.
const LUNCH_MINUTES: u32 = 12 * 60 + 30;

const DAYS: [Told; 2] = [["Jour 1", "Day 1"], ["Jour 2", "Day 2"]];

const FIRST_MORNING: [Planned; 5] = [
    (
        15,
        Welcome,
        ["Accueil, émargement", "Welcome, attendance sheet"],
    ),
    (15, Round, ["Tour d’humeur", "Round of the mood"]),
    (
        10,
        Input,
        ["Programme et objectifs", "Programme and objectives"],
    ),
    (
        35,
        Round,
        [
            "Rêve du futur : les attentes de chacune et chacun",
            "Dream of the future: what everybody hopes for",
        ],
    ),
    (
        30,
        Round,
        [
            "Choix des contenus du jour",
            "Choosing the contents of the day",
        ],
    ),
];

const SECOND_MORNING: [Planned; 5] = [
    (
        15,
        Welcome,
        ["Accueil, émargement", "Welcome, attendance sheet"],
    ),
    (15, Round, ["Tour d’humeur", "Round of the mood"]),
    (
        35,
        Round,
        [
            "Ce qui reste de la veille",
            "What is left from the day before",
        ],
    ),
    (
        10,
        Input,
        ["Programme et objectifs", "Programme and objectives"],
    ),
    (
        30,
        Round,
        [
            "Choix des contenus du jour",
            "Choosing the contents of the day",
        ],
    ),
];

const REST: [Planned; 8] = [
    (15, Break, ["Pause", "Break"]),
    (
        90,
        Practice,
        ["Atelier pratique ou théorie", "Practice or theory"],
    ),
    (75, Break, ["Déjeuner", "Lunch"]),
    (15, Round, ["Jeu coopératif", "Cooperative game"]),
    (
        60,
        Practice,
        ["Atelier pratique ou théorie", "Practice or theory"],
    ),
    (
        60,
        Practice,
        ["Atelier pratique ou théorie", "Practice or theory"],
    ),
    (
        45,
        Documentation,
        ["Documentation collective", "Writing down together"],
    ),
    (
        15,
        Closing,
        ["Tour de clôture, ressentis", "Closing round, feelings"],
    ),
];

impl Template {
    /// Its days and steps in a language.
    pub(super) fn told_in(self, language: Language) -> Agenda {
        let told = |told: Told| told[if language == Language::French { 0 } else { 1 }].to_owned();
        let mornings: &[&[Planned]] = match self {
            Self::TwoDays => &[&FIRST_MORNING, &SECOND_MORNING],
            Self::Empty => &[&[]],
        };
        let ranks = spread(mornings.len());
        let days = mornings.iter().zip(ranks).zip(DAYS).enumerate();
        Agenda {
            days: days
                .map(|(number, ((morning, rank), title))| Day {
                    id: format!("d{}", number + 1),
                    title: told(title),
                    start: START_MINUTES,
                    rank,
                    steps: steps(number, morning, told),
                    ..Day::default()
                })
                .collect(),
            waiting: Vec::new(),
        }
    }
}

fn steps(day: usize, morning: &[Planned], told: impl Fn(Told) -> String) -> Vec<Step> {
    let rest: &[Planned] = if morning.is_empty() { &[] } else { &REST };
    let all: Vec<&Planned> = morning.iter().chain(rest).collect();
    let steps = all.iter().zip(spread(all.len())).enumerate();
    steps
        .map(|(at, ((minutes, kind, title), rank))| Step {
            id: format!("s{}-{}", day + 1, at + 1),
            title: told(*title),
            minutes: *minutes,
            kind: *kind,
            rank,
            fixed: (title == &REST[2].2).then_some(LUNCH_MINUTES),
            free: *kind == Practice,
            ..Step::default()
        })
        .collect()
}
