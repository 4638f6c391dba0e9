import fc from "fast-check";
import { expect, test } from "vitest";
import { richText } from "./rich";

test("what people write is read as it is meant", () => {
  const text =
    "# Avant\n**gras**, *penché* et _aussi_ `code`\n- [x] fait\n- [ ] à faire\n1. un\n\nfin";
  expect(richText(text).map(({ kind, checked }) => [kind, checked])).toEqual([
    ["heading", undefined],
    ["text", undefined],
    ["item", true],
    ["item", false],
    ["item", undefined],
    ["text", undefined],
  ]);
  expect(richText(text)[1]?.pieces.map(({ kind }) => kind)).toEqual([
    "bold",
    "plain",
    "italic",
    "plain",
    "italic",
    "plain",
    "code",
  ]);
});

test("addresses are followed only where that is safe", () => {
  const kinds = (text: string) => richText(text)[0]?.pieces.map(({ kind }) => kind);
  expect(kinds("[ici](https://exemple.fr)")).toEqual(["link"]);
  expect(kinds("voir https://exemple.fr/a?b=c.")).toEqual(["plain", "link", "plain"]);
  expect(kinds("[ici](javascript:alert)")).toEqual(["plain"]);
  expect(kinds("[ici](//ailleurs.org)")).toEqual(["plain"]);
});

test("nothing that is written is lost, and nothing takes long", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (text) => {
      for (const line of richText(text))
        for (const { text: part } of line.pieces) expect(text).toContain(part);
    }),
  );
  expect(richText(`${"[".repeat(5_000)}${"*".repeat(5_000)}`)).toHaveLength(1);
});
