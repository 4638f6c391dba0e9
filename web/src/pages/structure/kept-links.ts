// The links of a structure this device made, kept here until somebody says that they have them: nobody can show them again.
import type { StructureLinksView } from "../../generated/StructureLinksView";
import { keptHere, type KeptHere } from "../../sync/kept-here";
import { isRecord } from "../../sync/views";

/** Ways into a structure that can be shown, by whom they are for. */
export type Ways = Partial<StructureLinksView> & { mine?: string };

const kept = (space: string): KeptHere<StructureLinksView> =>
  keptHere(`atelier-links-${space}`, read);

/** Keeps them on this device, in place of those kept before. In a browser that keeps nothing, a member makes new links. */
export function keepLinks(space: string, links: StructureLinksView): void {
  kept(space).save(links);
}

/** The links kept on this device; null when there are none, or none that can be read. */
export function keptLinks(space: string): StructureLinksView | null {
  return kept(space).load();
}

export function forgetLinks(space: string): void {
  kept(space).forget();
}

function read(value: unknown): StructureLinksView | null {
  if (!isRecord(value)) return null;
  const { participant, reader } = value;
  return typeof participant === "string" && typeof reader === "string"
    ? { participant, reader }
    : null;
}
