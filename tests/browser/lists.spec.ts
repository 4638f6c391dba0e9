// Lists in a pad: what is typed, erased and joined in them, alone and beside somebody else's caret.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { Together } from "./together.ts";

test("Home in a check item leads to its text, and a space ticks nothing", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("[] pain");
  await alice.page.keyboard.press("Home");
  await alice.page.keyboard.type("le  bon ");
  await expectLines(together, alice, ["check-item: le  bon pain"]);
  await expect(alice.editor.getByRole("checkbox")).not.toBeChecked();
});

test("a check item that is ticked is ticked for the other", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("[] pain");
  await bob.editor.getByRole("checkbox", { name: "pain" }).check();
  await expect(alice.editor.getByRole("checkbox", { name: "pain" })).toBeChecked();
  await alice.types(" bis");
  await expectLines(together, bob, ["check-item: pain bis"]);
});

test("keys that lead to a check item from below lead into its text", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("[] pain");
  for (const key of ["Enter", "Home", "ArrowUp", "Home"]) await alice.page.keyboard.press(key);
  await alice.page.keyboard.type("le ");
  await expectLines(together, alice, ["check-item: le pain", "check-item: "]);
});

test("erasing the sign of an item and joining it leaves its words", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await alice.types("- pain");
  await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.type("lait");
  for (const key of ["Home", "Backspace", "Backspace"]) await alice.page.keyboard.press(key);
  await alice.page.keyboard.type(" et ");
  await expectLines(together, alice, ["bullet-item: pain et lait"]);
});

test("two people write in one list", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("- pain");
  for (const guest of [alice, bob]) await expectLines(together, guest, ["bullet-item: pain"]);
  await bob.types("");
  await bob.page.keyboard.press("Enter");
  await bob.page.keyboard.type("lait");
  for (const guest of [alice, bob])
    await expectLines(together, guest, ["bullet-item: pain", "bullet-item: lait"]);
  await alice.page.keyboard.press("Backspace");
  await alice.page.keyboard.type("ns");
  for (const guest of [alice, bob])
    await expectLines(together, guest, ["bullet-item: pains", "bullet-item: lait"]);
});

test("what is typed where somebody's caret stands is text, and their name is not", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("pain");
  await bob.reads("pain");
  await bob.types("");
  await expect(alice.caretOf("Bob")).toBeVisible();
  await alice.page.keyboard.type("s");
  await alice.page.keyboard.press("Backspace");
  await alice.page.keyboard.type(" et lait");
  for (const guest of [alice, bob]) await expectLines(together, guest, ["paragraph: pain et lait"]);
});
