// Shows a picture large, over the page.
import { mount, unmount } from "svelte";
import { spoken } from "../../../messages/say.svelte";
import type { ImageAttributes } from "../page/image";

/** Shows it until it is closed. */
export async function enlarge(image: ImageAttributes): Promise<void> {
  const { default: Large } = await spoken(import("./Large.svelte"));
  const shown = mount(Large, {
    target: document.body,
    props: { image, onclose: () => void unmount(shown) },
  });
}
