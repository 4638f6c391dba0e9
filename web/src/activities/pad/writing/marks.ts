// Commands that mark the selected text.
import { toggleMark } from "prosemirror-commands";
import type { ResolvedPos } from "prosemirror-model";
import type { Command, EditorState } from "prosemirror-state";
import { schema } from "../page/schema";

/** The marks that are on or off. */
export type SimpleMark = "strong" | "em" | "underline" | "strike";

/** Puts a mark on the selected text, or takes it off; with no selection, for what is typed next. */
export function toggle(name: SimpleMark): Command {
  return toggleMark(schema.marks[name], null, { removeWhenPresent: false });
}

/** Whether the selected text, or what would be typed, has a mark. */
export function isMarked({ doc, selection, storedMarks }: EditorState, name: SimpleMark): boolean {
  const type = schema.marks[name];
  const { from, to, empty, $from } = selection;
  return empty
    ? Boolean(type.isInSet(storedMarks ?? $from.marks()))
    : doc.rangeHasMark(from, to, type);
}

/** A link in the page: its range and its address. */
export type PlacedLink = { from: number; to: number; href: string };

/** The link the caret is in, or that the selection begins in. */
export function linkAt({ selection }: EditorState): PlacedLink | null {
  const { $from } = selection;
  const href = hrefAfter($from) ?? hrefBefore($from);
  if (href === null) return null;
  const range = extent($from, href);
  return range && { ...range, href };
}

/** Makes a range a link; text takes its place when it is given. */
export function setLink(
  range: { from: number; to: number },
  href: string,
  text: string | null,
): Command {
  return (state, dispatch) => {
    const mark = schema.mark("link", { href });
    const marks = state.doc.resolve(range.from).marks();
    const transaction = state.tr;
    if (text === null) transaction.addMark(range.from, range.to, mark);
    else transaction.replaceWith(range.from, range.to, schema.text(text, mark.addToSet(marks)));
    dispatch?.(transaction.removeStoredMark(mark).scrollIntoView());
    return true;
  };
}

/** Takes the link off a range. */
export function removeLink({ from, to }: { from: number; to: number }): Command {
  return (state, dispatch) => {
    dispatch?.(state.tr.removeMark(from, to, schema.marks.link));
    return true;
  };
}

function hrefAfter({ nodeAfter }: ResolvedPos): string | null {
  return hrefOf(nodeAfter);
}

function hrefBefore({ nodeBefore }: ResolvedPos): string | null {
  return hrefOf(nodeBefore);
}

function hrefOf(node: ResolvedPos["nodeAfter"]): string | null {
  const mark = node && schema.marks.link.isInSet(node.marks);
  return mark ? String(mark.attrs["href"]) : null;
}

/** How far the link that touches a position reaches. */
function extent(at: ResolvedPos, href: string): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null;
  at.parent.forEach((text, offset) => {
    const [from, to] = [at.start() + offset, at.start() + offset + text.nodeSize];
    if (hrefOf(text) !== href) return;
    if (found?.to === from) found = { from: found.from, to };
    else if (found === null || found.to < at.pos) found = { from, to };
  });
  return found;
}
