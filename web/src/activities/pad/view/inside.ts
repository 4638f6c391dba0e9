// Keeps the caret in the text: where a line begins with a check box, keys take a browser's caret beside
// the box, or out of the page while letters still go to it.
import {
  Plugin,
  Selection,
  TextSelection,
  type PluginView,
  type Transaction,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { readPage } from "./unread";

export function inside(): Plugin {
  let last: KeyboardEvent | null = null;
  return new Plugin({
    props: {
      handleDOMEvents: {
        // What comes of a key is told late: the next one must not meet a caret that is out of the text.
        keydown(view, event) {
          comeBack(view, last);
          // Where the caret is before this key: afterwards it may be nowhere.
          if (!view.composing) readPage(view);
          last = event;
          return false;
        },
        beforeinput(view) {
          comeBack(view, last);
          return false;
        },
      },
    },
    view: (view) => watching(view, () => comeBack(view, last)),
  });
}

function watching({ dom }: EditorView, look: () => void): PluginView {
  const { ownerDocument } = dom;
  ownerDocument.addEventListener("selectionchange", look);
  return { destroy: () => ownerDocument.removeEventListener("selectionchange", look) };
}

/** Puts a caret that is out of the text where the last key was to lead. */
function comeBack(view: EditorView, key: KeyboardEvent | null): void {
  const selection = document.getSelection();
  const focus = selection?.focusNode ?? null;
  if (document.activeElement !== view.dom || !selection || focus === null) return;
  const isInPage = view.dom.contains(focus);
  if (isInPage && !(selection.isCollapsed && isBesideText(focus))) return;
  const head = isInPage
    ? near(view, view.posAtDOM(focus, selection.focusOffset))
    : turned(view, key?.key ?? "");
  view.dispatch(moved(view.state.tr, head, !isInPage && key?.shiftKey === true));
  view.focus();
  const { node, offset } = view.domAtPos(view.state.selection.head, 1);
  if (view.state.selection.empty) selection.collapse(node, offset);
}

/** Whether a node is the place of an item's text and box, and not in the text. */
function isBesideText(node: Node): boolean {
  return node instanceof Element && node.matches(".item, .item > [role=listitem]");
}

function near(view: EditorView, position: number): Selection {
  return Selection.near(view.state.doc.resolve(position));
}

/** Where a key that turns pages leads; any other leads nowhere. */
function turned(view: EditorView, key: string): Selection {
  const { selection } = view.state;
  if (key !== "PageUp" && key !== "PageDown") return selection;
  const pages = key === "PageUp" ? -1 : 1;
  const wanted = view.coordsAtPos(selection.head).top + pages * window.innerHeight;
  const lines = Array.from(view.dom.children, (line) => line.getBoundingClientRect().top);
  const line =
    view.dom.children[
      Math.max(
        0,
        lines.findLastIndex((top) => top <= wanted),
      )
    ];
  return line ? near(view, view.posAtDOM(line, 0)) : selection;
}

function moved(transaction: Transaction, { $head }: Selection, isExtending: boolean): Transaction {
  const { doc, selection } = transaction;
  const $anchor = isExtending ? doc.resolve(selection.anchor) : $head;
  return transaction.setSelection(TextSelection.between($anchor, $head)).scrollIntoView();
}
