// A paste into a pad, as a browser makes it that has something on its clipboard.
import type { Guest } from "./guest.ts";

export type Clip = { html: string; text: string };

/** Pastes where the caret is. */
export async function pastes({ editor }: Guest, clip: Clip): Promise<void> {
  await editor.focus();
  await editor.evaluate((place, { html, text }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (html !== "") clipboardData.setData("text/html", html);
    const paste = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    // Firefox makes no event with a clipboard of somebody's own.
    Object.defineProperty(paste, "clipboardData", { value: clipboardData });
    place.dispatchEvent(paste);
  }, clip);
}
