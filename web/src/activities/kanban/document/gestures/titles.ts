// Titles of cards, and lines to check, from lines of text.
import { cut } from "../../../../document/fields";
import { signsIn } from "../../../../document/list-signs";
import { TITLE_CHARS_MAX } from "../limits";

/** One title for each line that is not empty; the signs lists begin with are left out. */
export function titlesIn(text: string): string[] {
  const lines = text.split(/\r\n|[\r\n\v\u2028\u2029]/);
  const titles = signsIn(lines).map((sign, at) => sign?.text ?? lines[at] ?? "");
  return titles.map((title) => cut(title.trim(), TITLE_CHARS_MAX)).filter((title) => title !== "");
}
