/** How long a day is, in milliseconds; where clocks are put forward or back, an hour less or more. */
export const DAY_MS = 86_400_000;
