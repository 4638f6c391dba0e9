import { expect, test } from "vitest";
import { wifiText } from "./wifi";

test("a network with a password, and one without", () => {
  expect(wifiText({ name: "Salle", password: "bienvenue" })).toBe(
    "WIFI:T:WPA;P:bienvenue;S:Salle;;",
  );
  expect(wifiText({ name: "Salle", password: "" })).toBe("WIFI:T:nopass;S:Salle;;");
});

test("what has a meaning of its own there is written so that it has none", () => {
  const text = wifiText({ name: 'Chez "nous"; 2', password: "a\\b:c,d" });
  expect(text).toBe('WIFI:T:WPA;P:a\\\\b\\:c\\,d;S:Chez \\"nous\\"\\; 2;;');
});
