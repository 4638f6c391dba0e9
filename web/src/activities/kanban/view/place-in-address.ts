// Which view and which card are open, in the address of the page: it can be sent to others, and survives a reload.
import { keepParameters } from "../../../router/router.svelte";

export const views = ["columns", "list", "calendar"] as const;
export type View = (typeof views)[number];
type Here = { view: View; card: string | null };

export function placeInAddress(): Here {
  const parameters = new URLSearchParams(location.search);
  const view = views.find((known) => known === parameters.get("view")) ?? "columns";
  return { view, card: parameters.get("card") };
}

/** Writes it there, without a step for the back button. */
export function keepPlace({ view, card }: Here): void {
  const parameters = new URLSearchParams(location.search);
  if (view === "columns") parameters.delete("view");
  else parameters.set("view", view);
  if (card === null) parameters.delete("card");
  else parameters.set("card", card);
  keepParameters(parameters);
}
