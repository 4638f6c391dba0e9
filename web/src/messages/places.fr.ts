// The sentences of the side bar, in French.

export const placesFr = {
  inWorkshop: "Dans cet atelier",
  inStructure: "Dans cette structure",
  workshop: "Page de l’atelier",
  structure: "Page de la structure",
  fold: "Replier la barre",
  unfold: "Déplier la barre",
  menu: "Menu",
  several: (kind: string, n: number) => `${kind}\u{202f}: ${String(n)}`,
  other: "Autres documents",
};
