// Days as people say them, in their language.
import type { Language } from "../../messages/say.svelte";

/** '24 décembre 2026': a moment in milliseconds since 1970. */
export function dateOf(ms: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(ms);
}

/** '24 décembre', from '2026-12-24'; as it is written when it is no day. */
export function dayOf(day: string, language: Language): string {
  const ms = Date.parse(day);
  if (Number.isNaN(ms)) return day;
  const format = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language, format).format(ms);
}

/** Whether a day such as '2026-12-24' is past where one is at this moment; no day never is. */
export function isPast(day: string, now: Date): boolean {
  const two = (n: number): string => String(n).padStart(2, "0");
  const today = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return day !== "" && day < today;
}

const DAY_MS = 86_400_000;
/** A structure is erased when nobody came for so long: a year, and the month of the warning. */
const UNSEEN_DAYS = 365 + 30;

/** When a structure is erased that somebody looked at a moment ago and nobody will again. */
export function endUnseen(seenMs: number): number {
  return seenMs + UNSEEN_DAYS * DAY_MS;
}

/** The days of the week from Monday, which is 1. */
export function weekdays(language: Language): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  // The fifth of January 1970 was a Monday.
  return [4, 5, 6, 7, 8, 9, 10].map((day) => format.format(day * DAY_MS));
}
