//! The letters there are, in both languages. Pure: who writes them knows the day and the links.

use store::{Ending, Language, Reminder};

use super::letter::{Letter, Link, Part};
use crate::day::{Day, weekday_name};

/// What every letter about a space ends with.
pub(super) struct Around<'a> {
    pub(super) reminder: &'a Reminder,
    /// The page of the space.
    pub(super) space: String,
    /// The address that ends the reminders.
    pub(super) unsubscribe: String,
}

/// Asks an address whether it wants reminders. Nothing in it was written by anybody: it may reach somebody who never
/// asked for it.
pub(super) fn confirmation(language: Language, weekday: u8, host: &str, link: String) -> Letter {
    let weekday = weekday_name(weekday, language);
    let (subject, asked, label, ignore) = match language {
        Language::French => (
            "Confirmez vos rappels",
            format!(
                "Quelqu’un, sans doute vous, a demandé sur {host} que cette adresse reçoive chaque {weekday} \
                 les cartes en retard ou à faire bientôt d’un kanban d’action."
            ),
            "Recevoir ces rappels",
            "Si ce n’est pas vous, ne faites rien\u{202f}: aucun autre courriel ne sera envoyé.",
        ),
        Language::English => (
            "Confirm your reminders",
            format!(
                "Somebody, probably you, asked on {host} that this address be sent, every {weekday}, \
                 the cards of an action kanban that are late or due soon."
            ),
            "Send me these reminders",
            "If it was not you, do nothing: no other mail will be sent.",
        ),
    };
    Letter {
        subject: subject.to_owned(),
        language: language.as_str(),
        parts: vec![
            Part::Text(asked),
            action(label, link),
            Part::Text(ignore.to_owned()),
        ],
        footer: vec![Part::Text(format!("Atelier, {host}"))],
    }
}

/// Asks whether a structure goes on.
pub(super) fn nudge(around: &Around<'_>, months: u8, alive: String, over: String) -> Letter {
    let title = &around.reminder.title;
    let (subject, asked, [yes, no]) = match around.reminder.language {
        Language::French => (
            format!("{title} – toujours en vie\u{202f}?"),
            format!(
                "Le plan d’action «\u{202f}{title}\u{202f}» a {months} mois. Est-ce qu’il vous sert encore\u{202f}?"
            ),
            ["Oui, on continue", "Non, c’est fini\u{202f}: le supprimer"],
        ),
        Language::English if months == 1 => (
            format!("{title} – still alive?"),
            format!("The action plan “{title}” is 1 month old. Do you still use it?"),
            ["Yes, we go on", "No, it is over: delete it"],
        ),
        Language::English => (
            format!("{title} – still alive?"),
            format!("The action plan “{title}” is {months} months old. Do you still use it?"),
            ["Yes, we go on", "No, it is over: delete it"],
        ),
    };
    let parts = vec![Part::Text(asked), action(yes, alive), action(no, over)];
    around.letter(subject, parts)
}

/// Warns that a space will be erased.
pub(super) fn warning(around: &Around<'_>, on: Day, why: Ending, keep: String) -> Letter {
    let title = &around.reminder.title;
    let language = around.reminder.language;
    let on = on.spoken(language);
    let (subject, why, what, label) = match (language, why) {
        (Language::French, why) => (
            format!("{title} – suppression le {on}"),
            match why {
                Ending::Asked => format!(
                    "Quelqu’un de votre groupe a demandé la suppression de «\u{202f}{title}\u{202f}»."
                ),
                Ending::Silent => {
                    format!("Personne n’a ouvert «\u{202f}{title}\u{202f}» depuis un an.")
                }
            },
            format!("Tout son contenu sera effacé le {on}. D’ici là, tout marche comme avant."),
            "Le garder",
        ),
        (Language::English, why) => (
            format!("{title} – to be deleted on {on}"),
            match why {
                Ending::Asked => format!("Somebody of your group asked to delete “{title}”."),
                Ending::Silent => format!("Nobody has opened “{title}” for a year."),
            },
            format!(
                "All that is in it will be erased on {on}. Until then everything works as before."
            ),
            "Keep it",
        ),
    };
    let parts = vec![Part::Text(why), Part::Text(what), action(label, keep)];
    around.letter(subject, parts)
}

impl Around<'_> {
    pub(super) fn letter(&self, subject: String, mut parts: Vec<Part>) -> Letter {
        let (see, open, why, stop) = match self.reminder.language {
            Language::French => (
                "Pour tout voir\u{202f}:",
                "Ouvrir le plan",
                "Vous recevez ce courriel parce que vous l’avez demandé.",
                "Ne plus rien recevoir",
            ),
            Language::English => (
                "To see everything:",
                "Open the plan",
                "You get this mail because you asked for it.",
                "Get no more of these",
            ),
        };
        parts.push(Part::Text(see.to_owned()));
        parts.push(action(open, self.space.clone()));
        Letter {
            subject,
            language: self.reminder.language.as_str(),
            parts,
            footer: vec![
                Part::Text(why.to_owned()),
                action(stop, self.unsubscribe.clone()),
            ],
        }
    }
}

pub(super) fn action(label: &str, url: String) -> Part {
    Part::Action(Link {
        label: label.to_owned(),
        url,
    })
}

#[cfg(test)]
mod tests {
    use store::{ParticipantId, SpaceId};

    use super::*;

    const TODAY: Day = Day(20_780); // Monday 23 November 2026

    fn reminder(language: Language) -> Reminder {
        Reminder {
            participant: ParticipantId::random(),
            name: "Léa".to_owned(),
            space: SpaceId::random(),
            title: "La Ruche".to_owned(),
            language,
            email: "lea@example.org".to_owned(),
            weekday: 1,
            confirmed: true,
        }
    }

    fn around(reminder: &Reminder) -> Around<'_> {
        Around {
            reminder,
            space: "https://a.example.org/w/1".to_owned(),
            unsubscribe: "https://a.example.org/mail/stop".to_owned(),
        }
    }

    #[test]
    fn a_confirmation_holds_nothing_that_people_wrote() {
        for language in [Language::French, Language::English] {
            let letter = confirmation(language, 2, "a.example.org", "https://l".to_owned());
            let text = format!("{}{}", letter.subject, letter.text());
            assert!(text.contains("https://l") && text.contains("a.example.org"));
            assert!(!text.contains("Ruche") && !text.contains("Léa"));
        }
    }

    #[test]
    fn questions_and_warnings_say_what_each_link_does() {
        let reminder = reminder(Language::French);
        let around = around(&reminder);
        let asked = nudge(
            &around,
            3,
            "https://yes".to_owned(),
            "https://no".to_owned(),
        );
        assert_eq!(asked.subject, "La Ruche – toujours en vie\u{202f}?");
        let text = asked.text();
        assert!(text.contains("→ Oui, on continue\nhttps://yes"), "{text}");
        assert!(text.contains("a 3 mois") && text.contains("https://no"));
        let warned = warning(&around, TODAY, Ending::Silent, "https://keep".to_owned());
        assert_eq!(
            warned.subject,
            "La Ruche – suppression le lundi 23 novembre 2026"
        );
        assert!(warned.text().contains("Personne n’a ouvert"));
        assert!(warned.text().contains("→ Le garder\nhttps://keep"));
    }
}
