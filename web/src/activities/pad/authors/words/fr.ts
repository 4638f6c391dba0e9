// The sentences about who wrote what, in French.
export const authorsFr = {
  title: "Qui a écrit",
  somebody: "Quelqu’un d’inconnu",
  atelier: "Texte de départ",
  share: (name: string, letters: number, percent: number) =>
    `${name} : ${letters.toLocaleString("fr")} caractère${letters > 1 ? "s" : ""} (${String(percent)} %)`,
  waiting: "On cherche qui a écrit quoi…",
  nobody: "Personne n’a encore écrit ici.",
  hue: (name: string) => `Couleur de ${name}`,
  ownColour: "Les couleurs que vous changez ne changent que pour vous, sur cet appareil.",
  usual: (name: string) => `Couleur habituelle de ${name}`,
  usualShort: "Habituelle",
  here: (names: string) => `Sur cette ligne : ${names}.`,
  hereNobody: "Sur cette ligne : personne.",
  keys: "Ctrl+Maj+2 dit qui a écrit la ligne.",
};
