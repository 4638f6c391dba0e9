// The sentences of the pages before a space is open, in French.

export const homeFr = {
  title: "Bienvenue à l’atelier",
  join: "Rejoindre un atelier",
  joinHint: "Avec le code affiché dans la salle ou le lien reçu.",
  code: "Code de l’atelier",
  codeExample: "par exemple balo-lumi-472",
  enter: "Entrer",
  create: "Animer un atelier",
  createHint: "Ouvrez une salle en une minute ; les autres vous rejoignent sans compte.",
  workshopTitle: "Titre de l’atelier",
  titleExample: "par exemple Usages numériques, jour 1",
  yourName: "Votre prénom",
  open: "Ouvrir l’atelier",
  mine: "Mes espaces sur cet appareil",
  none: "Aucun atelier, aucune structure : vous n’avez encore rien rejoint sur cet appareil.",
  forget: "Oublier cet appareil",
  forgetTitle: "Oublier cet appareil ?",
  forgetText:
    "Cet appareil ne pourra plus ouvrir ces espaces sans un lien ou un code, et ce qu’il gardait pour écrire hors ligne est effacé. Ce qui y est enregistré y reste.",
  forgotten: "Cet appareil est oublié.",
  offline: "Hors ligne : voici ce que cet appareil connaît.",
  door: {
    welcome: (title: string) => `Bienvenue dans « ${title} »`,
    asReader: "Ce lien permet de lire.",
    asFacilitator: "Ce lien permet d’animer.",
    nameHint: "Pour que les autres sachent qui écrit.",
    enter: "Entrer",
    wrong: "Ce lien ou ce code n’ouvre aucun atelier",
    wrongHint: "Vérifiez-le, ou demandez-en un autre à l’animation.",
    otherCode: "Essayer un autre code",
  },
};
