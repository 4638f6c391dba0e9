// Labels of a kanban.
import type { Colour, Kanban } from "../../contract";
import { newId } from "../../../../document/new-id";
import { newLabel } from "../draft";
import { cut } from "../../../../document/fields";
import { LABELS_MAX, TITLE_CHARS_MAX } from "../limits";
import type { Pen } from "../../../../document/pen";
import { placeAmong } from "../../../../document/place-among";
import { refuseOver } from "./refusal";

export function addLabel(pen: Pen, kanban: Kanban, title: string, colour: Colour): string {
  refuseOver("labels", kanban.labels.length + 1, LABELS_MAX);
  const id = newId();
  const rank = placeAmong(kanban.labels, [id], null).get(id) ?? "";
  pen.set(["labels", id], newLabel({ title: cut(title.trim(), TITLE_CHARS_MAX), colour, rank }));
  return id;
}

export function changeLabel(
  pen: Pen,
  label: string,
  change: { title?: string; colour?: Colour },
): void {
  const title =
    change.title === undefined ? {} : { title: cut(change.title.trim(), TITLE_CHARS_MAX) };
  for (const [field, value] of Object.entries({ ...change, ...title }))
    pen.set(["labels", label, field], value);
}

/** Throws a label away: cards no longer show it. */
export function removeLabel(pen: Pen, label: string): void {
  pen.set(["labels", label, "deleted"], pen.now);
}
