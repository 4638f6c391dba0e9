// Beside a check box: the caret stays in the text, and no letter is lost.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { Together } from "./together.ts";

/** What is typed first, the keys that follow, and the lines after `le ` is typed where they lead. */
const WAYS: readonly [string, string[], string[]][] = [
  ["[] pain", ["Home"], ["check-item: le pain"]],
  ["[] pain", ["Home", "ArrowUp"], ["check-item: le pain"]],
  ["[] pain", ["Home", "PageUp"], ["check-item: le pain"]],
  ["[] pain", ["Home", "ArrowLeft"], ["check-item: le pain"]],
  ["[] pain", ["ControlOrMeta+Home"], ["check-item: le pain"]],
  ["[] pain", ["Enter", "ArrowUp"], ["check-item: le pain", "check-item: "]],
  ["[] pain", ["Enter", "PageUp"], ["check-item: le pain", "check-item: "]],
  ["[] pain", ["Enter", "Enter", "ArrowUp"], ["check-item: le pain", "paragraph: "]],
  ["[] pain", ["Enter", "Enter", "PageUp"], ["check-item: le pain", "paragraph: "]],
  ["[] ", ["ArrowUp"], ["check-item: le "]],
  ["[] ", ["PageUp"], ["check-item: le "]],
  ["[] ", ["Tab", "PageUp"], ["check-item: le "]],
];

for (const [written, keys, lines] of WAYS) {
  test(`after "${written}", ${keys.join(" ")} leads into the text of the item`, async ({
    server,
    arrives,
  }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice");
    await alice.types(written);
    for (const key of keys) await alice.page.keyboard.press(key);
    await alice.page.keyboard.type("le ");
    await expectLines(together, alice, lines);
    await expect(alice.editor.getByRole("checkbox").first()).not.toBeChecked();
  });
}
