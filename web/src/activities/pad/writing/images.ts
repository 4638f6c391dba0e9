// Puts pictures into the page, and changes what they say of themselves.
import { TextSelection, type Command, type EditorState, type Transaction } from "prosemirror-state";
import { imageAt, type ImageAttributes } from "../page/image";
import { RewriteStep } from "../page/rewrite";
import { schema } from "../page/schema";

/** Puts pictures at the caret: in the place of an empty line, or below any other. The caret is under the last one. */
export function putImages(state: EditorState, images: readonly ImageAttributes[]): Transaction {
  const { $to } = state.selection;
  const isEmpty = $to.parent.type === schema.nodes.paragraph && $to.parent.content.size === 0;
  const [start, end] = [isEmpty && $to.depth === 1 ? $to.before(1) : $to.after(1), $to.after(1)];
  const blocks = images.map((image) => schema.nodes.image.create(image));
  const isLast = state.doc.nodeAt(end) === null;
  const after = isLast ? [schema.nodes.paragraph.create()] : [];
  const transaction = state.tr.replaceWith(start, end, [...blocks, ...after]);
  const size = blocks.reduce((sum, block) => sum + block.nodeSize, 0);
  return transaction.setSelection(TextSelection.create(transaction.doc, start + size - 1));
}

/** Changes what the pictures at an address say of themselves, wherever they stand. */
export function changeImages(url: string, change: Partial<ImageAttributes>): Command {
  return (state, dispatch) => {
    const transaction = state.tr;
    state.doc.forEach((block, position) => {
      if (block.type !== schema.nodes.image || block.attrs["url"] !== url) return;
      const attrs = { ...imageAt(block), ...change };
      if (!block.hasMarkup(block.type, attrs))
        transaction.step(new RewriteStep(position, { type: block.type, attrs }));
    });
    if (transaction.docChanged) dispatch?.(transaction);
    return transaction.docChanged;
  };
}

/** Takes the pictures at an address away, with their captions. */
export function removeImages(url: string): Command {
  return (state, dispatch) => {
    const transaction = state.tr;
    const found: [number, number][] = [];
    state.doc.forEach((block, position) => {
      const isIt = block.type === schema.nodes.image && block.attrs["url"] === url;
      if (isIt) found.push([position, position + block.nodeSize]);
    });
    for (const [start, end] of found.reverse()) {
      if (transaction.doc.childCount > 1) transaction.delete(start, end);
      else transaction.replaceWith(start, end, schema.nodes.paragraph.create());
    }
    const place = Math.min(found.at(-1)?.[0] ?? 0, transaction.doc.content.size);
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(place)));
    if (found.length > 0) dispatch?.(transaction.scrollIntoView());
    return found.length > 0;
  };
}
