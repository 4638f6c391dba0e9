import { expect, test } from "vitest";
import { clock } from "./clock";

test("clocks are ahead of Greenwich by what dates say they are behind", () => {
  const paris = (moment: Date): number => (moment.getMonth() === 6 ? -120 : -60);
  expect(clock(2026, paris)).toEqual({ winter: 60, summer: 120 });
  expect(clock(2026, () => 0)).toEqual({ winter: 0, summer: 0 });
});
