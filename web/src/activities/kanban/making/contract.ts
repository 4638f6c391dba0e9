// What making cards asks of the place where they are written down first.
import type { DocHandle } from "@automerge/automerge-repo/slim";

/** A plan one may write in. */
export type PlanPlace = {
  id: string;
  title: string;
  /** Who one is where it is. */
  participant: string;
};

/** Properties of the component `MakeCards.svelte`. */
export type MakeCardsProperties = {
  plans: readonly PlanPlace[];
  /** Resolves with the document of a plan; rejects when it is neither here nor to be had. */
  find: (plan: string) => Promise<DocHandle<unknown>>;
  /** What the cards are to be called, a line each. */
  lines: readonly string[];
  /** Where they come from: an address of this server, and its title. */
  origin: { from: string; fromTitle: string };
  onclose: () => void;
};
