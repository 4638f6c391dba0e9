// Putting notes and groups in their places: in a column, together, apart again.
import { cut } from "../../../../document/fields";
import { newId } from "../../../../document/new-id";
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import { GROUPS_MAX, TITLE_CHARS_MAX, type Item, type Wall } from "../../contract";
import { itemsOf } from "../read";
import { refuseOver } from "./refusal";

/** Puts a note that stands alone, or a group, into a column: before what stands there, or at the end. */
export function moveItem(
  pen: Pen,
  wall: Wall,
  id: string,
  column: string,
  before: string | null,
): void {
  const others = itemsOf(wall, column).filter((item) => item.id !== id);
  const ranks = placeAmong(others, [id], before);
  for (const item of others) {
    const rank = ranks.get(item.id);
    if (rank !== undefined) pen.set([mapOf(item), item.id, "rank"], rank);
  }
  const isGroup = wall.groups.some((group) => group.id === id);
  const place = [
    { path: [isGroup ? "groups" : "notes", id, "column"], value: column },
    { path: [isGroup ? "groups" : "notes", id, "rank"], value: ranks.get(id) ?? "" },
  ];
  // All of it is one place: of two moves at the same time, the one that wins a part wins the others.
  pen.setTogether(isGroup ? place : [...place, { path: ["notes", id, "group"], value: "" }]);
}

/** Puts a note, or all notes of a group, together with another note or with a group. Returns the group they are in. */
export function putWith(pen: Pen, wall: Wall, id: string, onto: string): string | null {
  const group = id === onto ? null : groupAt(pen, wall, onto);
  if (group === null) return null;
  const inside = wall.notes.filter((note) => note.id === onto || note.group === group.id);
  const coming = wall.notes
    .filter((note) => (note.id === id || note.group === id) && note.group !== group.id)
    .map((note) => note.id);
  const ranks = placeAmong(inside, coming, null);
  for (const note of inside) {
    const rank = ranks.get(note.id);
    if (rank !== undefined) pen.set(["notes", note.id, "rank"], rank);
  }
  for (const note of coming)
    pen.setTogether([
      { path: ["notes", note, "column"], value: group.column },
      { path: ["notes", note, "rank"], value: ranks.get(note) ?? "" },
      { path: ["notes", note, "group"], value: group.id },
    ]);
  return group.id;
}

export function renameGroup(pen: Pen, group: string, title: string): void {
  pen.set(["groups", group, "title"], cut(title.trim(), TITLE_CHARS_MAX));
}

/** Remembers the vote in which a note or a group is a brick. */
export function linkBrick(pen: Pen, wall: Wall, id: string, vote: string): void {
  const isGroup = wall.groups.some((group) => group.id === id);
  pen.set([isGroup ? "groups" : "notes", id, "brick"], vote);
}

/** Takes a note out of its group: it stands alone, behind the group. */
export function takeOut(pen: Pen, wall: Wall, note: string): void {
  const found = wall.notes.find(({ id }) => id === note);
  if (!found || found.group === "") return;
  const items = itemsOf(wall, found.column);
  const at = items.findIndex(({ id }) => id === found.group);
  moveItem(pen, wall, note, found.column, items[at + 1]?.id ?? null);
}

/** The group that is there or that a note is in; else a new one in the note's place, with the note in it. */
function groupAt(pen: Pen, wall: Wall, onto: string): { id: string; column: string } | null {
  const note = wall.notes.find(({ id }) => id === onto);
  const known = wall.groups.find(({ id }) => id === (note?.group || onto));
  if (known) return known;
  if (!note) return null;
  refuseOver("groups", wall.groups.length + 1, GROUPS_MAX);
  const id = newId();
  pen.set(["groups", id], { title: "", column: note.column, rank: note.rank });
  pen.set(["notes", note.id, "group"], id);
  return { id, column: note.column };
}

function mapOf(item: Item): string {
  return item.kind === "group" ? "groups" : "notes";
}
