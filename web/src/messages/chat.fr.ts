// The sentences of the chat, in French.
import { counting } from "./plural";

const count = counting("fr");

export const chatFr = {
  title: "Discussion",
  /** Of the button that opens it. */
  unread: (n: string) =>
    `Discussion : ${n === "1" ? "1 nouveau message" : `${n} nouveaux messages`}`,
  unreadNamed: (n: string) =>
    `Discussion : ${n === "1" ? "1 nouveau message" : `${n} nouveaux messages`}, et on vous y nomme`,
  here: {
    space: { workshop: "avec tout l’atelier", structure: "avec toute la structure" },
    document: (title: string) => `à côté de « ${title} »`,
  },
  close: "Fermer la discussion",
  menu: "Menu de la discussion",
  quiet: "En silence sur cet appareil",
  quietNow: "Plus de compteur ni d’annonce ici. Vous êtes toujours prévenu si on vous nomme.",
  turnOff: "Fermer pour tout le monde",
  offNow: "La discussion est fermée pour tout le monde.",
  turnedOff: "L’animation a fermé la discussion. Ce que vous écriviez est gardé.",
  loading: "On cherche les messages…",
  notLoaded: "Les messages n’ont pas pu être lus : le serveur ne répond pas.",
  again: "Recommencer",
  none: "Personne n’a encore rien écrit ici.",
  noneHint: "Une question, un lien, « on reprend à 14 h » : ce qui n’a pas sa place dans le texte.",
  messages: "Messages",
  older: "Messages plus anciens",
  fresh: "Nouveaux messages",
  toFresh: "Aller aux nouveaux messages",
  you: "Vous",
  someone: "Quelqu’un qui n’est plus là",
  field: "Votre message",
  hint: "Écrire un message…",
  keys: "Entrée envoie, Maj + Entrée va à la ligne, @ nomme quelqu’un.",
  send: "Envoyer",
  offline:
    "Sans réseau, rien ne part. Ce que vous écrivez reste ici : envoyez-le quand le réseau revient.",
  notSent:
    "Le message n’est pas parti : le serveur ne répond pas. Il reste ici, envoyez-le de nouveau.",
  locked:
    "L’atelier est fermé à l’écriture\u{202f}: la discussion reprendra à la réouverture. Ce que vous aviez commencé est gardé.",
  reader: "Vous êtes en lecture : vous lisez la discussion sans y écrire.",
  names: (n: number) =>
    `${count(n, "personne", "personnes")} : flèches pour choisir, Entrée pour nommer.`,
  people: "Personnes",
  actions: (name: string) => `Actions sur le message de ${name}`,
  put: "Mettre dans le pad",
  putNow: "Le message est à la fin du pad.",
  said: (name: string, body: string) => `${name} : ${body}`,
  card: "En faire une carte",
  remove: "Supprimer",
  removeTitle: "Supprimer ce message ?",
  removeText: "Il est effacé pour tout le monde. On ne peut pas revenir en arrière.",
  removeDo: "Supprimer",
  heard: (n: number) => count(n, "nouveau message", "nouveaux messages"),
  heardFar: (n: number) => `Discussion : ${count(n, "nouveau message", "nouveaux messages")}`,
  named: (name: string) => `${name} vous nomme dans la discussion.`,
  namedIn: (name: string, title: string) => `${name} vous nomme dans la discussion : « ${title} ».`,
  open: "Ouvrir",
};

export type ChatMessages = typeof chatFr;
