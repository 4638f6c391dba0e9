// The sentences about the programs that act for a person, in French.

import { counting } from "./plural";

const count = counting("fr");

export const programsFr = {
  title: "Accès pour programmes",
  lead: "Un programme (un script, un autre outil) peut lire ou écrire ici en votre nom, avec une clé que vous lui donnez. Il ne peut ni voter, ni inviter, ni retirer quelqu’un. La clé s’éteint quand vous la retirez ou quand vous partez.",
  keys: (n: number) => (n === 0 ? "Aucune clé pour l’instant" : count(n, "clé", "clés")),
  name: "Nom du programme",
  nameHint: "Pour la reconnaître, par exemple « Sauvegarde du soir ».",
  scope: "Ce qu’il peut faire",
  scopes: { read: "Lire seulement", write: "Lire et écrire" },
  make: "Créer une clé",
  made: (name: string) => `Clé de « ${name} »`,
  madeHint:
    "Elle ne sera plus montrée : copiez-la maintenant, et donnez-la à ce programme seul. Qui l’a agit en votre nom.",
  copy: "Copier la clé",
  neverUsed: "jamais utilisée",
  used: (day: string) => `utilisée le ${day}`,
  revoke: "Retirer la clé",
  revokeOf: (name: string) => `Retirer la clé : ${name}`,
  revoked: (name: string) => `La clé de « ${name} » n’ouvre plus rien.`,
};
