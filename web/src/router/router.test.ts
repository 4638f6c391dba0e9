// @vitest-environment happy-dom
import { afterEach, beforeAll, expect, test } from "vitest";
import { current, go, moveCount, startRouter } from "./router.svelte";

beforeAll(() => startRouter());

afterEach(() => {
  document.body.replaceChildren();
  go("/", { replace: true });
});

/** Presses a link; says whether the browser was left to follow it. */
function press(html: string, how: MouseEventInit = {}): boolean {
  document.body.innerHTML = html;
  // What the browser would do is looked at after our listener, and then stopped: there is no page to load.
  let isLeft = false;
  const look = (event: Event): void => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener("click", look, { once: true });
  const target = document.querySelector("span") ?? document.querySelector("a");
  target?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...how }));
  return isLeft;
}

test("a link of ours is followed without loading a page", () => {
  expect(press('<a href="/w/abc/def"><span>Notes</span></a>')).toBe(false);
  expect(current()).toEqual({ kind: "document", space: "abc", document: "def" });
  expect(location.pathname).toBe("/w/abc/def");
});

test("other clicks and other links are the browser's", () => {
  expect(press('<a href="/w/abc">x</a>', { ctrlKey: true })).toBe(true);
  expect(press('<a href="/w/abc" target="_blank">x</a>')).toBe(true);
  expect(press('<a href="/w/abc" download>x</a>')).toBe(true);
  expect(press('<a href="/api/documents/x.md">x</a>')).toBe(true);
  expect(press('<a href="https://elsewhere.example/w/abc">x</a>')).toBe(true);
  expect(current()).toEqual({ kind: "home" });
});

test("each move is counted, for those who are told about it", () => {
  const before = moveCount();
  go("/join#balo-lumi-472");
  expect(moveCount()).toBe(before + 1);
  expect(current()).toEqual({ kind: "join", way: "balo-lumi-472" });
});
