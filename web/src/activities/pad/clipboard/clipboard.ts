// What a pad gives to the clipboard and takes from it. It is fetched when the editor is on the screen.
import { Slice, type DOMParser, type Node, type ParseOptions } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { addressOf } from "../page/link";
import { isItem } from "../writing/blocks";
import { setLink } from "../writing/marks";
import { put } from "./put";
import { readPage, readText, sliceOf, withoutStyles } from "./read";
import { pageWriter } from "./to/page";
import { textOfCopy } from "./to/text";

/** The most that is pasted at once; the server refuses changes a few times as long. */
const PASTE_CHARACTERS_MAX = 50_000;

/** Teaches an editor what is pasted into it and copied out of it; `tooLong` tells when nothing was pasted. */
export function teachClipboard(view: EditorView, tooLong: () => void): void {
  view.setProps({
    transformPastedHTML: withoutStyles,
    clipboardParser: pageReader as DOMParser,
    clipboardTextParser: (text, $context, isLiteral) =>
      sliceOf(readText(text, $context.marks(), isLiteral && !isItem($context.parent))),
    transformCopied: wordsAlone,
    clipboardSerializer: pageWriter,
    clipboardTextSerializer: ({ content }) => textOfCopy(content),
    handlePaste: (view, _event, slice) => pastes(view, slice, tooLong),
  });
}

const pageReader: Pick<DOMParser, "parseSlice"> = {
  parseSlice: (page: globalThis.Node, { preserveWhitespace }: ParseOptions = {}) =>
    sliceOf(readPage(page, Boolean(preserveWhitespace))),
};

/** A part of one line leaves as its words; only whole lines are what they are. */
function wordsAlone(slice: Slice, { state }: EditorView): Slice {
  const { $from, $to } = state.selection;
  const isPart = $from.parentOffset > 0 || $to.parentOffset < $to.parent.content.size;
  const line = slice.content.firstChild;
  const isInOne = slice.content.childCount === 1 && $from.sameParent($to);
  return line && isInOne && isPart ? new Slice(line.content, 0, 0) : slice;
}

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
