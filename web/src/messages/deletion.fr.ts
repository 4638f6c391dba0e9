// The sentences about what a space holds, and about deleting things for good, in French.
import { counting } from "./plural";
import { size } from "./size";

const count = counting("fr");

export const deletionFr = {
  document: {
    title: (title: string) => `Supprimer « ${title} » ?`,
    goes: "Sont effacés avec lui, pour tout le monde :",
    /** Without an answer of the server, without a size. */
    history: (bytes: number | undefined) =>
      `tout ce qui y est écrit, avec son historique${bytes === undefined ? "" : ` (${size(bytes, "fr")})`}`,
    files: (n: number, bytes: number) =>
      `${count(n, "fichier joint", "fichiers joints")} (${size(bytes, "fr")})`,
    rounds: (n: number) =>
      `${count(n, "tour de vote", "tours de vote")}, bulletins et résultats compris`,
    calendars: "les adresses par lesquelles des agendas le suivent",
    links:
      "Les liens vers lui, dans d’autres documents, ne mèneront plus qu’à une page qui le dit.",
    keep: "Pour en garder quelque chose, téléchargez-le d’abord. On ne peut pas revenir en arrière.",
    verb: "Supprimer définitivement",
    done: (title: string) => `« ${title} » est supprimé.`,
  },
  gone: {
    title: (title: string) => `« ${title} » a été supprimé`,
    untitled: "Ce document a été supprimé",
    by: (name: string, when: string) => `Par ${name}, ${when}.`,
    you: "vous",
    someone: "quelqu’un qui n’est plus là",
    nothingLeft: "Son texte et ses fichiers sont effacés. Cet appareil n’en garde rien non plus.",
    unsentTitle: "Ce que vous veniez d’écrire n’est pas parti",
    unsentText:
      "Ce document a été supprimé entre-temps. Ce que vous voyez ici n’est plus que sur cet appareil : copiez le texte si vous voulez le garder.",
    forget: "Effacer de cet appareil",
    unsentIn: (title: string) =>
      `« ${title} » a été supprimé, alors que vous y aviez écrit sans réseau.`,
    see: "Voir ce que j’avais écrit",
  },
  file: {
    ask: (name: string) => `Supprimer : ${name}`,
    title: "Supprimer ce fichier ?",
    text: (name: string) =>
      `« ${name} » sera effacé du serveur, pour tout le monde et sur toutes les cartes où il se trouve.`,
    noWayBack: "On ne peut pas revenir en arrière.",
    verb: "Supprimer définitivement",
    done: (name: string) => `« ${name} » est supprimé.`,
    gone: "fichier supprimé",
  },
  usage: {
    title: "Place occupée",
    of: (used: string, max: string) => `${used} sur ${max}`,
    documents: "Documents",
    files: "Fichiers joints",
    all: "En tout",
    hint: "Au maximum, on ne peut plus rien créer ni joindre ; ce qui existe continue de s’écrire. Pour faire de la place, supprimez de gros fichiers, ou des documents rangés.",
    largest: "Les plus gros fichiers",
    from: (who: string, title: string) => `${who}, dans « ${title} »`,
  },
};

export type DeletionMessages = typeof deletionFr;
