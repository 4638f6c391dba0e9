// The sentences of the conduct of a workshop, in French.
import { counting } from "./plural";

const count = counting("fr");
const minutes = (n: number): string => `${String(n)}\u{202f}min`;

export const conductFr = {
  title: "Le moment",
  day: "La journée",
  now: "Maintenant",
  next: "Ensuite",
  /** Of what is left, in figures. */
  calm: (left: string) => `encore ${left}`,
  short: (left: string) => `plus que ${left}`,
  last: (left: string) => `presque fini\u{202f}: ${left}`,
  over: (ms: number) =>
    ms > -60_000 ? "temps écoulé" : `temps dépassé de ${minutes(Math.floor(-ms / 60_000))}`,
  paused: (left: string) => `en pause, reste ${left}`,
  pausedOver: "en pause",
  onTime: "à l’heure",
  late: (n: number) => `${minutes(n)} de retard`,
  early: (n: number) => `${minutes(n)} d’avance`,
  notBegun: "La journée n’a pas commencé",
  ended: "La journée est finie",
  begins: (title: string, n: number) =>
    `Étape\u{202f}: ${title}, ${count(n, "minute", "minutes")}.`,
  spoken: (n: number) => `Encore ${count(n, "minute", "minutes")}.`,
  ends: (title: string) => `${title}\u{202f}: le temps est écoulé.`,
  lasts: minutes,
  go: "Y aller",
  video: "Ouvrir le lien",
  goTo: (title: string) => `Y aller\u{202f}: ${title}`,
  raise: "Lever la main",
  lower: "Baisser la main",
  raised: (place: number) =>
    place === 1
      ? "Main levée\u{202f}: c’est à vous."
      : `Main levée\u{202f}: ${String(place - 1)} avant vous.`,
  askedReady: "Êtes-vous prêt·e\u{202f}?",
  ready: "Je suis prêt·e",
  notReady: "Pas encore prêt·e",
  isReady: "Noté, vous êtes prêt·e.",
  sound: "Son doux à la fin d’une étape, sur cet appareil",
  line: "Animation",
  back: "Étape d’avant",
  pause: "Pause",
  resume: "Reprendre",
  forward: "Étape suivante",
  finish: "Finir la journée",
  start: "Commencer",
  startAt: (title: string) => `Commencer\u{202f}: ${title}`,
  add: (n: number) =>
    n > 0
      ? `Ajouter ${count(n, "minute", "minutes")}`
      : `Enlever ${count(-n, "minute", "minutes")}`,
  here: "Tout le monde ici",
  hereTo: (title: string) => `Amener tout le monde à «\u{202f}${title}\u{202f}»`,
  hands: (n: number) => (n === 0 ? "Aucune main levée" : count(n, "main levée", "mains levées")),
  lowerOf: (name: string) => `Baisser la main de ${name}`,
  lowerAll: "Baisser toutes les mains",
  areReady: "Prêts\u{202f}?",
  askReady: "Demander si tout le monde est prêt",
  askNoMore: "Ne plus demander",
  countReady: (n: number, of: number) => `${String(n)} prêt·es sur ${String(of)}`,
  follow: "Déroulé à suivre",
  followHint:
    "Choisissez le déroulé\u{202f}: l’étape en cours et le temps qui reste se voient sur tous les écrans.",
  followThis: (title: string) => `Suivre «\u{202f}${title}\u{202f}»`,
  other: "Suivre un autre déroulé",
  whole: (n: number) => `Toute la journée\u{202f}: ${count(n, "étape", "étapes")}`,
  noSteps: "Aucune étape n’est prévue. Ajoutez-en au déroulé.",
  openAgenda: "Ouvrir le déroulé",
  stale: "Quelqu’un d’autre vient de le faire\u{202f}: voici où on en est.",
  called: (title: string, seconds: number) =>
    `Tout le monde va à «\u{202f}${title}\u{202f}» dans ${String(seconds)}\u{202f}s`,
  calledNow: (name: string, title: string) =>
    `${name} appelle tout le monde à «\u{202f}${title}\u{202f}». Vous y allez dans trois secondes, ou vous restez ici.`,
  waits: (title: string) => `Vous irez à «\u{202f}${title}\u{202f}» quand vous aurez fini d’écrire`,
  stay: "Rester ici",
  someone: "L’animation",
};
