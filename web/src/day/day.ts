// Days without a time, such as `2026-11-23`: counted on the calendar, where no hour and no time zone comes into play.
import { DAY_MS } from "./day-ms";

/** A day without a time, such as `2026-11-23`; empty when there is none. */
export type Day = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day it is here at that moment, in milliseconds since 1970. */
export function today(now: number = Date.now()): Day {
  const here = new Date(now);
  return written(here.getFullYear(), here.getMonth(), here.getDate());
}

/** Whether a day is past where one is at this moment; what is no day never is. */
export function isPast(day: Day, now: number = Date.now()): boolean {
  return isDay(day) && day < today(now);
}

/** Whether it is a day of the calendar: `2026-02-30` is none. */
export function isDay(text: string): boolean {
  const count = counted(text);
  return count !== null && dayAt(count) === text;
}

/** The day so many days later, or earlier when negative. What is no day stays as it is. */
export function addDays(day: Day, days: number): Day {
  const count = counted(day);
  return count === null ? day : dayAt(count + days);
}

/** How many days from one day to another: negative when that one is earlier, 0 when either is no day. */
export function daysBetween(from: Day, to: Day): number {
  const [first, last] = [counted(from), counted(to)];
  return first === null || last === null ? 0 : last - first;
}

/** 1 on Mondays to 7 on Sundays. */
export function weekday(day: Day): number {
  // The first of January 1970 was a Thursday.
  return (((((counted(day) ?? 0) + 3) % 7) + 7) % 7) + 1;
}

/** The first day of its month. */
export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** The first day of the month so many months later, or earlier when negative. */
export function addMonths(day: Day, months: number): Day {
  const [, year, month] = FORM.exec(day) ?? [];
  const count = Number(year) * 12 + Number(month) - 1 + months;
  return Number.isFinite(count) ? written(Math.floor(count / 12), count % 12, 1) : day;
}

/** The same moment on every device: noon, far from where one day becomes another. */
export function noonOf(day: Day): Date {
  return new Date((counted(day) ?? 0) * DAY_MS + DAY_MS / 2);
}

/** Days since 1970. */
function counted(day: Day): number | null {
  const [, year, month, date] = FORM.exec(day) ?? [];
  // Years before 100 would be read as those of the last century.
  if (year === undefined || Number(year) < 100) return null;
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS;
}

function dayAt(count: number): Day {
  const there = new Date(count * DAY_MS);
  return written(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate());
}

/** `month` counts from 0. */
function written(year: number, month: number, date: number): Day {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month + 1)}-${two(date)}`;
}
