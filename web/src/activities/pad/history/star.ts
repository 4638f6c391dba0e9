// Gives the text of the moment a star, at one key.
import { giveStar, takeStar } from "../../../api/pads";
import { complain, notify } from "../../../ui/notices.svelte";
import { messageOf } from "./failed";
import { sayPast } from "./words/words";

/** Gives a version of a pad a star; without heads, the text as the server has it. */
export async function star(pad: string, heads?: readonly string[]): Promise<void> {
  try {
    const given = await giveStar(pad, { label: "", ...(heads && { heads: [...heads] }) });
    notify(sayPast().starred, () => void unstar(pad, given.id));
  } catch (error) {
    complain(messageOf(error));
  }
}

/** Takes a star away, which can be given again. */
export async function unstar(pad: string, id: string): Promise<void> {
  try {
    await takeStar(pad, id);
    notify(sayPast().unstarred);
  } catch (error) {
    complain(messageOf(error));
  }
}
