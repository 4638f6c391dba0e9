// The sentences of rounds, in French.
import { counting } from "../../../messages/plural";

const count = counting("fr");
const people = (n: number): string => count(n, "personne", "personnes");
const answers = (n: number): string => count(n, "réponse", "réponses");

/** What pictures are called. */
const pictures: Readonly<Record<string, string>> = {
  sun: "Soleil",
  "cloud-sun": "Soleil et nuage",
  cloud: "Nuage",
  rain: "Pluie",
  storm: "Orage",
  laugh: "Visage réjoui",
  smile: "Sourire",
  meh: "Visage neutre",
  frown: "Moue",
  cross: "Visage fâché",
  five: "Dé : 5",
  four: "Dé : 4",
  three: "Dé : 3",
  two: "Dé : 2",
  one: "Dé : 1",
  circle: "Rond",
  square: "Carré",
  triangle: "Triangle",
  diamond: "Losange",
  star: "Étoile",
};

export const roundFr = {
  offline:
    "Hors ligne : votre réponse est gardée sur cet appareil et partira au retour de la connexion. Le reste attend.",
  anonymous: {
    promise: "Anonyme : personne ne saura qui a répondu quoi.",
    named: "Avec les noms : à la fin, tout le monde voit qui a répondu quoi.",
    willBe: "Les réponses seront anonymes. Cela ne changera plus une fois la question posée.",
    willBeNamed:
      "Les réponses seront montrées avec les noms. Cela ne changera plus une fois la question posée.",
    choice: "Réponses anonymes",
    namedChoice: "Réponses avec les noms",
    honest:
      "Personne ne saura qui a répondu quoi, et rien n’est révélé avant trois réponses. Tant que la question est posée, qui administre le serveur pourrait faire le lien ; ensuite, plus personne.",
  },
  asking: {
    choose: "Fois où la question a été posée",
    numbered: (n: number) => (n === 1 ? "1re fois" : `${String(n)}e fois`),
    none: "La question n’est pas encore posée. Préparez-la si besoin, puis posez-la quand le groupe est prêt.",
    noneYet: "La question n’est pas encore posée. Elle apparaîtra ici dès que l’animation la pose.",
    answered: (n: number, of: number) => (of > 0 ? `${answers(n)} sur ${people(of)}` : answers(n)),
    revealed: "Les réponses sont révélées.",
  },
  question: {
    untitled: "Comment ça va ?",
    button: "Préparer la question",
    title: "Préparer la question",
    text: "Question",
    states: "Réponses possibles, la meilleure en premier",
    picture: (n: number) => `Image ${String(n)}`,
    label: (n: number) => `Réponse ${String(n)}`,
    add: "Ajouter une réponse",
    remove: "Retirer la dernière",
    takesWords: "On peut ajouter un mot",
    names: "À la révélation",
    save: "Enregistrer",
    pictures,
  },
  ask: {
    button: "Poser la question",
    again: "Poser à nouveau",
    title: "Poser la question à tout le monde",
    verb: "Poser",
    name: "Nom de cette fois",
    hint: "Par exemple Matin, puis Soir : l’écart entre les deux sera montré.",
    suggestions: ["Matin", "Soir"],
  },
  answer: {
    legend: "Votre réponse",
    word: "Un mot ou une phrase",
    optional: "facultatif",
    send: "Envoyer",
    choose: "Choisissez d’abord une réponse.",
    sent: "Votre réponse est partie. Vous pouvez la changer jusqu’à la révélation.",
    mine: "Votre réponse :",
    change: "Changer ma réponse",
    keep: "Garder ma réponse",
    late: "Les réponses viennent d’être révélées : la vôtre est arrivée trop tard et n’a pas été comptée.",
  },
  reveal: {
    button: "Révéler les réponses",
    title: "Révéler les réponses ?",
    text: "Tout le monde les verra en même temps, et plus personne ne pourra répondre.",
    missing: (n: number) =>
      `Encore ${answers(n)} avant de pouvoir révéler : avec moins de trois, chacun pourrait deviner qui a répondu quoi.`,
    waitingFor: (n: number) =>
      n === 1 ? "1 personne n’a pas encore répondu." : `${people(n)} n’ont pas encore répondu.`,
  },
  giveUp: {
    button: "Abandonner",
    title: "Abandonner cette question ?",
    verb: "Abandonner",
    text: "Les réponses déjà données seront effacées pour de bon, sans être montrées.",
  },
  result: {
    title: "Les réponses",
    answers,
    people,
    words: "En quelques mots",
    difference: (from: string, to: string) => `De « ${from} » à « ${to} »`,
    state: "Réponse",
    gap: "Écart",
  },
  turn: {
    title: (n: number) =>
      n === 0
        ? "Tour de parole : tout le monde a parlé"
        : `Tour de parole : ${people(n)} à entendre`,
    offline: "Hors ligne : le tour de parole attend le retour de la connexion.",
    speaks: (name: string) => `La parole est à ${name}.`,
    yours: "La parole est à vous.",
    done: "J’ai parlé",
    notYet: "Je n’ai pas encore parlé",
    random: "Tirer au sort qui parle",
    anew: "Recommencer le tour",
    give: "Donner la parole",
    giveTo: (name: string) => `Donner la parole à ${name}`,
    now: "a la parole",
    hasSpoken: "a parlé",
    waits: "n’a pas encore parlé",
  },
};
