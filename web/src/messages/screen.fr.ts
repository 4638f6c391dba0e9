// The sentences of the big screen and of those who keep it, in French.
import { counting } from "./plural";

const count = counting("fr");

export const screenFr = {
  page: "Grand écran",
  waiting: "L’écran arrive…",
  over: "Ce lien ne montre plus rien",
  overHint: "L’animation l’a retiré ou remplacé. Demandez-lui le nouveau.",
  stale: (time: string) =>
    `Pas de nouvelles du serveur depuis ${time}. L’heure continue\u{202f}; le reste date de ce moment.`,
  join: "Pour entrer",
  address: (host: string) => host,
  code: "Code",
  noCode: "La porte est fermée.",
  qr: "Carré à photographier pour entrer",
  wifi: (name: string) => `Wi-Fi\u{202f}: ${name}`,
  wifiQr: "Carré à photographier pour rejoindre le Wi-Fi",
  next: "Ensuite",
  paused: "en pause",
  closed: "Écriture fermée",
  present: (n: number) => count(n, "personne est là", "personnes sont là"),
  hands: (n: number) => count(n, "main levée", "mains levées"),
  ready: (n: number) => count(n, "prêt·e", "prêt·es"),
  voted: (n: number, of: number) =>
    `${String(n)} sur ${String(of)} ${of > 1 ? "personnes ont voté" : "personne a voté"}`,
  voteOpen: "Le vote est ouvert",
  voteClosed: "Le vote est clos. Les résultats arrivent.",
  dots: (n: number) => count(n, "gommette", "gommettes"),
  answered: (n: number) => count(n, "réponse", "réponses"),
  answersHidden: "Les réponses se montrent ensemble.",
  keep: {
    title: "Écran de la salle",
    lead: "Une page à projeter : le code, l’étape et le temps qui reste, où en est le vote, les résultats quand vous les montrez. Elle ne montre aucun nom et n’ouvre rien.",
    make: "Faire le lien de l’écran",
    again: "Faire un nouveau lien",
    open: "Ouvrir l’écran",
    made: "Ce lien n’est montré qu’une fois. Ouvrez-le sur l’ordinateur du vidéoprojecteur.",
    exists: "Un lien existe. Un nouveau le remplace.",
    end: "Retirer le lien",
    ended: "Le lien de l’écran ne montre plus rien.",
    wifiName: "Nom du Wi-Fi de la salle",
    wifiPassword: "Mot de passe du Wi-Fi (laisser vide s’il n’y en a pas)",
    wifiSave: "Montrer le Wi-Fi",
    wifiSaved: "L’écran montre le Wi-Fi.",
    wifiGone: "L’écran ne montre plus le Wi-Fi.",
  },
};
