// How an item is shown: its sign in front, and for a check item a box that can be ticked.
//
// Items are flat, so no element can hold those of one list: each is a list of one, at its level, until `lists` gathers them.
import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { RewriteStep } from "../page/rewrite";
import { sayPad } from "../words/words";

/** How many items have been shown: each has a name of its own on the page. */
let shown = 0;

export class ItemView implements NodeView {
  readonly dom = document.createElement("div");
  // A block: in a line of its own, no caret comes between its text and the box.
  readonly contentDOM = document.createElement("div");
  readonly #entry = document.createElement("div");
  readonly #view: EditorView;
  readonly #box: HTMLInputElement | null;
  #node: Node;

  constructor(node: Node, view: EditorView, positionOf: () => number | undefined) {
    this.#node = node;
    this.#view = view;
    this.#box = node.attrs["kind"] === "check" ? this.#makeBox(positionOf) : null;
    this.dom.role = "list";
    this.dom.dir = "auto";
    this.#entry.role = "listitem";
    this.#entry.id = `item-${String(++shown)}`;
    this.#entry.append(...(this.#box ? [this.#box] : []), this.contentDOM);
    this.dom.append(this.#entry);
    this.#show();
  }

  update(node: Node): boolean {
    const before = this.#node;
    if (node.type !== before.type || node.attrs["kind"] !== before.attrs["kind"]) return false;
    this.#node = node;
    this.#show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#box;
  }

  /** What the browser puts beside the text is read: it may be words. */
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === "attributes" && !this.contentDOM.contains(mutation.target);
  }

  #makeBox(positionOf: () => number | undefined): HTMLInputElement {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.contentEditable = "false";
    box.addEventListener("change", () => this.#tick(box.checked, positionOf()));
    return box;
  }

  #show(): void {
    const { kind, indent, checked } = this.#node.attrs;
    this.dom.className = `item ${String(kind)}`;
    this.dom.dataset["indent"] = String(indent);
    this.#entry.ariaLevel = String(Number(indent) + 1);
    if (!this.#box) return;
    this.dom.dataset["checked"] = String(checked);
    this.#box.checked = checked === true;
    this.#box.setAttribute("aria-label", this.#node.textContent || sayPad().emptyTask);
  }

  #tick(checked: boolean, position: number | undefined): void {
    if (position === undefined || !this.#view.editable) {
      this.#show();
      return;
    }
    const { type, attrs } = this.#node;
    const step = new RewriteStep(position, { type, attrs: { ...attrs, checked } });
    this.#view.dispatch(this.#view.state.tr.step(step));
  }
}
