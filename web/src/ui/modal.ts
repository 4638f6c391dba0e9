// What every window over the page does: keeps the focus inside, and gives it back where it was; the back button closes it.
import { opened } from "../router/opened";
import { speakIn } from "./voice";

/** Opens a dialog for as long as it is on the page. It begins at a field that asks for it, else at `data-begin`. */
export function modal(dialog: HTMLDialogElement): () => void {
  const opener = document.activeElement;
  dialog.showModal();
  const silence = speakIn(dialog);
  if (!dialog.querySelector("[autofocus]"))
    dialog.querySelector<HTMLElement>("[data-begin]")?.focus();
  const closed = opened(() => dialog.close());
  return () => {
    closed();
    silence();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  };
}

/** Closes a dialog on a press beside it; a press that began inside, such as a selection, is no such press. */
export function closeBeside(close: () => void): {
  onpointerdown: (event: PointerEvent) => void;
  onclick: (event: MouseEvent) => void;
} {
  let beganBeside = false;
  return {
    onpointerdown: (event) => (beganBeside = event.target === event.currentTarget),
    onclick: (event) => {
      if (beganBeside && event.target === event.currentTarget) close();
    },
  };
}
