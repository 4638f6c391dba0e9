// Whatever people do at the same time, offline too: everybody ends with the same agenda, and every step is in one place.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { ready } from "../../document/testing/automerge";
import { LoneHandle } from "../../document/testing/lone-handle";
import { addDay, doubleDay, removeDay } from "./document/gestures/days";
import { dayOf, everyStep, moveDay, moveStep, WAITING } from "./document/gestures/places";
import { addStep, changeStep, doubleStep, removeStep } from "./document/gestures/steps";
import { placing, takeBricks } from "./document/gestures/bricks";
import { openAgenda, type OpenAgenda } from "./open-agenda";

beforeAll(ready);

const saved = (): Uint8Array =>
  readFileSync(join(import.meta.dirname, "../../../../crdt/golden/agenda-from-server.automerge"));

function replica(name: string): { copy: LoneHandle; agenda: OpenAgenda } {
  const copy = new LoneHandle(saved(), name);
  const agenda = openAgenda(copy.handle, name, () => 1_795_000_000_000);
  agenda.follow();
  return { copy, agenda };
}

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

type Deed = { who: number; what: number; a: number; b: number; c: number };

function perform(agenda: OpenAgenda, { what, a, b, c }: Deed): void {
  const { now } = agenda;
  const step = pick(everyStep(now), a);
  const day = pick([...now.days.map(({ id }) => id), WAITING], b) ?? WAITING;
  const whole = pick(now.days, b);
  const before = pick([...everyStep(now).map(({ id }) => id), null], c) ?? null;
  const deeds: (() => unknown)[] = [
    () => agenda.act("", (pen, now) => addStep(pen, now, day, { title: `T${String(c)}` }, before)),
    () => step && agenda.act("", (pen, now) => moveStep(pen, now, step.id, day, before)),
    () => step && agenda.act("", (pen) => changeStep(pen, step.id, { minutes: c, fixed: b })),
    () => step && agenda.act("", (pen) => removeStep(pen, step.id)),
    () => step && agenda.act("", (pen, now) => doubleStep(pen, now, step)),
    () => now.days.length < 5 && agenda.act("", (pen, now) => addDay(pen, now, { title: "J" })),
    () => whole && agenda.act("", (pen) => removeDay(pen, whole, c % 2 === 0)),
    () => whole && agenda.act("", (pen, now) => moveDay(pen, now, whole.id, null)),
    () =>
      whole && now.days.length < 4 && agenda.act("", (pen, now) => doubleDay(pen, now, whole, "J")),
    () => agenda.undo(),
    () => agenda.redo(),
  ];
  pick(deeds, what)?.();
}

test("two to four people end with the same sound agenda", () => {
  const deed = fc.record({
    who: fc.nat(3),
    what: fc.nat(10),
    a: fc.nat(99),
    b: fc.nat(99),
    c: fc.nat(99),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }),
      fc.array(deed, { maxLength: 25 }),
      (people, deeds) => {
        const all = Array.from({ length: people }, (_, at) => replica(`0${String(at + 1)}`));
        for (const one of deeds) {
          const { agenda } = all[one.who % people] as (typeof all)[number];
          perform(agenda, one);
        }
        for (const one of all)
          for (const other of all) if (one !== other) one.copy.merge(other.copy);
        for (const one of all)
          for (const other of all) if (one !== other) one.copy.merge(other.copy);
        const [first, ...others] = all.map(({ agenda }) => agenda.now);
        for (const other of others) expect(other).toEqual(first);
        const ids = first ? everyStep(first).map(({ id }) => id) : [];
        expect(new Set(ids).size, "no step is in two places").toBe(ids.length);
      },
    ),
    { seed: 20261129, numRuns: 60 },
  );
});

test("chosen bricks fill free steps in their order, once; the others wait", () => {
  const { agenda } = replica("01");
  const free = agenda.now.days.flatMap(({ steps }) => steps).filter((step) => step.free);
  const chosen = Array.from({ length: free.length + 1 }, (_, at) => {
    return {
      id: `b${String(at)}`,
      title: `Brique ${String(at)}`,
      minutes: 45,
      pad: `p${String(at)}`,
    };
  });
  const waited = agenda.now.waiting.length;
  const counted = (): number[] => {
    const { filled, waiting } = placing(agenda.now, chosen);
    return [filled.length, waiting.length];
  };
  expect(counted()).toEqual([free.length, 1]);
  agenda.act("", (pen, now) => takeBricks(pen, now, placing(now, chosen)));
  const titles = agenda.now.days.flatMap(({ steps }) => steps).filter(({ brick }) => brick !== "");
  expect(titles.map(({ title, minutes }) => [title, minutes])).toEqual(
    expect.arrayContaining([["Brique 0", free[0]?.minutes]]),
  );
  expect(agenda.now.waiting.length).toBe(waited + 1);
  expect(counted(), "what stands there is not taken again").toEqual([0, 0]);
  agenda.undo();
  const back = agenda.now.days.flatMap(({ steps }) => steps).filter((step) => step.free);
  expect(back).toEqual(free);
});

test("a step that moves keeps what was said of it", () => {
  const { agenda } = replica("01");
  const step = everyStep(agenda.now)[0];
  const to = agenda.now.days.at(-1)?.id ?? WAITING;
  if (!step) throw new Error("the golden agenda has steps");
  agenda.act("", (pen, now) => moveStep(pen, now, step.id, to, null));
  expect(dayOf(agenda.now, step.id)).toBe(to);
  const moved = everyStep(agenda.now).find(({ id }) => id === step.id);
  expect({ ...moved, rank: step.rank }).toEqual(step);
});
