// Pictures that were seen on this device, for when there is no network. The service worker keeps those that are loaded.
import { IMAGES_SEEN } from "../../../sync/images-seen";

/** Keeps one that this device sent itself. */
export async function keepSeen(url: string, blob: Blob): Promise<void> {
  if (!("caches" in globalThis)) return;
  try {
    const cache = await caches.open(IMAGES_SEEN);
    await cache.put(url, new Response(blob, { headers: { "Content-Type": blob.type } }));
  } catch {
    // No room: it is seen again when there is a network.
  }
}
