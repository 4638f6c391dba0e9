// Why something is not done: nothing has been written then.

/** There are as many columns or groups as there may be. */
export class Full extends Error {
  constructor(
    readonly what: "columns" | "groups",
    readonly most: number,
  ) {
    super(`more than ${String(most)} ${what}`);
  }
}

/** Refuses when so many would be too many. */
export function refuseOver(what: Full["what"], count: number, most: number): void {
  if (count > most) throw new Full(what, most);
}
