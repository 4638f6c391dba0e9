// The sentences about letting others into a space, in French.

export const inviteFr = {
  title: "Inviter dans l’atelier",
  lead: "Montrez ce carré ou dites le code : chacun entre avec son téléphone ou son ordinateur, sans compte.",
  code: "Code",
  copy: "Copier le lien",
  qr: "Carré à photographier pour entrer",
  bigScreen: "En grand écran",
  address: (host: string) => `Sur ${host}`,
  closed: "La porte est fermée : aucun code n’ouvre l’atelier.",
  endCode: "Fermer la porte",
  makeCode: "Ouvrir la porte",
  newCode: "Changer de code",
  codeEnded: "La porte est fermée. Les personnes déjà entrées restent.",
  codeMade: "Un nouveau code ouvre l’atelier.",
  otherLinks: "Autres liens",
  participantLink: "Lien pour participer",
  facilitatorLink: "Lien pour animer",
  readerLink: "Lien pour lire",
  returnLink: "Mon lien, pour un autre appareil",
  make: "Faire un nouveau lien",
  returnHint:
    "Ce lien vous ouvre l’atelier, sous votre nom, sur un autre appareil. Gardez-le pour vous.",
  makeHint: "Chaque nouveau lien remplace le précédent, qui n’ouvre alors plus rien.",
  made: "Ce lien n’est montré qu’une fois : copiez-le maintenant.",
  reader: "Pour inviter, demandez le code à l’animation.",
};
