// What is pasted: pages of any origin become blocks of ours, links stay safe, and nothing is too long.
import { Slice, type Mark, type Node, Fragment } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { addressOf, mayBeFollowed } from "../page/link";
import { schema } from "../page/schema";
import { setLink } from "../writing/marks";

/** The most that is pasted at once; the server refuses changes a few times as long. */
export const PASTE_CHARACTERS_MAX = 50_000;

/** Cleans what is pasted; `tooLong` tells when nothing was. */
export function paste(tooLong: () => void): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: flattened,
      transformPasted: (slice) => new Slice(cleaned(slice.content), slice.openStart, slice.openEnd),
      handlePaste(view, event, slice) {
        if (slice.size > PASTE_CHARACTERS_MAX) {
          tooLong();
          return true;
        }
        const text = event.clipboardData?.getData("text/plain") ?? "";
        const { from, to, empty } = view.state.selection;
        const href = empty || /\s/.test(text.trim()) ? null : addressOf(text);
        if (href === null || !/^(https?:|mailto:|www\.)/i.test(text.trim())) return false;
        return setLink({ from, to }, href, null)(view.state, view.dispatch);
      },
    },
  });
}

/** Lists nest in pages and not in pads: each of their items becomes a flat one. */
function flattened(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const entry of Array.from(page.querySelectorAll("li"))) {
    const flat = page.createElement("div");
    flat.className = `item ${kindOf(entry)}`;
    flat.dataset["indent"] = String(Math.min(5, depthOf(entry) - 1));
    if (boxOf(entry)?.checked === true) flat.dataset["checked"] = "true";
    for (const child of Array.from(entry.childNodes)) {
      const isList = child instanceof Element && child.matches("ul, ol");
      if (!isList && !(child instanceof HTMLInputElement)) flat.append(unwrapped(child));
    }
    entry.prepend(flat);
  }
  for (const deep of Array.from(page.querySelectorAll("h4, h5, h6"))) {
    const heading = page.createElement("h3");
    heading.append(...Array.from(deep.childNodes));
    deep.replaceWith(heading);
  }
  return page.body.innerHTML;
}

function kindOf(entry: Element): string {
  if (boxOf(entry)) return "check";
  return entry.parentElement?.tagName === "OL" ? "numbered" : "bullet";
}

function boxOf(entry: Element): HTMLInputElement | null {
  return entry.querySelector<HTMLInputElement>(
    ":scope > input[type=checkbox], :scope > label > input[type=checkbox]",
  );
}

function depthOf(entry: Element): number {
  let depth = 0;
  for (
    let list = entry.closest("ul, ol");
    list;
    list = list.parentElement?.closest("ul, ol") ?? null
  )
    depth += 1;
  return Math.max(1, depth);
}

/** A paragraph inside an item is only its text. */
function unwrapped(child: ChildNode): ChildNode | DocumentFragment {
  if (!(child instanceof HTMLParagraphElement)) return child;
  const fragment = child.ownerDocument.createDocumentFragment();
  fragment.append(...Array.from(child.childNodes));
  return fragment;
}

/** Links that may not be followed lose their address, not their text. */
function cleaned(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    nodes.push(
      node.isText ? node.mark(node.marks.filter(isSafe)) : node.copy(cleaned(node.content)),
    );
  });
  return Fragment.fromArray(nodes);
}

function isSafe(mark: Mark): boolean {
  return mark.type !== schema.marks.link || mayBeFollowed(String(mark.attrs["href"]));
}
