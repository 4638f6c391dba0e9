// Takes in together what comes for a busy document: what a change costs to take in grows with the length of the text, and
// hardly with the number of changes. Between two times the page has longer for everything else; and much longer while
// somebody types, whose letters come first.
import type { Message } from "@automerge/automerge-repo/slim";
import { still, type Hands } from "./hands";

/** Below this nobody waits for anything: one frame of a screen has 16 ms. */
const CHEAP_MS = 8;
/** The page rests this many times as long as taking in took. */
const REST_FACTOR = 2;
/** The same while somebody types: of a hundred letters, no more than a few may come late. */
const REST_FACTOR_TYPING = 30;
/** However slow the device is: nobody should wait longer than this for the letters of others. */
const REST_MS_MAX = 5_000;

type Gathering = { messages: Message[]; timer?: ReturnType<typeof setTimeout> };

export class Gatherer {
  /** The documents that just took something in, and what came for them since. */
  readonly #gathering = new Map<string, Gathering>();

  constructor(
    readonly takeIn: (message: Message) => void,
    /** Several sync messages about one document as one, in their order. */
    readonly join: (messages: Message[]) => Message[],
    readonly hands: Hands = still,
    readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes a message in now, or with those that come until the page has rested. */
  hear(message: Message): void {
    const document = message.documentId;
    if (document === undefined) {
      this.takeIn(message);
      return;
    }
    const gathering = this.#gathering.get(document);
    if (gathering) gathering.messages.push(message);
    else this.#takeAll(document, [message]);
  }

  /** Takes in all that waits: the connection it came by is gone, and what others wrote last should be seen without it too. */
  finish(): void {
    const all = [...this.#gathering.values()];
    this.#gathering.clear();
    for (const { messages, timer } of all) {
      clearTimeout(timer);
      this.#takeIn(messages);
    }
  }

  #takeAll(document: string, messages: Message[]): void {
    const gathering: Gathering = { messages: [] };
    this.#gathering.set(document, gathering);
    const start = this.now();
    try {
      this.#takeIn(messages);
    } finally {
      // automerge-repo only begins when it is handed a message: what it costs is known once all has run.
      this.hands.whenDone(() => this.#rest(document, gathering, this.now() - start));
    }
  }

  #takeIn(messages: Message[]): void {
    for (const message of messages.length > 1 ? this.join(messages) : messages)
      this.takeIn(message);
  }

  #rest(document: string, gathering: Gathering, cost: number): void {
    const factor = this.hands.isTyping() ? REST_FACTOR_TYPING : REST_FACTOR;
    const rest = Math.min(factor * cost, REST_MS_MAX);
    const rested = (): void => this.#rested(document, gathering);
    if (cost < CHEAP_MS) rested();
    else gathering.timer = setTimeout(() => this.hands.whenFree(rested), rest);
  }

  #rested(document: string, gathering: Gathering): void {
    // What waited may have been taken in meanwhile, when its connection ended.
    if (this.#gathering.get(document) !== gathering) return;
    this.#gathering.delete(document);
    if (gathering.messages.length > 0) this.#takeAll(document, gathering.messages);
  }
}
