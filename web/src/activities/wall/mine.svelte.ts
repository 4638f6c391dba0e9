// One's own notes: what the server has of them, and what is still on its way to it.
import { fulfilNote, lookAtWall, takeBackNote, writeNote } from "../../api/walls";
import type { FulfilmentView } from "../../generated/FulfilmentView";
import type { OwnNoteView } from "../../generated/OwnNoteView";
import type { NoteStateView } from "../../generated/NoteStateView";
import type { WallView } from "../../generated/WallView";
import { keptHere } from "../../sync/kept-here";
import { createOutbox, type Outbox } from "../../sync/outbox.svelte";
import { isRecord } from "../../sync/views";
import { watch, type Watched } from "../../sync/watched.svelte";
import { noteId } from "./document/note-id";

/** What is on a note, and the column it is written under. */
export type Written = { text: string; column: string };

/** A note of one's own; `unsent`: it, or what was changed of it, is on this device alone. */
export type OwnNote = Written & {
  id: string;
  state: NoteStateView | "unsent";
  fulfilment: FulfilmentView | null;
};

type Heard = {
  /** What became of a note of one's own, told apart from what was known. */
  onTurn: (turn: "accepted" | "refused") => void;
  onRefused: (error: unknown) => void;
};

export class Mine {
  readonly notes: Outbox<Written>;
  readonly fulfilments: Outbox<FulfilmentView | "none">;
  readonly #watched: Watched<WallView>;
  /** The last answer of the server; as long as the page, a reload without a network goes on from there. */
  readonly #known;
  #before: WallView | null;
  /** How often the server took something of this person here. */
  #taken = 0;

  constructor(
    readonly wall: string,
    participant: string,
    readonly heard: Heard,
  ) {
    const place = `${wall}-${participant}`;
    this.#known = keptHere(`atelier-wall-${place}`, readView, () => sessionStorage);
    this.#before = this.#known.load();
    this.#watched = watch(() => this.#look());
    const world = {
      onRefused: (error: unknown) => {
        heard.onRefused(error);
        this.#watched.refresh();
      },
    };
    this.notes = createOutbox<Written, OwnNoteView>({
      prefix: `atelier-note-${place}-`,
      read: readWritten,
      send: (id, { text, column }) => writeNote(wall, id, { text, column }),
      onSent: (id, _, taken) => this.#take(id, () => taken),
      ...world,
    });
    this.fulfilments = createOutbox<FulfilmentView | "none", unknown>({
      prefix: `atelier-fulfilment-${place}-`,
      read: readFulfilment,
      send: (id, said) => fulfilNote(wall, id, said === "none" ? null : said),
      onSent: (id, said) =>
        this.#take(id, (note) => note && { ...note, fulfilment: said === "none" ? null : said }),
      ...world,
    });
  }

  /** What the server says of the wall; null until it said something. */
  get view(): WallView | null {
    return this.#watched.view ?? this.#before;
  }

  get sending(): "none" | "sending" | "waiting" {
    const states = [this.notes.state, this.fulfilments.state];
    if (states.includes("waiting")) return "waiting";
    return states.includes("sending") ? "sending" : "none";
  }

  /** One's own notes, those on their way included. */
  get all(): OwnNote[] {
    const known = this.view?.mine ?? [];
    const there = known.map((note): OwnNote => this.#withUnsent(note));
    const ids = new Set(known.map(({ id }) => id));
    const coming = [...this.notes.items].filter(([id]) => !ids.has(id));
    return [
      ...there,
      ...coming.map(([id, note]): OwnNote => ({
        ...note,
        id,
        state: "unsent",
        fulfilment: null,
      })),
    ];
  }

  write(text: string, column: string): void {
    this.notes.put(noteId(), { text, column });
  }

  change(id: string, text: string, column: string): void {
    this.notes.put(id, { text, column });
  }

  fulfil(id: string, said: FulfilmentView | null): void {
    this.fulfilments.put(id, said ?? "none");
  }

  /** Takes a note back: at once when it is here alone, or else by asking the server. False while it is on its way. */
  async takeBack(id: string): Promise<boolean> {
    const isKnown = this.view?.mine.some((note) => note.id === id) === true;
    const wasHere = this.notes.items.has(id);
    if (wasHere && !this.notes.drop(id)) return false;
    if (isKnown || !wasHere) await takeBackNote(this.wall, id);
    this.refresh();
    return true;
  }

  refresh(): void {
    this.#watched.refresh();
  }

  /** The connection is back. */
  retry(): void {
    this.notes.retry();
    this.fulfilments.retry();
    this.refresh();
  }

  stop(): void {
    this.notes.stop();
    this.fulfilments.stop();
    this.#watched.stop();
  }

  /** What the server has just taken is known before it is asked again. */
  #take(id: string, taken: (before: OwnNoteView | undefined) => OwnNoteView | undefined): void {
    this.#taken += 1;
    const { view } = this;
    if (!view) return;
    const note = taken(view.mine.find((known) => known.id === id));
    const others = view.mine.filter((known) => known.id !== id);
    this.#watched.take({ ...view, mine: note ? [...others, note] : others });
    this.refresh();
  }

  async #look(): Promise<WallView> {
    const takenBefore = this.#taken;
    const view = await lookAtWall(this.wall);
    // It was asked before something was taken: it may not be there yet.
    if (this.#taken !== takenBefore) return this.#look();
    for (const note of view.mine) {
      const was = this.#before?.mine.find(({ id }) => id === note.id)?.state;
      if (was === "waiting" && note.state === "shown") this.heard.onTurn("accepted");
      if (was !== undefined && was !== "refused" && note.state === "refused")
        this.heard.onTurn("refused");
    }
    this.#before = view;
    this.#known.save(view);
    return view;
  }

  #withUnsent(note: WallView["mine"][number]): OwnNote {
    const said = this.fulfilments.items.get(note.id);
    const fulfilment = said === undefined ? note.fulfilment : said === "none" ? null : said;
    const unsent = this.notes.items.get(note.id);
    return unsent ? { ...note, ...unsent, state: "unsent", fulfilment } : { ...note, fulfilment };
  }
}

function readWritten(value: unknown): Written | null {
  if (!isRecord(value) || typeof value.text !== "string" || typeof value.column !== "string")
    return null;
  return { text: value.text, column: value.column };
}

function readFulfilment(value: unknown): FulfilmentView | "none" | null {
  return value === "met" || value === "partly" || value === "unmet" || value === "none"
    ? value
    : null;
}

/** It was written by this page a moment ago. */
function readView(value: unknown): WallView | null {
  return isRecord(value) && Array.isArray(value.mine) ? (value as WallView) : null;
}
