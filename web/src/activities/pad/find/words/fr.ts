// The sentences of finding and replacing, in French.
export const findFr = {
  title: "Chercher dans le pad",
  find: "Chercher",
  replace: "Remplacer par",
  previous: "Précédent",
  next: "Suivant",
  options: "Options",
  whole: "Mots entiers seulement",
  case: "Distinguer les majuscules",
  accents: "Trouver aussi sans les accents : é = e",
  showReplace: "Remplacer",
  one: "Remplacer",
  all: "Tout remplacer",
  none: "Aucun résultat",
  count: (number: number, all: number) =>
    `${number.toLocaleString("fr")} sur ${all.toLocaleString("fr")}`,
  replaced: (n: number, undo: string) =>
    n > 1
      ? `${n.toLocaleString("fr")} remplacements faits. ${undo}, dans le texte, les annule tous.`
      : `1 remplacement fait. ${undo}, dans le texte, l’annule.`,
};
