// Beside a check box: the caret stays in the text, and no letter is lost.
import { test } from "./guarded.ts";
import { expectLines } from "./lines.ts";
import { Together } from "./together.ts";

for (const key of ["ArrowUp", "PageUp", "Home", "ControlOrMeta+Home"]) {
  test(`${key} leads into the text of a check item`, async ({ server, arrives }) => {
    const together = await Together.prepares(server, arrives);
    const alice = await together.opens("Alice");
    await alice.types("[] pain");
    if (key !== "Home") {
      await alice.page.keyboard.press("Enter");
      await alice.page.keyboard.press("Home");
    }
    await alice.page.keyboard.press(key);
    await alice.page.keyboard.type("le ");
    const lines =
      key === "Home" ? ["check-item: le pain"] : ["check-item: le pain", "check-item: "];
    await expectLines(together, alice, lines);
  });
}
