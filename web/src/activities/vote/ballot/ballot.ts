// One person's ballot: what the rules allow them to place. The server judges; this only offers what it will accept.
import type { Ballot, Dots } from "../../../api/votes";
import type { RulesView } from "../../../generated/RulesView";
import type { Brick } from "../contract";

export const emptyBallot: Ballot = { dots: {}, done: false };

/** Why no dot can be added. */
export type Limit = "none left" | "cap" | "own";

export function dotsOn(ballot: Ballot, brick: string): number {
  return ballot.dots[brick] ?? 0;
}

/** Dots one still has; never negative. */
export function left(rules: RulesView, { dots }: Ballot): number {
  const placed = Object.values(dots).reduce((sum, n) => sum + n, 0);
  return Math.max(0, rules.dots - placed);
}

/** What keeps one from adding a dot; null when one may. */
export function limitOn(
  rules: RulesView,
  ballot: Ballot,
  brick: Pick<Brick, "id" | "proposedBy">,
  voter: string,
): Limit | null {
  if (!rules.own && brick.proposedBy !== "" && brick.proposedBy === voter) return "own";
  if (left(rules, ballot) === 0) return "none left";
  return rules.cap > 0 && dotsOn(ballot, brick.id) >= rules.cap ? "cap" : null;
}

/** The most dots one could have on a brick, with the others where they are. */
export function mostOn(rules: RulesView, ballot: Ballot, brick: string): number {
  const most = dotsOn(ballot, brick) + left(rules, ballot);
  return rules.cap > 0 ? Math.min(rules.cap, most) : most;
}

/** The ballot with `dots` on a brick; changing it means that one is not done. */
export function withDots(ballot: Ballot, brick: string, dots: number): Ballot {
  const others = Object.entries(ballot.dots).filter(([id]) => id !== brick);
  const changed: Dots = Object.fromEntries(dots > 0 ? [...others, [brick, dots]] : others);
  return { dots: changed, done: false };
}

/** Whether one may say that one is done. */
export function mayBeDone(rules: RulesView, ballot: Ballot): boolean {
  return !rules.all || left(rules, ballot) === 0;
}
