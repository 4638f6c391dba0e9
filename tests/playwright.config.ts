// How the browser journeys run: the system's Chromium, in French, on real servers of their own.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "browser",
  outputDir: "out/browser",
  snapshotPathTemplate: "browser/snapshots/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // What hangs ends; a slow machine that does other work as well does not make it red.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env["ATELIER_CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
