//! The words of exports and of the built-in bricks.

use super::{Category, Round};
use crate::language::Language;

impl Language {
    /// The words in this language.
    pub(super) fn words(self) -> &'static Words {
        match self {
            Self::French => &FRENCH,
            Self::English => &ENGLISH,
        }
    }
}

/// What stands in exports.
pub(super) struct Words {
    /// Between the cells of a table, as the spreadsheets of the country expect it.
    pub(super) separator: char,
    pub(super) rank: &'static str,
    pub(super) brick: &'static str,
    pub(super) about: &'static str,
    pub(super) category: &'static str,
    pub(super) minutes: &'static str,
    pub(super) always: &'static str,
    pub(super) grouped: &'static str,
    pub(super) yes: &'static str,
    round: &'static str,
    run_off: &'static str,
    pub(super) entered: &'static str,
    pub(super) dots: &'static str,
    /// How many people voted.
    pub(super) voters: fn(u32) -> String,
    pub(super) tied: &'static str,
    pub(super) bricks: &'static str,
    categories: [&'static str; 3],
}

impl Words {
    /// What a round is called.
    pub(super) fn round(&self, round: &Round) -> String {
        let run_off = if round.run_off_of.is_empty() {
            ""
        } else {
            self.run_off
        };
        format!("{} {}{run_off}", self.round, round.number)
    }

    pub(super) fn category(&self, category: Category) -> &'static str {
        let [organise, show, theory] = self.categories;
        match category {
            Category::Organise => organise,
            Category::Show => show,
            Category::Theory => theory,
        }
    }
}

const FRENCH: Words = Words {
    separator: ';',
    rank: "Rang",
    brick: "Brique",
    about: "De quoi il s’agit",
    category: "Catégorie",
    minutes: "Minutes",
    always: "Toujours au programme",
    grouped: "Regroupée dans",
    yes: "oui",
    round: "Tour",
    run_off: ", pour départager",
    entered: "saisies par l’animation",
    dots: "Gommettes",
    voters: |count| match count {
        0 | 1 => format!("{count} personne a voté"),
        _ => format!("{count} personnes ont voté"),
    },
    tied: "ex æquo",
    bricks: "Briques",
    categories: [
        "S’organiser",
        "Montrer ce qu’on fait",
        "Théorie transversale",
    ],
};

const ENGLISH: Words = Words {
    separator: ',',
    rank: "Rank",
    brick: "Brick",
    about: "What it is about",
    category: "Category",
    minutes: "Minutes",
    always: "Always in",
    grouped: "Grouped into",
    yes: "yes",
    round: "Round",
    run_off: ", run-off",
    entered: "entered by the facilitator",
    dots: "Dots",
    voters: |count| match count {
        1 => "1 person voted".to_owned(),
        _ => format!("{count} people voted"),
    },
    tied: "tied",
    bricks: "Bricks",
    categories: [
        "Organising ourselves",
        "Showing what we do",
        "Theory across all",
    ],
};
