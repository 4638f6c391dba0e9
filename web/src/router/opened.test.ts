import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Opened = typeof import("./opened");

/** A browser's history of one page, from an entry before it; moves arrive a moment later, as in a browser. */
class Entries {
  readonly states: unknown[] = ["before"];
  at = 1;
  hear: (isSamePage: boolean) => void = () => undefined;

  constructor(state: unknown) {
    this.states.push(state);
  }

  get state(): unknown {
    return this.states[this.at];
  }

  pushState(state: unknown): void {
    this.states.splice(this.at + 1, Infinity, state);
    this.at += 1;
  }

  go(by: number): void {
    setTimeout(() => {
      if (this.states[this.at + by] === undefined) return;
      this.at += by;
      this.hear(this.at > 0);
    }, 5);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page whose history entry has a state, and what is open on it by name. */
async function page(state: unknown = null) {
  const entries = new Entries(state);
  vi.stubGlobal("history", entries);
  vi.resetModules();
  const module: Opened = await import("./opened");
  entries.hear = (isSamePage) => void module.tookStep(isSamePage);
  const shown: string[] = [];
  const closers = new Map<string, () => void>();

  const closes = (name: string): void => {
    shown.splice(shown.indexOf(name), 1);
    closers.get(name)?.();
  };
  const opens = (name: string): void => {
    shown.push(name);
    closers.set(
      name,
      module.opened(() => closes(name)),
    );
  };
  const settles = (): Promise<unknown> => vi.advanceTimersByTimeAsync(50);
  const goes = async (by: number): Promise<void> => {
    entries.go(by);
    await settles();
  };
  return { ...module, entries, shown, opens, closes, settles, goes };
}

test("going back closes what was opened last, one after the other", async () => {
  const { opens, settles, goes, shown, entries } = await page();
  opens("card");
  await settles();
  opens("menu");
  await settles();
  await goes(-1);
  expect(shown).toEqual(["card"]);
  await goes(-1);
  expect([shown, entries.at]).toEqual([[], 1]);
  await goes(-1);
  expect(entries.state).toBe("before");
});

test("what is closed by its button takes its step away", async () => {
  const { opens, closes, settles, entries } = await page();
  for (let time = 0; time < 3; time += 1) {
    opens("card");
    await settles();
    expect(entries.at).toBe(2);
    closes("card");
    await settles();
    expect(entries.at).toBe(1);
  }
  expect(entries.states).toHaveLength(3);
});

test("a menu that gives way to a window leaves its step to it", async () => {
  const { opens, closes, settles, goes, entries, shown } = await page();
  opens("menu");
  await settles();
  closes("menu");
  opens("window");
  await settles();
  expect([entries.at, entries.states.length]).toEqual([2, 3]);
  await goes(-1);
  expect(shown).toEqual([]);
});

test("going forward opens nothing again", async () => {
  const { opens, settles, goes, entries, shown } = await page();
  opens("card");
  await settles();
  await goes(-1);
  await goes(1);
  expect([shown, entries.at]).toEqual([[], 1]);
});

test("loaded again, the page gives its step to what is opened again", async () => {
  const { opens, settles, goes, entries, shown } = await page({ steps: 1 });
  entries.states.splice(1, 0, null);
  entries.at = 2;
  opens("card");
  await settles();
  expect(entries.states).toHaveLength(3);
  await goes(-1);
  expect([shown, entries.at]).toEqual([[], 1]);
});

test("a step of what is open no longer is passed over", async () => {
  const { goes, entries } = await page({ steps: 1 });
  entries.states.splice(1, 0, null);
  entries.at = 2;
  await goes(-1);
  expect(entries.state).toBe("before");
});

test("what is to be written waits for a way back that is under way", async () => {
  const { opens, closes, settles, whenSettled, entries } = await page();
  const written: number[] = [];
  opens("menu");
  await settles();
  closes("menu");
  await vi.advanceTimersByTimeAsync(1);
  whenSettled(() => written.push(entries.at));
  expect(written).toEqual([]);
  await settles();
  expect(written).toEqual([1]);
});

test("a way back that leads nowhere holds nothing up", async () => {
  const { opens, closes, settles, whenSettled, entries } = await page({ steps: 1 });
  entries.states.splice(0, 1);
  entries.at = 0;
  opens("a");
  closes("a");
  await settles();
  const act = vi.fn();
  whenSettled(act);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(act).toHaveBeenCalledOnce();
});
