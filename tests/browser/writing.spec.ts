// Two people write in one pad: from the first page to each other's carets.
import { devices, expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { Together } from "./together.ts";

test("one opens a workshop, another joins by the code on a phone, both write", async ({
  arrives,
}) => {
  const nadia = await arrives();
  await nadia.opensWorkshop("Usages numériques", "Nadia");
  await nadia.createsPad("Notes du matin");
  await nadia.page.getByRole("link", { name: "Retour à « Usages numériques »" }).click();
  await nadia.page.getByRole("banner").getByRole("button", { name: "Inviter" }).click();
  const invitation = nadia.page.getByRole("dialog", { name: "Inviter dans l’atelier" });
  await expect(
    invitation.getByRole("img", { name: "Carré à photographier pour entrer" }),
  ).toBeVisible();
  const code = /[a-z]{4}-[a-z]{4}-\d{3}/.exec(await invitation.innerText())?.[0] ?? "";
  await nadia.page.keyboard.press("Escape");
  await nadia.opensPad("Notes du matin");

  const bachir = await arrives(devices["Pixel 7"]);
  await bachir.entersCode(code, "Bachir");
  await bachir.opensPad("Notes du matin");

  await nadia.types("Bonjour Bachir. ");
  await bachir.reads("Bonjour Bachir.");
  await bachir.types("Bonjour Nadia !");
  await nadia.reads("Bonjour Bachir. Bonjour Nadia !");
  await nadia.seesSaved();
  await bachir.seesSaved();
});

test("each sees where the other writes, with their name", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Ici Alice. ");
  await bob.reads("Ici Alice.");
  await expect(bob.caretOf("Alice")).toBeVisible();
  await bob.types("Et Bob.");
  await expect(alice.caretOf("Bob")).toBeVisible();
  await alice.page.close();
  await expect(bob.caretOf("Alice")).toHaveCount(0);
});

test("undo takes back one's own edits only", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Alice écrit. ");
  await bob.reads("Alice écrit.");
  await bob.types("Bob répond.");
  await alice.reads("Bob répond.");
  await alice.page.keyboard.press("ControlOrMeta+z");
  await alice.readsNoMore("Alice écrit.");
  await bob.readsNoMore("Alice écrit.");
  await bob.reads("Bob répond.");
  await alice.page.keyboard.press("ControlOrMeta+Shift+z");
  await bob.reads("Alice écrit. Bob répond.");
});

test("two tabs of one person stay one text and one person", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const second = await alice.inAnotherTab();
  await second.types("depuis le second onglet, ");
  await alice.reads("depuis le second onglet,");
  await alice.types("depuis le premier");
  await second.reads("depuis le second onglet, depuis le premier");
  await bob.reads("depuis le second onglet, depuis le premier");
  await expect(bob.page.getByRole("list", { name: "2 personnes sont là" })).toBeVisible();
});

test("a reader follows and cannot write", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const reader = await together.joins("Lise", "reader");
  await reader.visits(together.path);
  await expect(reader.page.getByText("Vous pouvez lire ce pad.")).toBeVisible();
  await alice.types("Pour Lise");
  await expect(reader.page.getByRole("main")).toContainText("Pour Lise");
  await reader.page.getByText("Pour Lise").click();
  await reader.page.keyboard.type("NON");
  await alice.types(", encore");
  await expect(reader.page.getByRole("main")).toContainText("Pour Lise, encore");
  await expect(reader.page.getByRole("main")).not.toContainText("NON");
  await alice.seesSaved();
  await expect(alice.editor).not.toContainText("NON");
});

test("a line is as high with somebody's caret at its end as without", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("un\ndeux");
  await bob.reads("deux");
  await expect(bob.caretOf("Alice")).toBeVisible();
  const heights = await bob.editor.evaluate(({ children }) =>
    Array.from(children, (line) => line.getBoundingClientRect().height),
  );
  expect(heights[1]).toBe(heights[0]);
});
