// Who wrote each part of a page: rows of text of one actor, kept as decorations so that they move with the text.
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/** Under whom a part was written; null while that has to be looked up. */
export type Actor = string | null;

/** How a part of an actor is drawn, and how a line is in which these wrote; null for nothing. */
export type Drawing = {
  part: (actor: string) => Record<string, string> | null;
  line: (actors: readonly string[]) => Record<string, string> | null;
};

export type Run = { from: number; to: number; actor: Actor };

/** What is kept with a decoration: whose part it is, or that it is of a line. */
type Spec = { actor?: Actor; isLine?: boolean };
const isPart = (spec: Spec): boolean => spec.actor !== undefined;
const isLine = (spec: Spec): boolean => spec.isLine === true;

const INSIDE = { inclusiveStart: false, inclusiveEnd: false };

/** A page of which nothing is known yet. */
export function unknown(page: Node): DecorationSet {
  const all = { from: 0, to: page.content.size, actor: null };
  return DecorationSet.create(page, [part(all, { part: () => null, line: () => null })]);
}

/** The runs in a range, cut to it. */
export function runsIn(set: DecorationSet, from: number, to: number): Run[] {
  return set
    .find(from, to, isPart)
    .map(runOf)
    .map((run) => ({ ...run, from: Math.max(run.from, from), to: Math.min(run.to, to) }))
    .filter((run) => run.from < run.to)
    .sort((some, other) => some.from - other.from);
}

/** What is still to be looked up: the first of it. */
export function firstUnknown(set: DecorationSet): Run | null {
  const [found] = set.find(undefined, undefined, ({ actor }: Spec) => actor === null);
  return found ? { from: found.from, to: found.to, actor: null } : null;
}

/** Moves all along; what a transaction put in is `actor`'s. */
export function moved(
  set: DecorationSet,
  transaction: Transaction,
  actor: Actor,
  drawing: Drawing,
): DecorationSet {
  const put = inserted(transaction).map((range) => ({ ...range, actor }));
  return withRuns(set.map(transaction.mapping, transaction.doc), transaction.doc, put, drawing);
}

/** With these runs in the place of what was there, one with those of the same actor that they meet; lines are drawn anew. */
export function withRuns(
  set: DecorationSet,
  page: Node,
  runs: readonly Run[],
  drawing: Drawing,
): DecorationSet {
  let next = set;
  for (const run of runs) {
    const near = next.find(run.from, run.to, isPart).map((found) => ({ found, ...runOf(found) }));
    const same = near.filter(({ actor }) => actor === run.actor);
    const under = near.filter(
      ({ from, to, actor }) => actor !== run.actor && from < run.to && run.from < to,
    );
    const whole = {
      from: Math.min(run.from, ...same.map(({ from }) => from)),
      to: Math.max(run.to, ...same.map(({ to }) => to)),
      actor: run.actor,
    };
    const rests = under.flatMap(({ from, to, actor }) => [
      { from, to: run.from, actor },
      { from: run.to, to, actor },
    ]);
    const parts = [whole, ...rests].filter(({ from, to }) => from < to);
    next = next.remove([...same, ...under].map(({ found }) => found)).add(
      page,
      parts.map((each) => part(each, drawing)),
    );
  }
  return linesDrawn(next, page, runs, drawing);
}

/** All of it drawn anew: somebody's name or colour became another. */
export function redrawn(set: DecorationSet, page: Node, drawing: Drawing): DecorationSet {
  const runs = runsIn(set, 0, page.content.size);
  const fresh = DecorationSet.create(
    page,
    runs.map((run) => part(run, drawing)),
  );
  return linesDrawn(fresh, page, [{ from: 0, to: page.content.size, actor: null }], drawing);
}

/** The actors of the known parts of a range, who wrote most first. */
export function actorsIn(set: DecorationSet, from: number, to: number): string[] {
  const amounts = new Map<string, number>();
  for (const run of runsIn(set, from, to))
    if (run.actor !== null)
      amounts.set(run.actor, (amounts.get(run.actor) ?? 0) + run.to - run.from);
  return [...amounts].sort(([, some], [, other]) => other - some).map(([actor]) => actor);
}

function runOf({ from, to, spec }: Decoration): Run {
  return { from, to, actor: (spec as Spec).actor ?? null };
}

function part(run: Run, drawing: Drawing): Decoration {
  const attributes = run.actor === null ? null : drawing.part(run.actor);
  return Decoration.inline(run.from, run.to, attributes ?? {}, { ...INSIDE, actor: run.actor });
}

function linesDrawn(
  set: DecorationSet,
  page: Node,
  runs: readonly Run[],
  drawing: Drawing,
): DecorationSet {
  let next = set;
  for (const { start, end } of linesOf(page, runs)) {
    const old = next.find(start, end, isLine).filter(({ from, to }) => from >= start && to <= end);
    const attributes = drawing.line(actorsIn(next, start, end));
    next = next.remove(old);
    if (attributes)
      next = next.add(page, [Decoration.node(start, end, attributes, { isLine: true })]);
  }
  return next;
}

/** The lines that ranges touch, each once. */
function linesOf(page: Node, ranges: readonly Run[]): { start: number; end: number }[] {
  const lines = new Map<number, number>();
  for (const { from, to } of ranges) {
    const first = page.resolve(Math.min(from, page.content.size));
    let start = first.depth > 0 ? first.before(1) : first.pos;
    for (let number = first.index(0); number < page.childCount && start < to; number++) {
      const end = start + page.child(number).nodeSize;
      lines.set(start, end);
      start = end;
    }
  }
  return [...lines].map(([start, end]) => ({ start, end }));
}

/** The ranges a transaction put in, as they stand after it. */
function inserted({ mapping }: Transaction): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  mapping.maps.forEach((map, number) => {
    const after = mapping.slice(number + 1);
    map.forEach((_from, _to, from, to) => {
      const range = { from: after.map(from, 1), to: after.map(to, -1) };
      if (range.from < range.to) ranges.push(range);
    });
  });
  return ranges;
}
