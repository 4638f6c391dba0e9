// The sentences about what a document did not take, in French.

export const unacceptedFr = {
  title: "Des changements n’ont pas été acceptés",
  text: "Ils ne se voient que sur cet appareil. Copiez le texte si vous voulez le garder, puis reprenez le texte partagé avec les autres.",
  byLock:
    "L’animation a verrouillé ce document ou fermé l’écriture entre-temps. Ce que vous avez écrit n’est que sur cet appareil, et sera envoyé dès qu’on peut de nouveau écrire. Vous pouvez le copier, ou reprendre le texte partagé avec les autres.",
  copyText: "Copier le texte",
  takeShared: "Reprendre le texte partagé",
};
