import { expect, test } from "vitest";
import { framesOf, takeBody } from "./framing";

const frame = (length: number): Uint8Array => new Uint8Array(length).fill(7);

test("what is framed is read again, and the queue is empty", () => {
  const queue = [frame(3), frame(0), frame(70_000)];
  const frames = framesOf(takeBody(queue));
  expect(frames?.map(({ byteLength }) => byteLength)).toEqual([3, 0, 70_000]);
  expect(queue).toEqual([]);
});

test("no body is longer, or holds more, than the server takes", () => {
  const long = [frame(10 * 1024 * 1024), frame(10 * 1024 * 1024)];
  expect(framesOf(takeBody(long))).toHaveLength(1);
  expect(long).toHaveLength(1);
  const longest = [frame(16 * 1024 * 1024), frame(1)];
  expect(framesOf(takeBody(longest))).toHaveLength(1);
  const many = Array.from({ length: 1_500 }, () => frame(1));
  expect(framesOf(takeBody(many))).toHaveLength(1_024);
  expect(many).toHaveLength(476);
});

test("a body that is cut, or is a page of somebody else, is none", () => {
  const whole = takeBody([frame(5)]);
  for (let end = 1; end < whole.length; end++) expect(framesOf(whole.slice(0, end))).toBeNull();
  expect(framesOf(new TextEncoder().encode("<html>blocked</html>"))).toBeNull();
});
