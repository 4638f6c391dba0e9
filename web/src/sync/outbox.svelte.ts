// Sends things one by one that are kept on this device until the server has them, such as notes: the oldest first, each again
// by itself while the network is away.
import { isLocked, isPassing } from "../api/client";
import { keptHere, keysHere } from "./kept-here";

/** `waiting`: for the network, or until it may be written again. */
export type OutboxState = "none" | "sending" | "waiting";

export type Outbox<Item> = {
  /** What the server does not have yet, by name. */
  readonly items: ReadonlyMap<string, Item>;
  readonly state: OutboxState;
  /** Takes something to be sent; under the same name again, in place of what waits. */
  put(name: string, item: Item): void;
  /** Keeps what waits from being sent. False when there was nothing, or it is on its way. */
  drop(name: string): boolean;
  /** Sends what waits at once: the connection is back. */
  retry(): void;
  stop(): void;
};

type World<Item, Answer> = {
  /** What the keys on this device begin with. */
  prefix: string;
  /** Makes sense of what was kept, or answers null. */
  read: (value: unknown) => Item | null;
  send: (name: string, item: Item) => Promise<Answer>;
  /** The server has it, and what it answered. It is kept no more after this. */
  onSent: (name: string, item: Item, answer: Answer) => void;
  /** The server will never take it; it is kept no more. */
  onRefused: (error: unknown, item: Item) => void;
};

const RETRY_AFTER_MS = 5_000;

/** Begins with what this device still had to send. */
export function createOutbox<Item, Answer>({
  prefix,
  read,
  send,
  onSent,
  onRefused,
}: World<Item, Answer>): Outbox<Item> {
  const kept = (name: string) => keptHere(prefix + name, read);
  const begun = keysHere(prefix).flatMap((name): [string, Item][] => {
    const item = kept(name).load();
    return item === null ? [] : [[name, item]];
  });
  let items = $state.raw<ReadonlyMap<string, Item>>(new Map(begun));
  let isWaiting = $state(false);
  let sending: string | undefined;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function forget(name: string): void {
    kept(name).forget();
    items = new Map([...items].filter(([other]) => other !== name));
  }

  async function sendNext(): Promise<void> {
    clearTimeout(timer);
    const next = items.entries().next().value;
    if (sending !== undefined || isStopped || !next) return;
    const [name, item] = next;
    sending = name;
    isWaiting = !(await isAnswered(name, item));
    sending = undefined;
    if (isWaiting) timer = setTimeout(() => void sendNext(), RETRY_AFTER_MS);
    else void sendNext();
  }

  /** Whether the server took it, or never will. */
  async function isAnswered(name: string, item: Item): Promise<boolean> {
    try {
      const answer = await send(name, item);
      onSent(name, item, answer);
      // What was changed under way goes again.
      if (items.get(name) === item) forget(name);
      return true;
    } catch (error) {
      // What is locked is open again later.
      if (isPassing(error) || isLocked(error)) return false;
      forget(name);
      onRefused(error, item);
      return true;
    }
  }

  void sendNext();

  return {
    get items() {
      return items;
    },
    get state() {
      if (items.size === 0) return "none";
      return isWaiting ? "waiting" : "sending";
    },
    put(name, item) {
      kept(name).save(item);
      items = new Map([...items, [name, item]]);
      void sendNext();
    },
    drop(name) {
      if (sending === name || !items.has(name)) return false;
      forget(name);
      return true;
    },
    retry: () => void sendNext(),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
