// The sentences of files that come from other tools, in French.
import { counting } from "../../../messages/plural";

const plural = counting("fr");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

const cards = (n: number): string => count(n, "carte", "cartes");

export const importingFr = {
  importing: {
    title: "Importer un fichier",
    lead: "Un fichier exporté de Trello, Wekan, Kanboard ou Nextcloud Deck, ou un tableur enregistré en\u00a0.csv. Vous verrez ce qu’il contient avant d’ajouter quoi que ce soit.",
    file: "Fichier (.json ou .csv)",
    paste: "Coller le contenu à la place",
    pasteHere: "Contenu du fichier",
    look: "Regarder ce qu’il contient",
    looking: "Le fichier est examiné…",
    taking: "Les cartes arrivent…",
    where: "Où trouver ce fichier",
    places: [
      "Trello\u202f: menu du tableau, «\u202fImprimer, exporter et partager\u202f», puis «\u202fExporter en JSON\u202f».",
      "Wekan\u202f: menu du tableau, «\u202fExporter le tableau\u202f», en JSON ou en CSV.",
      "Kanboard\u202f: menu du projet, «\u202fExports\u202f», puis les tâches en CSV.",
      "Nextcloud Deck\u202f: menu du tableau, «\u202fExporter le tableau\u202f», en JSON plutôt qu’en CSV, ou le fichier que donne la commande d’export du serveur (occ).",
      "Tableur\u202f: une carte par ligne, les titres des colonnes sur la première, enregistré en .csv.",
    ],
    tooLarge: "Ce fichier dépasse 8\u00a0Mo.",
    unreadable: "Ce fichier n’a pas pu être lu sur cet appareil.",
    nothingChanged: "Rien n’a été changé.",
    formats: {
      trello: "Trello",
      wekan: "Wekan",
      "wekan-csv": "Wekan, en tableur",
      kanboard: "Kanboard",
      deck: "Nextcloud Deck",
      csv: "tableur",
    },
    found: (format: string) => `Ce fichier vient de\u202f: ${format}`,
    holds: (columns: number, all: number) =>
      `Il contient ${cards(all)} dans ${count(columns, "colonne", "colonnes")}.`,
    nothingYet: "Rien n’est encore ajouté.",
    people: "Les personnes responsables",
    peopleHint:
      "Qui sont-elles ici\u202f? Une nouvelle personne est inscrite sous ce nom, sans être prévenue.",
    person: (name: string, all: number) => `${name} (${all > 0 ? cards(all) : "commentaires"})`,
    newPerson: "Une nouvelle personne",
    nobody: "Personne",
    lostTitle: "Ce qui ne peut pas venir",
    lostNothing: "Tout ce que contient ce fichier peut venir.",
    quoted: (name: string) => `«\u202f${name}\u202f»`,
    such: (names: string) => `\u202f: ${names}`,
    notedTitle: "À savoir avant d’ajouter",
    noted: {
      boards: (n: number) =>
        `${count(n, "tableau de ce fichier viendrait", "tableaux de ce fichier viendraient")} ensemble dans ce plan`,
      deleted: (n: number) =>
        `${count(n, "élément supprimé", "éléments supprimés")} dans l’autre outil ${n < 2 ? "n’est pas repris" : "ne sont pas repris"}`,
      missing_years: (n: number) =>
        `${count(n, "date sans année est placée", "dates sans année sont placées")} au jour le plus proche`,
      other_weekdays: (n: number) =>
        `${count(n, "date ne tombe", "dates ne tombent")} pas le jour de la semaine écrit, et ${n < 2 ? "vient" : "viennent"} quand même`,
      without_column: (n: number) =>
        `${count(n, "carte sans colonne connue est rangée", "cartes sans colonne connue sont rangées")} à part`,
    },
    notedOther: (n: number) =>
      count(n, "élément n’arrive pas tel quel", "éléments n’arrivent pas tels quels"),
    lost: {
      ambiguous_dates: (n: number) =>
        `${count(n, "date qui se lit de deux façons, jour ou mois d’abord, est laissée", "dates qui se lisent de deux façons, jour ou mois d’abord, sont laissées")} de côté (à écrire comme 2027-03-14)`,
      dependencies: (n: number) =>
        `${count(n, "lien entre cartes est laissé", "liens entre cartes sont laissés")} de côté`,
      loose_checklists: (n: number) =>
        `${count(n, "liste à cocher n’appartient", "listes à cocher n’appartiennent")} à aucune carte du fichier`,
      loose_checks: (n: number) =>
        `${count(n, "ligne à cocher n’appartient", "lignes à cocher n’appartiennent")} à aucune carte du fichier`,
      unknown_labels: (n: number) =>
        `${count(n, "étiquette est introuvable", "étiquettes sont introuvables")} dans le fichier`,
      untold_checks: (n: number) =>
        `${count(n, "ligne à cocher est comptée mais pas écrite", "lignes à cocher sont comptées mais pas écrites")} dans ce fichier`,
      attachments: (n: number) =>
        `${count(n, "pièce jointe reste", "pièces jointes restent")} dans l’autre outil`,
      members: (n: number) =>
        `${count(n, "personne sans nom lisible est laissée", "personnes sans nom lisible sont laissées")} de côté`,
      custom_fields: (n: number) =>
        `${count(n, "champ personnalisé est laissé", "champs personnalisés sont laissés")} de côté`,
      comments: (n: number) =>
        `${count(n, "commentaire est laissé", "commentaires sont laissés")} de côté`,
      old_comments: (n: number) =>
        n < 2
          ? "les plus anciens commentaires manquent dans le fichier"
          : `${count(n, "commentaire ancien manque", "commentaires anciens manquent")} dans le fichier`,
      swimlanes: (n: number) =>
        `${count(n, "couloir disparaît", "couloirs disparaissent")}\u202f: les cartes viennent sans`,
      votes: (n: number) => `${count(n, "vote est laissé", "votes sont laissés")} de côté`,
      stickers: (n: number) =>
        `${count(n, "autocollant est laissé", "autocollants sont laissés")} de côté`,
      truncated_text: (n: number) =>
        count(n, "texte trop long est coupé", "textes trop longs sont coupés"),
      labels: (n: number) =>
        `${count(n, "étiquette en trop est laissée", "étiquettes en trop sont laissées")} de côté`,
      checks: (n: number) =>
        `${count(n, "ligne à cocher en trop est laissée", "lignes à cocher en trop sont laissées")} de côté`,
      dates: (n: number) =>
        `${count(n, "date illisible est laissée", "dates illisibles sont laissées")} de côté`,
      times: (n: number) =>
        `${count(n, "heure est laissée", "heures sont laissées")} de côté\u202f: seul le jour vient`,
      links: (n: number) =>
        count(n, "lien ne peut pas être repris", "liens ne peuvent pas être repris"),
      rules: (n: number) =>
        `${count(n, "règle automatique est laissée", "règles automatiques sont laissées")} de côté`,
      history: (n: number) =>
        n < 2
          ? "l’historique de l’autre outil ne vient pas"
          : count(n, "ligne d’historique ne vient pas", "lignes d’historique ne viennent pas"),
    },
    lostOther: (n: number) =>
      `${count(n, "élément qui n’existe pas ici est laissé", "éléments qui n’existent pas ici sont laissés")} de côté`,
    other: "Choisir un autre fichier",
    take: (n: number) => `Ajouter ${cards(n)}`,
    whole: "Tout arrive d’un coup. Si quelque chose se passe mal, rien n’est ajouté.",
  },
};
