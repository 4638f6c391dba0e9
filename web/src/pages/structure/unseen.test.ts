// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { sayDate } from "../../day/say-date";
import { speak } from "../../messages/say.svelte";
import { endUnseen } from "./unseen";

test("what nobody looks at any more ends after a year and a month", async () => {
  await speak("fr");
  expect(sayDate(endUnseen(Date.UTC(2026, 10, 27, 12)))).toBe("27 décembre 2027");
});
