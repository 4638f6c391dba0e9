// Pads in Firefox: what is typed beside a check box, and between two people.
import { after, before, test } from "node:test";
import type { Browser } from "puppeteer-core";
import { linesIn, linesShown } from "../world/lines.ts";
import { OpenWorkshop } from "../world/workshop.ts";
import { becomes, Fox, startsFirefox } from "./fox.ts";

const EDITOR = "main [role=textbox]";

let firefox: Browser;
let workshop: OpenWorkshop;
before(async () => {
  [firefox, workshop] = await Promise.all([startsFirefox(), OpenWorkshop.opens()]);
});
after(() => firefox.close());

/** Somebody at Firefox with a pad open and the caret in it. */
async function opens(pad: string, name: string): Promise<Fox> {
  const fox = await Fox.of(firefox, workshop.server, await workshop.welcomes(name));
  await fox.visits(`/w/${workshop.id}/${pad}`);
  const editor = await fox.page.waitForSelector(EDITOR, { visible: true });
  await editor?.click();
  return fox;
}

async function inANewPad(): Promise<{ pad: string; alice: Fox }> {
  const { id } = await workshop.facilitator.opensPad(workshop.id);
  return { pad: id, alice: await opens(id, "Alice") };
}

/** Screens and document come to say the same lines. */
async function expectLines(pad: string, foxes: Fox[], lines: string[]): Promise<void> {
  for (const fox of foxes) await becomes(() => fox.looks(EDITOR, linesShown), lines);
  await becomes(async () => linesIn(await workshop.facilitator.exports(pad, "json")), lines);
}

test("Home in a check item leads to its text, and a space ticks nothing", async () => {
  const { pad, alice } = await inANewPad();
  await alice.types("[] pain");
  await alice.presses("Home");
  await alice.types("le  bon ");
  await expectLines(pad, [alice], ["check-item: le  bon pain"]);
  await becomes(
    () => alice.looks("input[type=checkbox]", (box) => (box as HTMLInputElement).checked),
    false,
  );
});

test("keys that lead to a check item from below lead into its text", async () => {
  for (const key of ["ArrowUp", "PageUp"] as const) {
    const { pad, alice } = await inANewPad();
    await alice.types("[] pain");
    await alice.presses("Enter", "Home", key, "Home");
    await alice.types("le ");
    await expectLines(pad, [alice], ["check-item: le pain", "check-item: "]);
  }
});

test("erasing the sign of an item and joining it leaves its words", async () => {
  const { pad, alice } = await inANewPad();
  await alice.types("- pain");
  await alice.presses("Enter");
  await alice.types("lait");
  await alice.presses("Home", "Backspace", "Backspace");
  await alice.types(" et ");
  await expectLines(pad, [alice], ["bullet-item: pain et lait"]);
});

test("two people write in one list", async () => {
  const { pad, alice } = await inANewPad();
  const bob = await opens(pad, "Bob");
  await alice.types("- pain");
  await expectLines(pad, [alice, bob], ["bullet-item: pain"]);
  await bob.presses("End", "Enter");
  await bob.types("lait");
  await expectLines(pad, [alice, bob], ["bullet-item: pain", "bullet-item: lait"]);
  await alice.presses("Backspace");
  await alice.types("ns");
  await expectLines(pad, [alice, bob], ["bullet-item: pains", "bullet-item: lait"]);
});
