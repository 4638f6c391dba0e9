// The lines of a pad as its screen shows them and as its document has them: they are the same.
import { expect } from "@playwright/test";
import type { Guest } from "./guest.ts";
import type { Together } from "./together.ts";

type Block = { kind: string; runs: { text: string }[] };

/** Each line as its kind and its text, such as `bullet-item: pain`. */
export async function expectLines(
  together: Together,
  guest: Guest,
  lines: readonly string[],
): Promise<void> {
  await expect.poll(() => shown(guest)).toEqual(lines);
  await expect.poll(() => kept(together)).toEqual(lines);
  // What is shown is also what stays: nothing is read back from the screen a moment later.
  expect(await shown(guest)).toEqual(lines);
}

async function kept(together: Together): Promise<string[]> {
  const json = await together.facilitator.exports(together.pad, "json");
  const { blocks } = JSON.parse(json) as { blocks: Block[] };
  return blocks.map(({ kind, runs }) => `${kind}: ${runs.map(({ text }) => text).join("")}`);
}

function shown(guest: Guest): Promise<string[]> {
  return guest.editor.evaluate((editor) =>
    Array.from(editor.childNodes, (node) => {
      if (!(node instanceof HTMLElement)) return `stray text: ${node.textContent ?? ""}`;
      const [, kind = ""] = /^item (\w+)/.exec(node.className) ?? [];
      const tags = new Map([
        ["P", "paragraph"],
        ["BLOCKQUOTE", "quote"],
      ]);
      const name = kind === "" ? (tags.get(node.tagName) ?? "heading") : `${kind}-item`;
      return `${name}: ${node.textContent}`;
    }),
  );
}
