// A thumb on the keyboard of an Android phone: words are composed and committed, keys are all 229, and
// the browser edits the page itself.
import type { BrowserContextOptions, CDPSession } from "@playwright/test";
import { devices } from "@playwright/test";
import type { Guest } from "./guest.ts";

/** A narrow Android phone. */
export const ANDROID: BrowserContextOptions = {
  ...devices["Galaxy S8"],
  viewport: { width: 360, height: 740 },
};

export class Thumb {
  private constructor(private readonly device: CDPSession) {}

  static async of(guest: Guest): Promise<Thumb> {
    return new Thumb(await guest.context.newCDPSession(guest.page));
  }

  /** Writes a word letter by letter; it stays underlined, as it may yet become another. */
  async composes(word: string): Promise<void> {
    for (let length = 1; length <= word.length; length += 1) {
      const text = word.slice(0, length);
      await this.device.send("Input.imeSetComposition", {
        text,
        selectionStart: length,
        selectionEnd: length,
      });
    }
  }

  /** What is underlined becomes `text`; or it is inserted. */
  async commits(text: string): Promise<void> {
    await this.device.send("Input.insertText", { text });
  }

  async writes(word: string): Promise<void> {
    await this.composes(word);
    await this.commits(word);
  }

  async pressesEnter(): Promise<void> {
    await this.presses("InsertNewline");
  }

  async erases(times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.presses("DeleteBackward");
  }

  async erasesForward(): Promise<void> {
    await this.presses("DeleteForward");
  }

  /** A key that says nothing of itself; the browser does what the keyboard asked for. */
  private async presses(command: string): Promise<void> {
    const key = { key: "Unidentified", windowsVirtualKeyCode: 229 };
    await this.device.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      commands: [command],
      ...key,
    });
    await this.device.send("Input.dispatchKeyEvent", { type: "keyUp", ...key });
  }
}
