// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { speak } from "../../../messages/say.svelte";
import { formatWords, lostWords } from "./report";

beforeEach(() => speak("fr"));

test("what a file is, and what stays behind, is said in words", () => {
  expect(formatWords("deck")).toBe("Nextcloud Deck");
  expect(lostWords("attachments", 1)).toBe("1\u00a0pièce jointe reste dans l’autre outil");
  expect(lostWords("attachments", 3)).toMatch(/^3\u00a0pièces jointes/);
});

test("what is not known yet is said in general words", () => {
  expect(formatWords("constructor")).toBe("constructor");
  expect(lostWords("holograms", 2)).toBe(lostWords("toString", 2));
  expect(lostWords("holograms", 2)).toMatch(/^2\u00a0éléments/);
});
