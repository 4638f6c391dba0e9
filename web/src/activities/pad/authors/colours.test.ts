// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chooseHue, chosenHues } from "./colours";

type Colour = { light: number; chroma: number; hue: number };

/** How bright a colour is, from 0 to 1, as WCAG counts. */
function luminance({ light, chroma, hue }: Colour): number {
  const [a, b] = [Math.cos, Math.sin].map((turn) => chroma * turn((hue * Math.PI) / 180)) as [
    number,
    number,
  ];
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (part: number): number => Math.min(1, Math.max(0, part));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(some: Colour, other: Colour): number {
  const [high, low] = [luminance(some), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const colour = (text: string, hue = 0): Colour => {
  const [light = 0, chroma = 0, own] = text
    .replace("var(--hue)", "")
    .trim()
    .split(/\s+/)
    .map((part) => parseFloat(part) / (part.endsWith("%") ? 100 : 1));
  return { light, chroma, hue: own ?? hue };
};

/** A pair of `light-dark(oklch(…), oklch(…))` in a style. */
function pair(file: string, before: string): [string, string] {
  const style = readFileSync(new URL(file, import.meta.url), "utf8");
  const found = new RegExp(
    `${before}: light-dark\\(\\s*oklch\\(([^)]*?(?:var\\(--hue\\))?)\\),\\s*oklch\\(([^)]*?(?:var\\(--hue\\))?)\\)`,
  ).exec(style);
  return [found?.[1] ?? "", found?.[2] ?? ""];
}

test.each(["--ink", "--ink-soft", "--accent"])(
  "%s can be read on everybody's colour, by day and by night",
  (ink) => {
    const text = pair("../../../style/tokens.css", ink);
    const behind = pair("./authors.css", "background");
    for (const scheme of [0, 1] as const) {
      expect(text[scheme]).not.toBe("");
      expect(behind[scheme]).not.toBe("");
      for (let hue = 0; hue < 360; hue++) {
        const least = contrast(colour(text[scheme]), colour(behind[scheme], hue));
        expect(least, `${ink} on hue ${String(hue)}, ${scheme ? "dark" : "light"}`).toBeGreaterThan(
          4.5,
        );
      }
    }
  },
);

test("a colour is chosen for oneself, and given back", () => {
  expect(chooseHue("ana", 120)).toEqual({ ana: 120 });
  chooseHue("ben", 7);
  expect(chosenHues()).toEqual({ ana: 120, ben: 7 });
  expect(chooseHue("ana", null)).toEqual({ ben: 7 });
  localStorage.setItem("atelier-hues", "{broken");
  expect(chosenHues()).toEqual({});
});
