// When steps begin: each when the one before it ends, unless its start is fixed. `crdt/src/agenda/times.rs` says the same.
import type { Day, Step } from "../contract";

/** When a step is, in minutes since midnight. */
export type Slot = {
  start: number;
  /** Beyond midnight for what goes on into the night. */
  end: number;
  /** By how many minutes what comes before goes on beyond a fixed start. */
  over: number;
  /** How many minutes before a fixed start nothing is planned. */
  idle: number;
};

/** The slots of a day's steps, one for each, in their order. */
export function slots(day: Pick<Day, "start" | "steps">): Slot[] {
  let freeFrom = day.start;
  return day.steps.map((step) => {
    const slot = slotOf(step, freeFrom);
    freeFrom = slot.end;
    return slot;
  });
}

function slotOf(step: Step, freeFrom: number): Slot {
  const start = step.fixed ?? freeFrom;
  return {
    start,
    end: start + step.minutes,
    over: Math.max(0, freeFrom - start),
    idle: Math.max(0, start - freeFrom),
  };
}

/** `9:05`, or `0:30` for half past midnight of the next day. */
export function clock(minutes: number): string {
  const inDay = minutes % (24 * 60);
  return `${String(Math.floor(inDay / 60))}:${String(inDay % 60).padStart(2, "0")}`;
}

/** `09:05`, as fields of times have it. */
export function fieldTime(minutes: number): string {
  return clock(minutes).padStart(5, "0");
}

/** The minutes since midnight of a field of times; null when it is empty. */
export function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
