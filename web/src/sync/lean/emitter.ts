// Tells who listens what happened: as much of `eventemitter3` as automerge-repo asks of it.

type Listener = (...said: unknown[]) => void;
type Listening = { listener: Listener; isOnce: boolean };

export class EventEmitter {
  /** Lists are never changed, only replaced: who comes or goes while something is told is told the next time, or still this time. */
  readonly #byEvent = new Map<string, readonly Listening[]>();

  on(event: string, listener: Listener): this {
    return this.#add(event, { listener, isOnce: false });
  }

  once(event: string, listener: Listener): this {
    return this.#add(event, { listener, isOnce: true });
  }

  off(event: string, listener?: Listener): this {
    if (listener) this.#keep(event, (each) => each.listener !== listener);
    else this.#byEvent.delete(event);
    return this;
  }

  /** Whether somebody listened. */
  emit(event: string, ...said: unknown[]): boolean {
    const listening = this.#byEvent.get(event) ?? [];
    for (const each of listening) {
      if (each.isOnce)
        this.#keep(event, (other) => !other.isOnce || other.listener !== each.listener);
      each.listener.apply(this, said);
    }
    return listening.length > 0;
  }

  listeners(event: string): Listener[] {
    return (this.#byEvent.get(event) ?? []).map(({ listener }) => listener);
  }

  listenerCount(event: string): number {
    return this.#byEvent.get(event)?.length ?? 0;
  }

  #add(event: string, listening: Listening): this {
    this.#byEvent.set(event, [...(this.#byEvent.get(event) ?? []), listening]);
    return this;
  }

  #keep(event: string, isKept: (listening: Listening) => boolean): void {
    this.#byEvent.set(event, (this.#byEvent.get(event) ?? []).filter(isKept));
  }
}
