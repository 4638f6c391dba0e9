// The `test` of every browser journey: a server of its own, and nothing forbidden ever happens on a page.
import { test as base, type BrowserContext, type Page, expect } from "@playwright/test";
import { Server } from "../world/server.ts";

/** What no page of Atelier may do, as it was caught doing it. */
export type Trespass = { kind: "policy" | "third-party" | "exception"; what: string };

type Fixtures = {
  /** A running server with no workshop yet. */
  server: Server;
  /** Everything forbidden that any page of the test did; the test fails if it is not empty. */
  trespasses: Trespass[];
};

export const test = base.extend<Fixtures>({
  server: async ({}, use, info) => {
    const server = await Server.start();
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach("server.log", { body: server.log });
    await server.close();
  },
  trespasses: [
    async ({ browser, server }, use) => {
      const trespasses: Trespass[] = [];
      const watchAll = (context: BrowserContext): void => {
        watch(context, server, trespasses);
      };
      browser.contexts().forEach(watchAll);
      browser.on("context", watchAll);
      await use(trespasses);
      browser.off("context", watchAll);
      expect(trespasses).toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext, server: Server, trespasses: Trespass[]): void {
  context.on("page", (page) => {
    page.on("websocket", (socket) => {
      const isOurs = new URL(socket.url()).host === new URL(server.url).host;
      if (!isOurs) trespasses.push({ kind: "third-party", what: socket.url() });
    });
  });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    const isOurs = origin === server.url || ["data:", "blob:"].includes(protocol);
    if (!isOurs) trespasses.push({ kind: "third-party", what: request.url() });
  });
  context.on("console", (message) => {
    const text = message.text();
    if (/Content.Security.Policy/i.test(text)) trespasses.push({ kind: "policy", what: text });
  });
  context.on("weberror", (error) => {
    trespasses.push({ kind: "exception", what: error.error().message });
  });
}

export { expect, type Page };
