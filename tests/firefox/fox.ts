// One person at Firefox, driven by WebDriver BiDi: the browser, a page, the keys.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import puppeteer, { type Browser, type KeyInput, type Page } from "puppeteer-core";
import { DEADLINE_MS } from "../world/deadline.ts";
import type { Server } from "../world/server.ts";
import type { Visitor } from "../world/visitor.ts";

/** Starts Debian's Firefox without a screen; `ATELIER_FIREFOX` names another. */
export function startsFirefox(): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env["ATELIER_FIREFOX"] ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: { "intl.accept_languages": "fr" },
  });
}

export class Fox {
  private constructor(
    readonly page: Page,
    private readonly server: Server,
  ) {}

  /** A device of its own, of somebody the server knows. */
  static async of(browser: Browser, server: Server, visitor: Visitor): Promise<Fox> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const [name = "", value = ""] = visitor.cookie.split("=");
    await context.setCookie({ name, value, domain: "127.0.0.1", path: "/", httpOnly: true });
    return new Fox(page, server);
  }

  async visits(path: string): Promise<void> {
    await this.page.goto(`${this.server.url}${path}`);
  }

  async types(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async presses(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What `look`, which is run in the page, says of the first element that matches. */
  looks<T>(selector: string, look: (element: Element) => T): Promise<T> {
    return this.page.$eval(selector, look);
  }
}

/** Resolves when something asked again and again has become what is wanted. */
export async function becomes<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + DEADLINE_MS;
  let said = await ask();
  while (!isDeepStrictEqual(said, wanted) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    said = await ask();
  }
  assert.deepEqual(said, wanted);
}
