// Why something is not done: nothing has been written then.
import { DAYS_MAX, STEPS_MAX } from "../limits";

/** The agenda is full. */
export class Full extends Error {
  constructor(
    readonly what: "days" | "steps",
    readonly most: number,
  ) {
    super(`more than ${String(most)} ${what}`);
  }
}

const MOST = { days: DAYS_MAX, steps: STEPS_MAX };

/** Refuses when so many would be too many. */
export function refuseOver(what: "days" | "steps", count: number): void {
  if (count > MOST[what]) throw new Full(what, MOST[what]);
}
