// Chooses pictures from this device, or takes one with its camera.
import type { Command } from "prosemirror-state";
import { give } from "./taking";

/** Opens the browser's own window for it, at once: it opens only as the answer to a gesture. */
export const pickImages: Command = (_state, _dispatch, view) => {
  if (!view) return false;
  const input = document.createElement("input");
  input.type = "file";
  input.accept = "image/*";
  input.multiple = true;
  input.addEventListener("change", () => {
    void give(view, Array.from(input.files ?? []));
  });
  input.click();
  return true;
};
