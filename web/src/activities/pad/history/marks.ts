// What sets a version apart from another, drawn on its page: additions underlined, removals struck through at their place.
import type { Node } from "prosemirror-model";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { VersionView } from "../../../generated/VersionView";
import { placeOf } from "../binding/positions";

/** As the server counts: a range of units of the body. */
type Apart = Pick<VersionView, "added" | "removed">;

/** Removed text is shown up to so many characters. */
const REMOVED_SHOWN_MAX = 2_000;

/** The marks on a page. The elements say by themselves to screen readers what was added and removed. */
export function apartOn(page: Node, headless: boolean, { added, removed }: Apart): DecorationSet {
  const at = (unit: number): number => placeOf(page, unit, headless).position;
  const came = added
    .map(([from, to]) => ({ from: at(from), to: at(to) }))
    .filter(({ from, to }) => from < to)
    .map(({ from, to }) => Decoration.inline(from, to, { nodeName: "ins", class: "came" }));
  const went = removed.map(({ at: unit, text }) =>
    Decoration.widget(at(unit), () => gone(text), { side: -1, marks: [] }),
  );
  return DecorationSet.create(page, [...came, ...went]);
}

/** How much came and went, in characters. */
export function amountOf({ added, removed }: Apart): { added: number; removed: number } {
  return {
    added: added.reduce((sum, [from, to]) => sum + to - from, 0),
    removed: removed.reduce((sum, { text }) => sum + text.length, 0),
  };
}

function gone(text: string): HTMLElement {
  const element = document.createElement("del");
  element.className = "went";
  const shown = text.length > REMOVED_SHOWN_MAX ? `${text.slice(0, REMOVED_SHOWN_MAX)}…` : text;
  // Where a block began, its sign: a line of its own would look like one that is still there.
  element.textContent = shown.replaceAll("\n", " ¶ ");
  return element;
}
