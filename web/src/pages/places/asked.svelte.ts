// What somebody asked for in the side bar that the page of the space alone can show.
import { path } from "../../router/route";
import { go } from "../../router/router.svelte";

let invited = $state<string>();

/** Goes to the page of a space, where the window that invites opens. */
export function askInvitation(space: string): void {
  invited = space;
  go(path(space));
}

/** Whether the window that invites to this space was asked for; asked once, it is no more. */
export function takeInvitation(space: string): boolean {
  if (invited !== space) return false;
  invited = undefined;
  return true;
}
