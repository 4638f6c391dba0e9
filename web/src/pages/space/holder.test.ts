import { expect, test } from "vitest";
import { holds } from "./holder";

test("facilitators hold a workshop, members a structure, readers nothing", () => {
  expect(holds({ kind: "workshop", role: "facilitator" })).toBe(true);
  expect(holds({ kind: "workshop", role: "participant" })).toBe(false);
  expect(holds({ kind: "structure", role: "participant" })).toBe(true);
  expect(holds({ kind: "structure", role: "reader" })).toBe(false);
});
