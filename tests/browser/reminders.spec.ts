// Reminders by mail: asked for in a structure, confirmed from the mail without coming in, ended as easily.
import { expect } from "@playwright/test";
import { test } from "./guarded.ts";
import { Homecoming } from "./homecoming.ts";
import { isSound } from "./sound.ts";

test.use({ sendsMail: true });

test("one asks for reminders, confirms by mail, and ends them", async ({
  server,
  mailbox,
  arrives,
}) => {
  const home = await Homecoming.prepares(server, arrives);
  const { page } = await home.returns();
  await page.getByRole("button", { name: "Réglages" }).click();
  const reminders = page.getByRole("region", { name: "Rappels par courriel" });
  await reminders.getByLabel("Votre adresse").fill("alice");
  await reminders.getByLabel("Chaque").selectOption("jeudi");
  await reminders.getByRole("button", { name: "Recevoir les rappels" }).click();
  await expect(reminders.getByRole("alert")).toContainText("adresse");
  await reminders.getByLabel("Votre adresse").fill("alice@example.org");
  await reminders.getByRole("button", { name: "Recevoir les rappels" }).click();
  await expect(reminders.getByText("Un courriel est parti à alice@example.org")).toBeVisible();

  const [address] = /http:\S+\/mail\/\w+/.exec(await mailbox.reads()) ?? [];
  if (address === undefined) throw new Error("there is no address in the mail");
  const mailReader = await home.together.isNew();
  await mailReader.page.goto(address);
  await mailReader.page.getByRole("button", { name: "Recevoir ces rappels" }).click();
  await expect(mailReader.page.getByText(/^C’est noté/)).toBeVisible();

  const alice = await home.returns();
  await alice.page.getByRole("button", { name: "Réglages" }).click();
  const confirmed = alice.page.getByText("Chaque jeudi, à alice@example.org.");
  await expect(confirmed).toBeVisible();
  await isSound(alice, "structure-reminders");
  await alice.page.getByRole("button", { name: "Ne plus en recevoir" }).click();
  await expect(confirmed).toBeHidden();
  await expect(alice.page.getByLabel("Votre adresse")).toHaveValue("");
});
