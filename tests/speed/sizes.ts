// What a page fetches, in bytes as they came over the network, by kind.
import type { Page } from "@playwright/test";

export type Sizes = { js: number; wasm: number };

/** Counts from now on. Headers are not counted: they are as long as the server makes them, whatever the file. */
export async function countSizes(page: Page): Promise<Sizes> {
  const kinds = new Map<string, keyof Sizes>();
  const sizes: Sizes = { js: 0, wasm: 0 };
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  network.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType.includes("javascript")) kinds.set(requestId, "js");
    if (response.mimeType.includes("wasm")) kinds.set(requestId, "wasm");
  });
  network.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) sizes[kind] += encodedDataLength;
  });
  return sizes;
}
