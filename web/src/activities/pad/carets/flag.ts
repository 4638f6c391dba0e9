// How somebody's caret looks: a bar in their colour, with a flag that bears their name for a while.
import { Decoration } from "prosemirror-view";
import type { Person } from "../../place";

/** A caret at its place in the page; `moves` counts how often it moved. */
export type PlacedCaret = { person: Person; anchor: number; head: number; moves: number };

/** The decorations of a caret and of what is selected with it. */
export function decorationsOf({ person, anchor, head, moves }: PlacedCaret): Decoration[] {
  const caret = Decoration.widget(head, () => flag(person), {
    // Another key makes another element, whose name shows anew.
    key: `${person.id} ${person.name} ${String(moves)}`,
    side: 10,
    ignoreSelection: true,
    marks: [],
  });
  const selected = Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), {
    class: "others-selection",
    style: `--hue: ${String(person.hue)}`,
  });
  return anchor === head ? [caret] : [selected, caret];
}

/** Screen readers are not told: it would interrupt at every letter somebody writes. */
function flag(person: Person): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "others-caret";
  caret.setAttribute("aria-hidden", "true");
  caret.style.setProperty("--hue", String(person.hue));
  const name = document.createElement("span");
  name.className = "others-name";
  // No text: whatever the browser does to the page, a name is not read back as a word.
  name.dataset["name"] = person.name;
  caret.append(name);
  return caret;
}
