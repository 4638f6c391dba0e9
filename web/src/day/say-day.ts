// Days as people say them.
import { language, type Language } from "../messages/say.svelte";
import { addDays, isDay, noonOf, type Day } from "./day";
import { localeOf, withOrdinal } from "./say-date";

type Shape = Pick<Intl.DateTimeFormatOptions, "weekday" | "day" | "month" | "year">;

/** 'lundi 30 novembre'; with the year when it is not the one of `today`. */
export function sayDay(day: Day, today: Day): string {
  const full: Shape = { weekday: "long", day: "numeric", month: "long" };
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return said(day, isThisYear ? full : { ...full, year: "numeric" });
}

/** '30 nov.', where there is little room; with the year when it is not the one of `today`. */
export function sayShortDay(day: Day, today: Day): string {
  const short: Shape = { day: "numeric", month: "short" };
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return said(day, isThisYear ? short : { ...short, year: "numeric" });
}

/** '30 novembre'; as it is written when it is no day. */
export function sayDayOfYear(day: Day): string {
  return isDay(day) ? said(day, { day: "numeric", month: "long" }) : day;
}

/** 'novembre 2026'. */
export function sayMonth(day: Day): string {
  return said(day, { month: "long", year: "numeric" });
}

/** 'lundi'. */
export function sayWeekday(day: Day): string {
  return said(day, { weekday: "long" });
}

/** The days of the week from Monday, which is 1. */
export function sayWeekdays(): string[] {
  // The fifth of January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, at) => sayWeekday(addDays("1970-01-05", at)));
}

/** 'lun.', above a column of days. */
export function sayShortWeekday(day: Day): string {
  return said(day, { weekday: "short" });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function said(day: Day, shape: Shape): string {
  const spoken = language();
  return withOrdinal(formatIn(spoken, shape).format(noonOf(day)), spoken);
}

/** Making a format is slow, and a kanban says many days. */
function formatIn(spoken: Language, shape: Shape): Intl.DateTimeFormat {
  const key = `${spoken} ${Object.entries(shape).join(" ")}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(spoken), { ...shape, timeZone: "UTC" });
  formats.set(key, made);
  return made;
}
