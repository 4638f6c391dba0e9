// Keeps the caret in the text: where a line begins with a check box, PageUp takes a browser's caret out of
// the page while the keys still go to it, and every letter is lost.
import {
  Plugin,
  Selection,
  TextSelection,
  type EditorState,
  type PluginView,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

export function inside(): Plugin {
  let last: KeyboardEvent | null = null;
  return new Plugin({
    props: {
      handleKeyDown(_view, event) {
        last = event;
        return false;
      },
    },
    view: (view) => new Inside(view, () => last),
  });
}

class Inside implements PluginView {
  readonly #view: EditorView;
  readonly #last: () => KeyboardEvent | null;

  constructor(view: EditorView, last: () => KeyboardEvent | null) {
    this.#view = view;
    this.#last = last;
    document.addEventListener("selectionchange", this.#look);
  }

  destroy(): void {
    document.removeEventListener("selectionchange", this.#look);
  }

  readonly #look = (): void => {
    const { dom } = this.#view;
    const focus = document.getSelection()?.focusNode ?? null;
    if (document.activeElement !== dom || focus === null || dom.contains(focus)) return;
    const key = this.#last();
    const head = key && turned(this.#view, key.key);
    if (head) this.#view.dispatch(moved(this.#view.state, head, key.shiftKey));
    this.#view.focus();
  };
}

/** Where a key that turns pages leads; null for any other. */
function turned(view: EditorView, key: string): Selection | null {
  if (key !== "PageUp" && key !== "PageDown") return null;
  const { doc, selection } = view.state;
  const pages = key === "PageUp" ? -1 : 1;
  const wanted = view.coordsAtPos(selection.head).top + pages * window.innerHeight;
  const lines = Array.from(view.dom.children, (line) => line.getBoundingClientRect().top);
  const number = lines.findLastIndex((top) => top <= wanted);
  const line = view.dom.children[Math.max(0, number)];
  return line ? Selection.near(doc.resolve(view.posAtDOM(line, 0))) : null;
}

function moved({ doc, selection, tr }: EditorState, { $head }: Selection, isExtending: boolean) {
  const $anchor = isExtending ? doc.resolve(selection.anchor) : $head;
  return tr.setSelection(TextSelection.between($anchor, $head)).scrollIntoView();
}
