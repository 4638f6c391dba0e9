// The sentences about a network that lets too little through, in French.

export const networkFr = {
  polling:
    "Ce réseau bloque la connexion directe : les changements passent autrement, un peu plus lentement.",
  blocked:
    "Ce réseau bloque les échanges avec le serveur : pour l’instant, rien ne part d’ici et rien n’arrive.",
  ask: "La personne qui s’occupe de ce réseau (école, mairie, entreprise) peut y remédier. Demandez-lui de laisser passer la connexion ci-dessous : les pages l’essaient à nouveau toutes les deux heures.",
  otherNetwork: "En attendant, essayez un autre réseau : celui d’un téléphone, par exemple.",
  address: "À laisser passer",
  copy: "Copier",
};
