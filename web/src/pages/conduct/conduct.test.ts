// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConductView } from "../../generated/ConductView";
import type { ConductNews } from "../../sync/control-message";
import { announce, announcement } from "../../ui/notices.svelte";
import type { Stay } from "../space/stay.svelte";

const api = vi.hoisted(() => ({ conductOf: vi.fn(), conduct: vi.fn() }));
vi.mock("../../api/conduct", () => api);

const { Conduct } = await import("./conduct.svelte");

const MINUTE = 60_000;
const SERVER = 1_790_000_000_000;
/** The clock of this device is two hours wrong. */
const WRONG = -120 * MINUTE;

const step = {
  id: "s1",
  title: "Accueil",
  kind: "welcome",
  minutes: 15,
  start: 540,
  document: "",
  link: "",
};

function view(number: number, changed: Partial<ConductView> = {}): ConductView {
  const times = { began: SERVER, away: 0, paused: null, total: 15 * MINUTE, planned: SERVER };
  return {
    now: SERVER + Date.now() - SERVER - WRONG,
    number,
    revision: number,
    agenda: "a",
    course: { step, ...times, plannedEnd: SERVER + 15 * MINUTE, ended: null, hasPrevious: false },
    next: null,
    steps: [step],
    hands: [],
    ready: null,
    ...changed,
  };
}

const heard = new Set<(news: ConductNews | null) => void>();
const stay = {
  store: { view: { id: "w", participant: "p" } },
  conduct: heard,
  isConnected: true,
} as unknown as Stay;

function tells(told: ConductView): void {
  for (const hear of heard) hear({ type: "state", conduct: told });
}

beforeEach(() => {
  vi.useFakeTimers({ now: SERVER + WRONG });
  localStorage.clear();
  announce("");
  heard.clear();
  api.conductOf.mockReset();
  api.conduct.mockReset();
});
afterEach(() => void vi.useRealTimers());

async function followed() {
  const conduct = new Conduct(stay);
  const stop = conduct.follow();
  await vi.advanceTimersByTimeAsync(0);
  return { conduct, stop };
}

test("on a device whose clock is wrong, what is left is what the server says", async () => {
  api.conductOf.mockResolvedValue(view(1));
  const { conduct, stop } = await followed();
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(Math.round(conduct.left / 1_000)).toBe(10 * 60);
  stop();
});

test("loaded again without a network, it goes on where it was", async () => {
  api.conductOf.mockResolvedValueOnce(view(1));
  (await followed()).stop();
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  api.conductOf.mockRejectedValue(new Error("no network"));
  const { conduct, stop } = await followed();
  expect(Math.round(conduct.left / 1_000)).toBe(11 * 60);
  stop();
});

test("what is told late changes nothing", async () => {
  api.conductOf.mockResolvedValue(view(5));
  const { conduct, stop } = await followed();
  tells(view(4, { course: null }));
  expect(conduct.view?.number).toBe(5);
  tells(view(6, { course: null }));
  expect(conduct.running).toBeUndefined();
  stop();
});

test("after a sleep the server is asked again", async () => {
  api.conductOf.mockImplementation(() => Promise.resolve(view(1)));
  const { stop } = await followed();
  expect(api.conductOf).toHaveBeenCalledTimes(1);
  vi.setSystemTime(Date.now() + 20 * MINUTE);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(api.conductOf).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(api.conductOf).toHaveBeenCalledTimes(2);
  stop();
});

test("a step, five minutes, one minute and the end are said, and no second", async () => {
  api.conductOf.mockResolvedValue(view(1));
  const { stop } = await followed();
  const said: string[] = [];
  for (let second = 0; second < 16 * 60; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    const now = announcement().trim();
    if (now !== "" && said.at(-1) !== now) said.push(now);
  }
  expect(said).toEqual([
    "Encore 5 minutes.",
    "Encore 1 minute.",
    "Accueil\u{202f}: le temps est écoulé.",
  ]);
  stop();
});

test("'next' pressed twice goes on by one step, and minutes add up", async () => {
  api.conductOf.mockResolvedValue(view(1));
  const { conduct, stop } = await followed();
  let number = 1;
  api.conduct.mockImplementation(() => {
    number += 1;
    return Promise.resolve({ done: true, conduct: view(number) });
  });
  await Promise.all([conduct.act({ type: "next" }), conduct.act({ type: "next" })]);
  expect(api.conduct.mock.calls).toEqual([["w", 1, { type: "next" }]]);
  const more = { type: "add", minutes: 1 } as const;
  await Promise.all([conduct.act(more), conduct.act(more)]);
  expect(api.conduct.mock.calls.slice(1)).toEqual([
    ["w", 2, more],
    ["w", 3, more],
  ]);
  stop();
});

test("what is pressed as others are just done is decided from what one saw before", async () => {
  api.conductOf.mockResolvedValue(view(1));
  const { conduct, stop } = await followed();
  api.conduct.mockResolvedValue({ done: false, conduct: view(2) });
  tells(view(2));
  await vi.advanceTimersByTimeAsync(300);
  await conduct.act({ type: "next" });
  await vi.advanceTimersByTimeAsync(700);
  await conduct.act({ type: "next" });
  expect(api.conduct.mock.calls.map((call) => call[1] as number)).toEqual([1, 2]);
  stop();
});
