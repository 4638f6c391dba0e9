// What becomes of lines that are pasted into 'add a card'.
import { expect, test } from "vitest";
import { titlesIn } from "./titles";

test("signs of lists are no part of titles, whatever program they come from", () => {
  expect(
    titlesIn("·\tlouer\r\n▪ acheter\r\n☐ prévenir\n☑fait\n– lire\n• [ ] noter\n- [x] dire"),
  ).toEqual(["louer", "acheter", "prévenir", "fait", "lire", "noter", "dire"]);
  expect(titlesIn("1. un\r2. deux\r3) trois")).toEqual(["un", "deux", "trois"]);
  expect(titlesIn("- pain")).toEqual(["pain"]);
});

test("a number that counts nothing is part of a title", () => {
  expect(titlesIn("12. rue de la Paix")).toEqual(["12. rue de la Paix"]);
  expect(titlesIn("12. rue de la Paix\n14. rue de la Paix")).toEqual([
    "12. rue de la Paix",
    "14. rue de la Paix",
  ]);
  expect(titlesIn("1. place du Marché\n- acheter\n12. rue de la Paix")).toEqual([
    "1. place du Marché",
    "acheter",
    "12. rue de la Paix",
  ]);
});
