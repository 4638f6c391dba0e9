// What kind of item an element of a list is, in the many ways pages and programs say it.
import type { Block } from "../../page/block";
import { INDENT_MAX, itemAttributes, schema, type ItemKind } from "../../page/schema";

export function item(kind: ItemKind, indent: number, checked = false): Block {
  const within = Math.min(INDENT_MAX, Math.max(0, Math.trunc(indent) || 0));
  return { type: schema.nodes.item, attrs: { kind, indent: within, checked } };
}

/** The item that an `li` is, in so many lists. */
export function itemOf(entry: Element, depth: number): Block {
  const level = entry.getAttribute("aria-level") ?? entry.getAttribute("data-aria-level");
  const own = entry.getAttribute("data-indent");
  const indent = own === null ? Number(level ?? depth) - 1 : Number(own);
  const tick = tickOf(entry);
  if (tick !== null) return item("check", indent, tick);
  return item(isNumbered(entry) ? "numbered" : "bullet", indent);
}

/** An item as pads show it. */
export function shownItem(element: Element): Block {
  const { kind, indent, checked } = itemAttributes(element as HTMLElement);
  return item(kind, indent, checked);
}

function isNumbered(entry: Element): boolean {
  const said = entry.getAttribute("data-list");
  return said === null ? entry.parentElement?.tagName === "OL" : said === "ordered";
}

/** Whether an item is ticked; null when it has no box. */
function tickOf(entry: Element): boolean | null {
  const said =
    entry.getAttribute("aria-checked") ??
    entry.getAttribute("data-checked") ??
    entry.getAttribute("data-list");
  if (said === "true" || said === "checked") return true;
  if (said === "false" || said === "unchecked") return false;
  const box = Array.from(entry.querySelectorAll("input, [role=checkbox], .checkbox")).find(
    (found) => found.closest("li") === entry && (found.tagName !== "INPUT" || isBox(found)),
  );
  if (!box) return null;
  return box.tagName === "INPUT"
    ? box.hasAttribute("checked")
    : box.getAttribute("aria-checked") === "true" || box.classList.contains("checkbox-on");
}

export function isBox(input: Element): boolean {
  return input.getAttribute("type")?.toLowerCase() === "checkbox";
}
