// How a picture stands in the editor: as on the page. What more one does with it is fetched when there is one.
import { DOMSerializer, type Node } from "prosemirror-model";
import type { EditorView, NodeView, ViewMutationRecord } from "prosemirror-view";
import { spoken } from "../../../messages/say.svelte";
import { imageElement } from "../page/image";
import type { Picture } from "./picture";

type Pictures = typeof import("./picture");

let pictures: Pictures | null = null;

/** What is done with pictures, once it is known. */
export function knownPictures(): Pictures | null {
  return pictures;
}

/** Fetches what is done with pictures. */
export async function fetchPictures(): Promise<Pictures> {
  return (pictures ??= await spoken(import("./picture")));
}

export class ImageView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  #node: Node;
  #picture: Picture | null = null;
  #isGone = false;

  constructor(node: Node, view: EditorView, positionOf: () => number | undefined) {
    this.#node = node;
    const { dom, contentDOM } = DOMSerializer.renderSpec(document, imageElement(node));
    [this.dom, this.contentDOM] = [dom, contentDOM as HTMLElement];
    const show = ({ Picture }: Pictures): void => {
      if (!this.#isGone) this.#picture = new Picture(this.dom, this.#node, view, positionOf);
    };
    // Without a network it stands as on the page.
    if (pictures) show(pictures);
    else void fetchPictures().then(show, () => undefined);
  }

  update(node: Node): boolean {
    const isShown = this.#picture !== null || node.sameMarkup(this.#node);
    if (node.type !== this.#node.type || !isShown) return false;
    this.#node = node;
    this.#picture?.show(node);
    return true;
  }

  stopEvent(event: Event): boolean {
    return this.#picture?.holds(event.target as globalThis.Node) ?? false;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== "selection" && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.#isGone = true;
    this.#picture?.end();
  }
}
