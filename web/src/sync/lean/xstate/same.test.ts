// What is written here behaves as the library does, whatever happens in whatever order.
import { createRequire } from "node:module";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as lean from "./index";

const library = createRequire(import.meta.url)("xstate") as typeof lean;
type Story = readonly (string | number)[];

const DELAY_MS = 60_000;
const EVENTS = ["BEGIN", "REQUEST", "DOC_READY", "DOC_UNAVAILABLE", "UPDATE", "UNLOAD", "RELOAD"];

/** The machine of a document handle. */
function handle({ setup, assign, createActor }: typeof lean) {
  const count = (name: string) =>
    assign<Record<string, number>>(({ context }) => ({ [name]: (context[name] ?? 0) + 1 }));
  const actions = {
    onUpdate: count("updated"),
    onUnavailable: count("unavailable"),
    onUnload: count("unloaded"),
    onDelete: count("deleted"),
  };
  const after = { [DELAY_MS]: "unavailable" };
  const machine = setup<Record<string, number>>({ actions }).createMachine({
    initial: "idle",
    context: {},
    on: { UPDATE: { actions: "onUpdate" }, UNLOAD: ".unloaded", DELETE: ".deleted" },
    states: {
      idle: { on: { BEGIN: "loading" } },
      loading: { on: { REQUEST: "requesting", DOC_READY: "ready" }, after },
      requesting: { on: { DOC_UNAVAILABLE: "unavailable", DOC_READY: "ready" }, after },
      unavailable: { entry: "onUnavailable", on: { DOC_READY: "ready" } },
      ready: {},
      unloaded: { entry: "onUnload", on: { RELOAD: "loading" } },
      deleted: { entry: "onDelete", type: "final" },
    },
  });
  return createActor(machine);
}

/** All that was told while a story was played: events, and milliseconds that pass. */
function told(machines: typeof lean, story: Story): string[] {
  const actor = handle(machines);
  const heard: string[] = [];
  let updated = 0;
  actor.subscribe(({ value, context }) => {
    heard.push(`${value} ${JSON.stringify(context)}`);
    // As a handle does: what is sent while something is told comes after it.
    const isNews = context["updated"] !== undefined && context["updated"] !== updated;
    updated = context["updated"] ?? 0;
    if (isNews && value !== "ready") actor.send({ type: "DOC_READY" });
  });
  actor.start();
  for (const step of story) {
    if (typeof step === "number") vi.advanceTimersByTime(step);
    else actor.send({ type: step });
  }
  const { value, context } = actor.getSnapshot();
  return [...heard, `at last ${value} ${JSON.stringify(context)}`];
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("it tells the same as the library, event by event", () => {
  const step = fc.oneof(fc.constantFrom(...EVENTS), fc.constantFrom(1, DELAY_MS / 2, DELAY_MS));
  // Deleted is the end: the library warns of what is sent after it.
  const story = fc.tuple(fc.array(step, { maxLength: 20 }), fc.boolean());
  fc.assert(
    fc.property(story, ([steps, isDeleted]) => {
      const whole = isDeleted ? [...steps, "DELETE"] : steps;
      expect(told(lean, whole)).toEqual(told(library, whole));
    }),
  );
});

for (const [name, machines] of Object.entries({ lean, library })) {
  test(`waiting ends with what is wanted, too late, given up or impossible: ${name}`, async () => {
    const actor = handle(machines).start();
    const isReady = ({ value }: { value: string }): boolean => value === "ready";
    const left = new AbortController();
    const wait = (options: object) => machines.waitFor(actor, isReady, options);
    const late = expect(wait({ timeout: 10 })).rejects.toThrow("Timeout of 10 ms exceeded");
    const givenUp = expect(wait({ signal: left.signal })).rejects.toThrow("gone");
    vi.advanceTimersByTime(10);
    left.abort(new Error("gone"));
    await Promise.all([late, givenUp]);

    const comes = wait({ timeout: 1_000 });
    actor.send({ type: "BEGIN" });
    actor.send({ type: "DOC_READY" });
    expect((await comes).value).toBe("ready");
    expect((await wait({})).value).toBe("ready");

    const never = expect(
      machines.waitFor(actor, ({ value }) => value === "idle", { timeout: 1_000 }),
    ).rejects.toThrow("without satisfying");
    actor.send({ type: "DELETE" });
    await never;
  });
}
