// What a vote chose, as the server tells it: the result of its last round, in the order of the votes.
import type { Chosen } from "./document/gestures/bricks";

/** The vote has no result that everybody may see. */
export class Undecided extends Error {}

type Brick = { id: string; title: string; minutes: number; pad: string };

/** The bricks a vote chose, those that are always in first. */
export async function chosenBy(vote: string): Promise<Chosen[]> {
  const answer = await fetch(`/api/documents/${vote}.json`);
  if (!answer.ok) throw new Error(`a vote answered ${String(answer.status)}`);
  return chosenIn((await answer.json()) as Vote);
}

type Round = {
  id: string;
  state: string;
  runOffOf: string;
  choices: readonly string[];
  results?: { dots: Readonly<Record<string, number>>; entered: Readonly<Record<string, number>> };
};
type Vote = {
  bricks: readonly (Brick & { always: boolean; into: string })[];
  rounds: readonly Round[];
};

/**
 * The bricks that are always in, then those with dots in the last round that was revealed, those with most first; where run-offs
 * were held, they settle what is tied.
 *
 * @throws Undecided when no round was revealed.
 */
export function chosenIn(vote: Vote): Chosen[] {
  const revealed = vote.rounds.filter(({ state, results }) => state === "revealed" && results);
  const round = revealed.findLast(({ runOffOf }) => runOffOf === "");
  if (!round) throw new Undecided();
  const order = orderIn(round, revealed);
  const standing = vote.bricks.filter(({ into }) => into === "");
  const always = standing.filter((brick) => brick.always);
  const voted = standing
    .filter(({ id, always }) => !always && round.choices.includes(id) && total(round, id) > 0)
    .toSorted((a, b) => order(a.id, b.id));
  return [...always, ...voted].map(({ id, title, minutes, pad }) => ({ id, title, minutes, pad }));
}

function total({ results }: Round, brick: string): number {
  return (results?.dots[brick] ?? 0) + (results?.entered[brick] ?? 0);
}

type Order = (a: string, b: string) => number;

/** Most dots first; what is tied as the run-offs held about it settled it, and as theirs did. Each comes after its round. */
function orderIn(round: Round, revealed: readonly Round[]): Order {
  const later = revealed.slice(revealed.indexOf(round) + 1);
  const settling = later
    .filter(({ runOffOf }) => runOffOf === round.id)
    .map((runOff) => ({ choices: runOff.choices, order: orderIn(runOff, later) }));
  return (a, b) => {
    const difference = total(round, b) - total(round, a);
    if (difference !== 0) return difference;
    const asked = settling.filter(({ choices }) => choices.includes(a) && choices.includes(b));
    return asked.map(({ order }) => order(a, b)).find((each) => each !== 0) ?? 0;
  };
}
