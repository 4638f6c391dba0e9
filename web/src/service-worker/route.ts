// Which way a request takes: the network, this device, or the network for as long as it is worth waiting.

export type Way = "network" | "kept file" | "page" | "image";

export type Asked = { url: string; method: string; mode: string; destination?: string };

/** The pages that the web app fills by itself; everything else at the top is the server's. */
const PAGE = /^\/(?:join|w\/[^/]+(?:\/[^/]+)?)?\/?$/;

/** The way of a request to `origin`; what is not ours and what changes something is left alone. */
export function wayOf({ url, method, mode, destination }: Asked, origin: string): Way {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return "network";
  if (address.pathname.startsWith("/assets/")) return "kept file";
  if (destination === "image" && address.pathname.startsWith("/api/attachments/")) return "image";
  return mode === "navigate" && PAGE.test(address.pathname) ? "page" : "network";
}

/** Whether an answer to a page request is the server's own word, not that of a broken road to it. */
export function isAnswer(status: number): boolean {
  return status < 500;
}
