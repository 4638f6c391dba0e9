// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { speak } from "../../../messages/say.svelte";
import { formatWords, lostWords, notedWords } from "./report";

beforeEach(() => speak("fr"));

const lost = (what: string, count: number, names: string[] = []): string =>
  lostWords({ what, count, names });

test("what a file is, and what stays behind, is said in words", () => {
  expect(formatWords("deck")).toBe("Nextcloud Deck");
  expect(lost("attachments", 1)).toBe("1\u00a0pièce jointe reste dans l’autre outil");
  expect(lost("attachments", 3)).toMatch(/^3\u00a0pièces jointes/);
});

test("what is not known yet is said in general words", () => {
  expect(formatWords("constructor")).toBe("constructor");
  expect(lost("holograms", 2)).toBe(lost("toString", 2));
  expect(lost("holograms", 2)).toMatch(/^2\u00a0éléments/);
  expect(notedWords({ what: "toString", count: 1, names: [] })).toMatch(/^1\u00a0élément/);
});

test("some of them are named, and that there are more", () => {
  expect(lost("dates", 1, ["bientôt"])).toBe(
    "1\u00a0date illisible est laissée de côté\u202f: «\u202fbientôt\u202f»",
  );
  expect(lost("dates", 9, ["a", "b", "c", "d", "e", "f"])).toMatch(
    /: «\u202fa\u202f», .*«\u202fe\u202f»…$/,
  );
  expect(notedWords({ what: "without_column", count: 2, names: ["Sans colonne"] })).toMatch(
    /^2\u00a0cartes .*«\u202fSans colonne\u202f»$/,
  );
});
