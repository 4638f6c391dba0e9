// What is told of the past of a card.
import type { Item } from "../../../document/history";

/** A field that can be given an earlier value. */
export const restorable = ["title", "description", "start", "due", "cover"] as const;
export type Restorable = (typeof restorable)[number];

const values = [
  "title",
  "column",
  "start",
  "due",
  "done",
  "cover",
  "template",
  "archived",
  "deleted",
];

/** A card that is moved inside its column is written there again. */
export function cardAsItem(id: string): Item {
  return { map: "cards", id, values, texts: ["description"], rewritten: ["column"] };
}
