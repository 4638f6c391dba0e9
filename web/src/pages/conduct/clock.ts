// The clock everybody shares: the server's, as this device knows it, whatever its own clock says.
import type { CourseView } from "../../generated/CourseView";

/** When the server told its time: by its clock, by that of the device, and by the one of the page, which nobody sets. */
export type Told = Readonly<{ server: number; wall: number; steady: number }>;

/** The two clocks of a device that was woken, or set, are apart by more than this. */
const APART_MS = 2_000;

/**
 * The time on the server. The clock of the page stands still while a laptop sleeps, and that of the device may be put back:
 * the one that went further is right, but where the device was set forward, which `isApart` tells.
 */
export function serverNow(told: Told, wall: number, steady: number): number {
  return told.server + Math.max(wall - told.wall, steady - told.steady);
}

/** Whether the clocks of the device went apart since: then the server is asked again. */
export function isApart(told: Told, wall: number, steady: number): boolean {
  return Math.abs(wall - told.wall - (steady - told.steady)) > APART_MS;
}

/** How many milliseconds are left of a step; below zero beyond its time. */
export function leftOf(course: CourseView, now: number): number {
  const until = course.ended ?? course.paused ?? now;
  return course.total - (until - course.began - course.away);
}

export type Tone = "calm" | "short" | "last" | "over";

/** A fifth is short, a twentieth is the last moment. */
export function toneOf(left: number, total: number): Tone {
  if (left <= 0) return "over";
  if (left <= total * 0.05) return "last";
  return left <= total * 0.2 ? "short" : "calm";
}

/** By how many minutes the step would end after its time, if it takes what it has left; below zero: before. */
export function behindOf(course: CourseView, now: number): number {
  const end = now + Math.max(leftOf(course, now), 0);
  return Math.round((end - course.plannedEnd) / 60_000);
}

/** Somebody who tries a day out at another hour is not late. */
const TRIED_OUT_MINUTES = 6 * 60;

export function isTriedOut(behind: number): boolean {
  return Math.abs(behind) > TRIED_OUT_MINUTES;
}

/** '12:40', of what is left or, without its sign, of what is beyond. */
export function figures(ms: number): string {
  const seconds = Math.abs(Math.ceil(ms / 1_000));
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const parts = hours > 0 ? [hours, pad(minutes)] : [minutes];
  return [...parts, pad(seconds % 60)].join(":");
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

/** What is worth a word to those who do not see the clock, when so much is left. */
const SPOKEN_MS = [5 * 60_000, 60_000, 0];

/** The mark that was passed between two looks at the clock; null for none. The last one when several were, after a sleep. */
export function passed(before: number, left: number): number | null {
  return SPOKEN_MS.findLast((mark) => before > mark && left <= mark) ?? null;
}

/** '9:00', of minutes since midnight. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
}
