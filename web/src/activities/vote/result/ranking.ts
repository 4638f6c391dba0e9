// The order of the vote: ties stay ties, unless a run-off has settled them.
import type { Brick, Results, Round, Vote } from "../contract";

/** A brick and how it came out. */
export type Ranked = {
  brick: Brick;
  /** All its dots. */
  dots: number;
  /** Those of them that the facilitator entered. */
  entered: number;
  /** 1 for the first. Bricks that are tied share it, and the next rank is left out. */
  rank: number;
  tied: boolean;
  /** Whether as many dots were on another brick and a run-off put one before the other. */
  settled: boolean;
};

type Counted = { brick: Brick; dots: number; entered: number };
type Order = (a: Counted, b: Counted) => number;

/** All dots of a brick. */
export function totalOf(
  { dots, entered }: Pick<Results, "dots" | "entered">,
  brick: string,
): number {
  return (dots[brick] ?? 0) + (entered[brick] ?? 0);
}

/** The ranking of a round; nothing before its results are known. What is tied stands in the order of the bricks. */
export function ranking(vote: Vote, round: Round): Ranked[] {
  const { results } = round;
  if (!results) return [];
  const counted = vote.bricks
    .filter(({ id }) => round.choices.includes(id))
    .map((brick) => ({
      brick,
      dots: totalOf(results, brick.id),
      entered: results.entered[brick.id] ?? 0,
    }));
  const order = orderOf(vote, round);
  return counted.sort(order).map((one) => ({ ...one, ...standingAmong(counted, one, order) }));
}

function standingAmong(all: Counted[], one: Counted, order: Order) {
  const others = all.filter((other) => other !== one);
  const isTied = (other: Counted): boolean => order(one, other) === 0;
  return {
    rank: 1 + others.filter((other) => order(other, one) < 0).length,
    tied: others.some(isTied),
    settled: others.some((other) => other.dots === one.dots && !isTied(other)),
  };
}

function orderOf(vote: Vote, round: Round): Order {
  const settlements = runOffsOf(vote, round).map((runOff) => ranksIn(vote, runOff));
  return (a, b) => {
    if (a.dots !== b.dots) return b.dots - a.dots;
    for (const ranks of settlements) {
      const difference = (ranks.get(a.brick.id) ?? NaN) - (ranks.get(b.brick.id) ?? NaN);
      if (difference) return difference;
    }
    return 0;
  };
}

/** The revealed run-offs of a round. They come after it: a circle cannot be. */
function runOffsOf(vote: Vote, round: Round): Round[] {
  return vote.rounds.filter(
    (other) => other.runOffOf === round.id && other.number > round.number && other.results,
  );
}

function ranksIn(vote: Vote, round: Round): Map<string, number> {
  return new Map(ranking(vote, round).map(({ brick, rank }) => [brick.id, rank]));
}

/** The round whose ties a run-off settles, from run-off to run-off; any other round is its own. */
export function rootOf(vote: Vote, round: Round): Round {
  const before = vote.rounds.find(
    ({ id, number }) => id === round.runOffOf && number < round.number,
  );
  return before ? rootOf(vote, before) : round;
}
