// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { fromAddress, keepInAddress, toAddress } from "./address";
import { dones, dues, everything, type Filter } from "./filter";

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 4 });
const filters: fc.Arbitrary<Filter> = fc.record({
  text: fc.string({ maxLength: 40 }).map((text) => (text.trim() === "" ? "" : text)),
  people: ids,
  labels: ids,
  due: fc.constantFrom(...dues),
  done: fc.constantFrom(...dones),
});

afterEach(() => history.replaceState(null, "", "/"));

test("what is written into an address is read back", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const written = toAddress(filter, new URLSearchParams("view=list&due=late")).toString();
      expect(fromAddress(new URLSearchParams(written))).toEqual(filter);
      expect(new URLSearchParams(written).get("view")).toBe("list");
    }),
  );
});

test("what makes no sense asks for nothing", () => {
  const strange = new URLSearchParams("due=never&done=maybe&person=&person=a&person=a");
  expect(fromAddress(strange)).toEqual({ ...everything, people: ["a"] });
  const long = fromAddress(new URLSearchParams({ text: "x".repeat(1000) }));
  expect(long.text).toHaveLength(200);
});

test("the address of the page keeps its other parts", () => {
  history.replaceState(null, "", "/w/a/b?view=calendar&card=c#top");
  keepInAddress({ ...everything, text: "café", people: ["me"] });
  expect(location.search).toBe("?view=calendar&card=c&text=caf%C3%A9&person=me");
  expect(location.hash).toBe("#top");
  keepInAddress(everything);
  expect(location.search).toBe("?view=calendar&card=c");
});
