// What one sees before everything is there: the text, at once, read-only until it can be edited.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { PAD, Together } from "./together.ts";

test("the text is there before the code that edits it", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Déjà lisible");
  await alice.seesSaved();

  const bob = await together.joins("Bob");
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await bob.context.route(/\.wasm(\?|$)/, async (route) => {
    await held;
    await route.continue();
  });
  await bob.visits(together.path);
  await expect(bob.page.getByText("Déjà lisible")).toBeVisible();
  await expect(bob.editor).toHaveCount(0);

  release();
  await bob.isInPad(PAD);
  await bob.types(", et modifiable");
  await alice.reads("Déjà lisible, et modifiable");
});

test("the text is in the page itself, for those who have no script", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("Lisible sans script");
  await alice.seesSaved();
  const bob = await together.joins("Bob", "reader", { javaScriptEnabled: false });
  await bob.visits(together.path);
  await expect(bob.page.getByText("Lisible sans script")).toBeVisible();
});

test("the page names all that a pad needs, so that all of it is asked for at once", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const bob = await together.joins("Bob", "participant", { serviceWorkers: "block" });
  const fetched = new Set<string>();
  bob.page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(js|wasm)$/.test(pathname)) fetched.add(pathname);
  });
  const page = await bob.page.goto(new URL(together.path, server.url).href);
  await bob.isInPad(PAD);
  const html = (await page?.text()) ?? "";
  const named = new Set([...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path));
  // The reader of what is pasted, in two files, what people say to each other, the clock of the workshop and the side bar come
  // when one can write already.
  const later =
    /\/(clipboard|list-signs|[Cc]hat|[Cc]onduct|Places|asked\.svelte|address\.svelte|file-question-mark)-/;
  const isWaitedFor = (path: string) => !later.test(path);
  expect([...fetched].filter((path) => isWaitedFor(path) && !named.has(path))).toEqual([]);
  expect(fetched.size).toBeGreaterThan(5);
});
