// What a pad takes from the clipboard, and from what is dropped on it. It is fetched when somebody is about to paste.
import type { DOMParser, Node, ParseOptions, ResolvedPos, Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { addressOf } from "../page/link";
import { isItem } from "../writing/blocks";
import { setLink } from "../writing/marks";
import { put } from "./put";
import { readPage, readText, sliceOf, withoutStyles } from "./read";

/** The most that is pasted at once; the server refuses changes a few times as long. */
const PASTE_CHARACTERS_MAX = 50_000;

/** Teaches an editor what is pasted into it; `tooLong` tells when nothing was pasted. */
export function teachPasting(view: EditorView, tooLong: () => void): void {
  view.setProps({
    transformPastedHTML: withoutStyles,
    clipboardParser: pageReader as DOMParser,
    clipboardTextParser: sliceOfText,
    handlePaste: (view, _event, slice) => pastes(view, slice, tooLong),
  });
}

/** Pastes a text as if it were pasted now, its lists as lists. */
export function pasteText(view: EditorView, text: string, tooLong: () => void): void {
  pastes(view, sliceOfText(text, view.state.selection.$from, false), tooLong);
}

const pageReader: Pick<DOMParser, "parseSlice"> = {
  parseSlice: (page: globalThis.Node, { preserveWhitespace }: ParseOptions = {}) =>
    sliceOf(readPage(page, Boolean(preserveWhitespace))),
};

const sliceOfText = (text: string, $context: ResolvedPos, isLiteral: boolean): Slice =>
  sliceOf(readText(text, $context.marks(), isLiteral && !isItem($context.parent)));

function pastes(view: EditorView, { content, size }: Slice, tooLong: () => void): boolean {
  if (size > PASTE_CHARACTERS_MAX) tooLong();
  else if (content.size > 0 && !linksTo(view, content.content)) {
    const transaction = put(view.state, content.content);
    view.dispatch(transaction.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
  }
  return content.size > 0;
}

/** An address that is pasted onto words makes them a link. */
function linksTo(view: EditorView, blocks: readonly Node[]): boolean {
  const { from, to, empty } = view.state.selection;
  const text = blocks.length === 1 ? (blocks[0]?.textContent.trim() ?? "") : "";
  const href = empty || /\s/.test(text) ? null : addressOf(text);
  if (href === null || !/^(https?:|mailto:|www\.)/i.test(text)) return false;
  return setLink({ from, to }, href, null)(view.state, view.dispatch);
}
