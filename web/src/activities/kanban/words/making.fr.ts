// The sentences for making cards from what was written elsewhere, in French.
export const makingFr = {
  making: {
    title: "Faire des cartes",
    lines: "Une carte par ligne",
    kanban: "Plan d’action",
    none: "Il n’y a pas encore de plan d’action où écrire. Créez-en un sur la page de l’atelier, puis revenez.",
    opening: "Le plan d’action s’ouvre…",
    notHere: "Ce plan ne s’ouvre pas sans connexion : il n’est pas encore sur cet appareil.",
    back: (title: string) => `Chaque carte gardera un lien vers «\u202f${title}\u202f».`,
  },
};
