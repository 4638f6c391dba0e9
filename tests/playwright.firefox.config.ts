// Which of the browser journeys also run in Debian's Firefox, and how.
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import chromium from "./playwright.config.ts";

const { locale = "", timezoneId = "", viewport = null } = chromium.use ?? {};

export default defineConfig({
  ...chromium,
  outputDir: "out/firefox",
  testMatch: [
    "authors.spec.ts",
    "history.spec.ts",
    "kanban.spec.ts",
    "kanban-moves.spec.ts",
    "kinds/keyboard.spec.ts",
    "kinds/together.spec.ts",
    "blocks.spec.ts",
    "lists.spec.ts",
    "offline.spec.ts",
    "tables.spec.ts",
    "vote.spec.ts",
    "writing.spec.ts",
  ],
  // What emulates a phone, a dark page or less motion is for Chromium.
  grepInvert: /phone|finger|sound|five voters/,
  use: {
    locale,
    timezoneId,
    viewport,
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: { executablePath: fileURLToPath(new URL("firefox/firefox", import.meta.url)) },
  },
});
