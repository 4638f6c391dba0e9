// Why something is not done: nothing has been written then.

/** What there is too much of. */
export type TooMany = "columns" | "cards" | "labels" | "checks" | "comments" | "attachments";

/** A kanban or a card is full. */
export class Full extends Error {
  constructor(
    readonly what: TooMany,
    readonly most: number,
  ) {
    super(`more than ${String(most)} ${what}`);
  }
}

/** Refuses when so many would be too many. */
export function refuseOver(what: TooMany, count: number, most: number): void {
  if (count > most) throw new Full(what, most);
}
