// One person at a browser: what they do on the pages, found as people find it, by role and label.
import { type BrowserContext, type Locator, type Page, expect } from "@playwright/test";

/** A person with one tab open. */
export class Guest {
  constructor(
    readonly page: Page,
    /** Origin of the server. */
    readonly origin: string,
  ) {}

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Where one writes in a pad. */
  get editor(): Locator {
    const name = /^Text(e du| of the) pad$/;
    return this.page.getByRole("main").getByRole("textbox", { name });
  }

  /** The word that tells whether what one wrote is safe. */
  get saving(): Locator {
    return this.page.getByRole("group", { name: "Enregistrement" });
  }

  async visits(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.origin).href);
  }

  async opensWorkshop(title: string, name: string): Promise<void> {
    await this.visits("/");
    const door = this.page.getByRole("region", { name: "Animer un atelier" });
    await door.getByLabel("Titre de l’atelier").fill(title);
    await door.getByLabel("Votre prénom").fill(name);
    await door.getByRole("button", { name: "Ouvrir l’atelier" }).click();
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  /** Types the code of the room on the first page, then says who they are. */
  async entersCode(code: string, name: string): Promise<void> {
    await this.visits("/");
    await this.page.getByLabel("Code de l’atelier").fill(code);
    await this.page.getByRole("button", { name: "Entrer" }).click();
    await this.saysWho(name);
  }

  async followsLink(link: string, name: string): Promise<void> {
    await this.page.goto(link);
    await this.saysWho(name);
  }

  async saysWho(name: string): Promise<void> {
    await this.page.getByLabel("Votre prénom").fill(name);
    await this.page.getByRole("button", { name: "Entrer" }).click();
    await expect(this.page.getByRole("heading", { name: "Pads" })).toBeVisible();
  }

  async createsPad(title: string): Promise<void> {
    await this.page.getByRole("button", { name: "Nouveau pad" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Nouveau pad" });
    await dialog.getByLabel("Titre du pad").fill(title);
    await dialog.getByRole("button", { name: "Créer le pad" }).click();
    await this.isInPad(title);
  }

  async opensPad(title: string): Promise<void> {
    await this.page.getByRole("main").getByRole("link", { name: title }).click();
    await this.isInPad(title);
  }

  async isInPad(title: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(this.editor).toBeVisible();
  }

  /** Types at the end of the pad, key by key. */
  async types(text: string): Promise<void> {
    // Firefox gives the focus to the window in front alone.
    await this.page.bringToFront();
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+End");
    await this.page.keyboard.type(text);
  }

  /** What is written in the pad, without the names that the others' carets carry. */
  async text(): Promise<string> {
    return this.editor.evaluate((editor) => {
      const copy = editor.cloneNode(true) as Element;
      for (const caret of copy.querySelectorAll("[aria-hidden=true]")) caret.remove();
      return copy.textContent;
    });
  }

  async reads(text: string): Promise<void> {
    await expect.poll(() => this.text()).toContain(text);
  }

  async readsNoMore(text: string): Promise<void> {
    await expect.poll(() => this.text()).not.toContain(text);
  }

  async seesSaved(): Promise<void> {
    await expect(this.saving).toHaveText("enregistré");
  }

  /** The same device, with the same page open in one more tab. */
  async inAnotherTab(): Promise<Guest> {
    const second = new Guest(await this.context.newPage(), this.origin);
    await second.visits(this.page.url());
    await expect(second.editor).toBeVisible();
    return second;
  }

  /** The device has kept what it needs to open pages without a network. */
  async isReadyForOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** The caret of somebody else in the pad, by the name it carries. */
  caretOf(name: string): Locator {
    return this.editor.locator(`[data-name="${name}"]`);
  }
}
