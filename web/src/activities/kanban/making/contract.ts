// What making cards asks of the place where they are written down first.
import type { Handle } from "../../../sync/connection";

/** A kanban one may write in. */
export type KanbanPlace = {
  id: string;
  title: string;
  /** Who one is where it is. */
  participant: string;
};

/** Properties of the component `MakeCards.svelte`. */
export type MakeCardsProperties = {
  kanbans: readonly KanbanPlace[];
  /** Resolves with the document of a kanban; rejects when it is neither here nor to be had. */
  find: (kanban: string) => Promise<Handle>;
  /** What the cards are to be called, a line each. */
  lines: readonly string[];
  /** Where they come from: an address of this server, and its title. */
  origin: { from: string; fromTitle: string };
  onclose: () => void;
};
