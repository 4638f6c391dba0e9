// The text of the document that is shown, as one reads it.

/** Nothing when none is shown. */
export const writtenText = (): string =>
  document.querySelector<HTMLElement>("[data-written]")?.innerText ?? "";
