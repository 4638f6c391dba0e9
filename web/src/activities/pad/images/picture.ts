// A picture that one can press, see large and wait for: what is shown while it is not there is fetched only then.
import type { Node } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { spoken } from "../../../messages/say.svelte";
import { imageAt, type ImageAttributes } from "../page/image";
import { removeImages } from "../writing/images";
import { enlarge } from "./enlarge";
import { isOnItsWay, ownSource } from "./own-images";
import { sendRefused } from "./sending";
import type { Pad } from "./take";
import { sayImages } from "./words/words";

export { imageKeys } from "./keys";

export { resume } from "./sending";

/** Where one might write when it was looked last. */
const writable = new WeakSet<EditorView>();

/**
 * Looks whether one may write, which changes when a pad is locked: who only reads reaches pictures by Tab, who writes by the text.
 * What was refused meanwhile is sent.
 */
export function lookWhetherOneMayWrite(view: EditorView, pad: Pad): void {
  if (view.editable === writable.has(view)) return;
  if (view.editable) {
    writable.add(view);
    sendRefused(pad);
  } else writable.delete(view);
  for (const button of view.dom.querySelectorAll<HTMLElement>(".picture > button"))
    button.tabIndex = tabIndexIn(view);
}

const tabIndexIn = (view: EditorView): number => (view.editable ? -1 : 0);

export class Picture {
  readonly #figure: HTMLElement;
  readonly #place: HTMLElement;
  readonly #button = document.createElement("button");
  readonly #image: HTMLImageElement;
  readonly #view: EditorView;
  readonly #positionOf: () => number | undefined;
  #node: Node;
  #stop: (() => void) | null = null;

  constructor(
    figure: HTMLElement,
    node: Node,
    view: EditorView,
    positionOf: () => number | undefined,
  ) {
    this.#figure = figure;
    this.#node = node;
    this.#view = view;
    this.#positionOf = positionOf;
    this.#place = figure.querySelector<HTMLElement>(".picture") ?? figure;
    this.#image = this.#place.querySelector("img") ?? document.createElement("img");
    this.#image.decoding = "async";
    this.#image.loading = "lazy";
    this.#image.draggable = false;
    this.#image.addEventListener("error", () => void this.#miss());
    this.#button.type = "button";
    this.#button.append(this.#image);
    this.#button.addEventListener("click", () => this.#press());
    this.#button.addEventListener("dblclick", () => this.#enlarge());
    this.#place.replaceChildren(this.#button);
    this.show(node);
    // It may have failed before anybody looked.
    const { complete, naturalWidth } = this.#image;
    if (this.#image.hasAttribute("src") && complete && naturalWidth === 0) void this.#miss();
  }

  /** Shows what the block says. */
  show(node: Node): void {
    this.#node = node;
    const { url, alt, width, height, size } = this.#said;
    this.#figure.dataset["size"] = size;
    this.#figure.classList.toggle("bare", node.content.size === 0);
    const caption = this.#figure.querySelector<HTMLElement>("figcaption");
    if (caption) caption.dataset["hint"] = sayImages().caption;
    this.#image.alt = alt;
    if (alt === "") this.#button.setAttribute("aria-label", sayImages().decorative);
    else this.#button.removeAttribute("aria-label");
    this.#button.tabIndex = tabIndexIn(this.#view);
    if (width > 0 && height > 0) {
      this.#image.width = width;
      this.#image.height = height;
    }
    const source = ownSource(url);
    if (source === "" || isOnItsWay(url) === true) void this.#miss();
    if (source !== "" && this.#image.getAttribute("src") !== source) this.#image.src = source;
  }

  /** Whether something is a part of it, and none of its caption. */
  holds(part: globalThis.Node): boolean {
    return this.#place.contains(part);
  }

  end(): void {
    this.#stop?.();
  }

  get #said(): ImageAttributes {
    return imageAt(this.#node);
  }

  #enlarge(): void {
    const image = this.#said;
    if (image.url !== "") void enlarge({ ...image, url: ownSource(image.url) });
  }

  /** One writes under it; who only reads sees it large. */
  #press(): void {
    const position = this.#positionOf();
    if (!this.#view.editable || position === undefined) {
      this.#enlarge();
      return;
    }
    const { state } = this.#view;
    const end = position + 1 + this.#node.content.size;
    this.#view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, end)));
    this.#view.focus();
  }

  /** Who may not write takes nothing out of the text. */
  readonly #remove = (): void => {
    if (!this.#view.editable) return;
    removeImages(this.#said.url)(this.#view.state, this.#view.dispatch);
    this.#view.focus();
  };

  /** Looks again whether it is there. */
  #look(): void {
    this.#stop?.();
    this.#stop = null;
    if (isOnItsWay(this.#said.url) !== false) this.#image.removeAttribute("src");
    this.show(this.#node);
  }

  async #miss(): Promise<void> {
    if (this.#stop) return;
    // Until it is known how, nothing is shown twice.
    this.#stop = () => undefined;
    try {
      const { standIn } = await spoken(import("./stand-in"));
      this.#stop = standIn(this.#place, this.#said, () => this.#look(), this.#remove);
    } catch {
      // Without a network its words stand there.
      this.#stop = null;
    }
  }
}
