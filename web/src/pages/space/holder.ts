// Who holds a space: may rename it, invite, remove people and end it. The server decides; this is what the page offers.
import type { SpaceView } from "../../generated/SpaceView";

/** Whether one writes in it at all: readers never do, and in a workshop that is closed for writing those who facilitate alone. */
export function writes({ role, locked }: Pick<SpaceView, "role" | "locked">): boolean {
  return role === "facilitator" || (role === "participant" && !locked);
}

/** In a workshop the facilitators, in a structure every member. */
export function holds({ kind, role }: Pick<SpaceView, "kind" | "role">): boolean {
  return role === "facilitator" || (kind === "structure" && role === "participant");
}
