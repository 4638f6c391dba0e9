// Walking over the days of a month by keyboard.
import { addDays, addMonths, daysBetween, weekday, type Day } from "../../../day/day";

/** The day a key leads to; null for other keys. */
export function dayByKey(key: string, day: Day): Day | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(day, -1);
    case "ArrowRight":
      return addDays(day, 1);
    case "ArrowUp":
      return addDays(day, -7);
    case "ArrowDown":
      return addDays(day, 7);
    case "Home":
      return addDays(day, 1 - weekday(day));
    case "End":
      return addDays(day, 7 - weekday(day));
    case "PageUp":
      return monthAway(day, -1);
    case "PageDown":
      return monthAway(day, 1);
    default:
      return null;
  }
}

/** The same date of another month, or its last day when it is shorter. */
export function monthAway(day: Day, months: number): Day {
  const first = addMonths(day, months);
  const length = daysBetween(first, addMonths(first, 1));
  return addDays(first, Math.min(Number(day.slice(8)), length) - 1);
}
