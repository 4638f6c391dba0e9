// The ways into a structure: whom each is for, what it is called, how a new link for it is made.
import { makeLink, makeReturnLink } from "../../api/atelier";
import type { LinkView } from "../../generated/LinkView";
import { sayStructure } from "../../messages/say-structure";
import { holds } from "../space/holder";
import type { Space } from "../../sync/views";
import type { Ways } from "./kept-links";

export type Way = keyof Ways;

/** The links this person may make there: everybody their own, members those for others. */
export const waysFor = (space: Space): Way[] =>
  holds(space) ? ["participant", "reader", "mine"] : ["mine"];

export function wordsOf(way: Way): { label: string; hint: string } {
  const { links } = sayStructure();
  return { label: links[way], hint: links[`${way}Hint`] };
}

/** The one made before stops working. */
export const makeWay = (space: string, way: Way): Promise<LinkView> =>
  way === "mine" ? makeReturnLink(space) : makeLink(space, way);
