// The sentences of a workshop that is closed for writing, in French.

export const lockFr = {
  close: "Fermer l’écriture",
  open: "Rouvrir l’écriture",
  closed:
    "L’atelier est fermé à l’écriture\u{202f}: en ce moment, seule l’animation écrit. Vous pouvez tout lire. Ce que vous aviez écrit sans réseau est gardé sur cet appareil et partira à la réouverture.",
  closedByYou:
    "L’atelier est fermé à l’écriture\u{202f}: en ce moment, seule l’animation écrit. Tout le monde continue de lire.",
  closes: "L’animation vient de fermer l’écriture. Vous pouvez continuer à lire.",
  opens: "L’écriture est rouverte\u{202f}: vous pouvez écrire partout où vous écriviez.",
  isClosed: "L’écriture est fermée dans tout l’atelier.",
  isOpen: "L’écriture est rouverte pour tout le monde.",
};
