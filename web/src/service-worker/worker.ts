// Opens the app without a network: keeps its files on this device, and its empty page for when no other comes.
import { isAnswer, wayOf } from "./route";

declare const self: ServiceWorkerGlobalScope;

// The build puts the version and the files in place of these words.
const CACHE = "atelier-__ATELIER_VERSION__";
const FILES = "__ATELIER_FILES__".split(" ");
/** The page without anybody's text in it. */
const SHELL = "/";
/** A page that takes longer is opened from this device; people in a room with bad air wait no longer than this. */
const PAGE_MS_MAX = 3_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  switch (wayOf(event.request, self.location.origin)) {
    case "kept file":
      event.respondWith(keptFile(event.request));
      return;
    case "page":
      event.respondWith(page(event.request));
      return;
    case "network":
      return;
  }
});

/** One file after the other: whatever somebody waits for meanwhile has the road almost to itself. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const file of FILES) await cache.add(file);
  await cache.add(new Request(SHELL, { cache: "reload", credentials: "omit" }));
}

/** Runs when no page of an older version is open any more: nobody misses its files. */
async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith("atelier-") && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** Names hold the hash of the content, so whatever version kept the file, it is the right one. */
async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

async function page(request: Request): Promise<Response> {
  const shell = await caches.match(SHELL, { ignoreVary: true });
  if (!shell) return fetch(request);
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => {
      resolve(shell);
    }, PAGE_MS_MAX);
  });
  return Promise.race([fromNetwork(request, shell), late]);
}

async function fromNetwork(request: Request, shell: Response): Promise<Response> {
  try {
    const response = await fetch(request);
    return isAnswer(response.status) ? response : shell;
  } catch {
    return shell;
  }
}
