// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { keyOf } from "./keys";

function pressed(key: string, target: string, more: KeyboardEventInit = {}): unknown {
  const element = document.createElement(target.split(":")[0] ?? "div");
  if (target.includes(":")) element.setAttribute("type", target.split(":")[1] ?? "");
  const event = new KeyboardEvent("keydown", { key, ...more });
  Object.defineProperty(event, "target", { value: element });
  return keyOf(event);
}

test("arrows step, with Shift from star to star, on the slider too", () => {
  expect(pressed("ArrowLeft", "section")).toEqual({ way: -1, stars: false });
  expect(pressed("ArrowRight", "input:range", { shiftKey: true })).toEqual({ way: 1, stars: true });
});

test("fields and buttons keep their keys", () => {
  expect(pressed("ArrowLeft", "input:text")).toBeNull();
  expect(pressed("ArrowLeft", "select")).toBeNull();
  expect(pressed(" ", "button")).toBeNull();
  expect(pressed(" ", "section")).toBe("play");
  expect(pressed("ArrowLeft", "section", { altKey: true })).toBeNull();
});

test("Ctrl+S gives a star wherever one is", () => {
  expect(pressed("s", "input:text", { ctrlKey: true })).toBe("star");
  expect(pressed("s", "section")).toBeNull();
});
