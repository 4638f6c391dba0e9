// Takes what a field shows to the clipboard.
import { say } from "../../messages/say.svelte";
import { sayStructure } from "../../messages/say-structure";
import { notify } from "../../ui/notices.svelte";

export async function copy(shown: HTMLInputElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(shown.value);
    notify(say().app.copied);
  } catch {
    // No clipboard outside of secure contexts: the text is selected, to be copied by hand.
    shown.focus();
    shown.select();
    notify(sayStructure().links.byHand);
  }
}
