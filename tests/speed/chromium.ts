// A Chromium to measure in: what it shows is measured as the page, not as the rhythm of a display.
import { chromium, type Browser, type BrowserContext } from "@playwright/test";

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["ATELIER_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-gpu-vsync",
      "--disable-frame-rate-limit",
      "--disable-background-networking",
    ],
  });
}

/** The device of somebody who joined already, and who has never seen a page of Atelier. */
export async function newDevice(
  browser: Browser,
  address: string,
  cookie: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "fr-FR", serviceWorkers: "block" });
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url: new URL(address).origin }]);
  return context;
}
