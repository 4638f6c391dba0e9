// The rows of the journeys and the kinds of the product are the same.
import { expect } from "@playwright/test";
import { test } from "../guarded.ts";
import { kinds, orphans, rowOf } from "./rows.ts";

test("every kind of document has its row, and every row its kind", () => {
  expect(kinds).toContain("pad");
  for (const kind of kinds) rowOf(kind);
  expect(orphans).toEqual([]);
});
