// Whatever people do at the same time, offline too: everybody ends with the same kanban, and no card is lost or in two places.
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../document/testing/automerge";
import type { Kanban } from "./contract";
import { addCards } from "./document/gestures/cards";
import { moveCards } from "./document/gestures/move";
import { RANK_LENGTH_MAX } from "../../document/rank";
import type { OpenKanban } from "./open-kanban";
import { DEEDS, perform, pick } from "./testing/gestures";
import { newKanban, Replica } from "./testing/replica";

beforeAll(ready);

const step = fc.record({
  who: fc.nat(5),
  what: fc.nat(DEEDS - 1),
  a: fc.nat(1_000),
  b: fc.nat(1_000),
  c: fc.nat(1_000),
});

function isSound(kanban: Kanban, added: ReadonlySet<string>): void {
  const ids = kanban.cards.map(({ id }) => id);
  expect(new Set(ids).size, "no card is there twice").toBe(ids.length);
  expect(new Set(ids), "no card is lost").toEqual(added);
  const alive = kanban.columns.filter(({ deleted }) => deleted === 0).map(({ id }) => id);
  for (const one of kanban.cards) {
    const isThere = one.deleted > 0 || alive.includes(one.column) || alive.length === 0;
    expect(isThere, "no card is without a column").toBe(true);
    for (const { rank } of [one, ...one.checks])
      expect(rank.length, "ranks stay short").toBeLessThanOrEqual(RANK_LENGTH_MAX);
  }
}

test("two to six people end with the same sound kanban", () => {
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
        const document = newKanban();
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
          const { kanban } = at(one.who);
          perform(kanban, one);
          for (const { id } of kanban.now.cards) added.add(id);
          isSound(kanban.now, new Set(kanban.now.cards.map(({ id }) => id)));
        }
        const [first, ...others] = replicas as [Replica, ...Replica[]];
        for (const other of others) first.merge(other);
        for (const other of others) other.merge(first);
        for (const { kanban } of others) expect(kanban.now).toEqual(first.kanban.now);
        isSound(first.kanban.now, added);
      },
    ),
    { numRuns: 60 },
  );
});

test("a card two people move at once is in one place, whole", () => {
  fc.assert(
    fc.property(fc.nat(2), fc.nat(2), fc.boolean(), (to, other, isReversed) => {
      const document = new Replica(newKanban(), "server");
      const [id] = document.kanban.act("", (pen, now) =>
        addCards(pen, now, "c1", ["une", "deux", "trois"]),
      );
      const [ana, bob] = ["ana", "bob"].map((name) => {
        const replica = new Replica(newKanban(), name);
        replica.merge(document);
        return replica;
      }) as [Replica, Replica];
      const columns = ["c1", "c2", "c3"];
      ana.kanban.act("", (pen, now) => moveCards(pen, now, [id ?? ""], columns[to] ?? "", null));
      bob.kanban.act("", (pen, now) => moveCards(pen, now, [id ?? ""], columns[other] ?? "", null));
      const place = (kanban: OpenKanban): [string, string] => {
        const one = kanban.now.cards.find((known) => known.id === id);
        return [one?.column ?? "", one?.rank ?? ""];
      };
      const places = [place(ana.kanban), place(bob.kanban)];
      const [first, second] = isReversed ? [bob, ana] : [ana, bob];
      first.merge(second);
      second.merge(first);
      expect(place(ana.kanban)).toEqual(place(bob.kanban));
      expect(places).toContainEqual(place(ana.kanban));
    }),
  );
});
