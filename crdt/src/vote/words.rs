//! The words of exports and of the built-in bricks.

use super::{Category, Language};

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
    pub(super) round: &'static str,
    pub(super) entered: &'static str,
    pub(super) dots: &'static str,
    pub(super) voters: &'static str,
    pub(super) tied: &'static str,
    pub(super) bricks: &'static str,
    categories: [&'static str; 3],
}

impl Words {
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
    entered: "saisies par l’animation",
    dots: "gommettes",
    voters: "personnes ont voté",
    tied: "ex æquo",
    bricks: "Briques",
    categories: [
        "Organiser la structure",
        "Montrer ce que fait la structure",
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
    entered: "entered by the facilitator",
    dots: "dots",
    voters: "people voted",
    tied: "tied",
    bricks: "Bricks",
    categories: [
        "Organising the structure",
        "Showing what the structure does",
        "Theory across all",
    ],
};
