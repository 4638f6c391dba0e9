// The links of a structure this device made, kept here until somebody says that they have them: nobody can show them again.
import type { StructureLinksView } from "../../generated/StructureLinksView";

/** Ways into a structure that can be shown, by whom they are for. */
export type Ways = Partial<StructureLinksView> & { mine?: string };

const prefix = "atelier-links-";

/** Keeps them on this device, in place of those kept before. */
export function keepLinks(space: string, links: StructureLinksView): void {
  try {
    localStorage.setItem(prefix + space, JSON.stringify(links));
  } catch {
    // A browser that keeps nothing: a member makes new links.
  }
}

/** The links kept on this device; null when there are none, or none that can be read. */
export function keptLinks(space: string): StructureLinksView | null {
  try {
    const { participant, reader } = JSON.parse(
      localStorage.getItem(prefix + space) ?? "{}",
    ) as Record<string, unknown>;
    return typeof participant === "string" && typeof reader === "string"
      ? { participant, reader }
      : null;
  } catch {
    return null;
  }
}

export function forgetLinks(space: string): void {
  localStorage.removeItem(prefix + space);
}
