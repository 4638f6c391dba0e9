// The sentences of an agenda, in French.
import { counting } from "../../../messages/plural";

const counted = counting("fr");

const minutes = (count: number): string => {
  const [hours, rest] = [Math.floor(count / 60), count % 60];
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest).padStart(2, "0")}`;
};

export const agendaFr = {
  minutes,
  from: (from: string, to: string) => `de ${from} à ${to}`,
  kinds: {
    welcome: "Accueil",
    round: "Tour",
    input: "Apport",
    practice: "Atelier",
    break: "Pause",
    documentation: "Documentation",
    closing: "Clôture",
  },
  day: {
    untitled: "Jour sans titre",
    add: "Ajouter un jour",
    next: (number: number) => `Jour ${String(number)}`,
    change: "Modifier le jour",
    double: "Dupliquer le jour",
    copyOf: (title: string) => `${title} (copie)`,
    earlier: "Avancer le jour",
    later: "Reculer le jour",
    remove: "Supprimer le jour",
    removeTitle: (title: string) => `Supprimer « ${title} » ?`,
    keep: "Garder ses étapes, à replacer un autre jour",
    title: "Titre",
    date: "Date",
    start: "Début",
    save: "Enregistrer",
    menu: (title: string) => `Actions sur « ${title} »`,
    empty: "Rien n’est encore prévu ce jour-là. Écrivez une première étape ci-dessous.",
    conflict: (count: number) => `${minutes(count)} de trop avant une heure fixe`,
  },
  step: {
    add: (day: string) => `Ajouter une étape à « ${day} »`,
    example: "par exemple Tour de table 20 min",
    put: "Ajouter",
    change: "Modifier l’étape",
    new: "Nouvelle étape",
    title: "Titre",
    length: "Durée, en minutes",
    kind: "Sorte d’étape",
    fixed: "Commence à une heure fixe",
    at: "Heure de début",
    free: "Laisser libre pour ce que le groupe choisira",
    document: "Ouvre",
    nothing: "Rien",
    link: "Lien, par exemple vers une visioconférence",
    linkWrong: "Un lien commence par https:// ou http://.",
    notes: "Notes",
    notesHint:
      "Qui ouvre le déroulé peut les lire ; elles ne sont ni dans les fichiers, ni sur la page à envoyer.",
    save: "Enregistrer",
    open: "Ouvrir",
    openIt: (title: string) => `Ouvrir « ${title} »`,
    join: "Suivre le lien",
    menu: (title: string) => `Actions sur « ${title} »`,
    grip: (title: string) => `Déplacer « ${title} » : flèches haut et bas`,
    up: "Monter",
    down: "Descendre",
    move: "Déplacer vers…",
    double: "Dupliquer",
    remove: "Supprimer",
    over: (count: number) => `${minutes(count)} de trop avant`,
    idle: (count: number) => `${minutes(count)} libres avant`,
    isFixed: "heure fixe",
    isFree: "à choisir par le groupe",
    untitled: "Étape sans titre",
  },
  move: {
    title: (step: string) => `Déplacer « ${step} »`,
    day: "Jour",
    position: "Place",
    first: "Au début",
    last: "À la fin",
    after: (step: string) => `Après « ${step} »`,
    verb: "Déplacer",
  },
  waiting: "À placer",
  waitingHint: "Ces étapes n’ont pas encore de jour.",
  bricks: {
    take: "Reprendre les résultats d’un vote",
    vote: "Vote",
    verb: "Reprendre",
    none: "Il n’y a pas encore de vote dans cet atelier.",
    allThere: "Tout ce que ce vote a choisi est déjà dans le déroulé.",
    undecided: "Ce vote n’a pas encore de résultat : révélez-le d’abord.",
    needsNetwork: "Les résultats sont sur le serveur : il faut une connexion pour les reprendre.",
    explain: (free: number) =>
      free === 0
        ? "Aucune étape n’est libre : les briques choisies attendront sous « À placer »."
        : `Les briques choisies rempliront, dans l’ordre, ${counted(free, "étape libre", "étapes libres")} ; les autres attendront sous « À placer ».`,
  },
  tools: { undo: "Annuler", redo: "Rétablir", more: "Autres actions sur le déroulé" },
  full: {
    days: "Un déroulé prend 14 jours au plus.",
    steps: "Un déroulé prend 400 étapes au plus.",
  },
  doing: {
    undone: (words: string) => `Annulé : ${words}`,
    redone: (words: string) => `Rétabli : ${words}`,
    tooLate: "Quelqu’un a changé cela depuis : ce n’est plus à annuler.",
    nothingToUndo: "Il n’y a rien à annuler.",
  },
  did: {
    addedStep: (title: string) => `« ${title} » est ajouté au déroulé.`,
    changedStep: (title: string) => `« ${title} » est modifié.`,
    removedStep: (title: string) => `« ${title} » est supprimé.`,
    movedStep: (title: string, from: string) => `« ${title} » est déplacé, à ${from}.`,
    waits: (title: string) => `« ${title} » attend un jour.`,
    doubledStep: (title: string) => `« ${title} » est dupliqué.`,
    addedDay: (title: string) => `« ${title} » est ajouté.`,
    changedDay: (title: string) => `« ${title} » est modifié.`,
    removedDay: (title: string) => `« ${title} » est supprimé.`,
    movedDay: (title: string) => `« ${title} » est déplacé.`,
    took: (placed: number, waiting: number) =>
      `${counted(placed, "brique a pris sa place", "briques ont pris leur place")}${waiting === 0 ? "" : `, ${counted(waiting, "attend", "attendent")} sous « À placer »`}.`,
  },
};
