// Items that follow one another are one list to whoever hears the page. In the page they are flat, so no element can hold them:
// the first one's list owns the others by name (`aria-owns`). Nothing of the text moves for it, and keyboards of phones see none of it.
import { Plugin, type PluginView } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { itemAttributes } from "../page/schema";

/** Lists are gathered so long after lines came, went or became items; typing changes none. */
const GATHER_MS = 400;

/** Gathers the items of a page to lists. */
export function lists(): Plugin {
  return new Plugin({ view: (view) => new Gathering(view) });
}

class Gathering implements PluginView {
  readonly #view: EditorView;
  #timer: ReturnType<typeof setTimeout> | undefined;
  // Lines that come and go, and items that are moved in and out: no letter is among what is heard of.
  readonly #lines = new MutationObserver(() => this.#gatherSoon());
  readonly #indents = new MutationObserver(() => this.#gatherSoon());

  constructor(view: EditorView) {
    this.#view = view;
    this.#lines.observe(view.dom, { childList: true });
    this.#indents.observe(view.dom, { subtree: true, attributeFilter: ["data-indent"] });
    gather(view.dom);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#lines.disconnect();
    this.#indents.disconnect();
  }

  #gatherSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#view.composing) this.#gatherSoon();
      else gather(this.#view.dom);
    }, GATHER_MS);
  }
}

function gather(page: HTMLElement): void {
  let list: HTMLElement[] = [];
  for (const line of [...page.children, null]) {
    const item = line instanceof HTMLElement && line.matches(".item") ? line : null;
    if (item && list[0] && goesOn(list[0], item)) list.push(item);
    else {
      own(list);
      list = item ? [item] : [];
    }
  }
}

/** Whether an item belongs to the list that begins with another: all below it do, and those of its sort beside it. */
function goesOn(first: HTMLElement, item: HTMLElement): boolean {
  const [begun, next] = [itemAttributes(first), itemAttributes(item)];
  return next.indent > begun.indent || next.kind === begun.kind;
}

function own([first, ...others]: readonly HTMLElement[]): void {
  if (!first) return;
  set(first, "role", "list");
  set(first, "aria-owns", others.map((item) => item.firstElementChild?.id ?? "").join(" "));
  for (const item of others) {
    set(item, "role", "none");
    set(item, "aria-owns", "");
  }
}

/** What says so already is left alone: each change of an attribute is work for whoever reads the page out. */
function set(element: HTMLElement, name: string, value: string): void {
  if ((element.getAttribute(name) ?? "") === value) return;
  if (value === "") element.removeAttribute(name);
  else element.setAttribute(name, value);
}
