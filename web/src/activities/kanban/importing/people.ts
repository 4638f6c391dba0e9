// Who becomes whom when a kanban comes from another tool.
import type { ImportFile } from "../../../generated/ImportFile";
import type { ImportedPersonView } from "../../../generated/ImportedPersonView";

/** Somebody to put down here, who has not come yet. */
export const NEW = "new";
/** Nobody: the cards come without them. */
export const NOBODY = "";

/** A name in the file → who they are here. */
export type Chosen = ReadonlyMap<string, string>;

/** To begin with: those of the same name, else somebody new; nobody for those without a card. */
export function firstChoice(people: readonly ImportedPersonView[]): Chosen {
  return new Map(
    people.map(({ name, cards, participant }) => [name, participant ?? (cards > 0 ? NEW : NOBODY)]),
  );
}

/** The same choice with another for one of them. */
export function choose(chosen: Chosen, name: string, who: string): Chosen {
  return new Map(chosen).set(name, who);
}

/** As it is sent. */
export function toSend(chosen: Chosen): ImportFile["people"] {
  return Object.fromEntries(chosen);
}
