// What stands at the foot of pages, in French.

export const footFr = {
  about:
    "Écrire, choisir et s’organiser à plusieurs, pendant l’atelier et après. Libre, sans compte, sans pistage : vos données restent chez qui vous héberge.",
  language: "Langue",
  theme: "Affichage",
  themeAuto: "Comme l’appareil",
  themeLight: "Clair",
  themeDark: "Sombre",
};
