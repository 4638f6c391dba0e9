// Where the pictures of the guide are taken: a server and a browser of their own, and pages in French that do not move.
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium } from "@playwright/test";
import config from "../playwright.config.ts";
import { Guest } from "../browser/guest.ts";
import { Server } from "../world/server.ts";

export const WIDE = { width: 1100, height: 720 };
export const NARROW = { width: 360, height: 720 };

export class Studio {
  private constructor(
    readonly server: Server,
    private readonly browser: Browser,
  ) {}

  /** Takes pictures, and leaves nothing behind. */
  static async during(takes: (studio: Studio) => Promise<void>): Promise<void> {
    const server = await Server.start();
    const browser = await chromium.launch(config.use?.launchOptions);
    try {
      await takes(new Studio(server, browser));
    } finally {
      await browser.close();
      await server.close();
    }
  }

  readonly arrives = async (options: BrowserContextOptions = {}): Promise<Guest> => {
    const context = await this.browser.newContext({
      locale: "fr-FR",
      reducedMotion: "reduce",
      viewport: WIDE,
      ...options,
    });
    return new Guest(await context.newPage(), this.server.url);
  };
}

/** Takes the picture of a page that the guide shows under this name. */
export async function taken({ page }: Guest, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`../../docs/images/${name}.png`, import.meta.url));
  await page.screenshot({ path, animations: "disabled" });
}
