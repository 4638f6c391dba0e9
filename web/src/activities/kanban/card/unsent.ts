// Comments that were begun and not sent: closing a card loses none of them while the page is open.
const begun = new Map<string, string>();

/** What was begun on a card; empty when nothing was. */
export function begunOn(card: string): string {
  return begun.get(card) ?? "";
}

export function keepBegun(card: string, text: string): void {
  if (text.trim() === "") begun.delete(card);
  else begun.set(card, text);
}
