// Images: chosen, pasted and dropped, described, seen by others and offline, taken away.
import { expect, type Locator } from "@playwright/test";
import { test } from "./guarded.ts";
import type { Guest } from "./guest.ts";
import { isAccessible } from "./sound.ts";
import { PAD, Together } from "./together.ts";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

function tools({ page }: Guest): Locator {
  return page.getByRole("toolbar", { name: "Image" });
}

function asked({ page }: Guest): Locator {
  return page.getByRole("dialog", { name: "Décrire l’image" });
}

function picture({ editor }: Guest, alt: string): Locator {
  return editor.getByRole("img", { name: alt });
}

/** Firefox gives the focus to the window in front alone. */
async function goesToText({ page, editor }: Guest): Promise<void> {
  await page.bringToFront();
  await editor.focus();
}

/** Chooses an image from the menu of blocks, on an empty line. */
async function choosesImage({ page }: Guest): Promise<void> {
  await page.keyboard.type("/");
  const menu = page.getByRole("dialog", { name: "Insérer un bloc" });
  await expect(menu).toBeVisible();
  await page.keyboard.type("image");
  await page.keyboard.press("Enter");
}

/** A picture as a browser of this person draws it, in the letters of base 64. */
function drawn({ page }: Guest, width: number, height: number): Promise<string> {
  return page.evaluate(
    ([width, height]) => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext("2d");
      const sky = context?.createLinearGradient(0, 0, 0, height);
      if (!context || !sky) throw new Error("no canvas");
      sky.addColorStop(0, "#7fb2e5");
      sky.addColorStop(1, "#f2d7a0");
      context.fillStyle = sky;
      context.fillRect(0, 0, width, height);
      context.fillStyle = "#3a6b35";
      context.fillRect(0, height * 0.7, width, height * 0.3);
      return canvas.toDataURL("image/png").split(",")[1] ?? "";
    },
    [width, height] as const,
  );
}

/** Pastes a picture, as after a screenshot. */
async function pastesAPicture(guest: Guest, width = 600, height = 400): Promise<void> {
  const bytes = await drawn(guest, width, height);
  await goesToText(guest);
  await guest.editor.evaluate((place, bytes) => {
    const letters = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([letters], "capture.png", { type: "image/png" }));
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(paste, "clipboardData", { value: clipboardData });
    place.dispatchEvent(paste);
  }, bytes);
}

/** Answers what a picture shows. */
async function describes(guest: Guest, alt: string): Promise<void> {
  await asked(guest).getByLabel("Ce que montre l’image").fill(alt);
  await guest.page.keyboard.press("Enter");
  await expect(asked(guest)).toBeHidden();
}

/** Whether a picture is on the screen, with its points. Firefox fetches those of the window in front alone. */
async function isShown(guest: Guest, alt: string): Promise<void> {
  await guest.page.bringToFront();
  await expect
    .poll(() =>
      picture(guest, alt).evaluate(
        (image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0,
      ),
    )
    .toBe(true);
  await expect(guest.editor.locator(".stand-in")).toHaveCount(0);
}

test("a pasted image is described, seen by others, and written under", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  await alice.types("Avant");
  await pastesAPicture(alice);
  await describes(alice, "le plan de la salle");
  await isShown(alice, "le plan de la salle");
  await isShown(bob, "le plan de la salle");
  await alice.page.keyboard.type("Salle Lilas");
  await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.type("Après");
  await expect(bob.editor.locator("figcaption")).toHaveText("Salle Lilas");
  await bob.reads("Après");
  await alice.seesSaved();
  const sizes = (guest: Guest): Promise<number> =>
    picture(guest, "le plan de la salle").evaluate((image) => image.clientWidth);
  const whole = await sizes(bob);
  await alice.editor.locator("figcaption").click();
  await tools(alice).getByRole("button", { name: "Petite" }).click();
  await expect.poll(() => sizes(bob)).toBeLessThan(whole / 1.5);
});

test("an image is had and taken away with the keyboard alone", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const { keyboard } = alice.page;
  await goesToText(alice);
  const chosen = alice.page.waitForEvent("filechooser");
  await choosesImage(alice);
  const bytes = Buffer.from(await drawn(alice, 300, 200), "base64");
  await (await chosen).setFiles({ name: "IMG_0001.png", mimeType: "image/png", buffer: bytes });
  await describes(alice, "un arbre");
  await isShown(bob, "un arbre");
  await alice.page.bringToFront();
  await expect(tools(alice)).toBeVisible();
  await tools(alice).getByRole("button", { name: "Modifier la description" }).focus();
  await keyboard.press("Enter");
  await describes(alice, "un chêne");
  await isShown(bob, "un chêne");
  await alice.page.bringToFront();
  await tools(alice).getByRole("button", { name: "Voir en grand" }).focus();
  await keyboard.press("Enter");
  const large = alice.page.getByRole("dialog", { name: "un chêne" });
  await expect(large.getByRole("img", { name: "un chêne" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(large).toBeHidden();
  await goesToText(alice);
  await keyboard.press("ControlOrMeta+Home");
  await keyboard.press("Backspace");
  await expect(picture(bob, "un chêne")).toHaveCount(0);
  await keyboard.press("ControlOrMeta+z");
  await isShown(bob, "un chêne");
});

test("an image put in offline waits on the device, and what was seen is seen again", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  await pastesAPicture(alice);
  await describes(alice, "en ligne");
  await isShown(alice, "en ligne");
  await alice.seesSaved();
  await alice.isReadyForOffline();
  await alice.context.setOffline(true);
  await alice.page.keyboard.press("Enter");
  await pastesAPicture(alice, 320, 200);
  await describes(alice, "hors ligne");
  await expect(alice.editor.getByText("Elle partira au retour du réseau.")).toBeVisible();

  await alice.page.reload();
  await alice.isInPad(PAD);
  await expect(picture(alice, "en ligne")).toBeVisible();
  await expect
    .poll(() =>
      picture(alice, "en ligne").evaluate((image) => (image as HTMLImageElement).naturalWidth),
    )
    .toBe(600);
  const bob = await together.opens("Bob");
  await alice.context.setOffline(false);
  await isShown(bob, "hors ligne");
  await isShown(alice, "hors ligne");
});

test("an image put in before the pad was locked leaves once it is open again", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const { facilitator, pad } = together;
  const alice = await together.opens("Alice");
  await pastesAPicture(alice);
  await describes(alice, "avant");
  await isShown(alice, "avant");
  await alice.seesSaved();
  await alice.isReadyForOffline();
  await alice.context.setOffline(true);
  await alice.page.keyboard.press("Enter");
  await pastesAPicture(alice, 320, 200);
  await describes(alice, "pendant");
  await expect(alice.editor.getByText("Elle partira au retour du réseau.")).toBeVisible();
  await facilitator.asks("PATCH", `/api/documents/${pad}`, { locked: true });
  await alice.context.setOffline(false);

  const text = alice.page.locator(".ProseMirror");
  await expect(text.getByText("Ce document est verrouillé")).toBeVisible();
  await expect(text.getByRole("button", { name: "avant" })).toHaveAttribute("tabindex", "0");
  await facilitator.asks("PATCH", `/api/documents/${pad}`, { locked: false });
  await isShown(alice, "pendant");
  await alice.seesSaved();
  const bob = await together.opens("Bob");
  await isShown(bob, "pendant");
});

test("images in a pasted page come along, those of other servers are words", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const bob = await together.opens("Bob");
  const bytes = await drawn(alice, 120, 80);
  await goesToText(alice);
  await alice.editor.evaluate((place, bytes) => {
    const clipboardData = new DataTransfer();
    const html = `<p>Avant</p><img src="data:image/png;base64,${bytes}" alt="dedans"><p><img src="https://elsewhere.example/b.png" alt="ailleurs"> fin</p>`;
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "Avant fin");
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    Object.defineProperty(paste, "clipboardData", { value: clipboardData });
    place.dispatchEvent(paste);
  }, bytes);
  await isShown(bob, "dedans");
  await expect(bob.editor.getByRole("link", { name: "ailleurs" })).toHaveAttribute(
    "href",
    "https://elsewhere.example/b.png",
  );
});

test("who only reads sees an image large, and what cannot be shown says why", async ({
  server,
  arrives,
}) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice");
  const lise = await together.opens("Lise", "reader");
  await pastesAPicture(alice);
  await describes(alice, "le jardin");
  const shown = lise.page.getByRole("main").getByRole("img", { name: "le jardin" });
  await shown.click();
  const large = lise.page.getByRole("dialog", { name: "le jardin" });
  await expect(large).toBeVisible();
  await lise.page.keyboard.press("Escape");
  await expect(large).toBeHidden();
  await goesToText(alice);
  const chosen = alice.page.waitForEvent("filechooser");
  await alice.page.keyboard.press("ControlOrMeta+End");
  await choosesImage(alice);
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
  await (await chosen).setFiles({ name: "IMG.heic", mimeType: "image/heic", buffer: heic });
  await expect(alice.page.getByText("Enregistrez-la en JPEG")).toBeVisible();
});

test("images are sound on a phone and wide, light and dark", async ({ server, arrives }) => {
  const together = await Together.prepares(server, arrives);
  const alice = await together.opens("Alice", "participant", PHONE);
  await alice.types("Le jardin partagé");
  await pastesAPicture(alice, 900, 600);
  await expect(asked(alice)).toBeVisible();
  await isAccessible(alice, "image-asked");
  await describes(alice, "le jardin vu de la rue");
  await isShown(alice, "le jardin vu de la rue");
  await alice.page.keyboard.type("Photo prise en mai");
  await expect(tools(alice)).toBeVisible();
  await isAccessible(alice, "image");
});
