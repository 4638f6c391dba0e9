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
    "chat.spec.ts",
    "history.spec.ts",
    "importing.spec.ts",
    "boxes.spec.ts",
    "clipboard.spec.ts",
    "comments.spec.ts",
    "directions.spec.ts",
    "find.spec.ts",
    "kanban.spec.ts",
    "kanban-card.spec.ts",
    "kanban-columns.spec.ts",
    "kanban-files.spec.ts",
    "kanban-moves.spec.ts",
    "kanban-origins.spec.ts",
    "kanban-views.spec.ts",
    "kinds/keyboard.spec.ts",
    "kinds/together.spec.ts",
    "blocks.spec.ts",
    "images.spec.ts",
    "lists.spec.ts",
    "locks.spec.ts",
    "offline.spec.ts",
    "pad-keys.spec.ts",
    "pasting-much.spec.ts",
    "tables.spec.ts",
    "vote.spec.ts",
    "vote-devices.spec.ts",
    "vote-result.spec.ts",
    "writing.spec.ts",
  ],
  // What emulates a phone, a dark page, paper or less motion, or compares a tree that was agreed, is for Chromium; so is
  // what drags or holds back parts of the app.
  grepInvert:
    /a locked pad is followed|the list of documents locks|may only read finds|phone|finger|sound|five voters|on paper|no motion|Trello|a calendar follows|before the editor knows|without a network, what|an answer that is lost/,
  use: {
    locale,
    timezoneId,
    viewport,
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: { executablePath: fileURLToPath(new URL("firefox/firefox", import.meta.url)) },
  },
});
