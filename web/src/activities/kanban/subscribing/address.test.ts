import { expect, test } from "vitest";
import { deviceAddress, feedAddress } from "./address";

const origin = "https://atelier.example";

test("the address is whole, and says when tasks are meant", () => {
  expect(feedAddress("/calendar/abc.ics", "events", origin)).toBe(`${origin}/calendar/abc.ics`);
  expect(feedAddress("http://other.example/c.ics", "tasks", origin)).toBe(
    "http://other.example/c.ics?as=tasks",
  );
});

test("a device opens it in its calendar", () => {
  expect(deviceAddress("https://atelier.example/c.ics?as=tasks")).toBe(
    "webcal://atelier.example/c.ics?as=tasks",
  );
  expect(deviceAddress("http://atelier.example/c.ics")).toBe("webcal://atelier.example/c.ics");
});
