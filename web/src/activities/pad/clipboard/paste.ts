// What a pad takes from the clipboard, and from what is dropped on it. It is fetched when somebody is about to paste.
import type { DOMParser, Node, ParseOptions, ResolvedPos, Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";
import { answered, atOnce, patiently } from "../../../ui/piecemeal";
import { addressOf } from "../page/link";
import { isItem } from "../writing/blocks";
import { setLink } from "../writing/marks";
import { flow, type Watch } from "./flow";
import { put } from "./put";
import { readPage, readText, sliceOf, withoutStyles } from "./read";

export { bringsImages, readImages } from "../images/taking";

/** What was copied: its letters, how they look where it was, and pictures. */
export type Taken = { text: string; html: string; files: readonly File[]; isRaw: boolean };

/** The most that is pasted; more is a file to import. */
const [LETTERS_MAX, MARKUP_MAX] = [300_000, 10_000_000];
/** More than this is read and put piece by piece. */
const [LETTERS_AT_ONCE, HTML_AT_ONCE] = [4_000, 40_000];

/** Teaches an editor what is pasted into it, when it is little. */
export function teachPasting(view: EditorView): void {
  view.setProps({
    transformPastedHTML: withoutStyles,
    clipboardParser: pageReader as DOMParser,
    clipboardTextParser: sliceOfText,
    handlePaste: (view, _event, slice) => pastes(view, slice),
  });
}

/** Whether so much was copied that the page would stand still while it is pasted at once. */
export function isMuch({ text, html }: Taken): boolean {
  return text.length > LETTERS_AT_ONCE || html.length > HTML_AT_ONCE;
}

/** Pastes a text as if it were pasted now, its lists as lists. */
export function pasteText(view: EditorView, { text, isRaw }: Taken): void {
  pastes(view, sliceOfText(text, view.state.selection.$from, isRaw));
}

/** The blocks of what was copied, read while the page goes on; null when it is too much. */
export async function readMuch(view: EditorView, taken: Taken): Promise<readonly Node[] | null> {
  const { text, html } = taken;
  // Markup is more than what it marks up, but not without end.
  if (text.length > LETTERS_MAX || html.length > MARKUP_MAX) return null;
  const blocks = await blocksOf(view, taken);
  return sliceOf(blocks).size > LETTERS_MAX ? null : blocks;
}

/** Puts blocks where the caret is, piece by piece. See {@link flow}. */
export function pasteMuch(view: EditorView, blocks: readonly Node[], watch: Watch): Promise<void> {
  return blocks.length === 0 ? Promise.resolve() : flow(view, blocks, watch);
}

async function blocksOf({ state }: EditorView, taken: Taken): Promise<readonly Node[]> {
  const { text, html, isRaw } = taken;
  const { $from } = state.selection;
  const isLiteral = isRaw || $from.parent.type.spec.code === true;
  if (text !== "" && (isLiteral || html === "")) return patiently(linesOf(text, $from, isRaw));
  const bare = withoutStyles(html);
  await answered();
  const page = new globalThis.DOMParser().parseFromString(bare, "text/html").body;
  return patiently(readPage(page, page.querySelector("[data-pm-slice]") !== null));
}

const pageReader: Pick<DOMParser, "parseSlice"> = {
  parseSlice: (page: globalThis.Node, { preserveWhitespace }: ParseOptions = {}) =>
    sliceOf(atOnce(readPage(page, Boolean(preserveWhitespace)))),
};

const linesOf = (text: string, $context: ResolvedPos, isLiteral: boolean) =>
  readText(text, $context.marks(), isLiteral && !isItem($context.parent));

const sliceOfText = (text: string, $context: ResolvedPos, isLiteral: boolean): Slice =>
  sliceOf(atOnce(linesOf(text, $context, isLiteral)));

function pastes(view: EditorView, { content }: Slice): boolean {
  if (content.size > 0 && !linksTo(view, content.content)) {
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
