// The text the server put into the page: shown where the editor will be, until the editor is there.

/** Whether there is such a text. */
export function hasServerView(): boolean {
  return document.getElementById("view")?.hasChildNodes() ?? false;
}

/** Moves the server's text into `place`, if it came with the page. */
export function adoptServerView(place: HTMLElement): void {
  const view = document.getElementById("view");
  if (view) place.append(...view.childNodes);
}

/** Takes it away from a page it does not belong to. */
export function clearServerView(): void {
  document.getElementById("view")?.replaceChildren();
}
