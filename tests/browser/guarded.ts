// The `test` of every browser journey: a server of its own, and nothing forbidden ever happens on a page.
import {
  test as base,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
} from "@playwright/test";
import { Mailbox } from "../world/mailbox.ts";
import { Server } from "../world/server.ts";
import { Guest } from "./guest.ts";

/** What no page of Atelier may do, as it was caught doing it. */
export type Trespass = { kind: "policy" | "third-party" | "exception"; what: string };

type Fixtures = {
  /** Whether the server can send mail; it cannot unless a journey says so. */
  sendsMail: boolean;
  /** Other options of the server. */
  options: readonly string[];
  /** Where its mail ends up. */
  mailbox: Mailbox;
  /** A running server with no workshop yet. */
  server: Server;
  /** The server's origin as people know it: another one where something stands in between. */
  origin: string;
  /** A new device comes to the server; its pages are watched. */
  arrives: (options?: BrowserContextOptions) => Promise<Guest>;
};

export const test = base.extend<Fixtures>({
  sendsMail: [false, { option: true }],
  options: [[], { option: true }],
  mailbox: async ({}, use) => {
    const mailbox = await Mailbox.open();
    await use(mailbox);
    mailbox.close();
  },
  server: async ({ sendsMail, options, mailbox }, use, info) => {
    const server = await Server.start(sendsMail ? mailbox : null, options);
    await use(server);
    if (info.status !== info.expectedStatus) await info.attach("server.log", { body: server.log });
    await server.close();
  },
  origin: async ({ server }, use) => {
    await use(server.url);
  },
  arrives: async ({ browser, origin }, use) => {
    const trespasses: Trespass[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      watch(context, origin, trespasses);
      return new Guest(await context.newPage(), origin);
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(trespasses).toEqual([]);
  },
});

/** What Firefox itself says of a socket that the network takes away. */
const OF_THE_NETWORK = /^(Firefox can’t establish a connection|The connection) to /;

function watch(context: BrowserContext, origin: string, trespasses: Trespass[]): void {
  const { host } = new URL(origin);
  const lookAt = (address: string): void => {
    const url = new URL(address);
    const isOurs = url.host === host || ["data:", "blob:"].includes(url.protocol);
    if (!isOurs) trespasses.push({ kind: "third-party", what: address });
  };
  context.on("request", (request) => {
    lookAt(request.url());
  });
  context.on("page", (page) => {
    page.on("websocket", (socket) => {
      lookAt(socket.url());
    });
  });
  context.on("console", (message) => {
    const text = message.text();
    if (/Content.Security.Policy/i.test(text)) trespasses.push({ kind: "policy", what: text });
  });
  context.on("weberror", (error) => {
    const { message } = error.error();
    if (!OF_THE_NETWORK.test(message)) trespasses.push({ kind: "exception", what: message });
  });
}
