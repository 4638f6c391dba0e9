// The sentences of texts that come from other tools, in French.
import { counting } from "../../../../messages/plural";

const plural = counting("fr");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

export const importingFr = {
  title: "Importer un texte",
  lead: "Un document de LibreOffice, de Word, d’Etherpad ou de HedgeDoc, une page web ou un simple texte. Vous verrez ce qu’il contient avant d’ajouter quoi que ce soit.",
  file: "Fichier (.odt, .docx, .etherpad, .md, .html ou .txt)",
  look: "Regarder ce qu’il contient",
  looking: "Le fichier est examiné…",
  taking: "Le texte arrive…",
  tooLarge: "Ce fichier dépasse 20\u00a0Mo.",
  nothingChanged: "Rien n’a été changé.",
  formats: {
    odt: "Document LibreOffice",
    docx: "Document Word",
    etherpad: "Pad d’Etherpad",
    md: "Texte de HedgeDoc",
    html: "Page web",
    txt: "Texte simple",
  },
  holds: (words: number, images: number) =>
    `${[count(words, "mot", "mots"), ...(images > 0 ? [count(images, "image", "images")] : [])].join(", ")}. Rien n’est encore ajouté.`,
  preview: "Aperçu du texte",
  padTitle: "Titre du pad",
  place: "Où le mettre",
  here: "Dans ce pad, là où se trouve le curseur",
  newPad: "Dans un nouveau pad",
  create: "Créer le pad",
  add: "Ajouter à ce pad",
  other: "Choisir un autre fichier",
  lostTitle: "Ce qui ne peut pas venir",
  lostNothing: "Tout le texte peut venir.",
  quoted: (name: string) => `«\u202f${name}\u202f»`,
  such: (names: string) => `\u202f: ${names}`,
  lost: {
    chat: (n: number) =>
      `${count(n, "message de discussion est laissé", "messages de discussion sont laissés")} de côté`,
    comments: (n: number) =>
      `${count(n, "commentaire est laissé", "commentaires sont laissés")} de côté`,
    drawings: (n: number) => `${count(n, "dessin est laissé", "dessins sont laissés")} de côté`,
    formulas: (n: number) => `${count(n, "formule est laissée", "formules sont laissées")} de côté`,
    images: (n: number) => `${count(n, "image est laissée", "images sont laissées")} de côté`,
    links: (n: number) =>
      count(
        n,
        "lien ne mène nulle part ici\u202f: son texte vient seul",
        "liens ne mènent nulle part ici\u202f: leur texte vient seul",
      ),
    notes: (n: number) =>
      `${count(n, "note de bas de page est laissée", "notes de bas de page sont laissées")} de côté`,
    removed: (n: number) =>
      `${count(n, "passage barré en mode révision est laissé", "passages barrés en mode révision sont laissés")} de côté`,
    scripts: (n: number) =>
      `${count(n, "élément qui s’anime ou se remplit est laissé", "éléments qui s’animent ou se remplissent sont laissés")} de côté`,
    tables: (n: number) => `${count(n, "tableau vient", "tableaux viennent")} en lignes de texte`,
  },
  lostOther: (n: number) =>
    `${count(n, "élément qui n’existe pas ici est laissé", "éléments qui n’existent pas ici sont laissés")} de côté`,
};
