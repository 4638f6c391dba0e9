import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MessageView } from "../../generated/MessageView";
import type { PersonView } from "../../generated/PersonView";
import type { Space } from "../../sync/views";
import type { Stay } from "../space/stay.svelte";
import { Talk } from "./talk.svelte";

const person = (id: string, name: string): PersonView => ({
  id,
  name,
  structure: null,
  role: "participant",
  peers: [],
});

const space: Space = {
  id: "s",
  kind: "workshop",
  title: "Lilas",
  language: "fr",
  role: "participant",
  participant: "me",
  documents: [],
  people: [person("me", "Alice"), person("b", "Bob")],
  code: null,
  deletesAt: null,
  shared: false,
  workshop: null,
  reminders: false,
  chat: true,
  locked: false,
};

function message(number: number, participant = "b", body = "Bonjour"): MessageView {
  return { id: `m${String(number)}`, document: null, participant, body, at: number, number };
}

/** What the server answers, and what the device keeps. */
let kept: Map<string, string>;
let answers: ((path: string) => Promise<object>)[];

beforeEach(() => {
  kept = new Map();
  answers = [];
  vi.stubGlobal("document", { documentElement: { lang: "fr" } });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal("fetch", async (path: string) => {
    const body = await answers.shift()?.(path);
    return { ok: true, status: 200, json: () => Promise.resolve(body) };
  });
});
afterEach(() => void vi.unstubAllGlobals());

const answer = (messages: MessageView[], more = false): void =>
  void answers.push(() => Promise.resolve({ messages, more }));

/** A talk that is followed, once what was asked for is here. */
async function followed() {
  const chat: Stay["chat"] = new Set();
  const stay = { store: { view: space }, chat } as unknown as Stay;
  const talk = new Talk(stay, null);
  talk.follow();
  await vi.waitFor(() => expect(talk.state).not.toBe("loading"));
  const tell = (news: Parameters<Parameters<Stay["chat"]["add"]>[0]>[0]): void => {
    for (const hear of chat) hear(news);
  };
  return { talk, tell, numbers: () => talk.messages.map(({ number }) => number) };
}

test("what is told is added in its place, and once", async () => {
  answer([message(1), message(3)]);
  const { tell, numbers } = await followed();
  tell({ type: "said", message: { ...message(5), at: 5n, number: 5n } });
  tell({ type: "said", message: message(4) });
  tell({ type: "said", message: message(4) });
  tell({ type: "said", message: { ...message(6), document: "elsewhere" } });
  tell({ type: "said", message: "nonsense" });
  expect(numbers()).toEqual([1, 3, 4, 5]);
  tell({ type: "unsaid", message: "m3" });
  tell({ type: "left", participant: "b" });
  expect(numbers()).toEqual([]);
});

test("what is told while the messages are asked for is not lost, and what was deleted does not come back", async () => {
  answer([message(1)]);
  const { tell, numbers } = await followed();
  let give: (page: object) => void = () => undefined;
  answers.push(() => new Promise((resolve) => (give = resolve)));
  tell(null);
  tell({ type: "said", message: message(3) });
  tell({ type: "unsaid", message: "m2" });
  give({ messages: [message(1), message(2)], more: false });
  await vi.waitFor(() => expect(numbers()).toEqual([1, 3]));
});

test("new is what others said since one looked or said something, on this device", async () => {
  answer([message(1), message(2, "me"), message(3), message(4, "b", "@alice ?")]);
  const { talk, tell } = await followed();
  expect([talk.unread.length, talk.isNamed]).toEqual([2, true]);
  talk.see();
  expect([talk.unread.length, talk.isNamed]).toEqual([0, false]);
  tell({ type: "said", message: message(5) });
  expect(talk.unread).toHaveLength(1);
  answer([message(4), message(5)]);
  const again = await followed();
  expect(again.talk.unread.map(({ number }) => number)).toEqual([5]);
});

test("older ones come before the first", async () => {
  answer([message(5)], true);
  const { talk, numbers } = await followed();
  answers.push((path) => {
    expect(path).toContain("before=5");
    return Promise.resolve({ messages: [message(3), message(4)], more: false });
  });
  await talk.older();
  expect([numbers(), talk.hasMore]).toEqual([[3, 4, 5], false]);
});

test("without an answer it says so, and what is here stays", async () => {
  answers.push(() => Promise.reject(new Error("no network")));
  const { talk } = await followed();
  expect(talk.state).toBe("failed");
  answer([message(1)]);
  await talk.load();
  answers.push(() => Promise.reject(new Error("no network")));
  await talk.load();
  expect([talk.state, talk.messages.length]).toEqual(["here", 1]);
});
