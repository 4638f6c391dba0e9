// Changing one card: its words, its days, who is in charge, what it bears.
import type { Card, Colour } from "../../contract";
import type { Day } from "../../../../day/day";
import { cut } from "../../../../document/fields";
import { DESCRIPTION_CHARS_MAX, TITLE_CHARS_MAX } from "../limits";
import type { Pen } from "../../../../document/pen";
import { setDone } from "./move";
import { touch } from "./touch";

export function rename(pen: Pen, card: string, title: string): void {
  const kept = cut(title.trim(), TITLE_CHARS_MAX);
  if (kept !== "") write(pen, card, "title", kept);
}

export function describe(pen: Pen, card: string, description: string): void {
  write(pen, card, "description", cut(description, DESCRIPTION_CHARS_MAX));
}

export function setDay(pen: Pen, card: string, which: "start" | "due", day: Day): void {
  write(pen, card, which, day);
}

export function setCover(pen: Pen, card: string, cover: Colour): void {
  write(pen, card, "cover", cover);
}

export function setTemplate(pen: Pen, card: string, template: boolean): void {
  write(pen, card, "template", template);
}

export function finish(pen: Pen, card: string, done: boolean): void {
  setDone(pen, card, done);
  touch(pen, card);
}

/** Puts somebody in charge, or a label on the card; or takes them off it. */
export function setMember(
  pen: Pen,
  card: string,
  which: "people" | "labels",
  id: string,
  isMember: boolean,
): void {
  pen.set(["cards", card, which, id], isMember ? true : undefined);
  touch(pen, card);
}

/** Puts a card away, or back. */
export function archive(pen: Pen, card: string, archived: boolean): void {
  write(pen, card, "archived", archived ? pen.now : 0);
}

/** Throws a card away, or fetches it back. */
export function remove(pen: Pen, card: string, deleted: boolean): void {
  write(pen, card, "deleted", deleted ? pen.now : 0);
}

/** Writes an earlier value again. */
export function restoreField(
  pen: Pen,
  card: string,
  field: keyof Card & ("title" | "description" | "start" | "due" | "cover"),
  value: string,
): void {
  write(pen, card, field, value);
}

function write(pen: Pen, card: string, field: string, value: string | number | boolean): void {
  pen.set(["cards", card, field], value);
  touch(pen, card);
}
