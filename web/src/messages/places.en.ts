// The sentences of the side bar, in English.
import type { placesFr } from "./places.fr";

export const placesEn: typeof placesFr = {
  inWorkshop: "In this workshop",
  inStructure: "In this organisation",
  workshop: "Page of the workshop",
  structure: "Page of the organisation",
  fold: "Fold the side bar",
  unfold: "Unfold the side bar",
  menu: "Menu",
  several: (kind, n) => `${kind}: ${String(n)}`,
  other: "Other documents",
};
