// What is said where a space or a document cannot be shown here, in French.

export const missingFr = {
  gone: "Cet atelier n’est plus ouvert à cet appareil",
  goneHint: "Demandez un lien ou un code à l’animation.",
  closed: "Cet espace est fermé",
  structureGone: "Cette structure n’est plus ouverte à cet appareil",
  structureGoneHint: "Demandez un lien à l’un de ses membres.",
  unknownKind: "Cette page ne connaît pas ce genre de document",
  unknownKindHint:
    "Il est plus récent que la page ouverte ici. Rechargez-la pour l’ouvrir ; rien n’est perdu.",
  reload: "Recharger la page",
};
