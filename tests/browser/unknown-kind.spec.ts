// A page that was opened before the server learned a kind of document: it says so instead of guessing.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { PAD, Together } from "./together.ts";

/** A kind as long as 'pad', so that it fits into the messages. */
const STRANGE = "ode";

/** Has the server speak of pads as of something that no page knows. */
async function getsToKnowAStrangeKind(guest: Guest): Promise<void> {
  await guest.context.route(/\/api\/spaces\/[^/]+$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('"kind":"pad"', `"kind":"${STRANGE}"`);
    await route.fulfill({ response: answer, body });
  });
  await guest.context.routeWebSocket(/\/sync$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((message) => {
      const bytes = Buffer.from(message).toString("latin1");
      socket.send(Buffer.from(bytes.replaceAll("kindcpad", `kindc${STRANGE}`), "latin1"));
    });
  });
}

test("a document of a kind that this page does not know stays listed, and its page says to reload", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const bob = await together.joins("Bob", "participant", { serviceWorkers: "block" });
  await getsToKnowAStrangeKind(bob);
  await bob.visits(`/w/${together.workshop.id}`);
  await bob.page.getByRole("main").getByRole("link", { name: PAD }).click();
  const heading = bob.page.getByRole("heading", {
    name: "Cette page ne connaît pas ce genre de document",
  });
  await expect(heading).toBeFocused();
  await expect(bob.page.getByRole("link", { name: /Retour à/ })).toBeVisible();

  const reloaded = bob.page.waitForEvent("load");
  await bob.page.getByRole("button", { name: "Recharger la page" }).click();
  await reloaded;
  await expect(heading).toBeVisible();
  // The text that came with the page is not left standing beside it.
  expect(await bob.page.getByRole("article").count()).toBe(0);
});
