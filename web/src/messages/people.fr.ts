// The sentences about the people of a space, in French.

export const peopleFr = {
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
};
