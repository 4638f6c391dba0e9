// What is copied, as plain text: lists with the signs that Markdown has, blank lines between all else.
import type { Fragment, Node } from "prosemirror-model";
import { schema } from "../../page/schema";
import { indentOf, isItem } from "../../writing/blocks";

/** The text of what is copied. Inside one line it is only its words. */
export function textOfCopy(content: Fragment): string {
  if (content.childCount <= 1 || content.firstChild?.isBlock !== true)
    return content.textBetween(0, content.size, "\n\n");
  const parts: string[][] = [];
  let list: ListText | null = null;
  content.forEach((block) => {
    if (!isItem(block)) {
      list = null;
      const text = textOf(block);
      if (text !== "") parts.push([text]);
      return;
    }
    if (list === null) {
      list = new ListText();
      parts.push(list.lines);
    }
    list.add(block);
  });
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

function textOf(block: Node): string {
  const { type, textContent } = block;
  if (type === schema.nodes.table) return rowsOf(block);
  if (type === schema.nodes.code) return `\`\`\`\n${textContent}\n\`\`\``;
  if (type === schema.nodes.image)
    return [String(block.attrs["alt"]), textContent].filter(Boolean).join("\n");
  return type === schema.nodes.rule ? `---\n\n${textContent}`.trim() : textContent;
}

/** A row on a line, as spreadsheets take it. */
function rowsOf(table: Node): string {
  const lines = table.children.map((part) =>
    part.isTextblock
      ? part.textContent
      : part.children
          .map((cell) => cell.textBetween(0, cell.content.size, " ").replace(/\s+/g, " "))
          .join("\t"),
  );
  return lines.filter(Boolean).join("\n");
}

/** An item whose list is open: `margin` is where items in it begin, in characters. */
type Open = { indent: number; margin: number; number: number };

class ListText {
  readonly lines: string[] = [];
  #open: Open[] = [];

  add(item: Node): void {
    const indent = indentOf(item);
    const outer = this.#open.filter((open) => open.indent < indent);
    const before = this.#open[outer.length];
    const isNumbered = item.attrs["kind"] === "numbered";
    const number = isNumbered ? (before?.number ?? 0) + 1 : 0;
    const sign = isNumbered ? `${String(number)}. ` : "- ";
    const start = outer.at(-1)?.margin ?? 0;
    const margin = start + sign.length;
    this.#open = [...outer, { indent, margin, number }];
    const text = (boxOf(item) + item.textContent).replaceAll("\n", `\n${" ".repeat(margin)}`);
    this.lines.push((" ".repeat(start) + sign + text).trimEnd());
  }
}

function boxOf(item: Node): string {
  if (item.attrs["kind"] !== "check") return "";
  return item.attrs["checked"] === true ? "[x] " : "[ ] ";
}
