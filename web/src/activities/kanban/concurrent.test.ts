// Whatever people do at the same time, offline too: everybody ends with the same plan, and no card is lost or in two places.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../pad/fuzz/automerge";
import type { Kanban } from "./contract";
import { addCards } from "./document/gestures/cards";
import { moveCards } from "./document/gestures/move";
import { RANK_LENGTH_MAX } from "./document/rank";
import type { Plan } from "./plan.svelte";
import { DEEDS, perform, pick } from "./testing/gestures";
import { newPlan, Replica } from "./testing/replica";

beforeAll(ready);

const step = fc.record({
  who: fc.nat(5),
  what: fc.nat(DEEDS - 1),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  c: fc.nat(1_000),
});

function isSound(plan: Kanban, added: ReadonlySet<string>): void {
  const ids = plan.cards.map(({ id }) => id);
  expect(new Set(ids).size, "no card is there twice").toBe(ids.length);
  expect(new Set(ids), "no card is lost").toEqual(added);
  const alive = plan.columns.filter(({ deleted }) => deleted === 0).map(({ id }) => id);
  for (const one of plan.cards) {
    const isThere = one.deleted > 0 || alive.includes(one.column) || alive.length === 0;
    expect(isThere, "no card is without a column").toBe(true);
    for (const { rank } of [one, ...one.checks])
      expect(rank.length, "ranks stay short").toBeLessThanOrEqual(RANK_LENGTH_MAX);
  }
}

test("two to six people end with the same sound plan", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.array(
        fc.oneof({ weight: 6, arbitrary: step }, fc.record({ from: fc.nat(5), to: fc.nat(5) })),
        {
          maxLength: 100,
        },
      ),
      (people, steps) => {
        let time = 1_795_000_000_000;
        const document = newPlan();
        const replicas = Array.from(
          { length: people },
          (_, at) => new Replica(document, `p${String(at)}`, () => (time += 1)),
        );
        const added = new Set<string>();
        const at = (number: number): Replica => pick(replicas, number) as Replica;
        for (const one of steps) {
          if ("from" in one) {
            if (at(one.from) !== at(one.to)) at(one.to).merge(at(one.from));
            continue;
          }
          const { plan } = at(one.who);
          perform(plan, one);
          for (const { id } of plan.now.cards) added.add(id);
          isSound(plan.now, new Set(plan.now.cards.map(({ id }) => id)));
        }
        const [first, ...others] = replicas as [Replica, ...Replica[]];
        for (const other of others) first.merge(other);
        for (const other of others) other.merge(first);
        for (const { plan } of others) expect(plan.now).toEqual(first.plan.now);
        isSound(first.plan.now, added);
      },
    ),
    { numRuns: 60 },
  );
});

test("a card two people move at once is in one place, whole", () => {
  fc.assert(
    fc.property(fc.nat(2), fc.nat(2), fc.boolean(), (to, other, isReversed) => {
      const document = new Replica(newPlan(), "server");
      const [id] = document.plan.act("", (pen, now) =>
        addCards(pen, now, "c1", ["une", "deux", "trois"]),
      );
      const [ana, bob] = ["ana", "bob"].map((name) => {
        const replica = new Replica(newPlan(), name);
        replica.merge(document);
        return replica;
      }) as [Replica, Replica];
      const columns = ["c1", "c2", "c3"];
      ana.plan.act("", (pen, now) => moveCards(pen, now, [id ?? ""], columns[to] ?? "", null));
      bob.plan.act("", (pen, now) => moveCards(pen, now, [id ?? ""], columns[other] ?? "", null));
      const place = (plan: Plan): [string, string] => {
        const one = plan.now.cards.find((known) => known.id === id);
        return [one?.column ?? "", one?.rank ?? ""];
      };
      const places = [place(ana.plan), place(bob.plan)];
      const [first, second] = isReversed ? [bob, ana] : [ana, bob];
      first.merge(second);
      second.merge(first);
      expect(place(ana.plan)).toEqual(place(bob.plan));
      expect(places).toContainEqual(place(ana.plan));
    }),
  );
});
