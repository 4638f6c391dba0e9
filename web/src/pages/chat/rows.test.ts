import { expect, test } from "vitest";
import type { MessageView } from "../../generated/MessageView";
import { rowsOf } from "./rows";

const NOON = new Date(2026, 10, 23, 12).getTime();
const MINUTE_MS = 60_000;

const message = (number: number, participant: string, at: number): MessageView => ({
  id: String(number),
  document: null,
  participant,
  body: "Bonjour",
  at,
  number,
});

test("what somebody says a moment later goes on, and a day begins with its first message", () => {
  const rows = rowsOf(
    [
      message(1, "a", NOON),
      message(2, "a", NOON + MINUTE_MS),
      message(3, "b", NOON + 2 * MINUTE_MS),
      message(4, "b", NOON + 20 * MINUTE_MS),
      message(5, "b", NOON + 24 * 60 * MINUTE_MS),
    ],
    null,
  );
  expect(rows.map(({ day }) => day)).toEqual(["2026-11-23", null, null, null, "2026-11-24"]);
  expect(rows.map(({ goesOn }) => goesOn)).toEqual([false, true, false, false, false]);
});

test("what is new begins anew", () => {
  const rows = rowsOf([message(1, "a", NOON), message(2, "a", NOON + 1)], "2");
  expect(rows.map(({ isFresh, goesOn }) => [isFresh, goesOn])).toEqual([
    [false, false],
    [true, false],
  ]);
});
