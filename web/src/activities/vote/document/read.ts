// Reads a vote out of its document, whatever stands there: what makes no sense is left out, never an error.
import { roundStates, type Dots } from "../../../api/votes";
import type { RoundStateView } from "../../../generated/RoundStateView";
import type { RulesView } from "../../../generated/RulesView";
import { isRecord } from "../../../sync/views";
import { categories, type Brick, type Results, type Round, type Vote } from "../contract";

type Fields = Record<string, unknown>;

/** The vote in a document. */
export function readVote(document: unknown): Vote {
  const root = fields(document);
  const settings = fields(root.settings);
  return {
    proposals: settings.proposals === true,
    freeMinutes: count(settings.freeMinutes),
    bricks: entries(root.bricks, readBrick).sort(inOrder),
    rounds: entries(root.rounds, readRound).sort((a, b) => a.number - b.number || byId(a, b)),
  };
}

function readBrick(id: string, brick: Fields): Brick {
  const category = text(brick.category);
  return {
    id,
    title: text(brick.title),
    about: text(brick.about),
    minutes: count(brick.minutes),
    category: categories.find((known) => known === category) ?? "theory",
    always: brick.always === true,
    proposedBy: text(brick.proposedBy),
    rank: text(brick.rank),
    into: text(brick.into),
    pad: text(brick.pad),
  };
}

function readRound(id: string, round: Fields): Round {
  return {
    id,
    number: count(round.number),
    state: readState(round.state),
    rules: readRules(fields(round.rules)),
    choices: Array.isArray(round.choices) ? round.choices.map(text).filter(Boolean) : [],
    runOffOf: text(round.runOffOf),
    closesAt: count(round.closesAt),
    results: isRecord(round.results) ? readResults(round.results) : null,
  };
}

function readState(value: unknown): RoundStateView {
  const word = text(value);
  return roundStates.find((state) => state === word) ?? "draft";
}

function readRules(rules: Fields): RulesView {
  return {
    dots: count(rules.dots),
    cap: count(rules.cap),
    secret: rules.secret === true,
    anonymous: rules.anonymous === true,
    own: rules.own === true,
    all: rules.all === true,
    seconds: count(rules.seconds),
  };
}

function readResults(results: Fields): Results {
  return {
    voters: count(results.voters),
    dots: readDots(results.dots),
    enteredVoters: count(results.enteredVoters),
    entered: readDots(results.entered),
  };
}

function readDots(value: unknown): Dots {
  return Object.fromEntries(Object.entries(fields(value)).map(([id, dots]) => [id, count(dots)]));
}

function fields(value: unknown): Fields {
  return isRecord(value) ? value : {};
}

function entries<T>(value: unknown, read: (id: string, entry: Fields) => T): T[] {
  return Object.entries(fields(value)).flatMap(([id, entry]) =>
    isRecord(entry) ? [read(id, entry)] : [],
  );
}

/** Text that nobody edits letter by letter arrives as an object around it. */
function text(value: unknown): string {
  if (typeof value === "string") return value;
  return isRecord(value) && typeof value.val === "string" ? value.val : "";
}

/** A whole number that is not negative; integers over 32 bits may arrive as bigint. */
function count(value: unknown): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : 0;
}

type Ordered = { rank: string; id: string };

function inOrder(a: Ordered, b: Ordered): number {
  return compare(a.rank, b.rank) || byId(a, b);
}

function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id);
}

/** By code unit, as the server orders: not by the alphabet of a language. */
function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
