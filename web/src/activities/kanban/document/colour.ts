// The colour of a column, a label or a cover, whatever stands there.
import { colours, type Colour } from "../contract";
import { text } from "../../../document/fields";
import { TITLE_CHARS_MAX } from "./limits";

export function colour(value: unknown): Colour {
  const word = text(value, TITLE_CHARS_MAX);
  return colours.find((known) => known === word) ?? "";
}
