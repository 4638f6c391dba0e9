import { expect, test } from "vitest";
import { readNews } from "./news";

test("news are read, and what makes no sense is no news", () => {
  const counted = { type: "asking", asking: "a", answered: 3 };
  expect(readNews(counted)).toEqual(counted);
  expect(readNews({ type: "answer", asking: "a" })).toEqual({ type: "answer" });
  expect(readNews({ type: "speakers" })).toEqual({ type: "speakers" });
  expect(readNews({ type: "asking", asking: "a", answered: "3" })).toBeNull();
  expect(readNews({ type: "later" })).toBeNull();
});
