// The sentences of walls, in French.
import { counting } from "../../../messages/plural";

const count = counting("fr");
const notes = (n: number): string => count(n, "note", "notes");

export const wallFr = {
  page: {
    undone: (words: string) => `Annulé : ${words}`,
    redone: (words: string) => `Rétabli : ${words}`,
    tooLate: "Quelqu’un a changé cela depuis : rien n’a été annulé.",
    nothingToUndo: "Il n’y a rien à annuler.",
  },
  rules: {
    title: "Ce qui vaut pour vos notes",
    named: "Avec les noms : chaque note montre qui l’a écrite.",
    anonymous: "Sans noms : personne ne saura qui a écrit quoi.",
    anonymousMore: "Qui pourrait le savoir quand même ?",
    hidden: "Cachées : chaque personne ne voit que ses notes, jusqu’à la révélation.",
    moderated: "Relues : l’animation accepte chaque note avant de l’afficher.",
    honest:
      "Tant que le mur n’est pas terminé, qui administre le serveur pourrait savoir qui a écrit une note ; ensuite, plus personne.",
  },
  state: {
    preparing: "Le mur n’est pas encore ouvert. Vous pourrez écrire dès que l’animation l’ouvre.",
    prepare: "Nommez les colonnes si besoin, puis ouvrez le mur : tout le monde pourra écrire.",
    hidden: (n: number) =>
      n === 0
        ? "Aucune note pour l’instant. Les notes restent cachées jusqu’à la révélation."
        : n === 1
          ? "1 note écrite, cachée jusqu’à la révélation."
          : `${notes(n)} écrites, cachées jusqu’à la révélation.`,
    ended: "Ce mur est terminé. Ses notes restent lisibles.",
    revealed: "Les notes sont révélées.",
    closing: "L’animation fait le point : dites ce que sont devenues vos attentes.",
  },
  announce: {
    button: "Ouvrir le mur",
    again: "Rouvrir le mur",
    title: "Ouvrir le mur à tout le monde",
    verb: "Ouvrir",
    fixed: "Ces règles sont annoncées à tout le monde et ne changent plus une fois le mur ouvert.",
    names: "Noms",
    namedChoice: "Avec les noms",
    anonymousChoice: "Sans noms",
    sight: "Ce que chaque personne voit",
    hiddenChoice: "Ses notes seulement, jusqu’à la révélation",
    openChoice: "Toutes les notes, tout de suite",
    moderated: "Relire chaque note avant de l’afficher",
  },
  reveal: {
    button: "Révéler les notes",
    title: "Révéler les notes ?",
    text: (n: number) =>
      n === 1
        ? "La note sera visible par tout le monde."
        : `Les ${notes(n)} seront visibles par tout le monde, en même temps.`,
    moderated: "Elles passent d’abord par votre relecture.",
  },
  close: {
    button: "Faire le point",
    title: "Faire le point sur les attentes ?",
    text: "Chaque personne dira de ses notes : satisfaite, en partie ou non. Seuls les totaux seront montrés.",
  },
  end: {
    button: "Terminer le mur",
    title: "Terminer le mur ?",
    text: "Les totaux seront montrés, et plus rien ne dira qui a écrit les notes sans nom. Plus personne ne pourra en écrire ni en changer.",
    few: "Sans noms, les totaux ne sont montrés que si au moins trois personnes ont répondu.",
  },
  fulfilment: {
    title: "Que sont devenues vos attentes ?",
    none: "Vous n’avez pas de note sur ce mur.",
    secret: "Seuls les totaux seront montrés, jamais qui a répondu quoi.",
    met: "Satisfaite",
    partly: "En partie",
    unmet: "Non",
    said: (n: number, of: number) => `${String(n)} réponses pour ${notes(of)}`,
    outcome: "Ce que sont devenues les attentes",
    sums: { met: "Satisfaites", partly: "En partie", unmet: "Non satisfaites" },
  },
  write: {
    label: (column: string) => `Écrire une note dans ${column}`,
    placeholder: "Écrire une note…",
    hint: "Entrée pour l’ajouter",
    add: "Ajouter",
    left: (n: number) => `${count(n, "caractère", "caractères")} encore`,
    added: "Note ajoutée.",
  },
  mine: {
    held: "Cachée, visible par vous seul·e",
    waiting: "En attente de relecture",
    refused: "Non retenue, visible par vous seul·e",
    unsent: "Pas encore envoyée",
    accepted: "Votre note est affichée sur le mur.",
    nowRefused:
      "L’animation n’a pas retenu une de vos notes. Elle reste visible par vous seul·e : vous pouvez la changer.",
    takenBack: "Note retirée.",
    onWay: "Cette note est en train de partir : réessayez dans un instant.",
  },
  note: {
    actions: (text: string) => `Actions pour la note ${text}`,
    change: "Changer le texte",
    changeTitle: "Changer votre note",
    text: "Texte de la note",
    waitsAgain: "Elle repassera par la relecture avant d’être affichée.",
    save: "Enregistrer",
    takeBack: "Retirer ma note",
    takeOff: "Retirer du mur",
    putWith: "Mettre avec…",
    move: "Déplacer vers…",
    takeOut: "Sortir du groupe",
    makeCard: "En faire une carte",
    makeBrick: "En faire une brique",
    mine: "Votre note",
    someone: "Quelqu’un",
  },
  group: {
    actions: (title: string) => `Actions pour le groupe ${title}`,
    unnamed: "Groupe sans nom",
    rename: "Nommer le groupe",
    name: "Nom du groupe",
    count: notes,
    makeCards: "En faire des cartes",
  },
  brick: {
    title: "En faire une brique de contenu",
    name: "Titre de la brique",
    vote: "Dans quel vote",
    verb: "Créer la brique",
    made: "Brique créée.",
    about: (wall: string, text: string) => `Du mur « ${wall} » : ${text}`,
    link: (vote: string) => (vote ? `Brique du vote « ${vote} »` : "Brique d’un vote"),
  },
  with: {
    title: "Mettre cette note avec…",
    label: "Avec quelle note, ou quel groupe",
    verb: "Mettre ensemble",
    none: "Il n’y a pas encore d’autre note sur le mur.",
  },
  move: {
    title: "Déplacer vers…",
    column: "Colonne",
    place: "Place",
    first: "En premier",
    last: "En dernier",
    after: (text: string) => `Après « ${text} »`,
    verb: "Déplacer",
  },
  column: {
    actions: (title: string) => `Actions pour la colonne ${title}`,
    untitled: "Colonne sans nom",
    add: "Ajouter une colonne",
    addVerb: "Ajouter",
    rename: "Renommer",
    renameTitle: "Renommer la colonne",
    name: "Nom de la colonne",
    forward: "Avancer d’une place",
    back: "Reculer d’une place",
    remove: "Supprimer la colonne",
    empty: "Rien ici pour l’instant.",
    save: "Enregistrer",
    full: "Ce mur a déjà 12 colonnes, c’est le maximum.",
  },
  groupsFull: "Ce mur a déjà 200 groupes, c’est le maximum.",
  queue: {
    title: (n: number) => `À relire : ${notes(n)}`,
    accept: "Accepter",
    refuse: "Ne pas retenir",
    acceptAll: "Tout accepter",
    under: (column: string) => `Dans ${column}`,
    arrived: (n: number) => (n === 1 ? "1 note à relire" : `${notes(n)} à relire`),
  },
  others: {
    arrived: (n: number) => (n === 1 ? "1 nouvelle note" : `${String(n)} nouvelles notes`),
  },
  did: {
    moved: "Note déplacée.",
    grouped: "Notes mises ensemble.",
    takenOut: "Note sortie du groupe.",
    named: "Groupe nommé.",
    columnAdded: "Colonne ajoutée.",
    columnRenamed: "Colonne renommée.",
    columnMoved: "Colonne déplacée.",
    columnRemoved: "Colonne supprimée. Ses notes sont dans la première.",
    takenOff: "Note retirée du mur. La personne qui l’a écrite en est prévenue.",
  },
  drag: { cancelled: "Déplacement annulé." },
};
