//! The weekly reminder: what is late or due within a week, one's own cards first, each with its links.

use store::Language;

use super::letter::{Letter, Part};
use super::letters::{Around, action};
use crate::day::Day;
use crate::kinds::kanban::due_cards::DueCard;

/// A card and the pages that act on it.
pub(super) struct Offer {
    pub(super) card: DueCard,
    pub(super) done: String,
    pub(super) later: String,
}

/// The letter about these cards and so many `more`, for which there is no room.
pub(super) fn weekly(around: &Around<'_>, offers: Vec<Offer>, more: usize, today: Day) -> Letter {
    let language = around.reminder.language;
    let subject = subject(around, &offers, today);
    let (mine, others): (Vec<_>, Vec<_>) = offers.into_iter().partition(|offer| offer.card.is_mine);
    let mut parts = section(mine, MINE, language, today);
    parts.extend(section(others, OTHERS, language, today));
    if more > 0 {
        let said = match language {
            Language::French => format!("Et {more} de plus, dans le plan."),
            Language::English => format!("And {more} more, in the plan."),
        };
        parts.push(Part::Text(said));
    }
    around.letter(subject, parts)
}

/// A heading, in French and in English.
type Heading = (&'static str, &'static str);

const MINE: Heading = ("Pour vous\u{202f}:", "For you:");
const OTHERS: Heading = (
    "Pour le reste du groupe\u{202f}:",
    "For the rest of the group:",
);

fn subject(around: &Around<'_>, offers: &[Offer], today: Day) -> String {
    let late = offers.iter().filter(|offer| offer.card.due < today).count();
    let counted = counted(late, offers.len() - late, around.reminder.language);
    format!("{} – {counted}", around.reminder.title)
}

/// What there is none of is not spoken of.
fn counted(late: usize, soon: usize, language: Language) -> String {
    let [of_late, of_soon] = match language {
        Language::French => ["en retard", "à faire cette semaine"],
        Language::English => ["late", "due this week"],
    };
    let counts = [(late, of_late), (soon, of_soon)].into_iter();
    let said = counts.filter(|(count, _)| *count > 0);
    let said: Vec<String> = said
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    said.join(", ")
}

fn section(offers: Vec<Offer>, heading: Heading, language: Language, today: Day) -> Vec<Part> {
    if offers.is_empty() {
        return Vec::new();
    }
    let heading = match language {
        Language::French => heading.0,
        Language::English => heading.1,
    };
    let cards = offers.into_iter();
    let cards = cards.flat_map(|offer| about(offer, language, today));
    [Part::Heading(heading.to_owned())]
        .into_iter()
        .chain(cards)
        .collect()
}

fn about(offer: Offer, language: Language, today: Day) -> [Part; 3] {
    let (title, day) = (&offer.card.title, offer.card.due.spoken(language));
    let is_late = offer.card.due < today;
    let (said, done, later) = match (language, is_late) {
        (Language::French, true) => (
            format!("{title} – en retard, c’était pour le {day}"),
            "C’est fait",
            "Une semaine de plus",
        ),
        (Language::French, false) => (
            format!("{title} – pour le {day}"),
            "C’est fait",
            "Une semaine de plus",
        ),
        (Language::English, true) => (
            format!("{title} – late, it was due on {day}"),
            "Done",
            "A week later",
        ),
        (Language::English, false) => (format!("{title} – due on {day}"), "Done", "A week later"),
    };
    [
        Part::Text(said),
        action(done, offer.done),
        action(later, offer.later),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_counts_what_there_is() {
        let counted = |late, soon| counted(late, soon, Language::French);
        assert_eq!(counted(1, 2), "1 en retard, 2 à faire cette semaine");
        assert_eq!(counted(0, 2), "2 à faire cette semaine");
        assert_eq!(counted(3, 0), "3 en retard");
    }
}
