// Every sentence people read, in French.

import { counting } from "./plural";

const count = counting("fr");

export const fr = {
  app: {
    name: "Atelier",
    skip: "Aller au contenu",
    close: "Fermer",
    cancel: "Annuler",
    save: "Enregistrer",
    undo: "Annuler",
    retry: "Recommencer",
    loading: "On ouvre…",
    copied: "C’est copié.",
    menu: "Plus d’actions",
    home: "Accueil",
    toHome: "Aller à l’accueil",
    page: (title: string) => `Page ouverte : ${title}`,
  },
  join: {
    title: "Entrer dans l’atelier",
    name: "Votre prénom",
    structure: "Votre structure",
    optional: "facultatif",
  },
  roles: {
    facilitator: "Animation",
    participant: "Participation",
    reader: "Lecture",
    /** Who takes part in a structure. */
    member: "Membre",
  },
  space: {
    documents: "Pads, votes et plans d’action",
    people: "Personnes",
    invite: "Inviter",
    create: "Créer un document",
    rename: "Renommer",
    renameTitle: "Nouveau titre",
    lock: "Verrouiller",
    unlock: "Déverrouiller",
    locked: "verrouillé",
    lockedNow: (title: string) =>
      `«\u00a0${title}\u00a0» est verrouillé\u00a0: seule l’animation y écrit.`,
    unlocked: (title: string) =>
      `«\u00a0${title}\u00a0» est déverrouillé\u00a0: tout le monde peut y écrire.`,
    delete: "Supprimer",
    renamed: "C’est renommé.",
    updated: (when: string) => `écrit ${when}`,
    here: (n: number) =>
      n === 0 ? "Personne n’est là" : count(n, "personne est là", "personnes sont là"),
    away: "Passées par ici",
    you: "vous",
    unnamed: "Sans prénom",
    editTitle: "Changer le titre",
    offline: "Hors ligne : voici la dernière version connue de cet appareil.",
  },
  document: {
    back: (title: string) => `Retour à « ${title} »`,
    export: "Télécharger",
    besideText: { authors: "Dire qui a écrit", comments: "Avec les commentaires" },
    print: "Imprimer",
    printed: (date: string) => `Imprimé le ${date}`,
    offlineUnknown:
      "Ce document n’a pas encore été ouvert sur cet appareil : il faut une connexion pour le lire.",
    textOnly:
      "Voici le texte tel qu’il était à l’ouverture de la page. Sans connexion, on ne peut pas le modifier ici.",
    missing: "Ce document n’existe pas, ou n’est pas ouvert à cet appareil",
    damaged:
      "Ce document est abîmé sur le disque du serveur ; ce qu’il en reste est gardé. Prévenez la personne qui héberge Atelier.",
    locked: "Ce document est verrouillé\u00a0: seule l’animation y écrit. Vous pouvez le lire.",
    lockedByYou: "Ce document est verrouillé\u00a0: seule l’animation y écrit.",
    locks: "L’animation vient de verrouiller ce document. Vous pouvez continuer à le lire.",
    unlocks: "Ce document est déverrouillé\u00a0: vous pouvez y écrire.",
    copyByHand: "Ce navigateur ne laisse pas copier : sélectionnez le texte et copiez-le.",
    seePeople: "Voir les personnes",
  },
  saving: {
    loading: "on ouvre…",
    sending: "envoi…",
    saved: "enregistré",
    device: "seulement sur cet appareil",
    offline: "hors ligne — tout est gardé ici",
    full: "disque du serveur plein",
    refused: "pas accepté",
    "read-only": "lecture",
    label: "Enregistrement",
    full_text:
      "Le disque du serveur est plein : ce que vous écrivez est gardé sur cet appareil et sera envoyé dès qu’il y aura de la place. Prévenez la personne qui héberge Atelier.",
  },
  errors: {
    notLoaded: "La page n’a pas pu être chargée",
    network:
      "Le serveur ne répond pas. Vérifiez la connexion, puis recommencez ; rien n’est perdu.",
    unexpected:
      "Quelque chose n’a pas marché. Rechargez la page ; ce qui était enregistré le reste.",
    missing: "Cette page n’existe pas",
    missingHint: "L’adresse est peut-être incomplète.",
    storageNone:
      "Ce navigateur ne garde rien (navigation privée ?) : sans connexion, ce que vous écrivez serait perdu en fermant la page.",
  },
};

/** What every language says. */
export type Messages = typeof fr;
