// The sentences of the other ways to look at a plan, in French.
import { counting } from "../../../messages/plural";

const plural = counting("fr");
/** A count that stays on one line with what it counts. */
const count = (n: number, one: string, many: string): string =>
  plural(n, one, many).replace(" ", "\u00a0");

const cards = (n: number): string => count(n, "carte", "cartes");

export const viewsFr = {
  due: {
    label: "Échéance\u202f:",
    done: "terminée",
    today: "aujourd’hui",
    tomorrow: "demain",
    late: (days: number) =>
      days < 2 ? "en retard d’un jour" : `en retard de ${count(days, "jour", "jours")}`,
    untouched: (weeks: number) => `rien de nouveau depuis ${count(weeks, "semaine", "semaines")}`,
  },
  filters: {
    title: "Filtrer les cartes",
    search: "Chercher une carte",
    mine: "Mes cartes",
    me: "Moi",
    filter: "Filtrer",
    filterWith: (n: number) => `Filtrer (${String(n)})`,
    all: "Tout montrer",
    found: (n: number) =>
      n === 0 ? "Aucune carte ne correspond." : `${count(n, "carte trouvée", "cartes trouvées")}.`,
    see: (n: number) => (n === 0 ? "Aucune carte" : `Voir ${cards(n)}`),
    person: {
      title: "Responsable",
      every: "Tout le monde",
      several: (n: number) => count(n, "personne", "personnes"),
      unknown: "Une personne partie",
    },
    label: {
      title: "Étiquette",
      every: "Toutes",
      several: (n: number) => count(n, "étiquette", "étiquettes"),
      unknown: "Une étiquette supprimée",
    },
    due: {
      title: "Échéance",
      any: "Toutes",
      late: "En retard",
      week: "Dans les 7\u00a0jours",
      none: "Sans échéance",
    },
    done: {
      title: "Avancement",
      any: "Toutes",
      open: "À faire",
      done: "Terminées",
    },
  },
  list: {
    title: "Les cartes en liste",
    empty: "Aucune carte à montrer. Ajoutez-en dans les colonnes, ou enlevez des filtres.",
    sort: "Trier par",
    by: { column: "Colonne", title: "Titre", due: "Échéance", person: "Responsable" },
    done: "Terminée",
    isDone: (title: string) => `${title}\u202f: terminée`,
    untitled: "Sans titre",
    inCharge: (names: string) => `Responsables\u202f: ${names}`,
    more: (n: number) => `Montrer la suite (${String(n)})`,
  },
  calendar: {
    month: "Les jours du mois",
    previous: "Mois précédent",
    next: "Mois suivant",
    today: "Aujourd’hui",
    empty: "Aucune carte n’a d’échéance. Donnez un jour à une carte\u202f: elle apparaîtra ici.",
    emptyToRead: "Aucune carte n’a d’échéance pour le moment.",
    nothingInMonth: "Rien n’est prévu ce mois-ci.",
    nothingOnDay: "Rien ce jour-là.",
    more: (n: number) => (n < 2 ? "et une autre" : `et ${String(n)} autres`),
    dueOf: (title: string) => `Échéance de «\u202f${title}\u202f»`,
    undated: "Cartes sans échéance",
    undatedCount: (n: number) => `Sans échéance (${String(n)})`,
  },
  chart: {
    said: (open: number, done: number, lately: number) => {
      const stands = `${count(open, "carte est à faire", "cartes sont à faire")}, ${count(done, "est terminée", "sont terminées")}`;
      return lately === 0
        ? `${stands}. Aucune n’a été terminée depuis quatre semaines.`
        : `${stands}, dont ${String(lately)} depuis quatre semaines.`;
    },
    tooEarly: "Le graphique se dessinera à partir de demain, jour après jour.",
    open: (n: number) => `${String(n)} à faire`,
    done: (n: number) => count(n, "terminée", "terminées"),
    today: "aujourd’hui",
    numbers: "Voir les nombres",
    day: "Fin de la journée",
    openTitle: "À faire",
    doneTitle: "Terminées",
  },
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
      "Nextcloud Deck\u202f: menu du tableau, «\u202fExporter le tableau\u202f», en JSON.",
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
    lost: {
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
  feed: {
    title: "Suivre dans un agenda",
    lead: "Les échéances de ce plan peuvent apparaître dans l’agenda de votre téléphone ou de votre ordinateur, et y rester à jour.",
    waiting: "Un instant…",
    make: "Créer l’adresse",
    made: "Adresse créée",
    as: "Montrer les échéances comme",
    events: "des évènements (tous les agendas)",
    tasks: "des tâches (Thunderbird, Nextcloud et d’autres)",
    address: "Adresse à donner à l’agenda",
    copy: "Copier",
    copied: "Adresse copiée",
    open: "Ouvrir dans l’agenda de cet appareil",
    how: "Comment faire",
    ways: [
      "iPhone, iPad et Mac\u202f: touchez «\u202fOuvrir dans l’agenda de cet appareil\u202f», puis «\u202fS’abonner\u202f».",
      "Téléphone Android avec Google Agenda\u202f: sur un ordinateur, ouvrez Google Agenda, puis «\u202fAutres agendas\u202f», «\u202f+\u202f», «\u202fÀ partir de l’URL\u202f», et collez l’adresse. Elle apparaît ensuite sur le téléphone.",
      "Thunderbird\u202f: nouvel agenda, «\u202fSur le réseau\u202f», et collez l’adresse.",
      "Nextcloud\u202f: «\u202fNouvel agenda\u202f», «\u202fNouvel abonnement par lien\u202f», et collez l’adresse.",
    ],
    slow: "Un agenda relit l’adresse de temps en temps\u202f: un changement peut mettre quelques heures à s’y voir.",
    secret:
      "Qui connaît cette adresse peut lire les titres et les dates des cartes, sans rien pouvoir changer. Si elle a été donnée à tort, changez-la.",
    ends: "Les agendas qui suivent l’adresse actuelle ne recevront plus rien.",
    keep: "Garder l’adresse",
    change: "Changer d’adresse",
    changed: "Nouvelle adresse créée. L’ancienne ne montre plus rien.",
    stop: "Arrêter",
    stopped: "C’est arrêté\u202f: l’adresse ne montre plus rien.",
  },
};
