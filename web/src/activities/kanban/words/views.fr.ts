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
