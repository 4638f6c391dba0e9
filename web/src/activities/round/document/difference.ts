// What changed between two times the same question was asked.
import type { Asking } from "../contract";

/** The first revealed asking before this one that had the same answers to choose from; null when there is none. */
export function before(askings: readonly Asking[], asking: Asking): Asking | null {
  const same = (one: Asking): boolean =>
    one.number < asking.number && one.outcome !== null && key(one) === key(asking);
  return askings.find(same) ?? null;
}

const key = ({ question }: Asking): string =>
  JSON.stringify(question.states.map(({ picture, label }) => [picture, label]));

/** '+2', '−1', '0'. */
export function signed(difference: number): string {
  if (difference === 0) return "0";
  return difference > 0 ? `+${String(difference)}` : `−${String(-difference)}`;
}
