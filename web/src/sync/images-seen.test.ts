import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { IMAGES_SEEN } from "./images-seen";

test("the page and the worker keep pictures that were seen in one place", () => {
  const worker = readFileSync(join(import.meta.dirname, "../service-worker/worker.ts"), "utf8");
  expect(worker).toContain(`const IMAGES_SEEN = "${IMAGES_SEEN}";`);
});
