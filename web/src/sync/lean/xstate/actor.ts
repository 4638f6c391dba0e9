// A machine at work: what state it is in, and what events make of it.

export type Event = { type: string };
export type Action<C> = (given: { context: C; event: Event }) => Partial<C>;
type Target<A> = string | { actions: A };

type StateNode<A> = {
  entry?: A;
  on?: Record<string, Target<A>>;
  /** Milliseconds until the machine goes there by itself. */
  after?: Record<string, string>;
  type?: "final";
};

export type Config<C, A> = {
  initial: string;
  context: C;
  /** What may happen in every state. */
  on?: Record<string, Target<A>>;
  states: Record<string, StateNode<A>>;
};

export type Machine<C> = { config: Config<C, string>; actions: Record<string, Action<C>> };

export type Snapshot<C> = { value: string; context: C; matches(state: string): boolean };
type Observer<C> = { next(snapshot: Snapshot<C>): void; complete(): void };

export class Actor<C> {
  readonly #machine: Machine<C>;
  readonly #observers = new Set<Observer<C>>();
  readonly #events: Event[] = [];
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  #snapshot: Snapshot<C>;
  #isRunning = false;
  #isBusy = false;

  constructor(machine: Machine<C>) {
    this.#machine = machine;
    this.#snapshot = snapshotOf(machine.config.initial, machine.config.context);
  }

  getSnapshot(): Snapshot<C> {
    return this.#snapshot;
  }

  subscribe(observer: ((snapshot: Snapshot<C>) => void) | Observer<C>): () => void {
    const known =
      typeof observer === "function" ? { next: observer, complete: () => undefined } : observer;
    this.#observers.add(known);
    return () => this.#observers.delete(known);
  }

  start(): this {
    this.#isRunning = true;
    this.#wait();
    this.#tell();
    return this;
  }

  /** What is sent while an event is dealt with, is dealt with after it. */
  send(event: Event): void {
    if (!this.#isRunning) return;
    this.#events.push(event);
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) this.#take(next);
    } finally {
      this.#isBusy = false;
    }
  }

  #take(event: Event): void {
    if (!this.#isRunning) return;
    const { states, on } = this.#machine.config;
    const target = states[this.#snapshot.value]?.on?.[event.type] ?? on?.[event.type];
    if (typeof target === "string") this.#enter(target.replace(".", ""), event);
    else if (target) this.#run(target.actions, event);
    this.#tell();
    if (states[this.#snapshot.value]?.type === "final") this.#end();
  }

  #enter(state: string, event: Event): void {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.#snapshot = snapshotOf(state, this.#snapshot.context);
    const { entry } = this.#machine.config.states[state] ?? {};
    if (entry !== undefined) this.#run(entry, event);
    this.#wait();
  }

  #run(name: string, event: Event): void {
    const { value, context } = this.#snapshot;
    const changed = this.#machine.actions[name]?.({ context, event });
    this.#snapshot = snapshotOf(value, { ...context, ...changed });
  }

  #wait(): void {
    const { after = {} } = this.#machine.config.states[this.#snapshot.value] ?? {};
    for (const [delay, state] of Object.entries(after))
      this.#timers.push(setTimeout(() => this.#elapsed(state), Number(delay)));
  }

  #elapsed(state: string): void {
    this.#enter(state, { type: "elapsed" });
    this.#tell();
  }

  #tell(): void {
    for (const observer of [...this.#observers]) observer.next(this.#snapshot);
  }

  #end(): void {
    this.#isRunning = false;
    for (const observer of [...this.#observers]) observer.complete();
    this.#observers.clear();
  }
}

function snapshotOf<C>(value: string, context: C): Snapshot<C> {
  return { value, context, matches: (state) => state === value };
}
