//! What a round begins with.

use super::{Picture, Question, State};
use crate::language::Language;
use Picture::{
    Circle, Cloud, CloudSun, Cross, Five, Four, Frown, Laugh, Meh, One, Rain, Smile, Square, Storm,
    Sun, Three, Triangle, Two,
};

/// Questions that are asked often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Template {
    /// How one feels, as weather.
    Weather,
    /// How one feels, as faces.
    Faces,
    /// Whether it was worth the time, 1 to 5: return on time invested.
    Roti,
    /// States that the group names.
    OwnWords,
}

impl Template {
    pub(super) fn told_in(self, language: Language) -> Question {
        let told = match self {
            Self::Weather => &WEATHER,
            Self::Faces => &FACES,
            Self::Roti => &ROTI,
            Self::OwnWords => &OWN_WORDS,
        };
        told.told_in(language)
    }
}

struct Told {
    /// In French, then in English, as are the labels.
    text: [&'static str; 2],
    states: &'static [(Picture, [&'static str; 2])],
}

impl Told {
    fn told_in(&self, language: Language) -> Question {
        let of = |[french, english]: [&str; 2]| match language {
            Language::French => french.to_owned(),
            Language::English => english.to_owned(),
        };
        let state = |(picture, labels): &(Picture, [&str; 2])| State {
            picture: *picture,
            label: of(*labels),
        };
        Question {
            text: of(self.text),
            states: self.states.iter().map(state).collect(),
            anonymous: true,
            words: true,
        }
    }
}

const WEATHER: Told = Told {
    text: ["Quelle est votre météo ?", "What is your weather?"],
    states: &[
        (Sun, ["Grand soleil", "Sunny"]),
        (CloudSun, ["Éclaircies", "Bright spells"]),
        (Cloud, ["Nuageux", "Cloudy"]),
        (Rain, ["Pluie", "Rain"]),
        (Storm, ["Orage", "Storm"]),
    ],
};

const FACES: Told = Told {
    text: ["Comment vous sentez-vous ?", "How do you feel?"],
    states: &[
        (Laugh, ["Très bien", "Very well"]),
        (Smile, ["Bien", "Well"]),
        (Meh, ["Moyen", "So-so"]),
        (Frown, ["Pas très bien", "Not so well"]),
        (Cross, ["Mal", "Badly"]),
    ],
};

const ROTI: Told = Told {
    text: [
        "Ce moment valait-il le temps que vous y avez passé ?",
        "Was this worth the time you spent on it?",
    ],
    states: &[
        (
            Five,
            ["Bien plus que le temps passé", "Far more than the time"],
        ),
        (Four, ["Plus que le temps passé", "More than the time"]),
        (Three, ["Le temps passé, sans plus", "Just the time"]),
        (Two, ["Un peu de temps perdu", "Some time was lost"]),
        (One, ["Du temps perdu", "A waste of time"]),
    ],
};

const OWN_WORDS: Told = Told {
    text: ["Où en êtes-vous ?", "Where are you?"],
    states: &[
        (Circle, ["C’est clair", "All clear"]),
        (Triangle, ["J’ai des questions", "I have questions"]),
        (Square, ["Je suis perdu·e", "I am lost"]),
    ],
};
