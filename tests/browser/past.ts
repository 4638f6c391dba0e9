// The past of a pad on the screen, as people find their way in it.
import { expect, type Locator } from "@playwright/test";
import type { Guest } from "./guest.ts";

/** Chooses an entry of the pad's menu. */
export async function chooses({ page }: Guest, entry: string): Promise<void> {
  await page.getByRole("button", { name: "Menu du pad" }).click();
  await page.getByRole("menu").getByText(entry, { exact: true }).click();
}

/** The history of a pad, open. */
export class Past {
  private constructor(private readonly guest: Guest) {}

  static async opens(guest: Guest, entry = "Historique"): Promise<Past> {
    await chooses(guest, entry);
    const past = new Past(guest);
    await expect(past.slider).toBeVisible();
    await expect(past.text).toBeVisible();
    return past;
  }

  get region(): Locator {
    return this.guest.page.getByRole("region", { name: "Historique" });
  }

  get slider(): Locator {
    return this.region.getByRole("slider", { name: "Moment de l’historique" });
  }

  /** The text of then. */
  get text(): Locator {
    return this.region.getByRole("document", { name: "Texte du pad à ce moment" });
  }

  button(name: string): Locator {
    return this.region.getByRole("button", { name, exact: true });
  }

  async steps(): Promise<number> {
    return Number(await this.slider.getAttribute("max"));
  }

  async isAt(step: number): Promise<void> {
    await expect(this.slider).toHaveValue(String(step));
  }

  async compares(what: string): Promise<void> {
    await this.region.getByLabel("Comparer avec").selectOption({ label: what });
  }
}
