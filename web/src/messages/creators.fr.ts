// What is said of who may make workshops and structures, in French.

export const creatorsFr = {
  code: "Code de l’hébergeur",
  codeHint: "La personne qui héberge ce serveur vous le donne.",
  nobody:
    "Sur ce serveur, on ne crée ni atelier ni structure. Pour en ouvrir, demandez à la personne qui l’héberge. Ce qui existe marche comme d’habitude.",
};
