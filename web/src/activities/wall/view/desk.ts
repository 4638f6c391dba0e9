// What every part of a wall is given: the wall, one's own notes, and what one may do.
import type { Gesture } from "../../doing";
import type { Column, Note, Wall } from "../contract";
import type { Mine, OwnNote } from "../mine.svelte";
import type { OpenWall } from "../open-wall";
import type { Drag } from "../../../ui/drag/drag.svelte";

/** A window that is open over the wall. */
export type Window =
  | { kind: "announce" }
  | { kind: "reveal" }
  | { kind: "close" }
  | { kind: "end" }
  | { kind: "addColumn" }
  | { kind: "renameColumn"; column: Column }
  | { kind: "renameGroup"; group: string; title: string }
  | { kind: "change"; note: OwnNote }
  | { kind: "brick"; id: string }
  | { kind: "with"; id: string }
  | { kind: "move"; id: string };

export type Desk = {
  readonly wall: OpenWall;
  readonly id: string;
  readonly mine: Mine;
  readonly drag: Drag;
  /** Whether one may write here. */
  readonly editable: boolean;
  /** Whether one holds the wall. */
  readonly leads: boolean;
  readonly isConnected: boolean;
  nameOf: (person: string) => string;
  act: <R>(words: string, gesture: Gesture<Wall, R>, how?: "quiet") => R | undefined;
  show: (window: Window) => void;
  /** What the wall is called. */
  readonly title: string;
  /** The votes of the space, with their addresses. */
  readonly votes: readonly { id: string; title: string; address: string }[];
  /** Makes cards of an action plan; undefined where one may not. */
  makeCards: ((lines: readonly string[]) => void) | undefined;
  /** Takes back one's own note. */
  takeBack: (id: string) => void;
  /** Takes somebody's note off the wall. */
  takeOff: (id: string) => void;
};

/** One's own note that everybody sees, if it is one's own. */
export function ownAmong({ mine }: Desk, note: Note): OwnNote | undefined {
  return mine.all.find(({ id }) => id === note.id);
}

/** Words of a note that tell it from others, for names of buttons and choices. */
export function inShort(text: string): string {
  return text.length > SHORT_CHARS ? `${text.slice(0, SHORT_CHARS).trimEnd()}…` : text;
}

const SHORT_CHARS = 60;
