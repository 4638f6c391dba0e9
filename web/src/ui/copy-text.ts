// Copies text, and says so.
import { say } from "../messages/say.svelte";
import { complain, notify } from "./notices.svelte";

/** Outside of secure contexts there is no clipboard: then `byHand` says how else. */
export async function copyText(
  text: string,
  byHand: () => void = () => complain(say().document.copyByHand),
  copied: string = say().app.copied,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify(copied);
  } catch {
    byHand();
  }
}
