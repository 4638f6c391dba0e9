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
const REST_FACTOR_TYPING = 20;
/** However slow the device is: nobody should wait longer than this for the letters of others. */
const REST_MS_MAX = 5_000;

type Waiting = { messages: Message[]; timer: ReturnType<typeof setTimeout> };

export class Gatherer {
  readonly #waiting = new Map<string, Waiting>();
  readonly #restUntil = new Map<string, number>();

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
    const waiting = this.#waiting.get(document);
    const rest = (this.#restUntil.get(document) ?? 0) - this.now();
    if (waiting) waiting.messages.push(message);
    else if (rest <= 0) this.#takeAll(document, [message]);
    else {
      const rested = (): void => this.hands.whenFree(() => this.#rested(document));
      this.#waiting.set(document, { messages: [message], timer: setTimeout(rested, rest) });
    }
  }

  /** Forgets what waits: the connection it came by is gone, and the next one brings it again. */
  forget(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
    this.#restUntil.clear();
  }

  #rested(document: string): void {
    const waiting = this.#waiting.get(document);
    this.#waiting.delete(document);
    // What waited may have been forgotten meanwhile.
    if (waiting) this.#takeAll(document, waiting.messages);
  }

  #takeAll(document: string, messages: Message[]): void {
    const start = this.now();
    for (const message of messages.length > 1 ? this.join(messages) : messages)
      this.takeIn(message);
    const cost = this.now() - start;
    const factor = this.hands.isTyping() ? REST_FACTOR_TYPING : REST_FACTOR;
    const rest = cost < CHEAP_MS ? 0 : Math.min(factor * cost, REST_MS_MAX);
    this.#restUntil.set(document, this.now() + rest);
  }
}
