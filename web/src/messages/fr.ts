// Every sentence people read, in French.

import { counting } from "./plural";

const count = counting("fr");

export const fr = {
  app: {
    name: "Atelier",
    about:
      "Écrire, choisir et s’organiser à plusieurs, pendant l’atelier et après. Libre, sans compte, sans pistage : vos données restent chez qui vous héberge.",
    skip: "Aller au contenu",
    language: "Langue",
    theme: "Affichage",
    themeAuto: "Comme l’appareil",
    themeLight: "Clair",
    themeDark: "Sombre",
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
  creators: {
    code: "Code de l’hébergeur",
    codeHint: "La personne qui héberge ce serveur vous le donne.",
    nobody:
      "Sur ce serveur, on ne crée ni atelier ni structure. Pour en ouvrir, demandez à la personne qui l’héberge. Ce qui existe marche comme d’habitude.",
  },
  join: {
    title: "Entrer dans l’atelier",
    welcome: (title: string) => `Bienvenue dans « ${title} »`,
    asReader: "Ce lien permet de lire.",
    asFacilitator: "Ce lien permet d’animer.",
    name: "Votre prénom",
    nameHint: "Pour que les autres sachent qui écrit.",
    structure: "Votre structure",
    optional: "facultatif",
    enter: "Entrer",
    wrong: "Ce lien ou ce code n’ouvre aucun atelier",
    wrongHint: "Vérifiez-le, ou demandez-en un autre à l’animation.",
    otherCode: "Essayer un autre code",
  },
  roles: {
    facilitator: "Animation",
    participant: "Participation",
    reader: "Lecture",
  },
  space: {
    documents: "Pads, votes et plans d’action",
    people: "Personnes",
    invite: "Inviter",
    create: "Créer un document",
    moreWays: "Autres actions sur les documents",
    importText: "Importer un texte",
    allPads: {
      pdf: "Tous les pads en un PDF",
      odt: "Tous les pads en un document LibreOffice (.odt)",
      docx: "Tous les pads en un document Word (.docx)",
      zip: "Tous les pads en plusieurs fichiers (.zip)",
    },
    noPads: "Rien n’est encore écrit ici. Créez un premier pad : chacun y écrira en même temps.",
    noPadsReader:
      "Rien n’est encore écrit ici. Les pads, les votes et les plans apparaîtront dès qu’ils seront créés.",
    template: "Commencer avec",
    rename: "Renommer",
    renameTitle: "Nouveau titre",
    archive: "Ranger",
    archived: (title: string) => `« ${title} » est rangé.`,
    lock: "Verrouiller",
    unlock: "Déverrouiller",
    locked: "verrouillé",
    lockedNow: (title: string) =>
      `«\u00a0${title}\u00a0» est verrouillé\u00a0: seule l’animation y écrit.`,
    unlocked: (title: string) =>
      `«\u00a0${title}\u00a0» est déverrouillé\u00a0: tout le monde peut y écrire.`,
    restore: "Ressortir",
    delete: "Supprimer",
    restored: (title: string) => `« ${title} » est ressorti.`,
    shelf: (n: number) => count(n, "document rangé", "documents rangés"),
    renamed: "C’est renommé.",
    updated: (when: string) => `écrit ${when}`,
    untouched: "pas encore utilisé",
    here: (n: number) =>
      n === 0 ? "Personne n’est là" : count(n, "personne est là", "personnes sont là"),
    away: "Passées par ici",
    you: "vous",
    unnamed: "Sans prénom",
    editTitle: "Changer le titre",
    gone: "Cet atelier n’est plus ouvert à cet appareil",
    goneHint: "Demandez un lien ou un code à l’animation.",
    closed: "Cet espace est fermé",
    structureGone: "Cette structure n’est plus ouverte à cet appareil",
    structureGoneHint: "Demandez un lien à l’un de ses membres.",
    offline: "Hors ligne : voici la dernière version connue de cet appareil.",
  },
  person: {
    edit: "Mon prénom et ma structure",
    actions: (name: string) => `Actions pour ${name}`,
    makeFacilitator: "Confier l’animation",
    makeParticipant: "Laisser écrire",
    makeReader: "Laisser lire seulement",
    remove: "Retirer de l’atelier",
    removeTitle: (name: string) => `Retirer ${name} ?`,
    removeText:
      "Son prénom est effacé et ses appareils ne peuvent plus ouvrir l’atelier. Ce que cette personne a écrit reste.",
    removed: (name: string) => `${name} n’est plus dans l’atelier.`,
    changed: "C’est changé.",
    lessTitle: (name: string) => `Donner moins de droits à ${name} ?`,
    lessText: {
      participant: "Cette personne pourra écrire et voter, et n’animera plus l’atelier.",
      reader:
        "Cette personne pourra lire, et n’écrira plus. Son bulletin est retiré des votes qui sont ouverts.",
    },
    newLinks: "Changer aussi les liens d’invitation et le code",
    newLinksText:
      "Les personnes déjà là restent. Les liens et le code donnés jusqu’ici n’ouvrent plus l’atelier, ni les QR codes déjà imprimés. Si vous ne les changez pas, cette personne peut revenir par l’un d’eux avec un autre appareil.",
    linksChanged: "Les liens et le code ont changé.",
    programs: "Accès pour programmes",
  },
  member: {
    roles: { facilitator: "Animation", participant: "Membre", reader: "Lecture" },
    edit: "Changer mon prénom",
    away: "Pas là en ce moment",
    makeParticipant: "Laisser écrire",
    makeReader: "Laisser lire seulement",
    remove: "Retirer de la structure",
    removeText:
      "Son prénom est effacé et ses appareils ne peuvent plus ouvrir la structure. Ce que cette personne a écrit reste.",
    removed: (name: string) => `${name} n’est plus dans la structure.`,
    lessText: {
      participant: "Cette personne pourra écrire.",
      reader: "Cette personne pourra lire, et n’écrira plus.",
    },
    newLinksText:
      "Les membres déjà là restent. Les liens et le code donnés jusqu’ici n’ouvrent plus la structure, ni les QR codes déjà imprimés. Si vous ne les changez pas, cette personne peut revenir par l’un d’eux avec un autre appareil.",
    herLink: "Son lien pour venir",
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
    refusedTitle: "Des changements n’ont pas été acceptés",
    refusedText:
      "Ils ne se voient que sur cet appareil. Copiez le texte si vous voulez le garder, puis reprenez le texte partagé avec les autres.",
    refusedByLock:
      "L’animation a verrouillé ce document entre-temps. Ce que vous avez écrit n’est que sur cet appareil, et sera envoyé si elle le déverrouille. Vous pouvez le copier, ou reprendre le texte partagé avec les autres.",
    locked: "Ce document est verrouillé\u00a0: seule l’animation y écrit. Vous pouvez le lire.",
    lockedByYou: "Ce document est verrouillé\u00a0: seule l’animation y écrit.",
    locks: "L’animation vient de verrouiller ce document. Vous pouvez continuer à le lire.",
    unlocks: "Ce document est déverrouillé\u00a0: vous pouvez y écrire.",
    copyText: "Copier le texte",
    copyByHand: "Ce navigateur ne laisse pas copier : sélectionnez le texte et copiez-le.",
    takeShared: "Reprendre le texte partagé",
    seePeople: "Voir les personnes",
    unknownKind: "Cette page ne connaît pas ce genre de document",
    unknownKindHint:
      "Il est plus récent que la page ouverte ici. Rechargez-la pour l’ouvrir ; rien n’est perdu.",
    reload: "Recharger la page",
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
