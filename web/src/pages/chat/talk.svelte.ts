// What is said in one place, the whole space or beside a document: kept current, read further back when asked, and how much of
// it is new on this device.
import { messagesOf, sayMessage } from "../../api/messages";
import type { MessageView } from "../../generated/MessageView";
import type { ChatNews } from "../../sync/control-message";
import type { KeptHere } from "../../sync/kept-here";
import type { Stay } from "../space/stay.svelte";
import { changeBy, readMessage, withMessage, type Messages } from "./changes";
import { isNamed } from "./said";
import { seenIn } from "./seen";

type Change = (messages: Messages) => Messages;

export class Talk {
  /** The document it is beside; null for the whole space. */
  readonly document: string | null;
  readonly #stay: Stay;
  readonly #kept: KeptHere<number>;
  #messages = $state.raw<Messages>([]);
  #hasMore = $state(false);
  #state = $state<"loading" | "here" | "failed">("loading");
  #seen = $state(0);
  /** What was told while the last messages are asked for: what is answered may be older. */
  #meanwhile: Change[] = [];
  #asked = 0;

  constructor(stay: Stay, document: string | null) {
    this.#stay = stay;
    this.document = document;
    this.#kept = seenIn(document ?? stay.store.view.id);
    this.#seen = this.#kept.load() ?? 0;
  }

  /** The oldest first. */
  get messages(): Messages {
    return this.#messages;
  }

  /** Whether there may be older ones. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  get state(): "loading" | "here" | "failed" {
    return this.#state;
  }

  /** Those that are new here. Whoever says something has read what was said before. */
  readonly unread: Messages = $derived.by(() => {
    const { participant } = this.#stay.store.view;
    const own = this.#messages.findLast((message) => message.participant === participant);
    const seen = Math.max(this.#seen, own?.number ?? 0);
    return this.#messages.filter(({ number }) => number > seen);
  });

  /** Whether one is named in what is new. */
  readonly isNamed: boolean = $derived.by(() => {
    const { participant, people } = this.#stay.store.view;
    return this.unread.some(({ body }) => isNamed(body, participant, people));
  });

  /** Keeps it current until the answer is called. */
  follow(): () => void {
    const hear = (news: ChatNews | null): void => {
      if (news === null) void this.load();
      else this.#take(news);
    };
    this.#stay.chat.add(hear);
    void this.load();
    return () => void this.#stay.chat.delete(hear);
  }

  /** Asks for the last messages. */
  async load(): Promise<void> {
    const asked = (this.#asked += 1);
    this.#meanwhile = [];
    try {
      const { messages, more } = await messagesOf(this.#stay.store.view.id, this.document);
      if (asked !== this.#asked) return;
      this.#messages = this.#meanwhile.reduce<Messages>((all, change) => change(all), messages);
      this.#hasMore = more;
      this.#state = "here";
    } catch {
      // What is here already stays in view.
      if (asked === this.#asked && this.#state === "loading") this.#state = "failed";
    }
  }

  /** Asks for those before the first one. Rejects when they cannot be had. */
  async older(): Promise<void> {
    const first = this.#messages[0];
    if (!first) return;
    const asked = this.#asked;
    const { id } = this.#stay.store.view;
    const { messages, more } = await messagesOf(id, this.document, first.number);
    if (asked !== this.#asked || this.#messages[0] !== first) return;
    this.#messages = [...messages, ...this.#messages];
    this.#hasMore = more;
  }

  /** Says something. Rejects with a `Failure` when it was not said, or when nobody knows. */
  async say(body: string): Promise<void> {
    const { id } = this.#stay.store.view;
    const beside = this.document === null ? {} : { document: this.document };
    const message = await sayMessage(id, { body, ...beside });
    this.#change((messages) => withMessage(messages, message));
  }

  /** A message was deleted from here. */
  forget(id: string): void {
    this.#take({ type: "unsaid", message: id });
  }

  /** All of it was seen. */
  see(): void {
    const last = this.#messages.at(-1)?.number ?? 0;
    if (last <= this.#seen) return;
    this.#seen = last;
    this.#kept.save(last);
  }

  #take(news: ChatNews): void {
    if (news.type === "said" && !this.#isHere(readMessage(news["message"]))) return;
    this.#change(changeBy(news));
  }

  #isHere(message: MessageView | null): boolean {
    return message?.document === this.document;
  }

  #change(change: Change): void {
    this.#messages = change(this.#messages);
    this.#meanwhile.push(change);
  }
}
