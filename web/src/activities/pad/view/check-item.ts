// How a check item is shown: with a box in front that can be ticked.
import type { Node } from "prosemirror-model";
import type { EditorView, NodeView } from "prosemirror-view";
import { say } from "../../../messages/say.svelte";

export class CheckItem implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  readonly #box = document.createElement("input");
  #node: Node;

  constructor(node: Node, view: EditorView, getPos: () => number | undefined) {
    this.#node = node;
    this.dom = document.createElement("div");
    this.contentDOM = document.createElement("div");
    this.#box.type = "checkbox";
    this.#box.contentEditable = "false";
    this.#box.addEventListener("change", () => {
      this.#tick(view, getPos());
    });
    this.dom.append(this.#box, this.contentDOM);
    this.#show();
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type || node.attrs["kind"] !== this.#node.attrs["kind"])
      return false;
    this.#node = node;
    this.#show();
    return true;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#box;
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return (
      mutation.target === this.#box ||
      (mutation.type === "attributes" && mutation.target === this.dom)
    );
  }

  #show(): void {
    const { indent, checked } = this.#node.attrs;
    this.dom.className = "item check";
    this.dom.dataset["indent"] = String(indent);
    this.dom.dataset["checked"] = String(checked);
    this.#box.checked = checked === true;
    this.#box.setAttribute("aria-label", this.#node.textContent || say().pad.emptyTask);
  }

  #tick(view: EditorView, position: number | undefined): void {
    if (position === undefined || !view.editable) {
      this.#show();
      return;
    }
    const checked = this.#box.checked;
    view.dispatch(view.state.tr.setNodeAttribute(position, "checked", checked));
  }
}
