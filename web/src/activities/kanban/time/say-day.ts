// Days as people say them.
import { language, type Language } from "../../../messages/say.svelte";
import type { Day } from "../contract";
import { noonOf } from "./day";

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

/** 'novembre 2026'. */
export function sayMonth(day: Day): string {
  return said(day, { month: "long", year: "numeric" });
}

/** 'lundi'. */
export function sayWeekday(day: Day): string {
  return said(day, { weekday: "long" });
}

/** 'lun.', above a column of days. */
export function sayShortWeekday(day: Day): string {
  return said(day, { weekday: "short" });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function said(day: Day, shape: Shape): string {
  const spoken = language();
  const text = formatIn(spoken, shape).format(noonOf(day));
  // In French, only the first of a month is an ordinal.
  return spoken === "fr" && shape.day ? text.replace(/(^|\s)1(?=\s)/u, "$11er") : text;
}

/** Making a format is slow, and a plan says many days. */
function formatIn(spoken: Language, shape: Shape): Intl.DateTimeFormat {
  const key = `${spoken} ${Object.entries(shape).join(" ")}`;
  const known = formats.get(key);
  if (known) return known;
  const locale = spoken === "en" ? "en-GB" : "fr";
  const made = new Intl.DateTimeFormat(locale, { ...shape, timeZone: "UTC" });
  formats.set(key, made);
  return made;
}
