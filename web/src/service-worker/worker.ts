// Opens the app without a network: keeps its files on this device, and its empty page for when no other comes.
import { isAnswer, wayOf } from "./route";

declare const self: ServiceWorkerGlobalScope;

// The build puts the version and the files in place of these words.
const CACHE = "atelier-__ATELIER_VERSION__";
const FILES = "__ATELIER_FILES__".split(" ");
/** Pictures that were seen; `sync/images-seen` names it too. It outlives versions of the app. */
const IMAGES_SEEN = "images-seen";
/** More are not kept: the oldest go. */
const IMAGES_SEEN_MAX = 150;
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
    case "image":
      event.respondWith(image(event.request));
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

/** The server is asked whether it may still be seen; without a network, what was seen is seen again. */
async function image(request: Request): Promise<Response> {
  const cache = await caches.open(IMAGES_SEEN);
  try {
    const response = await fetch(request);
    if (response.ok) await keepSeen(cache, request, response.clone());
    else if (isAnswer(response.status)) await cache.delete(request, { ignoreVary: true });
    return response;
  } catch (error) {
    const seen = await cache.match(request, { ignoreVary: true });
    if (seen) return seen;
    throw error;
  }
}

/** A file never changes; where there is no room it is not kept. */
async function keepSeen(cache: Cache, request: Request, response: Response): Promise<void> {
  if (await cache.match(request, { ignoreVary: true })) return;
  try {
    await cache.put(request, response);
    const seen = await cache.keys();
    await Promise.all(seen.slice(0, -IMAGES_SEEN_MAX).map((old) => cache.delete(old)));
  } catch {
    return;
  }
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
