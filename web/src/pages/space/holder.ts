// Who holds a space: may rename it, invite, remove people and end it. The server decides; this is what the page offers.
import type { SpaceView } from "../../generated/SpaceView";

/** In a workshop the facilitators, in a structure every member. */
export function holds({ kind, role }: Pick<SpaceView, "kind" | "role">): boolean {
  return role === "facilitator" || (kind === "structure" && role === "participant");
}
