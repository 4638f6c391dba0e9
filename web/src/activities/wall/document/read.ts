// Reads a wall out of its document, whatever stands there. `docs/documents.md` has the rules; the server has the same.
import { entries, fields, here, number, rank, text, type Fields } from "../../../document/fields";
import { ID_CHARS_MAX } from "../../../document/limits";
import { byRank } from "../../../document/order";
import {
  NOTE_CHARS_MAX,
  states,
  TITLE_CHARS_MAX,
  type Column,
  type Group,
  type Item,
  type Note,
  type Outcome,
  type Wall,
} from "../contract";

/** Reads wall after wall: the same document is read once. */
export function createReader(): (document: unknown) => Wall {
  let last: { document: unknown; wall: Wall } | undefined;
  return (document) => {
    if (!last || last.document !== document) last = { document, wall: readWall(document) };
    return last.wall;
  };
}

/** Every note is in one place, none is lost. */
export function readWall(document: unknown): Wall {
  const root = fields(document);
  const columns = standing(entries(root["columns"]));
  const place = new Map(columns.map(({ id }, at) => [id, at]));
  const refuge = (column: string): string => (place.has(column) ? column : (columns[0]?.id ?? ""));
  const inOrder = (a: Note | Group, b: Note | Group): number =>
    (place.get(a.column) ?? 0) - (place.get(b.column) ?? 0) || byRank(a, b);
  const groups = entries(root["groups"])
    .map(readGroup)
    .map((group) => ({ ...group, column: refuge(group.column) }));
  const columnOf = new Map(groups.map(({ id, column }) => [id, column]));
  const notes = entries(root["notes"])
    .map(readNote)
    .map((note) => {
      const column = columnOf.get(note.group);
      return column === undefined
        ? { ...note, column: refuge(note.column), group: "" }
        : { ...note, column };
    })
    .sort(inOrder);
  const used = new Set(notes.map(({ group }) => group));
  const state = text(root["state"], ID_CHARS_MAX);
  return {
    state: states.find((known) => known === state) ?? "preparing",
    rules: {
      named: root["named"] === true,
      hidden: root["hidden"] === true,
      moderated: root["moderated"] === true,
    },
    columns,
    groups: groups.filter(({ id }) => used.has(id)).sort(inOrder),
    notes,
    outcome: readOutcome(root),
  };
}

/** What stands in a column, in its order: notes that stand alone, and groups. */
export function itemsOf({ groups, notes }: Wall, column: string): Item[] {
  const alone = notes
    .filter((note) => note.group === "" && note.column === column)
    .map((note): Item => ({ kind: "note", id: note.id, rank: note.rank, note }));
  const together = groups
    .filter((group) => group.column === column)
    .map((group): Item => {
      const inside = notes.filter((note) => note.group === group.id);
      return { kind: "group", id: group.id, rank: group.rank, group, notes: inside };
    });
  return [...alone, ...together].sort(byRank);
}

/** The columns that were not removed; of a wall whose columns were all removed, none is. */
function standing(all: readonly [string, Fields][]): Column[] {
  const left = all.filter(([, column]) => number(column["deleted"]) === 0);
  const columns = (left.length > 0 ? left : all).map(([id, column]) => ({
    id,
    title: text(column["title"], TITLE_CHARS_MAX),
    rank: rank(column["rank"]),
  }));
  return columns.length > 0 ? columns.sort(byRank) : [{ id: "", title: "", rank: "" }];
}

function readGroup([id, group]: [string, Fields]): Group {
  return {
    id,
    title: text(group["title"], TITLE_CHARS_MAX),
    column: text(group["column"], ID_CHARS_MAX),
    rank: rank(group["rank"]),
    brick: here(group["brick"]),
  };
}

function readNote([id, note]: [string, Fields]): Note {
  return {
    id,
    text: text(note["text"], NOTE_CHARS_MAX),
    by: text(note["by"], ID_CHARS_MAX),
    column: text(note["column"], ID_CHARS_MAX),
    group: text(note["group"], ID_CHARS_MAX),
    rank: rank(note["rank"]),
    brick: here(note["brick"]),
  };
}

function readOutcome(root: Fields): Outcome | null {
  if (typeof root["met"] !== "number" && typeof root["met"] !== "bigint") return null;
  return { met: number(root["met"]), partly: number(root["partly"]), unmet: number(root["unmet"]) };
}
