// Whoever listens is told the same as by the library, whoever comes and goes while something is told.
import { createRequire } from "node:module";
import fc from "fast-check";
import { expect, test } from "vitest";
import { EventEmitter } from "./emitter";

const library = (
  createRequire(import.meta.url)("eventemitter3") as { EventEmitter: typeof EventEmitter }
).EventEmitter;

type Deed = { deed: "on" | "once" | "off" | "clear" | "emit"; event: string; who: number };
/** What the listener of that number does when it is told of something, once. */
type Plan = readonly Deed[][];

const LISTENERS = 3;
const deed = fc.record({
  deed: fc.constantFrom<Deed["deed"]>("on", "once", "off", "clear", "emit"),
  event: fc.constantFrom("change", "delete"),
  who: fc.nat(LISTENERS - 1),
});

function told(Emitter: typeof EventEmitter, story: readonly Deed[], plan: Plan): string[] {
  const emitter = new Emitter();
  const log: string[] = [];
  const left = plan.map((deeds) => [...deeds]);
  const listeners = left.map((deeds, who) => (...said: unknown[]) => {
    log.push(`${String(who)} heard ${said.join()}`);
    for (const each of deeds.splice(0)) act(each);
  });
  function act({ deed, event, who }: Deed): void {
    const listener = listeners[who];
    if (!listener) throw new Error("there is no such listener");
    if (deed === "emit") log.push(`${event}: ${String(emitter.emit(event, event, who))}`);
    else if (deed === "clear") emitter.off(event);
    else emitter[deed](event, listener);
    log.push(`${String(emitter.listenerCount(event))} ${String(emitter.listeners(event).length)}`);
  }
  for (const each of story) act(each);
  return log;
}

test("whoever listens hears what the library would tell them", () => {
  const plan = fc.array(fc.array(deed, { maxLength: 2 }), {
    minLength: LISTENERS,
    maxLength: LISTENERS,
  });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 20 }), plan, (story, plans) => {
      expect(told(EventEmitter, story, plans)).toEqual(told(library, story, plans));
    }),
    { numRuns: 2000 },
  );
});
